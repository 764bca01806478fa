"""The Word file itself: a zip of parts, the same byte for byte whenever the parts are the same.

`base/` is a Word document of our own, unzipped, so that it can be read and compared. A document takes it as it
is and puts its own parts in place of the ones that differ.
"""

import functools
import io
import zipfile
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

# The order in the file: Word wants the content types first.
MEMBERS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/theme.xml",
    "word/header.xml",
    "word/footer.xml",
)
WRITTEN = frozenset(
    ("docProps/core.xml", "docProps/custom.xml", "word/document.xml", "word/header.xml", "word/footer.xml")
)
"""The parts that each document writes for itself; the base has none of them."""

_WORD_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES_END, _RELATED_END = "</Types>", "</Relationships>"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MS_DOS = 0


@functools.cache
def base() -> Mapping[str, str]:
    """Read the parts that every document shares, once."""
    folder = resources.files("governance.documents").joinpath("base")
    return MappingProxyType(
        {name: folder.joinpath(name).read_text("utf-8") for name in MEMBERS if name not in WRITTEN}
    )


def zipped(parts: Mapping[str, str]) -> bytes:
    """Make the file: the base with these parts added or put in place of its own."""
    more = [name for name in parts if name not in MEMBERS]
    whole = {**base(), **parts}
    types, related = "[Content_Types].xml", "word/_rels/document.xml.rels"
    whole[types] = whole[types].replace(_TYPES_END, "".join(map(_typed, more)) + _TYPES_END)
    whole[related] = whole[related].replace(_RELATED_END, "".join(map(_related, more)) + _RELATED_END)
    return packed({name: whole[name] for name in (*MEMBERS, *more)})


def _typed(name: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{_WORD_ML}.{_kind(name)}+xml"/>'


def _related(name: str) -> str:
    file = name.removeprefix("word/")
    key = f"rId{file.removesuffix('.xml').capitalize()}"
    return f'<Relationship Id="{key}" Type="{_KIND}/{_kind(name)}" Target="{file}"/>'


def _kind(name: str) -> str:
    """Tell what one more part is: the header or the footer of an annex."""
    return "header" if "header" in name else "footer"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Make the file of these parts, in this order.

    Nothing is compressed, because how zlib packs differs from one build of Python to the next.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = _MS_DOS
            archive.writestr(entry, part)
    return stream.getvalue()
