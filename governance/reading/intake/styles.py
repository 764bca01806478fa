"""What the styles of a Word file say of the paragraphs that use them.

Whatever has properties, be it a style, a paragraph, a run, a row or a list, is read alike: each property by its name.
"""

import re
from collections.abc import Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST_CHAIN = 50
"""How many styles may be based one on another."""

Properties = Mapping[str, str]

_READ = (
    *("pStyle", "numId", "ilvl", "outlineLvl", "rStyle", "vanish", "del", "moveFrom", "alias", "tag"),
    *("hidden", "gridBefore", "gridSpan", "vMerge", "cellDel", "name", "basedOn"),
    *("abstractNumId", "numStyleLink", "startOverride", "start", "lvlText", "numFmt"),
)
_NAMES = {f"{W}{name}": name for name in _READ}
_HEADING = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_BODY_TEXT_LEVEL = 9
_OFF = frozenset(("0", "false", "off"))


def child(parent: etree._Element | None, name: str) -> etree._Element | None:
    """Give the first child of this name; None where there is none."""
    return None if parent is None else next(parent.iterchildren(W + name), None)


def told(parent: etree._Element | None) -> dict[str, str]:
    """Give the value of each property that is read, the first of its name; one without a value is on."""
    if parent is None:
        return {}
    return {_NAMES[one.tag]: one.get(f"{W}val", "on") for one in reversed(parent) if one.tag in _NAMES}


def whole(text: str | None, default: int) -> int:
    """Read a whole number that may be missing or nonsense.

    >>> whole("3", 0), whole("x", 0), whole(None, 1)
    (3, 0, 1)
    """
    return int(text) if text and _WHOLE.fullmatch(text) else default


def switched(properties: Properties, name: str) -> bool:
    """Tell whether a property is on."""
    return properties.get(name, "off").lower() not in _OFF


def heading(style: Properties) -> bool:
    """Tell whether a style makes a heading: by its name, or by its outline level."""
    return "heading" in style or whole(style.get("outlineLvl"), _BODY_TEXT_LEVEL) < _BODY_TEXT_LEVEL


class Styles:
    """The styles of a file by their ids, the same for all files that have the same; each is looked into once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._known: dict[str, Properties] = {}
        self._by_id: dict[str, etree._Element] = {}
        self._default = ""
        for style in () if root is None else reversed([*root.iterchildren(f"{W}style")]):
            name = style.get(f"{W}styleId", "")
            self._by_id[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0").lower() not in _OFF:
                self._default = name

    def of_paragraph(self, properties: etree._Element | None) -> Properties:
        """Give what a paragraph says, upon its style or the one that all have which name none."""
        own = _with_list(properties)
        return _upon(self.named(own.get("pStyle", self._default)), own)

    def named(self, name: str | None, chain: int = LONGEST_CHAIN) -> Properties:
        """Give what a style says by its id; one that is not there, or is based on itself, says nothing."""
        if name is None or name not in self._by_id or not chain:
            return {}
        if name not in self._known:
            element = self._by_id[name]
            about = told(element)
            own = told(child(element, "rPr")) | _with_list(child(element, "pPr"))
            own |= {"asked": name} if "numId" in own else {}
            own |= {"heading": name} if _HEADING.match(about.get("name", "")) else {}
            self._known[name] = _upon(self.named(about.get("basedOn"), chain - 1), own)
        return self._known[name]


def _with_list(properties: etree._Element | None) -> dict[str, str]:
    return told(child(properties, "numPr")) | told(properties)


def _upon(base: Properties, own: Properties) -> Properties:
    """Put properties upon those of what they are based on; a list that is named anew has a level of its own."""
    left = {key: base[key] for key in base.keys() - {"ilvl", "asked"}} if "numId" in own else base
    return {**left, **own}
