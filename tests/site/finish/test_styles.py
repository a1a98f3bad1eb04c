import pytest

from generator.site.finish.styles import joined, name_of, renamed

LINK = '<link rel="stylesheet" href="{}assets/documentary/{}.css">'


def in_one(html):
    return joined(html, lambda run: f"{'-'.join(run)}.css")


def test_sheets_in_a_row_become_one_in_their_order():
    html = in_one(f"<a>{LINK.format('../', 'page')}\n  {LINK.format('../', 'marks')}<b>")
    assert html == f"<a>{LINK.format('../', 'page-marks')}<b>"


def test_pages_of_any_depth_with_the_same_sheets_share_one_file():
    pages = [in_one(LINK.format(to, "page") + LINK.format(to, "marks")) for to in ("", "../", "../../")]
    assert len({page.rpartition("/")[2] for page in pages}) == 1
    assert [page.partition("assets")[0].rpartition('"')[2] for page in pages] == ["", "../", "../../"]


@pytest.mark.parametrize(
    "html", [LINK.format("../", "page"), '<link rel="stylesheet" href="../other/x.css">']
)
def test_a_single_sheet_and_sheets_of_others_stay(html):
    assert in_one(html) == html


def test_sheets_without_a_name_stay_apart():
    html = LINK.format("../", "page") + LINK.format("../", "marks")
    assert joined(html, lambda run: "") == html


def test_the_name_is_of_the_content_and_pages_follow_it():
    old, new = name_of(b"a"), name_of(b"b")
    assert old != new
    page = f'<link rel="stylesheet" href="../assets/documentary/{old}">'.encode()
    assert renamed(page, old, new) == page.replace(old.encode(), new.encode())
