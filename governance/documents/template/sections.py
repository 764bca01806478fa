"""The annexes of our document behind all that a council's template says, each a section with heads of its own."""

from collections.abc import Mapping, Sequence
from copy import deepcopy

import attrs
from lxml import etree

from governance.documents.template.clean import Relation
from governance.documents.template.names import NS, R, W, drop, within, written
from governance.documents.word.body import END_OF


@attrs.frozen
class Annexed:
    """The headers and footers of the annexes: each by its name, how the body names it, and which of the council's it took over."""

    heads: Mapping[str, bytes]
    named: tuple[Relation, ...]
    took: Mapping[str, str]


def by_section(blocks: Sequence[etree._Element]) -> list[list[etree._Element]]:
    """Part the document from its annexes, and take out the pages of our own."""
    sections: list[list[etree._Element]] = [[]]
    for block in blocks:
        sections[-1].append(block)
        for page in within(block, "w:pPr/w:sectPr"):
            drop(page)
            sections.append([])
    return sections


def keep_with_block(nodes: Sequence[etree._Element]) -> None:
    """Keep the last of our words with the place to sign behind them, and that place on one page."""
    last = nodes[-1]
    for node in nodes:
        for paragraph in node.iter(f"{W}p"):
            in_last_row = node is last and (node.tag == f"{W}p" or paragraph in list(node[-1].iter(f"{W}p")))
            if not in_last_row:
                _keep(paragraph)


def _keep(paragraph: etree._Element) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}keepNext") is None:
        style = properties.find(f"{W}pStyle")
        properties.insert(0 if style is None else 1, etree.Element(f"{W}keepNext"))


def add_annexes(
    page: etree._Element,
    annexes: Sequence[list[etree._Element]],
    words: Sequence[Mapping[str, etree._Element]],
    heads: Mapping[str, bytes],
    named: Sequence[Relation],
) -> Annexed:
    """Put the annexes at the end of the body, in place; `words` holds the header and the footer of each, as we write them.

    A header is the council's with our line beneath. The council's footer stays as it is, and ours stands where it has none.
    """
    body = page.find(f"{W}body")
    made: dict[str, bytes] = {}
    more: list[Relation] = []
    took: dict[str, str] = {}
    if body is None:
        return Annexed({}, (), {})
    for number, (blocks, ours) in enumerate(zip(annexes, words, strict=True), start=1):
        before = body[-1]
        last = _end_section(body, deepcopy(before))
        _end_here(last, body, END_OF.format(number - 1))
        for block in blocks:
            before.addprevious(block)
        _start_afresh(before)
        for kind in ("header", "footer"):
            theirs = _theirs(page, kind, named)
            if kind == "footer" and theirs:
                continue
            own = Relation(f"rIdAnnex{number}{kind}", kind, f"word/{kind}Annex{number}.xml")
            made[own.target] = _with(heads[theirs.target] if theirs else None, ours[kind], number)
            if theirs:
                took[own.target] = theirs.target
            more.append(own)
            _name(before, own)
    return Annexed(made, tuple(more), took)


def _end_here(last: etree._Element, body: etree._Element, name: str) -> None:
    """Let a part end where its section does, behind what the council says, so that its pages are counted up to there."""
    for start in within(body, ".//w:bookmarkStart"):
        end = start.getnext()
        if start.get(f"{W}name") == name and end is not None:
            last.extend((start, end))


def _end_section(body: etree._Element, page: etree._Element) -> etree._Element:
    """End the section before in the last paragraph of the body, or in one of its own behind a table; give the paragraph."""
    last = body[-2] if len(body) > 1 else None
    if last is None or last.tag != f"{W}p" or within(last, "w:pPr/w:sectPr"):
        last = etree.Element(f"{W}p")
        body.insert(len(body) - 1, last)
    properties = last.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        last.insert(0, properties)
    changed = properties.find(f"{W}pPrChange")
    properties.insert(len(properties) if changed is None else properties.index(changed), page)
    return last


def _start_afresh(page: etree._Element) -> None:
    """Number the pages from 1, with one header for all of them."""
    for tag in ("type", "titlePg", "pgNumType", "headerReference"):
        for node in within(page, f"w:{tag}"):
            drop(node)
    place = next((page.index(node) + 1 for node in reversed(page) if node.tag in _BEFORE_NUMBERS), len(page))
    page.insert(place, etree.Element(f"{W}pgNumType", {f"{W}start": "1"}))


_BEFORE_NUMBERS = tuple(
    f"{W}{name}"
    for name in (
        "footerReference",
        "footnotePr",
        "endnotePr",
        "pgSz",
        "pgMar",
        "paperSrc",
        "pgBorders",
        "lnNumType",
    )
)


def _theirs(page: etree._Element, kind: str, named: Sequence[Relation]) -> Relation | None:
    """Find the header or footer that the council has on most pages."""
    by_id = {relation.id: relation for relation in named if not relation.target.endswith("Own.xml")}
    for node in page.iter(f"{W}{kind}Reference"):
        if node.get(f"{W}type") == "default":
            return by_id.get(node.get(f"{R}id", ""))
    return None


def _with(above: bytes | None, ours: etree._Element, number: int) -> bytes:
    """Write our lines beneath the council's; ours alone where it has none."""
    root = etree.Element(ours.tag, nsmap=NS) if above is None else etree.fromstring(above)
    root.extend(deepcopy(list(ours)))
    for place, picture in enumerate(root.iter("{*}docPr"), start=1):
        picture.set("id", str(_PICTURES * number + place))
    for properties in within(root[-1], "w:pPr"):
        # The council's page leaves room for its own lines and no more.
        properties.append(etree.Element(f"{W}spacing", {f"{W}after": _AFTER_HEAD}))
    return written(root)


_PICTURES = 1_000_000
"""The pictures of an annex are numbered from here on, so that no two in the file have one number."""

_AFTER_HEAD = "240"


def _name(page: etree._Element, own: Relation) -> None:
    for on in ("default", "even"):
        for node in within(page, f"w:{own.kind}Reference"):
            if node.get(f"{W}type") in {on, "first"}:
                drop(node)
        page.insert(0, etree.Element(f"{W}{own.kind}Reference", {f"{W}type": on, f"{R}id": own.id}))
