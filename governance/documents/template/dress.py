"""Our document in a council's own template: its page, its headers and its styles, and our words."""

import posixpath
from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from governance.documents.template.clean import PICTURES, Relation
from governance.documents.template.lists import merged_lists
from governance.documents.template.names import (
    HERE,
    KIND,
    MC,
    NS,
    RELATIONS,
    TYPES,
    VAL,
    W15,
    W,
    within,
    written,
)
from governance.documents.template.page import behind, first_section, has_first_page, refer
from governance.documents.template.scale import OUR_SIZE
from governance.documents.template.sections import add_annexes, by_section, keep_with_block
from governance.documents.template.styles import space_before, tabs_of
from governance.documents.template.template import Template
from governance.documents.word.body import TEXT_WIDTH
from governance.files.package import base, packed

_AFTER_TABLE = 200
# What the schema puts before the spacing of a paragraph.
_BEFORE_SPACING = tuple(
    f"{W}{name}"
    for name in (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
        *(
            "overflowPunct",
            "topLinePunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "bidi",
            "adjustRightInd",
            "snapToGrid",
        ),
    )
)
_OURS = ("docProps/app.xml", "docProps/core.xml", "docProps/custom.xml")
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def dressed(parts: Mapping[str, str], template: Template) -> bytes:
    """Put the parts that a document writes for itself into a template, and make the file.

    The template's headers and footers are kept; ours stand only where it has none, and a mark is added to every one.
    """
    page = etree.fromstring(template.page)
    body = etree.fromstring(parts["word/document.xml"].encode()).find(f"{W}body")
    lists = merged_lists(parts["word/numbering.xml"], template.lists, template.styles, template.last_list)
    page = _with_controls(page)
    blocks = [node for node in (body if body is not None else ()) if node.tag != f"{W}sectPr"]
    for block in blocks:
        _restyle(block, template)
    whole, *annexes = by_section(blocks)
    here, after = next(page.iter(HERE)), behind(page)
    if template.attests:
        keep_with_block([*whole[-1:], *after])
    above = here.getparent()
    if above is not None:
        place = above.index(here)
        above[place : place + 1] = whole
        for before, block in pairwise([*whole, *after[:1]]):
            _apart(before, block, template)
    for annex in annexes:
        for before, block in pairwise(annex):
            _apart(before, block, template)
    heads, named = _heads(parts, template, page)
    words = [
        {kind: _ours(parts[f"word/{kind}{number}.xml"], template) for kind in ("header", "footer")}
        for number, _ in enumerate(annexes, start=1)
    ]
    annexed = add_annexes(page, annexes, words, heads, named)
    parts_of = {
        **template.parts,
        **heads,
        **annexed.heads,
        "word/document.xml": written(page),
        "word/styles.xml": written(template.styles.part),
        "word/numbering.xml": written(lists),
        **{name: (parts.get(name) or base()[name]).encode() for name in _OURS},
    }
    taken = {name: template.related.get(theirs, ()) for name, theirs in annexed.took.items()}
    related = {**template.related, **taken, "word/document.xml": (*named, *annexed.named)}
    return packed(_whole(parts_of, related))


def _apart(before: etree._Element, block: etree._Element, template: Template) -> None:
    """Keep what follows a table of ours clear of its rule where the council's style leaves no room above."""
    ruled = before.find(f"{W}tblPr/{W}tblStyle[@{VAL}='{template.styles.called['PlainTable']}']")
    if ruled is None or block.tag != f"{W}p":
        return
    room = _AFTER_TABLE * template.styles.size // OUR_SIZE
    style = _style(block) or template.styles.called["Normal"]
    if space_before(template.styles.part, style) < room:
        properties = block.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            block.insert(0, properties)
        spacing = properties.find(f"{W}spacing")
        if spacing is None:
            spacing = etree.Element(f"{W}spacing")
            first = [node for node in properties if node.tag in _BEFORE_SPACING]
            properties.insert(properties.index(first[-1]) + 1 if first else 0, spacing)
        spacing.set(f"{W}before", str(room))


def _with_controls(page: etree._Element) -> etree._Element:
    """Let older programs pass over what only newer ones know of a content control."""
    theirs = {prefix: uri for prefix, uri in page.nsmap.items() if prefix}
    names = {**theirs, "mc": MC.strip("{}"), "w15": W15}
    root = etree.Element(page.tag, nsmap=names)
    for name, value in page.items():
        root.set(name, value)
    ignored = {*root.get(f"{MC}Ignorable", "").split(), "w15"}
    root.set(f"{MC}Ignorable", " ".join(sorted(ignored)))
    root.extend(page)
    return root


