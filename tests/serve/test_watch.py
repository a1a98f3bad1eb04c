from __future__ import annotations

from watchdog.events import FileModifiedEvent

from generator.serve.watch import Watch


def first(watch, wanted):
    """The files of the edits up to the one that names `wanted`."""
    seen = set()
    for touched in watch.edits():
        if touched is None:
            return None
        seen |= touched
        if wanted in seen:
            break
    return seen


def test_a_written_file_is_named_and_a_hidden_one_is_not(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    with Watch([folder], [tmp_path / "mkdocs.yml"]) as watch:
        (folder / ".a.yml.swp").write_text("x")
        (tmp_path / "other.yml").write_text("x")
        (folder / "a.yml").write_text("x")
        assert first(watch, folder / "a.yml") == {folder / "a.yml"}
        (folder / "a.yml").read_text()
        (tmp_path / "mkdocs.yml").write_text("x")
        assert tmp_path / "mkdocs.yml" in first(watch, tmp_path / "mkdocs.yml")


def test_whether_a_further_edit_waits_is_known(tmp_path):
    watch = Watch([tmp_path], [])
    assert not watch.has_more
    watch.on_any_event(FileModifiedEvent(str(tmp_path / "a.yml")))
    assert watch.has_more
    assert next(watch.edits()) == {tmp_path / "a.yml"}
    assert not watch.has_more


def test_a_renamed_file_is_named_by_both_names(tmp_path):
    (tmp_path / "a.yml").write_text("x")
    with Watch([tmp_path], []) as watch:
        (tmp_path / "a.yml").rename(tmp_path / "b.yml")
        assert first(watch, tmp_path / "b.yml") == {tmp_path / "a.yml", tmp_path / "b.yml"}


def test_of_a_folder_that_came_nothing_in_particular_is_known(tmp_path):
    with Watch([tmp_path], []) as watch:
        (tmp_path / "claims").mkdir()
        assert first(watch, tmp_path / "claims") is None


def test_a_folder_that_is_watched_alone_tells_nothing_of_the_folders_in_it(tmp_path):
    (tmp_path / "claims").mkdir()
    with Watch([], alone=[tmp_path]) as watch:
        (tmp_path / "claims/made.md").write_text("x")
        (tmp_path / "a.md").write_text("x")
        assert first(watch, tmp_path / "a.md") == {tmp_path / "a.md"}


def test_what_is_watched_may_change_and_what_has_gone_is_no_fault(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    with Watch([old]) as watch:
        new.mkdir()
        watch.follow([new, tmp_path / "gone"])
        (old / "a.md").write_text("x")
        (new / "b.md").write_text("x")
        assert first(watch, new / "b.md") == {new / "b.md"}


def test_a_folder_that_was_replaced_is_watched_on_under_its_name(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    with Watch([folder], [folder]) as watch:
        folder.rename(tmp_path / "away")
        folder.mkdir()
        assert first(watch, folder) is None
        watch.follow([folder])
        (folder / "a.yml").write_text("x")
        assert folder / "a.yml" in first(watch, folder / "a.yml")
