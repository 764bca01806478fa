"""The names that Word's own markup goes by, for reading it and writing it back."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
KIND = R.strip("{}")
"""What the kinds of relationship that Office Open XML defines start with."""

NS = {"w": W.strip("{}"), "r": KIND}

VAL = f"{W}val"
LANGUAGE = "en-GB"
HERE = "{urn:governance}here"
"""Stands in a template's body where a document goes."""


def within(node: etree._Element, path: str) -> list[etree._Element]:
    """Find elements of Word's own namespace by a path such as "w:pPr/w:sectPr", in the order they stand."""
    return list(node.iterfind(path, NS))


def drop(node: etree._Element) -> None:
    """Take an element out of its parent, with all that is in it."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def unwrap(node: etree._Element) -> None:
    """Put what is in an element in the place of the element."""
    parent = node.getparent()
    if parent is not None:
        place = parent.index(node)
        parent[place : place + 1] = list(node)


def written(root: etree._Element) -> bytes:
    """Write a part, declared as Word does."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
