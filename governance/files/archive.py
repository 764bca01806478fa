"""The zip that a Word file is, opened as if it came from an enemy.

The list of parts is looked at before anything is unpacked, only the parts asked for are unpacked, and no part is
parsed that declares a type or an entity, since no Word file does.
"""

import functools
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from lxml import etree

from governance.errors import UnreadableError

MOST_PARTS = 200
"""The most parts a Word file may have; an instrument has about fifteen, and a few more for pictures."""
MOST_PART = 20_000_000
"""The most bytes one part may unpack to."""
MOST_TOTAL = 60_000_000
"""The most bytes all parts may unpack to."""
MOST_RATIO = 100
"""How many times its packed size a part may have, once it is larger than LEAST_SUSPECT; Word's own have up to 30."""
LEAST_SUSPECT = 1_000_000
"""The unpacked size, in bytes, below which a part may be packed as tightly as can be."""
MOST_XML = 10_000_000
"""The most bytes of a part that is parsed."""
MOST_SHARED = 200_000
"""Of how many bytes at the most what was made of a part is kept; Word's own styles have up to 100,000."""
MOST_MARKUP = 300_000
"""The most tags and attributes in all parsed parts together; each takes about 200 bytes of memory."""
MOST_ATTRIBUTES = 3_000
"""The most attributes of one tag, each of which is compared with the others; Word's own have up to forty."""
DEEPEST = 200
"""How many elements may stand one inside another; a table in a table takes about twelve."""

HOSTILE = (
    "Do not open it; ask the sender for a fresh copy, or copy its words into a .txt file on a safe machine."
)

T = TypeVar("T")

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    NotImplementedError,
)
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_NO_MARKUP = bytes({*range(256)} - {*b"<="})
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>")
_PARSER = etree.XMLParser(
    encoding="utf-8",
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")
_STRICT: Mapping[bytes, bytes] = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}


class Archive:
    """The parts of one zip, unpacked and parsed when they are asked for; UnreadableError where it is not safe to."""

    def __init__(self, data: bytes) -> None:
        # Each entry takes memory as soon as the list is read, and each has this signature.
        if data.count(_ENTRY) > 5 * MOST_PARTS:
            raise _too_many()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_ERRORS:
            raise broken() from None
        self._entries = _checked(self._zip.infolist())
        self.names: Final = frozenset(self._entries)
        """The names of all parts, in lower case, as they are compared."""
        self._markup = self._unpacked = 0

    @property
    def members(self) -> tuple[str, ...]:
        """Give the names of all parts as they are written, in their order."""
        return tuple(entry.filename for entry in self._entries.values())

    def read(self, name: str) -> bytes:
        """Unpack one part, however large it says it is, up to MOST_XML bytes."""
        try:
            with self._zip.open(self._entries[name.lower()]) as part:
                content = part.read(MOST_XML + 1)
        except (KeyError, *_ZIP_ERRORS):
            raise broken() from None
        if len(content) > MOST_XML:
            raise UnreadableError(f"Its part {name} is larger than {MOST_XML // 1_000_000} MB", HOSTILE)
        self._unpacked += len(content)
        if self._unpacked > MOST_TOTAL:
            # One part may be asked for again and again.
            raise UnreadableError(f"It unpacks to more than {MOST_TOTAL // 1_000_000} MB", HOSTILE)
        return content

    def xml(self, name: str) -> etree._Element:
        """Parse one part, in UTF-8 or UTF-16, whatever it declares."""
        return _parsed(name, self._markup_of(name))

    def shared(self, name: str, made: Callable[[etree._Element], T]) -> T:
        """Give what is made of one part that is the same in many files, and never changed: of the same bytes, once."""
        content = self._markup_of(name)
        found: T = (_made_once if len(content) < MOST_SHARED else _made)(name, content, made)
        return found

    def _markup_of(self, name: str) -> bytes:
        """Unpack a part that is to be parsed, and look at its tags."""
        content = _utf8(self.read(name))
        if b"<!" in content and _DECLARES.search(content):
            raise UnreadableError(f"Its part {name} declares a document type, as no Word file does", HOSTILE)
        self._markup += content.count(b"<") + content.count(b"=")
        if self._markup > MOST_MARKUP:
            raise UnreadableError(
                f"It has more than {MOST_MARKUP:,} tags, as no instrument has",
                "Save the instrument alone as a file of its own.",
            )
        if b"=" * (MOST_ATTRIBUTES + 1) in content.translate(None, _NO_MARKUP):
            raise UnreadableError(
                f"Its part {name} has a tag of more than {MOST_ATTRIBUTES:,} attributes", HOSTILE
            )
        return content

    def related(self, name: str) -> Mapping[str, str]:
        """Find the parts that one part names, by the last word of the kind of relationship; none outside the file."""
        folder, file = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations.lower() not in self._entries:
            return {}
        return {
            kind: posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            for kind, target in self.shared(relations, _targets).items()
        }


