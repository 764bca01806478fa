"""The body of a council's template: where our document goes in it, and the page it is printed on."""

import re
from copy import deepcopy
from itertools import islice

from lxml import etree

from governance.documents.template.names import HERE, R, W, drop, number, within
from governance.documents.word.body import TEXT_WIDTH
from governance.errors import UnreadableError

_ATTESTS = re.compile(
    r"\b(?:common seal|sealed|signed|signature|signatory|executed as a deed)\b", re.IGNORECASE
)
"""The words of a place where somebody signs or seals."""

BOOKMARK = "governance"
"""The bookmark at which a template wants the document; without it the document takes the place of the whole body."""

MOST_SECTIONS = 100
"""The most sections a template may have; it needs one or two."""

_LEAST_WIDTH = 2000
_NEWS = ("type", "cols", "footnotePr", "endnotePr")


def shell(root: etree._Element) -> None:
    """Put HERE into the body, in place: at the bookmark, or instead of everything but the last section's page."""
    body = root.find(f"{W}body")
    if body is None:
        raise UnreadableError("It has no body", "Open it in Word, save it again and give that.")
    if len(list(islice(root.iter(f"{W}sectPr"), MOST_SECTIONS + 1))) > MOST_SECTIONS:
        raise UnreadableError(
            f"It has more than {MOST_SECTIONS} sections", "Take out those that are not needed."
        )
    mark = next((one for one in body.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == BOOKMARK), None)
    if mark is None:
        _instead(body)
    else:
        _at_bookmark(body, mark)
    for section in root.iter(f"{W}sectPr"):
        for tag in ("footnotePr", "endnotePr"):
            for node in within(section, f"w:{tag}"):
                drop(node)


def _at_bookmark(body: etree._Element, mark: etree._Element) -> None:
    block = mark
    while block.getparent() is not body:
        above = block.getparent()
        if above is None:
            raise _misplaced()
        block = above
    if block.tag not in {f"{W}p", f"{W}bookmarkStart"} or within(block, "w:pPr/w:sectPr"):
        raise _misplaced()
    for end in list(body.iter(f"{W}bookmarkEnd")):
        if end.get(f"{W}id") == mark.get(f"{W}id"):
            drop(end)
    block.addprevious(etree.Element(HERE))
    drop(block)
    if body[-1].tag != f"{W}sectPr":
        body.append(_plain_page())


def _misplaced() -> UnreadableError:
    return UnreadableError(
        f"Its bookmark {BOOKMARK!r} is not in a paragraph of its own",
        "Put the bookmark in a paragraph outside tables and text boxes, and not the last of a section.",
    )


def _instead(body: etree._Element) -> None:
    sections = list(body.iter(f"{W}sectPr"))
    page = deepcopy(sections[-1]) if sections else _plain_page()
    for before in reversed(sections[:-1]):
        _inherit(page, before)
    for tag in _NEWS:
        for node in within(page, f"w:{tag}"):
            drop(node)
    body.clear()
    body.extend((etree.Element(HERE), page))


def _inherit(page: etree._Element, before: etree._Element) -> None:
    """Take over the headers and footers of an earlier section that the page does not name itself."""
    named = {(node.tag, node.get(f"{W}type")) for node in page}
    for node in reversed(list(before.iter(f"{W}headerReference", f"{W}footerReference"))):
        if (node.tag, node.get(f"{W}type")) not in named:
            page.insert(0, deepcopy(node))


def _plain_page() -> etree._Element:
    """Give A4 with the margins of our own documents."""
    page = etree.Element(f"{W}sectPr")
    etree.SubElement(page, f"{W}pgSz", {f"{W}w": "11906", f"{W}h": "16838"})
    sides = {f"{W}{side}": "1440" for side in ("top", "right", "bottom", "left")}
    etree.SubElement(
        page, f"{W}pgMar", {**sides, f"{W}header": "709", f"{W}footer": "709", f"{W}gutter": "0"}
    )
    return page


def attests(root: etree._Element) -> bool:
    """Tell whether what stands behind the place for the document is where somebody signs or seals."""
    return any(_ATTESTS.search("".join(map(str, node.itertext(f"{W}t")))) for node in behind(root))


def behind(root: etree._Element) -> list[etree._Element]:
    """Give what stands in the body behind the place for the document, but the page of the last section."""
    here = next(root.iter(HERE))
    return [node for node in here.itersiblings() if node.tag != f"{W}sectPr"]


def text_width(root: etree._Element) -> int:
    """Measure between the margins of the page that the document starts on, in twentieths of a point."""
    here = next(root.iter(HERE))
    after = [section for section in root.iter(f"{W}sectPr") if _follows(here, section)]
    size, margins = after[0].find(f"{W}pgSz"), after[0].find(f"{W}pgMar")
    if size is None or margins is None:
        return TEXT_WIDTH
    width = number(size.get(f"{W}w"))
    sides = [number(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter")]
    if width is None or None in sides:
        return TEXT_WIDTH
    between = width - sum(side or 0 for side in sides)
    return between if between >= _LEAST_WIDTH else TEXT_WIDTH


def _follows(here: etree._Element, section: etree._Element) -> bool:
    body = here.getparent()
    block = section
    while body is not None and block.getparent() is not body:
        above = block.getparent()
        if above is None:
            return False
        block = above
    return body is not None and body.index(block) > body.index(here)


def first_section(root: etree._Element) -> etree._Element:
    """Give the page settings of the first section; later ones take over the headers they do not name."""
    return next(root.iter(f"{W}sectPr"))


def has_first_page(root: etree._Element) -> bool:
    """Whether some section has another header on its first page."""
    return any(mark.get(f"{W}val", "1") not in {"0", "false", "off"} for mark in root.iter(f"{W}titlePg"))


def refer(section: etree._Element, kind: str, on: str, key: str) -> bool:
    """Name a header or footer for the first, the even or all other pages of a section; False where it names one."""
    tag = f"{W}{kind}Reference"
    if any(node.get(f"{W}type") == on for node in section.iter(tag)):
        return False
    section.insert(0, etree.Element(tag, {f"{W}type": on, f"{R}id": key}))
    return True
