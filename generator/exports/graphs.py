"""GEXF and GraphML: the network of people and organizations, with what each line rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from generator.analysis.ties import ACTS, EVENT, Bond, bonds, ties
from generator.exports.archive import Archive
from generator.exports.format import File, Format
from generator.lib.language import gettext as _
from generator.lib.language import label
from generator.records.refs import Ref

GEXF_PATH, GRAPHML_PATH = "network.gexf", "network.graphml"
Value = str | int | bool
NODE = (("kind", "string"), ("name", "string"), ("page", "string"))
EDGE = (
    ("kind", "string"),
    ("says", "string"),
    ("ties", "integer"),
    ("mutual", "boolean"),
    ("doubt", "string"),
    ("claims", "string"),
    ("records", "string"),
)
"""What is said of a node and of an edge: `ties` counts what it rests on, `mutual` is one without a direction.

`doubt` is empty unless every tie is contested, or of an event that is not said to have occurred; `claims` and
`records` are ids with blanks between.
"""
_GRAPHML_TYPES = {"integer": "int"}


@dataclass(frozen=True)
class Graph:
    """The people and organizations that are tied, and their bonds, with what is said of each."""

    nodes: Sequence[tuple[Ref, Sequence[Value]]]
    edges: Sequence[tuple[Bond, Sequence[Value]]]


def graph(archive: Archive) -> Graph:
    """The network of an archive."""
    found = bonds(ties(archive.dataset))
    ends = sorted({end for bond in found for end in (bond.one, bond.other)})
    return Graph(
        [(ref, (ref.kind, archive.name(ref), archive.page(ref))) for ref in ends],
        [(bond, _said(bond)) for bond in found],
    )


def _said(bond: Bond) -> Sequence[Value]:
    records = [str(ref) for ref in dict.fromkeys(tie.record for tie in bond.ties)]
    grounds = [str(claim) for tie in bond.ties for ground in tie.grounds for claim in ground.claims]
    claims = dict.fromkeys([*(ref for ref in records if ref.startswith("claim:")), *grounds])
    mutual = bond.sort == EVENT
    says = _(ACTS[bond.sort])
    doubt = _(", ").join(dict.fromkeys(label(tie.doubt) for tie in bond.ties)) if bond.doubtful else ""
    return bond.sort, says, len(bond.ties), mutual, doubt, " ".join(claims), " ".join(records)


def _gexf(archive: Archive) -> Iterator[File]:
    found = archive.memo(graph)
    yield File(GEXF_PATH, _joined(_gexf_lines(archive, found)), "application/xml", _title(), len(found.edges))


def _graphml(archive: Archive) -> Iterator[File]:
    found = archive.memo(graph)
    yield File(GRAPHML_PATH, _joined(_graphml_lines(found)), "application/xml", _title(), len(found.edges))


def _title() -> str:
    return _("Who is connected with whom, and which event or claim says so.").rstrip(".")


def _gexf_lines(archive: Archive, found: Graph) -> Iterator[str]:
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
    yield f"<meta><description>{escape(archive.documentary['title'])}</description></meta>"
    yield '<graph defaultedgetype="directed">'
    for of, columns in (("node", NODE), ("edge", EDGE)):
        yield f'<attributes class="{of}">'
        for number, (name, kind) in enumerate(columns):
            yield f'<attribute id="{number}" title="{name}" type="{kind}"/>'
        yield "</attributes>"
    yield "<nodes>"
    for ref, values in found.nodes:
        yield f"<node id={quoteattr(str(ref))} label={quoteattr(str(values[1]))}>{_attvalues(values)}</node>"
    yield "</nodes><edges>"
    for number, (bond, values) in enumerate(found.edges):
        ends = f"source={quoteattr(str(bond.one))} target={quoteattr(str(bond.other))}"
        kind = f'kind="{bond.sort}" label={quoteattr(str(values[1]))} weight="{len(bond.ties)}"'
        yield f'<edge id="{number}" {ends} {kind}>{_attvalues(values)}</edge>'
    yield "</edges></graph></gexf>"


def _attvalues(values: Sequence[Value]) -> str:
    inside = "".join(f'<attvalue for="{n}" value={quoteattr(_text(v))}/>' for n, v in enumerate(values))
    return f"<attvalues>{inside}</attvalues>"


def _graphml_lines(found: Graph) -> Iterator[str]:
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for of, columns in (("node", NODE), ("edge", EDGE)):
        for name, kind in columns:
            typed = _GRAPHML_TYPES.get(kind, kind)
            yield f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{typed}"/>'
    yield '<graph id="network" edgedefault="directed">'
    for ref, values in found.nodes:
        yield f"<node id={quoteattr(str(ref))}>{_data('node', NODE, values)}</node>"
    for number, (bond, values) in enumerate(found.edges):
        ends = f"source={quoteattr(str(bond.one))} target={quoteattr(str(bond.other))}"
        yield f'<edge id="e{number}" {ends}>{_data("edge", EDGE, values)}</edge>'
    yield "</graph></graphml>"


def _data(of: str, columns: Sequence[tuple[str, str]], values: Sequence[Value]) -> str:
    pairs = zip(columns, values, strict=True)
    return "".join(f'<data key="{of}-{name}">{escape(_text(value))}</data>' for (name, _), value in pairs)


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _joined(lines: Iterable[str]) -> bytes:
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines, ""]).encode()


GEXF = Format(
    name="GEXF",
    standard="https://gexf.net",
    use="The network for Gephi: who speaks of whom, who has a part in one event, who holds which role, each "
    "line with the claims and records that it rests on.",
    files=_gexf,
)
GRAPHML = Format(
    name="GraphML",
    standard="http://graphml.graphdrawing.org",
    use="The same network for other programs, such as NetworkX, yEd and Cytoscape.",
    files=_graphml,
)
