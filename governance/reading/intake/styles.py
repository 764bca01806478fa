"""What the styles of a Word file say of the paragraphs that use them."""

import re

import attrs
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"
LONGEST_CHAIN = 50
"""How many styles may be based one on another."""

_HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_BODY_TEXT_LEVEL = 9
_OFF = frozenset(("0", "false", "off"))


def child(parent: etree._Element | None, name: str) -> etree._Element | None:
    """Give the first child of this name; None where there is none."""
    return None if parent is None else next(parent.iterchildren(W + name), None)


def value(parent: etree._Element | None, name: str) -> str | None:
    """Read the value of a property; None where it is not given."""
    found = child(parent, name)
    return None if found is None else found.get(_VAL)


def whole(text: str | None, default: int) -> int:
    """Read a whole number that may be missing or nonsense.

    >>> whole("3", 0), whole("x", 0), whole(None, 1)
    (3, 0, 1)
    """
    return int(text) if text and _WHOLE.fullmatch(text) else default


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """Read a property that is on or off; None where it is not given."""
    found = child(parent, name)
    return None if found is None else found.get(_VAL, "on").lower() not in _OFF


def numbered(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """Read which list a paragraph or style asks for, and at which level; None for what it does not say."""
    asked = child(properties, "numPr")
    level = value(asked, "ilvl")
    return value(asked, "numId"), None if level is None else whole(level, 0)


@attrs.frozen
class Style:
    """What a style says, with what it takes from those it is based on; None for what none of them says.

    `num` and `level` are the list and the level it asks for, and `asked` the id of the style whose list it is.
    """

    named_heading: bool = False
    outline: int | None = None
    hidden: bool | None = None
    num: str | None = None
    level: int | None = None
    asked: str = ""


class Styles:
    """The styles of one file by their ids; each is looked into once, when it is first used."""

    def __init__(self, root: etree._Element | None) -> None:
        self.by_id: dict[str, etree._Element] = {}
        self._default = ""
        self._known: dict[str, Style] = {}
        for style in () if root is None else root.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self.by_id.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0").lower() not in _OFF:
                self._default = self._default or name

    def of_paragraph(self, properties: etree._Element | None) -> Style:
        """Give the style of a paragraph, or the one that all paragraphs have which name none."""
        return self.named(value(properties, "pStyle") or self._default)

    def named(self, name: str | None) -> Style:
        """Give a style by its id; one that is not there says nothing."""
        chain: list[str] = []
        while (
            name in self.by_id and not (name in self._known or name in chain) and len(chain) < LONGEST_CHAIN
        ):
            chain.append(name)
            name = value(self.by_id[name], "basedOn")
        style = self._known.get(name or "", Style())
        for each in reversed(chain):
            style = self._known[each] = _upon(style, each, self.by_id[each])
        return style


def _upon(base: Style, name: str, element: etree._Element) -> Style:
    """Add what a style says itself to what it is based on."""
    properties = child(element, "pPr")
    outline = value(properties, "outlineLvl")
    hidden = switched(child(element, "rPr"), "vanish")
    num, level = numbered(properties)
    return Style(
        named_heading=base.named_heading or bool(_HEADING.match(value(element, "name") or "")),
        outline=base.outline if outline is None else whole(outline, _BODY_TEXT_LEVEL),
        hidden=base.hidden if hidden is None else hidden,
        num=base.num if num is None else num,
        level=level if num is not None or level is not None else base.level,
        asked=base.asked if num is None else name,
    )


def is_heading(properties: etree._Element | None, style: Style) -> bool:
    """Whether a paragraph is a heading: by the name of its style, or by its outline level."""
    outline = value(properties, "outlineLvl")
    level = style.outline if outline is None else whole(outline, _BODY_TEXT_LEVEL)
    return style.named_heading or (level is not None and level < _BODY_TEXT_LEVEL)
