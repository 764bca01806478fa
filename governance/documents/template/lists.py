"""The council's own lists, and ours after them under numbers that it does not use."""

from lxml import etree

from governance.documents.template.names import NS, VAL, W, drop, number, within
from governance.documents.template.scale import scale
from governance.documents.template.styles import Styles

_UNTANGLED = etree.XMLParser(remove_comments=True)


def last_list(theirs: etree._Element | None) -> int:
    """Give the highest number of a list in the council's numbering; ours come after it."""
    return _highest(theirs, "num", "numId")


def merged_lists(ours: str, theirs: bytes | None, styles: Styles, after: int) -> etree._Element:
    """Add our lists to the council's; each of our numbers goes up by `after`, and so must what names it.

    A pattern of ours names a style only where the style is ours too: the council's styles keep their own lists.
    """
    own = etree.fromstring(ours.encode(), _UNTANGLED)
    root = etree.Element(own.tag, nsmap=NS) if theirs is None else etree.fromstring(theirs)
    patterns = _highest(root, "abstractNum", "abstractNumId")
    _name_styles(own, styles)
    scale(own, styles.size)
    _give_identities(own, root)
    place = next((root.index(node) for node in root if node.tag in _LATER), len(root))
    for node in within(own, "w:abstractNum"):
        _raise(node, f"{W}abstractNumId", patterns)
        root.insert(place, node)
        place += 1
    place = next((root.index(node) for node in root if node.tag == _LAST), len(root))
    for node in within(own, "w:num"):
        _raise(node, f"{W}numId", after)
        for pattern in within(node, "w:abstractNumId"):
            _raise(pattern, VAL, patterns)
        root.insert(place, node)
        place += 1
    return root


_LAST = f"{W}numIdMacAtCleanup"
_LATER = (f"{W}num", _LAST)


def _highest(root: etree._Element | None, tag: str, key: str) -> int:
    if root is None:
        return 0
    return max((number(node.get(f"{W}{key}")) or 0 for node in within(root, f"w:{tag}")), default=0)


def _raise(node: etree._Element, attribute: str, by: int) -> None:
    node.set(attribute, str(int(node.get(attribute, "0")) + by))


def _name_styles(own: etree._Element, styles: Styles) -> None:
    for node in within(own, ".//w:lvl/w:pStyle"):
        name = styles.called[node.get(VAL, "")]
        if name in styles.added:
            node.set(VAL, name)
        else:
            drop(node)


def _give_identities(own: etree._Element, root: etree._Element) -> None:
    """Word takes patterns of the same identity for the same list: a template that was once our document has ours."""
    taken = {node.get(VAL) for node in within(root, ".//w:nsid")}
    for node in within(own, ".//w:nsid"):
        while node.get(VAL) in taken:
            node.set(VAL, f"{int(node.get(VAL, '0'), 16) + 1:08X}")
        taken.add(node.get(VAL))
