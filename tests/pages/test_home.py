from lxml import html

from generator.pages import home, index
from generator.pages.render import Renderer

from .made_up_dataset import claim, evidence, question, rendered, says, site, source

QUOTED = says("a", said="2031-02-01", evidence=[evidence("ledger", "it went down by itself")])
OTHERS = {"source:gazette": source(), "person:orre": {"name": "Nils Orre", "description": "A smith."}}


def page(records, **documentary):
    made = site(records, **documentary)
    return rendered(made, next(iter(home.pages(made))))


def tree(records, **documentary):
    return html.fromstring(page(records, **documentary))


def answered(**questions):
    records = {f"question:{name}": question(text=f"{name}?", **fields) for name, fields in questions.items()}
    for name in questions:
        records[f"claim:{name}"] = claim(says("a"), answer=(name, "Rust"))
    return records


def in_short(records, **documentary):
    """What stands in two minutes, by its name."""
    made = site(records, **documentary)
    [found] = home.pages(made)
    return {point.name: point for point in found.view["points"]}


def test_the_front_page_is_the_index_of_the_whole_site():
    made = site({})
    assert Renderer(made).render(next(iter(home.pages(made)))).path == "index.md"


def test_what_the_records_do_not_hold_is_left_out():
    found = page({})
    assert "## " not in found.replace("## The sources", "")
    assert "In two minutes" not in found


def test_every_question_stands_on_it_whatever_its_state():
    found = tree(answered(**{f"q{n}": {} for n in range(14)}, when={"state": "resolved"}))
    assert len(found.xpath("//a[@class='question']")) == 15


def test_groups_stand_as_the_editors_name_them_and_spellings_come_last():
    records = answered(why={}, where={}, spelled={"severity": "cosmetic"})
    found = tree(records, groups=[{"title": "Of places", "questions": ["where"]}])
    groups = {s.findtext("h3").strip(): s.xpath(".//a/text()") for s in found.xpath("//section[h3]")}
    assert groups == {
        "Of places": ["where?"],
        "Open questions": ["why?"],
        "Words and spellings": ["spelled?"],
    }
    assert list(groups) == ["Of places", "Open questions", "Words and spellings"]


def test_a_claim_is_undisputed_only_where_several_sources_assert_it_and_nobody_goes_against_it():
    one = claim(says("a"), says("b", source="gazette", speaker="person:orre"))
    found = in_short({**OTHERS, "claim:one": one})
    assert found["Undisputed"].ref.id == "one"
    assert (
        found["Undisputed"].basis == "2 of 2 sources assert it; no account recorded here denies or doubts it."
    )
    doubted = claim(*one["assertions"], says("c", stance="doubts"))
    assert "Undisputed" not in in_short({**OTHERS, "claim:one": doubted})


def test_what_came_out_slowly_gives_the_first_and_the_last_date():
    slow = claim(says("a", said="2031-02-01"), says("b", said="2033-05"), answer=("why", "Rust"))
    found = in_short({"question:why": question(), "claim:one": slow})
    assert found["Came out slowly"].basis == ("One account is dated 1 February 2031, another May 2033.")
    quick = claim(says("a", said="2031-02-01"), says("b", said="2031"), answer=("why", "Rust"))
    assert "Came out slowly" not in in_short({"question:why": question(), "claim:one": quick})


def test_a_dispute_is_told_with_both_sides():
    denied = claim(says("a"), says("b", stance="denies", speaker="person:orre"), answer=("why", "Rust"))
    records = {**OTHERS, "question:why": question(), "question:main": question(), "claim:one": denied}
    records["claim:two"] = claim(*[says(name) for name in "abc"], answer=("main", "Rust"))
    found = in_short(records)
    assert found["Disputed"].text == (
        "Why did the bridge fall? Rust: asserted by Ilse Varga; denied by Nils Orre."
    )
    assert found["Disputed"].basis == "2 accounts, 1 answer, 1 denial"
    assert found["Contradicted"].ref.id == "one"


def test_of_answers_that_are_contrary_to_each_other_both_are_told_with_who_gives_them():
    records = {**OTHERS, "question:why": question(), "question:main": question()}
    records["claim:one"] = claim(says("a"), answer=("why", "Rust"))
    records["claim:two"] = claim(
        says("b", speaker="person:orre"),
        answer=("why", "A flood"),
        relations=[{"relation": "contrary_to", "claim": "one"}],
    )
    records["claim:three"] = claim(*[says(name) for name in "abc"], answer=("main", "Rust"))
    found = in_short(records)["Disputed"]
    assert found.text == (
        "Why did the bridge fall? Rust: asserted by Ilse Varga. A flood: asserted by Nils Orre."
    )
    assert found.basis == "2 accounts, 2 answers, 2 contrary claims"


