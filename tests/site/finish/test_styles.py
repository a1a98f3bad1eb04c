import pytest

from generator.site.finish.styles import in_one

LINK = '<link rel="stylesheet" href="{}assets/documentary/{}.css">'


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "assets/documentary"
    folder.mkdir(parents=True)
    for name in ("page", "marks", "map"):
        (folder / f"{name}.css").write_text(f".{name} {{}}\n")
    return tmp_path


def sheet_of(html, site):
    return (site / html.partition('href="../')[2].partition('"')[0]).read_text()


def test_sheets_in_a_row_become_one_in_their_order(site):
    html = in_one(f"<a>{LINK.format('../', 'page')}\n  {LINK.format('../', 'marks')}<b>", site)
    assert html.count("<link") == 1
    assert html.startswith("<a><link")
    assert html.endswith("><b>")
    assert sheet_of(html, site) == ".page {}\n.marks {}\n"


def test_pages_of_any_depth_with_the_same_sheets_share_one_file(site):
    pages = [in_one(LINK.format(to, "page") + LINK.format(to, "marks"), site) for to in ("", "../", "../../")]
    assert len({page.rpartition("/")[2] for page in pages}) == 1
    assert [page.partition("assets")[0].rpartition('"')[2] for page in pages] == ["", "../", "../../"]


def test_other_sheets_and_another_order_make_another_file(site):
    both = LINK.format("../", "page"), LINK.format("../", "map")
    assert in_one("".join(both), site) != in_one("".join(reversed(both)), site)


@pytest.mark.parametrize(
    "html", [LINK.format("../", "page"), '<link rel="stylesheet" href="../other/x.css">']
)
def test_a_single_sheet_and_sheets_of_others_stay(site, html):
    assert in_one(html, site) == html
