import pytest

from generator.site.finish.not_found import at_any_depth

BODY = '<link href="{0}a.css"><a href="{0}">Home</a><img src="{0}m.svg"><form action="{0}s/"><a href="https://b.example/">b</a>'


@pytest.mark.parametrize(("written", "root"), [("/", "/"), ("/./", "/"), ("/sub/folder/.", "/sub/folder/")])
def test_links_become_relative_to_the_base(written, root):
    html = at_any_depth(f'<base href="{written}">{BODY.format(root)}')
    assert html == (
        f'<base href="{root}"><link href="a.css"><a href="./">Home</a><img src="m.svg"><form action="s/">'
        '<a href="https://b.example/">b</a>'
    )


def test_a_page_without_base_stays_as_it_is():
    assert at_any_depth(BODY.format("/")) == BODY.format("/")
