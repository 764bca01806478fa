"""The names that Word's own markup goes by, for reading it and writing it back."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
KIND = R.strip("{}")
"""What the kinds of relationship that Office Open XML defines start with."""

LARGEST = 1_000_000
"""A larger number, of a list or a length, is nonsense, and is not counted on from."""

NS = {"w": W.strip("{}"), "r": KIND}
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"

VAL = f"{W}val"
LANGUAGE = "en-GB"
HERE = "{urn:governance}here"
"""Stands in a template's body where a document goes."""


def within(node: etree._Element, path: str) -> list[etree._Element]:
    """Find elements of Word's own namespace by a path such as "w:pPr/w:sectPr", in the order they stand."""
    return list(node.iterfind(path, NS))


def number(text: str | None) -> int | None:
    """Read a number of a list or a length; None where it is none, or nonsense.

    >>> number("3"), number("x"), number("9" * 5000)
    (3, None, None)
    """
    fits = text is not None and text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST))
    return int(text) if text and fits and int(text) <= LARGEST else None


def drop(node: etree._Element) -> None:
    """Take an element out of its parent, with all that is in it."""
    parent = node.getparent()
    if parent is not None:
        # To remove it whole, lxml would take time in the square of what is in it.
        node.clear()
        parent.remove(node)


def unwrap(node: etree._Element) -> None:
    """Put what is in an element in the place of the element."""
    for child in list(node):
        node.addprevious(child)
    drop(node)


def written(root: etree._Element) -> bytes:
    """Write a part, declared as Word does."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
