import pytest

from generator.evidence.article import Article
from generator.evidence.quotation import Quotation
from generator.evidence.rights import Grant, excerpt_use, locked_use
from generator.evidence.verify import verify

BODY = [f"w{number}" for number in range(500)]
BLOCKS = {"title": "One two three", "standfirst": "Who did it then", "p1": " ".join(BODY)}
ARTICLE = Article(BLOCKS, has_marks=False)


def span(first: int, last: int) -> tuple[int, int]:
    """The span of the body's words from `first` to before `last`."""
    start = ARTICLE.spans["p1"][0]
    return start + len(" ".join([*BODY[:first], ""])), start + len(" ".join(BODY[:last]))


def test_a_word_quoted_twice_is_counted_once() -> None:
    use = excerpt_use(ARTICLE, [(span(10, 30),), (span(20, 35),), (span(10, 30),)])
    assert (use.words_quoted, use.longest, use.limits.own, use.is_within) == (25, 20, 75, True)


@pytest.mark.parametrize(("last", "within"), [(60, True), (61, False)])
def test_one_quotation_may_have_sixty_words(last: int, within: bool) -> None:
    assert excerpt_use(ARTICLE, [(span(0, last),)]).is_within is within


def test_the_fragments_of_a_quotation_count_together() -> None:
    assert excerpt_use(ARTICLE, [(span(0, 31), span(40, 70))]).longest == 61


@pytest.mark.parametrize(("last", "within"), [(85, True), (86, False)])
def test_fifteen_per_cent_of_the_article_may_be_quoted(last: int, within: bool) -> None:
    assert excerpt_use(ARTICLE, [(span(0, 30),), (span(40, last),)]).is_within is within


@pytest.mark.parametrize(("last", "within"), [(275, True), (276, False)])
def test_with_the_speech_of_people_thirty_per_cent_may_be_quoted(last: int, within: bool) -> None:
    speech = [(span(200, 240),), (span(240, last),)]
    assert excerpt_use(ARTICLE, [(span(0, 60),), (span(60, 75),)], speech).is_within is within


def test_words_quoted_as_speech_too_are_speech() -> None:
    use = excerpt_use(ARTICLE, [(span(10, 30),)], [(span(20, 40),)])
    assert (use.own, use.speech, use.words_quoted) == (10, 20, 30)


def test_the_title_is_free_and_the_standfirst_is_not() -> None:
    assert excerpt_use(ARTICLE, [(ARTICLE.spans["title"],)]).words_quoted == 0
    assert excerpt_use(ARTICLE, [(ARTICLE.spans["standfirst"],)]).words_quoted == 4


@pytest.mark.parametrize("own", [True, False])
def test_an_agreed_limit_replaces_the_shares(own: bool) -> None:
    quoted = [(span(0, 30),)]
    assert not excerpt_use(ARTICLE, quoted if own else [], [] if own else quoted, Grant(words=29)).is_within


def test_a_free_licence_lifts_every_limit() -> None:
    assert excerpt_use(ARTICLE, [(span(0, 500),)], grant=Grant(free=True)).is_within


def test_a_limit_agreed_under_a_free_licence_holds() -> None:
    assert excerpt_use(ARTICLE, [(span(0, 70),)], grant=Grant(70, free=True)).is_within
    assert not excerpt_use(ARTICLE, [(span(0, 71),)], grant=Grant(70, free=True)).is_within


def test_nothing_quoted_is_within() -> None:
    assert excerpt_use(ARTICLE, []).is_within


def test_the_lock_gives_the_same_use_without_the_text() -> None:
    quotations = [
        Quotation("a", "long", "p1", "w10 w11 w12 w13 w14"),
        Quotation("b", "long", "p1", "w13 w14 w15 w16 […] w30 w31 w32 w33", direct=True),
        Quotation("c", "long", "", "w400", kind="as_named"),
        Quotation("d", "other", "p1", "other words here"),
    ]
    lock, faults = verify(quotations, {"long": ARTICLE, "other": Article({"p1": "other words here"})})
    assert faults == []
    use = locked_use(lock, "long")
    assert (use.own, use.speech, use.longest) == (3, 8, 8)
    assert use == excerpt_use(ARTICLE, [lock.entries["a"].spans], [lock.entries["b"].spans])
    assert not locked_use(lock, "long", Grant(words=10)).is_within


def test_the_use_of_an_unknown_source_is_an_error() -> None:
    with pytest.raises(KeyError):
        locked_use(verify([], {})[0], "unknown")