def test_beside_the_editors_wording_of_a_dispute_stands_how_many_deny_and_doubt():
    against = [says("b", stance="denies"), says("c", stance="doubts"), says("d", stance="denies")]
    records = {"question:why": question(), "claim:one": claim(says("a"), *against, answer=("why", "Rust"))}
    told = {"disputed": {"question": "why", "text": "Whether it was rust, as Varga says."}}
    found = in_short(records, in_two_minutes=told)["Disputed"]
    assert found.text == "Whether it was rust, as Varga says."
    assert found.basis == "4 accounts, 1 answer, 2 denials, 1 doubt"


def test_the_editors_wording_stands_where_they_give_one():
    denied = claim(says("a"), says("b", stance="denies"), answer=("why", "Rust"))
    told = {"contradicted": {"claim": "one", "text": "That it was rust."}}
    found = page({"question:why": question(), "claim:one": denied}, in_two_minutes=told)
    assert "That it was rust." in found
    assert "1 denial" in found


def test_a_voice_is_chosen_from_direct_speech_and_leads_to_its_question():
    records = {"question:why": question(), "claim:one": claim(QUOTED, answer=("why", "Rust"))}
    [voice] = tree(records).xpath("//li[@class='voice']")
    assert voice.xpath("string(blockquote)").strip() == "“it went down by itself”"
    assert voice.xpath(".//p[@class='leads']/a/@href") == ["questions/why/"]


def test_the_editors_voices_stand_instead():
    records = {"question:why": question(), "claim:one": claim(QUOTED, answer=("why", "Rust"))}
    other = says("b", evidence=[evidence("ledger", "nobody saw it fall")])
    records["claim:two"] = claim(other)
    chosen = [{"claim": "two", "statement": "b", "question": "why"}]
    [voice] = tree(records, voices=chosen).xpath("//li[@class='voice']")
    assert "nobody saw it fall" in voice.text_content()


def test_the_drawing_is_of_the_question_that_the_editors_name_and_its_rows_lead_to_the_answers():
    records = answered(why={}, where={})
    records["claim:where"] = claim(says("a", said="2031-02-01"), answer=("where", "Rust"))
    found = tree(records, main_question="where")
    assert "questions/where/#answer-1" in found.xpath("//figure//a/@href")


def test_a_source_says_who_writes_when_with_what_stake_and_what_it_reposts():
    stub = {"publisher": "organization:wire", "published": {"edtf": "2031-01-05", "basis": "stated"}}
    records = {
        "organization:wire": {"name": "Wire", "type": "news_outlet", "description": "An agency."},
        "source:copy": source(
            authors=["person:varga"],
            derivation=[{"relation": "republication", "stub": stub}],
            interest=[{"text": "It asks for gifts.", "short": "asks for gifts"}],
        ),
    }
    [*_, copy] = tree(records).xpath("//ul[contains(@class, 'library')]/li")
    words = " ".join(copy.text_content().split())
    assert "Ilse Varga · Wire, 5 January 2031; our copy: a repost asks for gifts" in words


def test_people_of_whom_most_sources_tell_come_first():
    records = {**OTHERS, "claim:one": claim(says("a"), says("b", source="gazette"))}
    records["claim:two"] = claim(*[says(n, speaker="person:orre") for n in "abc"])
    found = tree(records).xpath("//ul[contains(@class, 'people')]/li/a/text()")
    assert found == ["Ilse Varga", "Nils Orre"]


def test_of_many_who_deny_it_is_told_how_many_more_there_are():
    people = {f"person:p{n}": {"name": f"P{n}", "description": "A smith."} for n in range(3)}
    denials = [says(f"d{n}", stance="denies", speaker=f"person:p{n}") for n in range(3)]
    records = {**people, "question:why": question(), "question:main": question()}
    records["claim:one"] = claim(says("a"), *denials, answer=("why", "Rust"))
    records["claim:two"] = claim(*[says(f"t{n}") for n in range(6)], answer=("main", "Rust"))
    assert in_short(records)["Disputed"].text.endswith("denied by P0, P1 and 1 more.")


def test_what_was_only_taken_back_is_not_called_contradicted():
    back = claim(says("a"), says("b", stance="retracts"), answer=("why", "Rust"))
    assert "Contradicted" not in in_short({"question:why": question(), "claim:one": back})


BRIEF = [
    "The bridge [fell](event:fall).",
    "An engineer said that it [fell by itself](claim:one#a).",
    "Nobody [denies](claim:one#a) it, and [why](question:why) is not known.",
]
CAST = [
    {"entity": "person:varga", "role": "engineer", "text": "She says that it [fell](claim:one#a)."},
    {"entity": "person:orre", "role": "smith", "text": "He [heard it fall](event:fall)."},
]
TOLD = {"question:why": question(), "claim:one": claim(says("a"), answer=("why", "Rust")), **OTHERS}


