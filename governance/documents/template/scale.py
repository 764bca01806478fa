"""Our own styles in a council's size of type: what we set for 11 points grows with the size that its words have."""

from typing import Final

from lxml import etree

from governance.documents.template.names import VAL, W, number

OUR_SIZE: Final = 22
"""The size of our own words, in half points: `base/word/styles.xml` sets every other size, indent and space by it."""

_WORDS_OWN: Final = 20
"""What Word takes where nothing sets a size."""

_LARGEST: Final = 72
_SCALED: Final = {
    f"{W}sz": (VAL,),
    f"{W}szCs": (VAL,),
    f"{W}ind": (f"{W}left", f"{W}hanging"),
    f"{W}spacing": (f"{W}before", f"{W}after"),
}


def size_of(line: list[etree._Element], styles: etree._Element) -> int:
    """Give the size, in half points, of words in a style, which is the first of `line`; those behind it follow."""
    defaults = styles.findall(f"{W}docDefaults/{W}rPrDefault")
    for holder in (*line, *defaults):
        size = holder.find(f"{W}rPr/{W}sz")
        if size is not None and (found := number(size.get(VAL))):
            return min(found, _LARGEST)
    return _WORDS_OWN


def scale(root: etree._Element, size: int) -> None:
    """Enlarge, in place, what we set for our own size of words to fit another; a smaller one is left as it is."""
    if size <= OUR_SIZE:
        return
    for node in root.iter(*_SCALED):
        for name in _SCALED[str(node.tag)]:
            if name in node.attrib:
                node.set(name, _grown(node.get(name), size))
    for tab in root.iter(f"{W}tab"):
        if tab.get(VAL) == "left":
            tab.set(f"{W}pos", _grown(tab.get(f"{W}pos"), size))


def _grown(value: str | None, size: int) -> str:
    return str(int(value or "0") * size // OUR_SIZE)
