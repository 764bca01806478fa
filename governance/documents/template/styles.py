"""The council's styles, and those of ours that it has none of the name of."""

from collections.abc import Iterator, Mapping
from copy import deepcopy

import attrs
from lxml import etree

from governance.documents.template.names import LANGUAGE, VAL, W, number, within
from governance.documents.template.scale import scale, size_of
from governance.files.package import base

LONGEST_CHAIN = 50
"""How many styles may be based one on another."""

_DEFAULT = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}


@attrs.frozen
class Styles:
    """The styles part for every document of a template, and what our own styles are called in it.

    `called` goes from the id of each of our styles to its id there; `added` holds ours that were missing;
    `keeps` and `outlined` hold the ids there of styles that ours keep with the next paragraph, or count as a heading, and
    the council's do not. `size` is that of its words, in half points.
    """

    part: etree._Element
    called: Mapping[str, str]
    added: frozenset[str]
    keeps: frozenset[str]
    outlined: frozenset[str]
    size: int


def merged(theirs: etree._Element, width: int, first_list: int) -> Styles:
    """Add to the council's styles those of ours it lacks, for a page of this width and lists from this number on.

    Ours take over its fonts and colours, since none of them names a font.
    """
    ours = etree.fromstring(base()["word/styles.xml"].encode(), etree.XMLParser(remove_comments=True))
    by_name = {_key(style): style.get(f"{W}styleId", "") for style in reversed(within(theirs, "w:style"))}
    defaults = {
        style.get(f"{W}type"): style.get(f"{W}styleId", "")
        for style in within(theirs, "w:style")
        if style.get(f"{W}default") in {"1", "true", "on"}
    }
    taken = set(by_name.values())
    called: dict[str, str] = {}
    missing = []
    for style in within(ours, "w:style"):
        own = style.get(f"{W}styleId", "")
        found = (own in _DEFAULT and defaults.get(style.get(f"{W}type"))) or by_name.get(_key(style))
        if not found:
            missing.append(style)
            found = _free(own, taken)
            taken.add(found)
        called[own] = found
    size = size_of(list(_line(_by_id(theirs), called["Normal"])), theirs)
    for style in missing:
        fitted = _fitted(style, called, width, first_list)
        scale(fitted, size)
        theirs.append(fitted)
    _in_english(theirs)
    added = frozenset(style.get(f"{W}styleId", "") for style in missing)
    return Styles(
        theirs,
        called,
        added,
        keeps=_lacking("keepNext", ours, theirs, called),
        outlined=_lacking("outlineLvl", ours, theirs, called),
        size=size,
    )


def _key(style: etree._Element) -> tuple[str | None, str]:
    name = style.find(f"{W}name")
    return style.get(f"{W}type"), (name.get(VAL, "") if name is not None else "").lower()


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    name = wanted
    while name in taken:
        name = f"{wanted}{number}"
        number += 1
    return name


def _fitted(style: etree._Element, called: Mapping[str, str], width: int, first_list: int) -> etree._Element:
    """Give a style of ours as the template would have it: its names, its width, its lists."""
    fitted = deepcopy(style)
    fitted.set(f"{W}styleId", called[style.get(f"{W}styleId", "")])
    if f"{W}default" in fitted.attrib:
        del fitted.attrib[f"{W}default"]
    for tag in ("basedOn", "next", "link"):
        for node in within(fitted, f"w:{tag}"):
            node.set(VAL, called[node.get(VAL, "")])
    for node in within(fitted, ".//w:numId"):
        node.set(VAL, str(int(node.get(VAL, "0")) + first_list))
    for node in within(fitted, ".//w:tab"):
        if node.get(VAL) == "right":
            node.set(f"{W}pos", str(width))
    return fitted


def _in_english(styles: etree._Element) -> None:
    """Say of every style, and of what has none, that its words are British English: ours are."""
    defaults = styles.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        styles.insert(0, defaults)
    holder = defaults.find(f"{W}rPrDefault")
    if holder is None:
        holder = etree.Element(f"{W}rPrDefault")
        defaults.insert(0, holder)
    properties = holder.find(f"{W}rPr")
    if properties is None:
        properties = etree.SubElement(holder, f"{W}rPr")
    if properties.find(f"{W}lang") is None:
        etree.SubElement(properties, f"{W}lang")
    for node in styles.iter(f"{W}lang"):
        node.set(VAL, LANGUAGE)


def _lacking(
    mark: str, ours: etree._Element, theirs: etree._Element, called: Mapping[str, str]
) -> frozenset[str]:
    """Find the styles that ours mark so and the council's, or those they are based on, do not."""
    own_ids, their_ids = _by_id(ours), _by_id(theirs)
    return frozenset(
        called[own]
        for own in called
        if _marked(own_ids, own, mark) and not _marked(their_ids, called[own], mark)
    )


def _marked(styles: Mapping[str, etree._Element], wanted: str, mark: str) -> bool:
    for style in _line(styles, wanted):
        found = style.find(f"{W}pPr/{W}{mark}")
        if found is not None:
            return found.get(VAL, "1") not in ({"0", "false", "off"} if mark == "keepNext" else {"9"})
    return False


def tabs_of(styles: etree._Element, wanted: str) -> dict[str, str]:
    """Find the tabs that a style has, of its own or of those it is based on: by their place, what they do there."""
    found: dict[str, str] = {}
    for style in _line(_by_id(styles), wanted):
        for tab in within(style, "w:pPr/w:tabs/w:tab"):
            found.setdefault(tab.get(f"{W}pos", ""), tab.get(VAL, ""))
    return {place: kind for place, kind in found.items() if kind != "clear"}


def space_before(styles: etree._Element, wanted: str) -> int:
    """Give the space that a style leaves before a paragraph, in twentieths of a point."""
    for style in _line(_by_id(styles), wanted):
        spacing = style.find(f"{W}pPr/{W}spacing")
        if spacing is not None and (said := spacing.get(f"{W}before")) is not None:
            return number(said) or 0
    return 0


def _by_id(styles: etree._Element) -> dict[str, etree._Element]:
    return {style.get(f"{W}styleId", ""): style for style in within(styles, "w:style")}


def _line(by_id: Mapping[str, etree._Element], wanted: str) -> Iterator[etree._Element]:
    """Give a style, that on which it is based, and so on, no further than Word goes."""
    for _ in range(LONGEST_CHAIN):
        style = by_id.get(wanted)
        if style is None:
            return
        yield style
        based = style.find(f"{W}basedOn")
        wanted = based.get(VAL, "") if based is not None else ""
