"""Words into Word's own markup, so that no text, however odd, can break out of its place.

`Xml` is text that is markup already. Only `escape` and `attribute` make it from words, and they look at
every character; the type checker refuses bare words where markup is wanted.

>>> element("p", run("Smith & Sons"))
'<w:p><w:r><w:t xml:space="preserve">Smith &amp; Sons</w:t></w:r></w:p>'
"""

import functools
import html
import re
import zlib
from collections.abc import Iterable, Sequence
from typing import NewType

from governance.documents.word.blocks import NO_PAGE, Gap, Held, PageOf, Part, Strong, Text, around
from governance.files.controls import title

Xml = NewType("Xml", str)

DECLARATION = Xml('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
NAMESPACES = Xml(
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
)

# XML 1.0, section 2.2, less the carriage return, which every XML reader turns into a line end.
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Most words are plain, and need not be looked through for each sign that markup gives a meaning.
_PLAIN = re.compile(r"[\w ,.;:()/?!–’“”-]*").fullmatch
_BREAKS = re.compile("([\n\t])")
_TEXT = '<w:t xml:space="preserve">'


def escape(words: str) -> Xml:
    """Write words as they stand in an element; ValueError for what no document can hold."""
    if _PLAIN(words):
        return Xml(words)
    bad = _NOT_XML.search(words)
    if bad:
        raise ValueError(
            f"A document cannot hold the character U+{ord(bad[0]):04X}, at {bad.start()} in {words!r}."
        )
    return Xml(html.escape(words))


def attribute(words: str) -> Xml:
    """Write words inside an attribute, where bare line ends and tabs would come back as spaces."""
    if _PLAIN(words):
        return Xml(words)
    return Xml(escape(words).replace("\n", "&#10;").replace("\t", "&#9;"))


def join(parts: Iterable[Xml]) -> Xml:
    """Put several pieces of markup, one after the other."""
    return Xml("".join(parts))


def element(tag: str, *children: Xml, **attributes: str | int) -> Xml:
    """Write one element of Word's own namespace, its attributes in that namespace too.

    >>> element("jc", val="right")
    '<w:jc w:val="right"/>'
    """
    start = f"w:{tag}" + "".join(
        [f' w:{name}="{attribute(str(value))}"' for name, value in attributes.items()]
    )
    return Xml(f"<{start}>{''.join(children)}</w:{tag}>" if children else f"<{start}/>")


def run(words: str, *, style: str | None = None) -> Xml:
    """Write words in one style, with their line breaks and tabs."""
    if words and _PLAIN(words):
        pieces = f"{_TEXT}{words}</w:t>"
    else:
        pieces = "".join([_piece(piece) for piece in _BREAKS.split(words) if piece])
    return Xml(f"<w:r>{_run_style(style) if style else ''}{pieces}</w:r>")


@functools.cache
def _run_style(style: str) -> Xml:
    return element("rPr", element("rStyle", val=style))


def bookmarked(name: str, words: Xml) -> Xml:
    """Write words under a name by which their page is told."""
    # Word wants numbers that differ; they mean nothing, and the name gives the same one in every file.
    number = zlib.crc32(name.encode()) & 0xFFFFFF
    return join((element("bookmarkStart", id=number, name=name), words, element("bookmarkEnd", id=number)))


def field(instruction: str, shown: str) -> Xml:
    """Leave a number that a program fills in when it lays out the page."""
    return element("fldSimple", run(shown), instr=instruction)


def runs(text: Text) -> Xml:
    """Write a whole text, its strong words and its gaps in their own styles, its facts in content controls."""
    if isinstance(text, str):
        return run(text)
    lines = around(text).split("\n") if any(isinstance(part, Held) for part in text) else []
    return join([_control(part, lines) if isinstance(part, Held) else _styled(part) for part in text])


def _control(fact: Held, lines: Sequence[str]) -> Xml:
    """Write a fact in a content control that no page and no screen shows, but that programs keep.

    LibreOffice 7 keeps its title and not its tag, and both only where it is one of plain text.
    """
    key = fact.key
    name = title(key, next(line for line in lines if f" {key} " in line))
    return Xml(
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(name)}"/><w:tag w:val="{attribute(key)}"/>{_HIDDEN}</w:sdtPr>'
        f"<w:sdtContent>{run(fact.text)}</w:sdtContent></w:sdt>"
    )


_HIDDEN = '<w15:appearance w15:val="hidden"/><w:text w:multiLine="1"/>'


def _styled(part: Part) -> Xml:
    match part:
        case Held(_, words):
            return run(words)
        case Strong(words):
            return run(words, style="Strong")
        case Gap(words):
            return run(f"[{words}]", style="Gap")
        case PageOf(place):
            return field(f"PAGEREF {place} \\h", NO_PAGE)
    return run(part)


def _piece(piece: str) -> Xml:
    if piece == "\n":
        return element("br")
    if piece == "\t":
        return element("tab")
    return Xml(f"{_TEXT}{escape(piece)}</w:t>")


def paragraph(
    style: str,
    content: Xml,
    *,
    keep_next: bool = False,
    new_page: bool = False,
    number: tuple[int, int] | None = None,
    right: bool = False,
) -> Xml:
    """Write one paragraph; `number` is which run of numbers it belongs to and at which level, from 0."""
    properties = _properties(style, keep_next, new_page, number, right)
    return Xml(f"<w:p>{properties}{content}</w:p>")


@functools.lru_cache
def _properties(
    style: str,
    keep_next: bool,  # noqa: FBT001 - called in one place, and quicker to remember by place
    new_page: bool,  # noqa: FBT001
    number: tuple[int, int] | None,
    right: bool,  # noqa: FBT001
) -> Xml:
    """Write the properties of a paragraph, in the order that the schema fixes."""
    properties = [element("pStyle", val=style)]
    if keep_next:
        properties.append(element("keepNext"))
    if new_page:
        properties.append(element("pageBreakBefore"))
    if number:
        sequence, level = number
        properties.append(element("numPr", element("ilvl", val=level), element("numId", val=sequence)))
    if right:
        properties.append(element("jc", val="right"))
    return element("pPr", *properties)
