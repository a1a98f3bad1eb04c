"""The watch command against a local server whose pages change, move and go away."""

from __future__ import annotations

import gzip
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.analysis.watched import WATCHED, WatchedPage, from_lines, locked, to_lines
from generator.check.drift import asked
from generator.records.reader import read

SAMPLE = Path(__file__).parents[2] / "sample"
RECORD = "sources/articles/courier-report.md"
BLOCKS = [
    line.partition("] ")
    for line in (SAMPLE / "texts/courier-report.txt").read_text("utf-8").splitlines()
    if line
]
TAGS = {"title": "h1", "h": "h2", "p": "p"}


def html(**changes: str) -> str:
    """The article as a page of the web, with words changed: `old=new`, with _ for a space."""
    tags = [
        (TAGS.get(label[1:], TAGS.get(label[1], "p")), text.replace("&", "&amp;"))
        for label, _, text in BLOCKS
    ]
    body = "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in tags)
    for old, new in changes.items():
        assert old.replace("_", " ") in body
        body = body.replace(old.replace("_", " "), new)
    return f"<!doctype html><html><body><article>{body}</article></body></html>"


class Site(BaseHTTPRequestHandler):
    pages: dict[str, tuple[int, dict[str, str], bytes]]
    asked: list[tuple[str, str]]
    meanwhile: Callable[[str], object]
    """What happens while a page is being asked for."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("User-Agent", "")))
        Site.meanwhile(self.path)
        status, headers, data = self.pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Web:
    """A server on this machine, and the documentary that cites it."""

    def __init__(self, root: Path, port: int, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.at, self.capsys = root, f"http://courier.example:{port}", capsys
        self.live, self.copy = f"{self.at}/bolts", f"{self.at}/kept/bolts"
        record = root / RECORD
        text = record.read_text("utf-8").replace("https://courier.example/2031/bolts", self.live)
        text = text.replace("https://archive.example/2031/courier-bolts", self.copy)
        record.write_text(text, encoding="utf-8")
        self.page("/bolts", html())
        self.page("/kept/bolts", html())

    def page(self, path: str, text: str | bytes, status: int = 200, **headers: str) -> None:
        data = text.encode() if isinstance(text, str) else text
        told = {"Content-Type": "text/html"} | {
            name.replace("_", "-"): each for name, each in headers.items()
        }
        Site.pages[path] = (status, told, data)

    def watch(self, *options: str) -> tuple[int, list[str], list[str]]:
        """Exit status, standard output and standard error but for its progress."""
        self.capsys.readouterr()
        status = main(
            ["--root", str(self.root), "watch", "courier-report", "--local", "--pause", "0", *options]
        )
        out, err = self.capsys.readouterr()
        told = [line for line in err.splitlines() if not line.startswith("looking at ")]
        return status, out.splitlines(), told

    @property
    def lock(self) -> dict[str, WatchedPage]:
        return from_lines((self.root / WATCHED).read_text("utf-8"))

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def web(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    for name in ("http_proxy", "HTTP_PROXY", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1940500000")  # 2031-06-29
    shutil.copytree(SAMPLE / "sources", tmp_path / "sources")
    Site.pages, Site.asked, Site.meanwhile = {}, [], lambda path: None
    real = socket.getaddrinfo

    def here(host: str, *given: Any, **more: Any) -> Any:
        return real("127.0.0.1" if host.endswith(".example") else host, *given, **more)

    monkeypatch.setattr(socket, "getaddrinfo", here)
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Web(tmp_path, server.server_port, capsys)
        server.shutdown()


def of_courier(root: Path) -> int:
    dataset, _ = read(root)
    assert dataset is not None
    return len(locked(dataset)["courier-report"])


def seen_to_change(web: Web) -> None:
    """The words stand when they are first looked at, and other words when next."""
    web.watch()
    web.page("/bolts", html(a_white_light="a pale light"))
    web.watch()


def test_where_all_quotations_stand_nothing_is_told_but_the_day_is_kept(web: Web) -> None:
    assert web.watch() == (0, ["0 quotations changed, of 2 pages looked at; 0 pages not read"], [])
    assert set(web.lock) == {web.live, web.copy}
    for page in web.lock.values():
        assert page.read == "2031-06-29"
        assert set(page.words.values()) == {("found", "2031-06-29")}
    before = web.files()
    assert web.watch()[0] == 0
    assert web.files() == before


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a week pass."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1940500000 + 7 * 86400))  # 2031-07-06


def test_words_that_changed_are_told_with_their_place_and_the_words_there(web: Web) -> None:
    web.watch()
    web.page("/bolts", html(a_white_light="a pale light"))
    status, out, err = web.watch()
    assert status == 1
    assert err[0].startswith("sources/curated/claims/light-under-the-arch.yml:")
    assert err[0].endswith(f": these words no longer stand as quoted at {web.live}")
    assert err[1] == (
        "    the words differ from the article's; "
        "[-page-] {+quotation+}: a [-pale-] {+white+} light under the arch"
    )
    assert out[-1] == "2 quotations changed, of 2 pages looked at; 0 pages not read"


def test_a_change_is_shown_until_it_is_settled_with_the_day_since_which_it_is_known(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen_to_change(web)
    later(monkeypatch)
    status, out, err = web.watch()
    assert status == 1
    known = f"these words do not stand as quoted at {web.live}, as is known since 2031-06-29"
    assert err[0].endswith(f": {known}")
    assert out == ["0 quotations changed, 2 differ as before, of 2 pages looked at; 0 pages not read"]
    status, out, _ = web.watch("--markdown")
    assert status == 1
    assert known.replace(web.live, f"<{web.live}>") in "\n".join(out)
    web.page("/bolts", "", 500)
    status, _, err = web.watch()
    assert status == 1
    assert any(line.endswith(known) for line in err)


def test_a_published_correction_settles_what_it_tells_of_and_nothing_else(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen_to_change(web)
    draft = web.root / "sources/curated/corrections/quotations-of-courier-report-2031-06-29.yml"
    assert web.watch()[0] == 1  # a draft settles nothing
    draft.write_text(draft.read_text("utf-8").replace("draft: true\n", ""), encoding="utf-8")
    later(monkeypatch)
    assert web.watch() == (
        0,
        [
            "0 quotations changed, 2 differ as before, of 2 a correction tells, of 2 pages looked at; "
            "0 pages not read"
        ],
        [],
    )
    web.page(
        "/bolts", html(a_white_light="a pale light", Nobody_has_been_confirmed="Two have been confirmed")
    )
    status, out, err = web.watch()
    assert status == 1
    assert len([line for line in err if not line.startswith("    ")]) == 1
    assert "1 quotation changed, 2 differ as before, of 2 a correction tells" in out[-1]


def test_a_correction_of_an_earlier_day_or_of_another_record_settles_nothing(web: Web) -> None:
    seen_to_change(web)
    draft = web.root / "sources/curated/corrections/quotations-of-courier-report-2031-06-29.yml"
    whole = draft.read_text("utf-8").replace("draft: true\n", "")
    for old, new in (("date: 2031-06-29", "date: 2031-06-28"), ("claim:light-under-the-arch, ", "")):
        assert old in whole
        draft.write_text(whole.replace(old, new, 1), encoding="utf-8")
        assert web.watch()[0] == 1


def test_words_that_stand_there_again_are_told_and_no_fault(web: Web) -> None:
    web.watch()
    web.page("/bolts", html(Nobody_has_been_confirmed="Two have been confirmed"))
    assert web.watch()[0] == 1
    web.page("/bolts", html())
    status, out, err = web.watch()
    assert (status, err) == (0, [])
    assert f"{web.live}: 1 quotation stands there again" in out


def test_the_lock_holds_states_days_and_digests_and_no_word_of_the_page(web: Web) -> None:
    web.page("/bolts", html(the_bolts_were_loose="the bolts were a little loose"))
    web.watch()
    text = (web.root / WATCHED).read_text("utf-8")
    assert "bolts were" not in text
    assert '"altered"' in text
    assert to_lines(from_lines(text)) == text


def test_a_correction_is_drafted_that_says_what_was_seen_and_is_never_written_over(web: Web) -> None:
    web.watch()
    web.page("/bolts", html(the_bolts_were_loose="the bolts were a little loose"))
    _, out, _ = web.watch()
    where = "sources/curated/corrections/quotations-of-courier-report-2031-06-29.yml"
    assert f"{where} drafted: finish it, or delete it" in out
    text = (web.root / where).read_text("utf-8")
    assert "draft: true" in text
    assert "affects: [claim:bolts-were-loose, source:courier-report]" in text
    words = " ".join(text.split())
    assert (
        f"From [Engineer says bolts were loose](source:courier-report), at {web.live}, these words are "
        "quoted: “the bolts were loose”." in words
    )
    assert (
        f"On 29 June 2031 the page at {web.live} did not hold these words as quoted. The quotations follow "
        "our copy of the article." in words
    )
    assert "On 29 June 2031 the page was read, and every quotation compared with it." in words
    assert "bolts were a little" not in text
    assert main(["--root", str(web.root), "check"]) == 0
    (web.root / where).write_text(text.replace("draft: true\n", ""), encoding="utf-8")
    assert main(["--root", str(web.root), "check"]) == 0
    (web.root / where).write_text(text + "# mine\n", encoding="utf-8")
    web.page("/bolts", html(Nobody_has_been_confirmed="Two have been confirmed"))
    assert web.watch()[0] == 1
    assert (web.root / where).read_text("utf-8").endswith("# mine\n")


def test_words_that_never_stood_there_are_not_said_to_stand_there_no_longer(web: Web) -> None:
    web.page("/kept/bolts", html(the_bolts_were_loose="the bolts were a little loose"))
    status, out, err = web.watch()
    assert status == 1
    assert f"these words do not stand as quoted at {web.copy}" in err[0]
    assert not any("drafted" in line for line in out)  # an archived copy corrects nothing


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_told_once_at_its_source_and_its_words_are_not(
    web: Web, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    web.watch()
    before = web.lock[web.live]
    web.page("/bolts", "", status)
    found, out, err = web.watch()
    told = f"{RECORD}:6:6: the page is gone: {web.live}: its server answers {status}"
    hint = "    look at it; write where the article is now, or list an archived copy under “archived”"
    assert (found, err) == (1, [told, hint])
    assert out[-1] == "0 quotations changed, 1 page not there, of 2 pages looked at; 0 pages not read"
    assert web.lock[web.live] == replace(before, absent=("gone", "2031-06-29"))
    later(monkeypatch)
    assert web.watch()[2] == [f"{told}, as is known since 2031-06-29", hint]


def test_of_a_page_that_is_gone_a_correction_says_so_and_nothing_of_its_words(web: Web) -> None:
    web.watch()
    web.page("/bolts", "", 404)
    where = "sources/curated/corrections/page-of-courier-report-2031-06-29.yml"
    assert f"{where} drafted: finish it, or delete it" in web.watch()[1]
    text = (web.root / where).read_text("utf-8")
    words = " ".join(text.split())
    assert "affects: [source:courier-report]" in text
    assert f"{web.live} was given as the address of [Engineer says bolts were loose]" in words
    assert (
        "On 29 June 2031 its server answered that there is no such page (404). The quotations follow our "
        "copy of the article." in words
    )
    assert main(["--root", str(web.root), "check"]) == 0
    (web.root / where).write_text(text.replace("draft: true\n", ""), encoding="utf-8")
    assert web.watch()[0] == 0


def test_a_page_that_is_there_again_is_told_and_no_fault(web: Web) -> None:
    web.watch()
    web.page("/bolts", "", 404)
    web.watch()
    web.page("/bolts", html())
    status, out, err = web.watch()
    assert (status, err) == (0, [])
    assert f"{web.live}: the page is there again" in out
    assert web.lock[web.live].absent is None


def test_drafts_of_what_is_over_are_named_as_long_as_they_are_drafts(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen_to_change(web)
    later(monkeypatch)
    web.page("/bolts", "", 404)
    web.watch()
    folder = "sources/curated/corrections"
    words, page = (
        f"{folder}/quotations-of-courier-report-2031-06-29.yml",
        f"{folder}/page-of-courier-report-2031-07-06.yml",
    )
    needless = [f"{path} can be deleted: what it says is no longer so" for path in (page, words)]
    web.page("/bolts", html(a_white_light="a pale light"))
    assert [line for line in web.watch()[1] if "can be deleted" in line] == needless[:1]
    web.page("/bolts", html())
    assert [line for line in web.watch()[1] if "can be deleted" in line] == needless
    (web.root / words).unlink()
    draft = web.root / page
    draft.write_text(draft.read_text("utf-8").replace("draft: true\n", ""), encoding="utf-8")
    assert not any("can be deleted" in line for line in web.watch()[1])


@pytest.mark.parametrize("options", [(), ("--markdown",)])
def test_where_not_one_page_can_be_read_the_exit_status_is_1(web: Web, options: tuple[str, ...]) -> None:
    web.page("/bolts", "", 500)
    assert web.watch(*options)[0] == 0  # the archived copy was read
    web.page("/kept/bolts", "", 500)
    status, out, err = web.watch(*options)
    assert status == 1
    assert len(err) == 2
    assert out == ([] if options else ["0 quotations changed, of 0 pages looked at; 2 pages not read"])


def test_the_words_there_are_those_of_the_cited_paragraph_where_it_has_any_near(web: Web) -> None:
    web.watch()
    headline = "Rower saw a white lamp under the arch"
    web.page("/bolts", html(Engineer_says_bolts_were_loose=headline, a_white_light="a pale light"))
    assert any("a [-pale-] {+white+} light under the arch" in line for line in web.watch()[2])


def about(*paragraphs: str) -> str:
    """A page that is none of an article, with as many words as one may have."""
    padding = "Here stands a long text about what this house does for those who read it every day. " * 25
    body = "".join(f"<p>{each}</p>" for each in (*paragraphs, padding))
    return f"<!doctype html><html><body><article><h1>The Courier</h1>{body}</article></body></html>"


SAME_PLACE = {
    "maintenance": about("We are working on our site and will be back soon."),
    "login": about("Please log in with your address and your password to go on reading."),
    "consent": about("We and our partners store what you read. Accept all, or choose what you allow."),
    "paywall": about("Engineer says bolts were loose", "Subscribe to read this and all other articles."),
    "names": about("Ida Holm and Nils Orre are guests at our readers' evening in Varrow Hospital."),
}


@pytest.mark.parametrize("page", SAME_PLACE)
@pytest.mark.parametrize("is_known", [True, False])
def test_of_another_page_at_the_same_address_it_is_not_said_that_words_changed(
    web: Web, page: str, is_known: bool
) -> None:
    if is_known:
        web.watch()
    words = web.lock[web.live].words if is_known else {}
    web.page("/bolts", SAME_PLACE[page])
    status, out, err = web.watch()
    assert status == 1
    assert err[0] == (
        f"{RECORD}:6:6: another page came instead, as it seems: {web.live}: none of the 9 quotations of this "
        "source stands there, nor four words in a row of any"
    )
    assert len(err) == 2
    assert out == ["0 quotations changed, 1 page not there, of 2 pages looked at; 0 pages not read"]
    assert web.lock[web.live].words == words
    assert web.lock[web.live].absent == ("another", "2031-06-29")
    assert not list((web.root / "sources/curated/corrections").glob("*courier-report*"))


TEASER = about(
    "Latest news", "Orre saw “a white light under the arch”, and Holm says that the bolts were loose."
)
MOVED = {
    "home": ("/", TEASER, "2 of the 9 quotations of this source stand"),
    "topic": ("/news/", about("All articles on bridges."), "none of the 9 quotations of this source stands"),
    "login": ("/login?to=/bolts", about("Please log in."), "none of the 9 quotations of this source stands"),
    "another-host": (
        "http://parked.example:{port}/name",
        about("This name is for sale."),
        "none of the 9 quotations of this source stands",
    ),
    "little": (
        "/",
        "<html><body><p>The Courier is here.</p></body></html>",
        "none of the 9 quotations of this source stands",
    ),
    "nothing": ("/", "<html><body></body></html>", ""),
}


@pytest.mark.parametrize("case", MOVED)
def test_where_the_address_leads_to_another_page_that_page_is_named(web: Web, case: str) -> None:
    web.watch()
    to, text, stand = MOVED[case]
    end = to.format(port=web.at.rpartition(":")[2]) if to.startswith("http") else f"{web.at}{to}"
    web.page("/bolts", "", 302, Location=end)
    web.page(f"/{end.split('/', 3)[3]}", text)
    status, out, err = web.watch()
    where = f"where {stand}" if stand else "which has no such article"
    assert status == 1
    assert err[0] == (
        f"{RECORD}:6:6: another page came instead, as it seems: {web.live}: it leads on to {end}, {where}"
    )
    assert not any("leads on to" in line or "drafted" in line for line in out)
    assert {state for state, _ in web.lock[web.live].words.values()} == {"found"}
    assert web.lock[web.live].leads_to == end
    web.page("/bolts", "", 500)
    assert f"it led on to {end}, as is known since 2031-06-29" in "\n".join(web.watch()[2])


def test_a_page_elsewhere_that_names_the_address_as_its_own_is_compared(web: Web) -> None:
    web.watch()
    web.page("/bolts", "", 302, Location="/amp/bolts")
    gone = {
        "the_bolts_were_loose": "the bolts were a little loose",
        "never_received_a": "got no",
        "a_white_light": "a pale light",
        "Nobody_has_been_confirmed": "Two have been confirmed",
        "Twelve_people": "Thirteen people",
    }
    text = html(**gone)
    web.page("/amp/bolts", text)
    assert "another page came instead" in web.watch()[2][0]
    web.page(
        "/amp/bolts", text.replace("<body>", f'<head><link rel="canonical" href="{web.live}"></head><body>')
    )
    status, out, err = web.watch()
    assert status == 1
    assert any("these words no longer stand" in line for line in err)
    assert f"{web.live}: the page is there again" in out


def test_an_article_without_its_quotations_is_known_by_our_copy_where_that_is_at_hand(web: Web) -> None:
    web.watch()
    kept = [each for each in BLOCKS if each[0] not in ("[p2", "[p5")]
    rest = "".join(f"<p>{text}</p>" for _, _, text in kept)
    for words in (
        "the bolts were loose",
        "The flood took the pier",
        "Twelve people were",
        "nine and fourteen",
    ):
        rest = rest.replace(words, "it was so")
    for words in ("a white light under", "the bridge was inspected in", "he took that back"):
        rest = rest.replace(words, "it was so")
    web.page("/bolts", f"<html><body><article><h1>Engineer says</h1>{rest}</article></body></html>")
    assert "another page came instead" in web.watch()[2][0]
    shutil.copytree(SAMPLE / "texts", web.root / "sources/texts")
    _, _, err = web.watch()
    assert "these words no longer stand" in err[0]


def test_a_page_that_its_server_packs_is_compared(web: Web) -> None:
    web.page("/bolts", gzip.compress(html().encode()), Content_Encoding="gzip")
    assert web.watch()[0] == 0


def test_what_another_run_writes_meanwhile_stays(web: Web) -> None:
    others = {"https://other.example/": WatchedPage("2031-06-28", None, {"0" * 64: ("found", "2031-06-28")})}

    def meanwhile(path: str) -> None:
        if path == "/kept/bolts":
            (web.root / WATCHED).write_text(to_lines(others), encoding="utf-8")

    Site.meanwhile = meanwhile
    assert web.watch()[0] == 0
    assert set(web.lock) == {web.live, web.copy, "https://other.example/"}


def test_a_page_that_moved_is_told_once_and_compared_where_it_leads(web: Web) -> None:
    web.page("/new", html())
    web.page("/bolts", "", 301, Location="/new")
    status, out, err = web.watch()
    assert (status, err) == (0, [])
    told = f"{web.live}: leads on to {web.at}/new: write that as the url where it is the same article"
    assert told in out
    assert web.lock[web.live].leads_to == f"{web.at}/new"
    assert told not in web.watch()[1]


def test_a_page_in_the_character_set_that_its_server_names_is_read(web: Web) -> None:
    web.page("/bolts", html(disagrees="dïsagrees").encode("cp1252"), Content_Type="text/html; charset=cp1252")
    assert web.watch() == (0, ["0 quotations changed, of 2 pages looked at; 0 pages not read"], [])


BAD = {
    "server-fault": ("its server answered 500", {"status": 500}),
    "forbidden": ("its server answered 403", {"status": 403}),
    "to-a-file": (
        "its server leads on, and not to a page of the web",
        {"status": 302, "Location": "file:///etc/passwd"},
    ),
    "in-a-circle": (
        "its server leads on, and not to a page of the web",
        {"status": 302, "Location": "/bolts"},
    ),
    "binary": ("it is image/png, which is not read", {"Content_Type": "image/png", "text": b"\x89PNG"}),
    "packed": (
        "it cannot be read as an article: is a packed file; unpack it, and name the files in it",
        {"text": gzip.compress(html().encode())},
    ),
    "empty": ("it cannot be read as an article: is empty", {"text": ""}),
    "broken-pdf": (
        "it cannot be read as an article: is not a PDF that can be read",
        {"Content_Type": "application/pdf", "text": b"%PDF-1.7 and nothing"},
    ),
    "paywall": (
        "it shows 7 words where our copy has 271: it may be behind a paywall, or be made by a script",
        {"text": "<html><body><h1>Subscribe</h1><p>Read on as a reader of ours.</p></body></html>"},
    ),
    "no-article": (
        "it cannot be read as an article: no article text found",
        {"text": "<html><body></body></html>"},
    ),
    "too-long": (
        "no answer that can be read: its answer is longer than 20,000,000 bytes",
        {"text": b"x" * 20_000_001},
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_answer_gets_one_message_and_changes_nothing(web: Web, case: str) -> None:
    web.watch()
    message, answer = BAD[case]
    web.page("/bolts", **{"text": "", **answer})  # type: ignore[arg-type]
    before = web.files()
    status, out, err = web.watch()
    assert err == [f"{web.live}: {message}; last read on 2031-06-29"]
    assert (status, out) == (0, ["0 quotations changed, of 1 page looked at; 1 page not read"])
    assert web.files() == before


def test_a_bad_answer_to_the_first_look_leaves_no_lock_of_it(web: Web) -> None:
    web.page("/bolts", "", 500)
    assert web.watch()[0] == 0
    assert set(web.lock) == {web.copy}


def test_robots_txt_is_heeded(web: Web) -> None:
    web.page(
        "/robots.txt", "User-agent: documentary-generator\nDisallow: /bolts\n", Content_Type="text/plain"
    )
    _, _, err = web.watch()
    assert err == [f"{web.live}: the robots.txt of its server asks programs to stay away"]
    assert "/bolts" not in {path for path, _ in Site.asked}


def test_a_server_that_cannot_give_its_robots_txt_is_left_alone(web: Web) -> None:
    web.page("/robots.txt", "", 503)
    _, _, err = web.watch()
    assert err == [f"{url}: the robots.txt of its server cannot be read" for url in (web.live, web.copy)]


@pytest.mark.parametrize(
    "rule", ["Disallow: http://[x", "Disallow: //[", "Crawl-delay: ²", "Request-rate: 1/²"]
)
def test_a_robots_txt_that_nobody_can_read_ends_no_watch(web: Web, rule: str) -> None:
    web.page("/robots.txt", f"User-agent: *\n{rule}\n", Content_Type="text/plain")
    _, _, err = web.watch()
    assert err == [f"{url}: the robots.txt of its server cannot be read" for url in (web.live, web.copy)]


def test_a_server_that_asks_for_fewer_questions_gets_no_more(web: Web) -> None:
    web.page("/bolts", "", 503)
    _, _, err = web.watch()
    assert err == [
        f"{web.live}: its server answered 503",
        f"{web.copy}: its server asked for fewer requests",
    ]
    assert [path for path, _ in Site.asked] == ["/robots.txt", "/bolts"]


def test_a_page_is_asked_for_once_by_a_program_that_says_who_it_is(web: Web) -> None:
    (web.root / "mkdocs.yml").write_text("site_url: https://bridge.example/\n", encoding="utf-8")
    web.watch()
    agent = "documentary-generator (+https://bridge.example/)"
    assert Site.asked == [(path, agent) for path in ("/robots.txt", "/bolts", "/kept/bolts")]


def test_without_being_told_to_no_address_of_this_machine_is_opened(web: Web) -> None:
    main(["--root", str(web.root), "watch", "courier-report", "--pause", "0"])
    _, err = web.capsys.readouterr()
    assert (
        f"{web.live}: no answer that can be read: 127.0.0.1 is no address of the public web; --local" in err
    )
    assert Site.asked == []


def test_the_report_for_an_issue_has_no_word_of_the_page(web: Web) -> None:
    web.watch()
    web.page("/bolts", html(the_bolts_were_loose="the bolts were a little loose"))
    web.page("/kept/bolts", "", 500)
    status, out, _ = web.watch("--markdown")
    text = "\n".join(out)
    assert status == 1
    assert "- `sources/curated/claims/bolts-were-loose.yml:" in text
    assert f"these words no longer stand as quoted at <{web.live}>" in text
    assert f"- <{web.copy}>: `its server answered 500; last read on 2031-06-29`" in text
    assert "- `sources/curated/corrections/quotations-of-courier-report-2031-06-29.yml`" in text
    assert "little" not in text


def test_the_public_log_of_a_workflow_has_no_word_of_the_page(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    web.page("/bolts", html(the_bolts_were_loose="the bolts were a little loose"))
    _, out, err = web.watch()
    assert "little" not in "\n".join([*out, *err])


def test_where_nothing_differs_the_report_is_empty(web: Web) -> None:
    assert web.watch("--markdown")[:2] == (0, [])


def test_a_damaged_lock_stops_the_watch_and_stays(web: Web) -> None:
    (web.root / WATCHED).write_text('["page", "nowhere"]\n', encoding="utf-8")
    status, _, err = web.watch()
    assert status == 1
    assert err[0] == f"{WATCHED}:1:1: the lock of the watch is damaged"
    assert Site.asked == []


def test_a_source_that_does_not_exist_is_refused(web: Web) -> None:
    assert main(["--root", str(web.root), "watch", "nobodys"]) == 1
    assert web.capsys.readouterr().err == "there is no source nobodys\n"


def test_what_the_records_have_no_longer_leaves_the_lock(web: Web) -> None:
    gone = WatchedPage("2031-01-01", None, {"0" * 64: ("found", "2031-01-01")})
    (web.root / WATCHED).write_text(to_lines({"https://gone.example/": gone, web.live: gone}), "utf-8")
    web.watch()
    assert "0" * 64 not in (web.root / WATCHED).read_text("utf-8")
    assert "gone.example" not in (web.root / WATCHED).read_text("utf-8")


def test_a_copy_of_the_wayback_machine_is_asked_for_as_it_was_saved() -> None:
    copy = "https://web.archive.org/web/20310102030405/https://a.example/b"
    assert asked(copy) == "https://web.archive.org/web/20310102030405id_/https://a.example/b"
    assert asked("https://a.example/web/2031/") == "https://a.example/web/2031/"
