import pytest

from generator.evidence.visible import Segments, visible_markdown, visible_text


def quoted(segments: Segments) -> list[str]:
    return [" ".join(segments.text[start:end].split()) for start, end in segments.quoted]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>He said “we left” again</p>", ["“we left”"]),
        ("<p>He said “we <a href='x'>left</a>” again</p>", ["“we left”"]),
        ("<p>&ldquo;we&nbsp;left&#8221; again</p>", ["“we left”"]),
        ('<p>"we left" and "they stayed"</p>', ['"we left"', '"they stayed"']),
        ('<p>a 5" plank and a "red" one</p>', ['"red"']),
        ("<p>«nous» und „wir“ und »ihr«</p>", ["«nous»", "„wir“", "»ihr«"]),
        ("<p>‘We can’t do it’ he said</p>", ["‘We can’t do it’"]),
        ("<p>“he said ‘no’ to me” then</p>", ["“he said ‘no’ to me”"]),
        ("<p>the guards’ boats and the men’s</p>", []),
        ("<p>“one open</p><p>and closed”</p>", []),
        ("<p>“first “second” rest</p>", ["“second”"]),
        ("<p>said <q>we left</q> again</p>", ["we left"]),
        ("<blockquote><p>we left</p><p>“at once”</p></blockquote><p>so</p>", ["we left “at once”"]),
        ("<p>said <q>we left again</p><p>later</p>", ["we left again"]),
        ("<p>“one”“two”</p>", ["“one”", "“two”"]),
        ("<p>“line<br>two”</p>", ["“line two”"]),
        ("<p>“line\n\ntwo”</p>", ["“line two”"]),
    ],
)
def test_quoted_regions_of_a_page(html: str, expected: list[str]) -> None:
    assert quoted(visible_text(html)) == expected


def test_scripts_and_styles_are_not_text_and_labels_are() -> None:
    segments = visible_text(
        '<head><title>T</title><meta content="M"><style>s{}</style></head><script>var x</script>'
        '<p>a<b>b</b> <img alt="A"> <i title="I">i</i></p>'
    )
    assert segments.text.split() == ["T", "ab", "i", "M", "A", "I"]


def test_a_label_within_a_quotation_does_not_break_it() -> None:
    assert quoted(visible_text('<p>“see <a title="a label">the boats</a> go”</p>')) == ["“see the boats go”"]


def test_quoted_regions_are_sorted_and_disjoint() -> None:
    segments = visible_text("<p>“a” <q>b “c” d</q> “e <q>f</q> g”</p>")
    flat = [at for region in segments.quoted for at in region]
    assert flat == sorted(flat)
    assert quoted(segments) == ["“a”", "b “c” d", "“e f g”"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("He said “we\nleft” again", ["“we left”"]),
        ("“one\n\ntwo”", []),
        ("> we left\n> at once\n\nso it was", ["we left at once"]),
        ("said <q>we &amp; they</q>", ["we & they"]),
        ('“see [the *boats*](boats.md "Boats (all)") go”', ["“see the *boats* go”"]),
    ],
)
def test_quoted_regions_of_a_markdown_page(source: str, expected: list[str]) -> None:
    assert quoted(visible_markdown(source)) == expected


def test_link_targets_and_footnote_marks_are_no_text() -> None:
    text = visible_markdown("The [old mill](mill.md)'s end[^1] and [more][ref]").text
    assert text.split() == ["The", "old", "mill's", "end", "and", "more"]


def test_the_words_of_a_quotation_in_data_for_programs_are_quoted() -> None:
    data = '{"about":{"@type":"Quotation","text":["we “left” at once","they stayed"],"name":"no words"}}'
    segments = visible_text(f'<p>a</p><script type="application/ld+json">{data}</script>')
    assert quoted(segments) == ["“we left at once”", "“they stayed”"]
    assert "no words" in segments.text
