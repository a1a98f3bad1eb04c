"""Takes the words out of subtitles (WebVTT, SubRip): paragraphs, with the time and the speaker of each."""

from collections.abc import Iterator

from generator.ingest.language import infer_language
from generator.ingest.oneline import count_words, ends_sentence, one_line
from generator.ingest.types import Block, CapturedArticle, CaptureError, Finding, Findings, LeftOut, Start
from generator.lib.media.cues import Cue, CueError, exact, named_before, read_cues

_PAUSE = 2.5
"""Seconds of silence after which a new paragraph begins."""
_ENOUGH, _MOST = 40, 90
"""Words after which a paragraph ends with its sentence, and those after which it ends anywhere."""


def is_transcript(data: bytes, name: str) -> bool:
    """Whether a file is one of subtitles, by its first word or its name."""
    return name.lower().endswith((".srt", ".vtt")) or data.removeprefix(b"\xef\xbb\xbf")[:6] == b"WEBVTT"


def transcript(data: bytes, name: str) -> CapturedArticle:
    """The words of the subtitles `data` as an article. Raises `CaptureError`, with the line at fault."""
    try:
        cues = read_cues(data)
    except CueError as fault:
        raise CaptureError(f"{name}: line {fault.line}: {fault.message}; {fault.hint}.") from None
    paragraphs = list(_paragraphs(cues))
    blocks = tuple(
        Block(f"p{number}", one_line(" ".join(cue.text for cue in each)))
        for number, each in enumerate(paragraphs, 1)
    )
    starts = tuple(
        Start(block.label, exact(each[0].start), one_line(each[0].speaker or named_before(each[0].text)))
        for block, each in zip(blocks, paragraphs, strict=True)
    )
    speakers = {cue.speaker: cue.line for cue in reversed(cues) if cue.speaker}
    return CapturedArticle(
        name,
        blocks,
        Findings(
            language=infer_language(" ".join(block.text for block in blocks)),
            type_hint=Finding("broadcast", "inferred", None, "its subtitles"),
        ),
        tuple(
            LeftOut(one_line(speaker), line, "names a speaker")
            for speaker, line in sorted(speakers.items(), key=lambda each: each[1])
        ),
        sum(count_words(block.text) for block in blocks),
        starts=starts,
    )


def _paragraphs(cues: list[Cue]) -> Iterator[list[Cue]]:
    held: list[Cue] = []
    words, speaking = 0, ""
    for cue in cues:
        named = named_before(cue.text) or speaking
        if held and (named != speaking or _is_over(held[-1], cue, words)):
            yield held
            held, words = [], 0
        speaking = named
        held.append(cue)
        words += count_words(cue.text)
    yield held


def _is_over(last: Cue, cue: Cue, words: int) -> bool:
    """Whether a paragraph of so many words that ends with `last` does not go on with `cue`."""
    if last.speaker != cue.speaker or cue.start - last.end > _PAUSE or words >= _MOST:
        return True
    return words >= _ENOUGH and ends_sentence(last.text)
