"""The forms in Chromium: records are listed, opened, changed and saved into a folder.

No test can answer the browser's own folder dialog. Here it answers with a folder that the browser keeps for
the page, whose files have the same interface; the records are put there first and taken out after.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, sync_playwright

from generator.cli.commands.admin import PACKAGES
from generator.editing.admin.server import server
from generator.records.kinds import KINDS
from generator.records.reader import read
from generator.records.refs import Ref

from ...npm import npm_installed

BASE = Path(__file__).parents[2] / "bad/_base"
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
CLAIM = "sources/curated/claims/bolts-were-loose.yml"
PATIENCE = 30_000  # milliseconds, after which the page is taken to hang
FOLDER = """
window.folder = async (path) => {
  let at = await (await navigator.storage.getDirectory()).getDirectoryHandle("project", { create: true });
  for (const name of path) at = await at.getDirectoryHandle(name, { create: true });
  return at;
};
window.showDirectoryPicker = () => folder([]);
"""
PUT = """async (files) => {
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/"), name = names.pop();
    const file = await (await folder(names)).getFileHandle(name, { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
TAKE = """async () => {
  const found = {};
  const walk = async (at, path) => {
    for await (const [name, each] of at.entries()) {
      if (each.kind === "directory") await walk(each, `${path}${name}/`);
      else found[path + name] = await (await each.getFile()).text();
    }
  };
  await walk(await folder([]), "");
  return found;
}"""

pytestmark = [pytest.mark.browser, pytest.mark.npm]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the made-up archive with a comment in a claim."""
    root = tmp_path_factory.mktemp("project") / "bridge"
    shutil.copytree(BASE, root)
    claim = root / CLAIM
    claim.write_text("# Her words in both articles.\n" + claim.read_text())
    return root


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    modules = npm_installed(tmp_path_factory.mktemp("npm"), *PACKAGES)
    with server(root, modules / "@sveltia/cms/dist/sveltia-cms.js", 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        reason = f"no Chromium at {CHROMIUM}; set CHROMIUM to its path"
        pytest.fail(reason) if os.environ.get("BROWSER_REQUIRED") == "1" else pytest.skip(reason)
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--no-first-run", *quiet]
        )
        yield running
        running.close()


class Forms:
    """The page with the project folder opened, and everything that it said or asked for."""

    def __init__(self, browser: Browser, address: str, root: Path) -> None:
        self.address, self.root = address, root
        self.said: list[str] = []
        self.asked: list[str] = []
        context = browser.new_context(viewport={"width": 1400, "height": 1000})
        context.add_init_script(FOLDER)
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.page.on("response", lambda response: self.asked.append(response.url))
        self.page.goto(f"{address}formats.js")
        files = {
            path.relative_to(root).as_posix(): path.read_text()
            for path in root.rglob("*")
            if path.suffix in (".yml", ".md")
        }
        self.page.evaluate(PUT, {**files, ".git/HEAD": "ref: refs/heads/main\n"})
        self.page.goto(address)
        self.page.get_by_role("button", name="Work with Local Repository").click()
        self.page.get_by_text("Collections", exact=True).first.wait_for()

    def go(self, where: str) -> None:
        """Go to a collection or a record."""
        self.page.goto(f"{self.address}#/collections/{where}")

    def field(self, path: str) -> Locator:
        """The field at a path of the open record, scrolled to: before that it is not drawn."""
        found = self.page.locator(f'[data-key-path="{path}"]').first
        drawn = self.page.locator("[data-key-path]")
        drawn.first.wait_for()
        while not found.count():
            before = drawn.count()
            drawn.last.scroll_into_view_if_needed()
            self.page.wait_for_function(
                "(before) => document.querySelectorAll('[data-key-path]').length > before", arg=before
            )
        found.scroll_into_view_if_needed()
        return found

    def save(self) -> dict[str, str]:
        """Save the open record and return what stands in the folder then, without what stood there before."""
        before = self.page.evaluate(TAKE)
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.wait_for_url(re.compile(r"#/collections/[a-z]+$"))  # the form closes when all is written
        after = self.page.evaluate(TAKE)
        return {path: text for path, text in after.items() if before.get(path) != text}


@pytest.fixture
def forms(browser: Browser, address: str, root: Path) -> Iterator[Forms]:
    opened = Forms(browser, address, root)
    yield opened
    opened.page.context.close()


def laid_into(root: Path, folder: Path, changed: dict[str, str]) -> Path:
    copy = folder / "after"
    shutil.copytree(root, copy)
    for path, text in changed.items():
        (copy / path).write_text(text)
    return copy


def test_the_configuration_is_taken_without_a_fault_and_nothing_is_loaded_from_elsewhere(
    forms: Forms,
) -> None:
    told = [line for line in forms.said if "onfiguration" in line]
    assert any(line.startswith("debug: CMS configuration") for line in told)
    assert not [line for line in told if line.startswith(("error", "warning"))]
    assert any("Parsed 14 entries (0 errors)" in line for line in forms.said)
    assert all(url.startswith((forms.address, "data:", "blob:")) for url in forms.asked)


def test_every_record_of_every_kind_is_listed(forms: Forms) -> None:
    dataset, _ = read(forms.root)
    assert dataset
    for kind in KINDS.values():
        names = [
            str(getattr(each, "name", "")) for ref, each in dataset.records.items() if ref.kind == kind.name
        ]
        forms.go(kind.plural)
        for name in names:
            forms.page.get_by_text(name.strip("[]")).first.wait_for()


def test_a_claim_is_opened_with_its_assertions_changed_and_saved(forms: Forms, tmp_path: Path) -> None:
    forms.go("claims/entries/bolts-were-loose")
    assertions = forms.field("assertions")
    assertions.get_by_text("(holm-copy)").wait_for()
    assertions.get_by_role("button", name="Expand", exact=True).first.click()
    named = forms.field("assertions.0.as_named").get_by_role("textbox")
    assert named.input_value() == "Ida Holm"
    named.fill("Engineer Holm")
    changed = forms.save()
    assert list(changed) == [CLAIM]
    assert changed[CLAIM].startswith("# Her words in both articles.\ntext: ")
    before, after = (read(each)[0] for each in (forms.root, laid_into(forms.root, tmp_path, changed)))
    assert before
    assert after
    ref = Ref("claim", "bolts-were-loose")
    wanted = before.records[ref].model_dump()
    wanted["assertions"][0]["as_named"] = "Engineer Holm"
    assert after.records[ref].model_dump() == wanted
    assert {r: each for r, each in after.records.items() if r != ref} == {
        r: each for r, each in before.records.items() if r != ref
    }


def test_a_new_record_is_written_under_the_id_that_the_editor_gives(forms: Forms, tmp_path: Path) -> None:
    forms.go("people/new")
    forms.field("name").get_by_role("textbox").fill("Nadia Quill")
    forms.field("description").get_by_role("textbox").fill("Lamplighter: the last one.")
    forms.field("added").get_by_role("textbox").fill("2031-06-02")
    forms.page.get_by_role("textbox", name="Slug").fill("nadia-quill")
    changed = forms.save()
    assert list(changed) == ["sources/curated/people/nadia-quill.yml"]
    dataset, problems = read(laid_into(forms.root, tmp_path, changed))
    assert dataset
    assert not problems
    assert str(dataset.people[Ref("person", "nadia-quill")].description) == "Lamplighter: the last one."


def test_the_notes_of_a_source_are_changed_beside_its_fields(forms: Forms, tmp_path: Path) -> None:
    forms.go("sources/entries/courier-report")
    notes = forms.field("reading_notes").get_by_role("textbox")
    text = notes.input_value()
    assert text.startswith("[p1] [Holm](person:ida-holm) told")
    notes.fill(text + "\n\n[p4] The paper ends with the weather.")
    changed = forms.save()
    dataset, problems = read(laid_into(forms.root, tmp_path, changed))
    assert dataset
    assert not problems
    note = dataset.sources[Ref("source", "courier-report")].note("p4")
    assert note
    assert note.text == "The paper ends with the weather."