def _targets(root: etree._Element) -> Mapping[str, str]:
    inside = [one for one in root if one.get("TargetMode") != "External"]
    return {(one.get("Type") or "").rpartition("/")[2]: one.get("Target") or "" for one in reversed(inside)}


def _parsed(name: str, content: bytes) -> etree._Element:
    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    try:
        root = etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        raise broken() from None
    if _TOO_DEEP(root):
        raise UnreadableError(
            f"Its part {name} has more than {DEEPEST} elements one inside another",
            "Copy its words into a new document and give that.",
        )
    return root


def _made(name: str, content: bytes, made: Callable[[etree._Element], Any]) -> Any:
    return made(_parsed(name, content))


_made_once = functools.lru_cache(maxsize=8)(_made)


def broken() -> UnreadableError:
    """Say that a Word file is damaged."""
    return UnreadableError(
        "It is not a whole Word file: part of it is missing or damaged",
        "Open it in Word, save it again as .docx and give that; or fetch a fresh copy.",
    )


def _checked(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Look at the list of parts, before any is unpacked."""
    if len(entries) > MOST_PARTS:
        raise _too_many()
    by_name: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = entry.orig_filename
        if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in name.split("/"):
            raise UnreadableError(f"It has a part whose name {name!r} leads out of the file", HOSTILE)
        if name.lower() in by_name:
            raise UnreadableError(f"It has two parts of the name {name!r}", HOSTILE)
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableError(
                f"Its part {name} is encrypted",
                "Open it with its password, save it without one and give that.",
            )
        if entry.compress_type not in _PACKINGS:
            raise broken()
        packed_tightly = entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
        if entry.file_size > MOST_PART or (entry.file_size > LEAST_SUSPECT and packed_tightly):
            raise UnreadableError(
                f"Its part {name} unpacks to {entry.file_size:,} bytes, far too many", HOSTILE
            )
        by_name[name.lower()] = entry
    if sum(entry.file_size for entry in entries) > MOST_TOTAL:
        raise UnreadableError(f"It unpacks to more than {MOST_TOTAL // 1_000_000} MB", HOSTILE)
    return by_name


def _too_many() -> UnreadableError:
    return UnreadableError(
        f"It has more than {MOST_PARTS} parts",
        "Save the instrument alone, without pictures, as a file of its own.",
    )


def _utf8(content: bytes) -> bytes:
    """Give a part in UTF-8, without the declaration that may say something else."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif content[:2] in (b"<\0", b"\0<"):
        encoding = "utf-16-le" if content[:1] == b"<" else "utf-16-be"
    else:
        encoding = "utf-8-sig"
    try:
        plain = content.decode(encoding).encode()
    except UnicodeError:
        raise broken() from None
    declared = _DECLARATION.match(plain)
    return plain[declared.end() :] if declared else plain
