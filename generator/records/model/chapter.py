"""Chapters: the story of a documentary, told in prose that cites its records."""

from pydantic import Field

from generator.records.model.record import CitingBody, Line, Part, Record, Whole


class Body(Part):
    """The text of a chapter, in Markdown."""

    text: CitingBody = Field(description="The prose; every sentence cites a record or is the narrator's.")
    line: int = Field(description="Line of the file that it begins on, from 1.")


class Chapter(Record):
    """One chapter of the story: prose of which every sentence cites the records."""

    title: Line = Field(description="Its title, without words that are quoted.")
    standfirst: Line = Field(
        description="One or two sentences on what it tells, for its page and the list of chapters; they "
        "quote nothing."
    )
    order: Whole = Field(description="Its place in the story, from 1; each place is taken once.")
    body: Body = Field(
        description="Its text: the body of the file. Alone on a line, `![caption](media:id)` sets in a "
        "picture, a document or a recording, `![](claim:id)` a card; so can a question, an event and a place."
    )

    @property
    def name(self) -> str:
        """The title."""
        return self.title
