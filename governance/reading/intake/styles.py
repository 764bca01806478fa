"""What the styles of a Word file say of the paragraphs that use them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST_CHAIN = 50
"""How many styles may be based one on another."""

_VALUE = f"{W}val"
_HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_BODY_TEXT_LEVEL = 9
_OFF = frozenset(("0", "false", "off"))


def child(parent: etree._Element | None, name: str) -> etree._Element | None:
    """Give the first child of this name; None where there is none."""
    return None if parent is None else next(parent.iterchildren(W + name), None)


def children(parent: etree._Element | None) -> Mapping[str, etree._Element]:
    """Give the children by their names, the first of each; in one go, where several are asked for."""
    return {} if parent is None else {one.tag: one for one in reversed(parent)}


def value(parent: etree._Element | None, name: str) -> str | None:
    """Read the value of a property; None where it is not given."""
    return said(child(parent, name))


def said(element: etree._Element | None) -> str | None:
    """Read the value of an element; None where it is not there, or has none."""
    return None if element is None else element.get(_VALUE)


def whole(text: str | None, default: int) -> int:
    """Read a whole number that may be missing or nonsense.

    >>> whole("3", 0), whole("x", 0), whole(None, 1)
    (3, 0, 1)
    """
    return int(text) if text and _WHOLE.fullmatch(text) else default


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """Read a property that is on or off; None where it is not given."""
    found = child(parent, name)
    return None if found is None else found.get(f"{W}val", "on").lower() not in _OFF


class Style(NamedTuple):
    """What a style or a paragraph says, with what it takes from what it is based on; None for what none of them says.

    `num` and `level` are the list and the level it asks for, and `asked` the id of the style whose list it is.
    """

    named_heading: bool = False
    outline: int | None = None
    hidden: bool | None = None
    num: str | None = None
    level: int | None = None
    asked: str = ""

    @property
    def heading(self) -> bool:
        """Whether it makes a heading: by the name of its style, or by its outline level."""
        return self.named_heading or (self.outline is not None and self.outline < _BODY_TEXT_LEVEL)

    def with_(self, properties: Mapping[str, etree._Element], name: str = "") -> "Style":
        """Add what the properties of a paragraph say, or those of the style of this name."""
        outline, asked = said(properties.get(f"{W}outlineLvl")), properties.get(f"{W}numPr")
        if outline is None and asked is None:
            return self
        num, level = value(asked, "numId"), value(asked, "ilvl")
        here = self.level if num is None else None
        return self._replace(
            outline=self.outline if outline is None else whole(outline, _BODY_TEXT_LEVEL),
            num=self.num if num is None else num,
            level=here if level is None else whole(level, 0),
            asked=self.asked if num is None else name,
        )


class Styles:
    """The styles of a file by their ids, the same for all files that have the same; each is looked into once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self._default = ""
        self._known: dict[str, Style] = {}
        for style in () if root is None else root.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._by_id.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0").lower() not in _OFF:
                self._default = self._default or name

    def of_paragraph(self, properties: Mapping[str, etree._Element]) -> Style:
        """Give what a paragraph says, upon its style or the one that all have which name none."""
        return self.named(said(properties.get(f"{W}pStyle")) or self._default).with_(properties)

    def named(self, name: str | None, chain: int = LONGEST_CHAIN) -> Style:
        """Give a style by its id; one that is not there, or is based on itself, says nothing."""
        if name is None or name not in self._by_id or not chain:
            return Style()
        if name not in self._known:
            element = self._by_id[name]
            base = self.named(value(element, "basedOn"), chain - 1)
            hidden = switched(child(element, "rPr"), "vanish")
            self._known[name] = base.with_(children(child(element, "pPr")), name)._replace(
                named_heading=base.named_heading or bool(_HEADING.match(value(element, "name") or "")),
                hidden=base.hidden if hidden is None else hidden,
            )
        return self._known[name]
