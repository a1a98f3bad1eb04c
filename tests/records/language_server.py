"""A client of the YAML language server that editors use, over its standard input and output."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGE = "yaml-language-server@1.25.0"
PATIENCE = 60  # seconds without a word from the server, after which it is taken to hang


class LanguageServer:
    """A running server for the project in `root`, with the settings of its `.vscode/settings.json`."""

    def __init__(self, modules: Path, root: Path) -> None:
        self.root = root
        self.settings = json.loads((root / ".vscode/settings.json").read_text())
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._opened: list[str] = []
        self._asked = 0
        program = modules / "yaml-language-server/bin/yaml-language-server"
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._inbox: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        folder = {"uri": root.as_uri(), "name": "project"}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "capabilities": capabilities,
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._configuration()})

    def stop(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def faults(self, path: str, text: str) -> list[str]:
        """What the server finds in `text` as the content of a file beside `path`."""
        return self.reported(self.open(path, text))

    def reported(self, uri: str) -> list[str]:
        """What the server finds in an opened file, each with its line."""
        while uri not in self.diagnostics:
            self._take()
        return [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in self.diagnostics[uri]]

    def offered(self, path: str, text: str) -> dict[str, str]:
        """What is offered where `‸` stands in `text`, each label with its documentation."""
        found = self.ask("textDocument/completion", self._at(path, text))
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: _plain(item.get("documentation")) for item in items}

    def hover(self, path: str, text: str) -> str:
        """What is told about the word at `‸`."""
        found = self.ask("textDocument/hover", self._at(path, text))
        return _plain(found["contents"]) if found else ""

    def open(self, path: str, text: str) -> str:
        """Open `text` as the file `path`, or another in its folder where that is open; return its address."""
        self._opened.append(path)
        here = self.root / path
        again = self._opened.count(path) > 1
        uri = (here.with_name(f"{here.stem}-{len(self._opened)}.yml") if again else here).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        """Send a request and return its result."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message.get("result")

    def _at(self, path: str, text: str) -> dict[str, Any]:
        before, _, after = text.partition("‸")
        uri = self.open(path, before + after)
        line = before.count("\n")
        return {
            "textDocument": {"uri": uri},
            "position": {"line": line, "character": len(before.rpartition("\n")[2])},
        }

    def _configuration(self) -> dict[str, Any]:
        yaml = {key[5:]: value for key, value in self.settings.items() if key.startswith("yaml.")}
        flat = {"schemas": yaml["schemas"], "schemaStore": {"enable": False}}
        return {"yaml": {**flat, "validate": True, "completion": True, "hover": True}}

    def _take(self) -> dict[str, Any]:
        message = self._inbox.get(timeout=PATIENCE)
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method and "id" in message:
            result: Any = None
            if method == "workspace/configuration":
                known = self._configuration()
                result = [known.get(item.get("section"), {}) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": result})
        return message

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _listen(self) -> None:
        for message in _messages(self._process.stdout):
            self._inbox.put(message)


def _messages(stream: Any) -> Iterator[dict[str, Any]]:
    while True:
        length = 0
        while line := stream.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        data = stream.read(length) if length else b""
        if not data:
            return
        yield json.loads(data)


def _plain(contents: Any) -> str:
    return contents["value"] if isinstance(contents, dict) else str(contents or "")