def test_the_story_in_brief_stands_before_all_else_with_notes_that_are_numbered_through():
    found = tree(TOLD, brief=BRIEF, cast=CAST)
    sections = [element.get("class") for element in found.iter("section") if element.get("class")]
    assert sections[0] == "in-brief wide"
    sentences = found.xpath("//div[@class='sentences']/p")
    assert [each.text_content() for each in sentences] == [
        "The bridge fell.1",
        "An engineer said that it fell by itself.2",
        "Nobody denies2 it, and why3 is not known.",
    ]
    assert found.xpath("//li[starts-with(@id, 'note-')]/@id") == ["note-1", "note-2", "note-3"]
    marks = found.xpath("//ul[contains(@class, 'cast')]//sup/a/text()")
    assert marks == ["2", "1"], "what is cited again has its note already"
    titles = found.xpath("//a[@href='#note-2']/@title")
    assert set(titles) == {"Ilse Varga, Bridge falls 2031 (2); One source"}


def test_of_a_longer_story_in_brief_phones_show_the_beginning():
    found = tree(TOLD, brief=[*BRIEF, *BRIEF, *BRIEF])
    assert len(found.xpath("//div[@class='sentences']/p")) == 3
    [rest] = found.xpath("//details[@class='rest']")
    assert len(rest.xpath("./p")) == 6
    assert rest.findtext("summary") == "6 more sentences"


def test_a_claim_that_the_story_in_brief_tells_is_not_told_again_beside_it():
    records = {**TOLD, "claim:one": claim(says("a"), says("c", source="gazette", speaker="source:gazette"))}
    without = tree(records)
    assert "Undisputed" in without.xpath("string(//section[@class='short'])")
    found = tree(records, brief=BRIEF)
    assert "Undisputed" not in found.xpath("string(//section[@class='short'])")
    [stands] = found.xpath("//div[@class='sentences']/p[@class='basis']")
    assert stands.text_content().startswith("Undisputed: 2 of 2 sources assert it")
    assert "by itself" in stands.getprevious().text_content()


def stands_below(records, *brief):
    """What stands below each sentence of the story in brief, and by what the points beside it are named."""
    found = tree(records, brief=brief)
    below = []
    for line in found.xpath("//div[@class='sentences']//p"):
        if line.get("class") == "basis":
            below[-1].append(" ".join(line.text_content().split()))
        else:
            below.append([])
    return below, found.xpath("//section[@class='short']//li/b/text()")


def test_of_two_contrary_claims_each_sentence_that_cites_one_says_that_it_is_contradicted():
    records = {
        **OTHERS,
        "claim:one": claim(says("a")),
        "claim:two": claim(says("b"), relations=[{"relation": "contrary_to", "claim": "one"}]),
    }
    below, beside = stands_below(records, "It was [rust](claim:one).", "It was [a flood](claim:two).")
    line = "Contradicted: 1 article · 1 source asserts it · 1 contrary claim"
    assert below == [[line], [line]]
    assert beside == []
    below, _ = stands_below(records, "[Rust](claim:one) or [a flood](claim:two); or [rust](claim:one).")
    assert below == [[f"Note 1: {line}", f"Note 2: {line}"]]


def test_undisputed_is_said_of_no_sentence_that_cites_more_than_what_is_undisputed():
    records = {
        **TOLD,
        "claim:one": claim(says("a"), says("c", source="gazette", speaker="source:gazette")),
        "claim:two": claim(says("d")),
    }
    below, beside = stands_below(records, "It [fell](claim:one) of [rust](claim:two).")
    assert below == [[]]
    assert "Undisputed" in beside


def test_the_cast_takes_the_place_of_the_people_and_opens_their_list():
    made = site(TOLD, cast=CAST)
    [front] = home.pages(made)
    found = html.fromstring(rendered(made, front))
    named = [a.text for a in found.xpath("//ul[contains(@class, 'people')]/li/a")]
    assert named == ["Ilse Varga", "Nils Orre"]
    assert found.xpath("//ul[contains(@class, 'cast')]/li/span/text()") == ["engineer", "smith"]
    [people] = index.index(made, "person")
    assert (
        html.fromstring(rendered(made, people)).xpath("//ul[contains(@class, 'cast')]/li/a/text()") == named
    )
    [places] = index.index(made, "place")
    assert "cast" not in rendered(made, places)


def test_without_a_brief_and_a_cast_the_page_stays_as_it_is():
    denied = claim(says("a"), says("b", stance="denies", speaker="person:orre"), answer=("why", "Rust"))
    found = page({**TOLD, "claim:one": denied})
    assert "In two minutes" in found
    assert "in-brief" not in found
    assert "sup" not in {element.tag for element in html.fromstring(found).iter()}