def _restyle(block: etree._Element, template: Template) -> None:
    """Call styles and lists what the template calls them, and fit tables to its page."""
    styles = template.styles
    for tag in ("pStyle", "rStyle", "tblStyle"):
        for node in block.iter(f"{W}{tag}"):
            node.set(VAL, styles.called[node.get(VAL, "")])
    for node in within(block, ".//w:numPr/w:numId"):
        node.set(VAL, str(int(node.get(VAL, "0")) + template.last_list))
    for node in block.iter(f"{W}tblW", f"{W}gridCol", f"{W}tcW"):
        node.set(f"{W}w", str(int(node.get(f"{W}w", "0")) * template.width // TEXT_WIDTH))
    for properties in block.iter(f"{W}pPr"):
        style = properties.find(f"{W}pStyle")
        name = style.get(VAL) if style is not None else None
        if name in styles.keeps and properties.find(f"{W}keepNext") is None:
            properties.insert(1, etree.Element(f"{W}keepNext"))
        if name in styles.outlined:
            properties.append(etree.Element(f"{W}outlineLvl", {VAL: "0"}))


def _heads(
    parts: Mapping[str, str], template: Template, page: etree._Element
) -> tuple[dict[str, bytes], tuple[Relation, ...]]:
    """Give every header and footer, and what the body names, once each page has those it must have."""
    heads = dict(template.heads)
    named = list(template.related["word/document.xml"])
    for kind in ("header", "footer"):
        ours = _ours(parts[f"word/{kind}.xml"], template)
        marks = [node for node in ours if _style(node) == template.styles.called["Mark"]]
        for relation in named:
            if marks and relation.kind == kind:
                root = etree.fromstring(heads[relation.target])
                root.extend(deepcopy(marks))
                heads[relation.target] = written(root)
        wanted = marks if any(relation.kind == kind for relation in named) else list(ours)
        # An empty paragraph says only that there is nothing to say.
        if any(node.find(f".//{W}r") is not None for node in wanted):
            own = Relation(f"rId{kind.capitalize()}Own", kind, f"word/{kind}Own.xml")
            if _refer(page, template, own):
                root = etree.Element(ours.tag, nsmap=NS)
                root.extend(deepcopy(wanted))
                heads[own.target] = written(root)
                named.append(own)
    return heads, tuple(named)


def _ours(part: str, template: Template) -> etree._Element:
    """Read our header or footer; the one tab of the footer goes to the right margin, whatever tabs the council's has."""
    root = etree.fromstring(part.encode())
    _restyle(root, template)
    called, margin = template.styles.called["Footer"], str(template.width)
    theirs = tabs_of(template.styles.part, called)
    if theirs != {margin: "right"}:
        tabs = etree.Element(f"{W}tabs")
        for place in sorted(theirs.keys() - {margin}, key=int):
            etree.SubElement(tabs, f"{W}tab", {VAL: "clear", f"{W}pos": place})
        etree.SubElement(tabs, f"{W}tab", {VAL: "right", f"{W}pos": margin})
        for paragraph in within(root, "w:p"):
            if _style(paragraph) == called:
                paragraph[0].insert(1, deepcopy(tabs))
    return root


def _style(paragraph: etree._Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(VAL)


def _refer(page: etree._Element, template: Template, own: Relation) -> bool:
    """Name our header or footer wherever the first section has none; later sections take it over."""
    pages = ["default"]
    pages += ["first"] if has_first_page(page) else []
    pages += ["even"] if template.even_and_odd else []
    return sum(refer(first_section(page), own.kind, on, own.id) for on in pages) > 0


def _whole(parts: Mapping[str, bytes], related: Mapping[str, tuple[Relation, ...]]) -> dict[str, bytes]:
    """Add what the file says of its own parts, the content types first as Word wants them."""
    main = related["word/document.xml"]
    single = tuple(
        Relation(f"rId{kind.capitalize()}Own", kind, f"word/{kind}.xml")
        for kind in ("styles", "numbering", "settings", "fontTable", "theme")
    )
    names = {name: found for name, found in related.items() if found and name in parts}
    names["word/document.xml"] = (*single, *main)
    lists = {
        posixpath.join(posixpath.dirname(name), "_rels", f"{posixpath.basename(name)}.rels"): _relations(
            found
        )
        for name, found in names.items()
    }
    whole = {"_rels/.rels": base()["_rels/.rels"].encode(), **dict(sorted({**parts, **lists}.items()))}
    return {"[Content_Types].xml": _types(parts), **whole}


def _relations(found: tuple[Relation, ...]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{RELATIONS.strip("{}")}"/>')
    for relation in found:
        attributes = {"Id": relation.id, "Type": f"{KIND}/{relation.kind}", "Target": f"/{relation.target}"}
        etree.SubElement(root, f"{RELATIONS}Relationship", attributes)
    return written(root)


def _types(parts: Mapping[str, bytes]) -> bytes:
    root = etree.fromstring(base()["[Content_Types].xml"].encode())
    for node in list(root):
        if node.tag == f"{TYPES}Override" and (node.get("PartName") or "").lstrip("/") not in parts:
            root.remove(node)
    place = len(root.findall(f"{TYPES}Default"))
    for ending in sorted(
        {posixpath.splitext(name)[1][1:] for name in parts if name.startswith("word/media/")}
    ):
        root.insert(
            place, etree.Element(f"{TYPES}Default", {"Extension": ending, "ContentType": PICTURES[ending]})
        )
    for name in sorted(parts):
        for kind in ("header", "footer"):
            if name.startswith(f"word/{kind}"):
                attributes = {"PartName": f"/{name}", "ContentType": _PART.format(kind)}
                etree.SubElement(root, f"{TYPES}Override", attributes)
    return written(root)
