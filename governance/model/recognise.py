r"""Tells a proposal from a document in words by what it holds: Notepad saves a proposal as .txt, too.

>>> is_proposal("[school]\ncategory = \"community\"\n")
True
>>> is_proposal("The governing body of [school]\nParent governors: 2\n")
False
"""

import codecs
import re
from typing import Final

MOST_BYTES: Final = 1_000_000
"""As much of a file is looked at as a proposal may hold."""

TABLES: Final = (
    *("school", "schools", "instrument", "seats", "terms", "foundation", "ethos", "approvals"),
    *("earlier", "current", "filled", "people"),
)
"""The tables of a proposal file."""

_SUFFIXES: Final = (".toml", ".json")
_TABLES: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv")
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_MOST_OF_A_MARK: Final = 8
_NO_TEXT: Final = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_NAMES: Final = "|".join(TABLES)
_HEAD: Final = (
    rf"[ \t]*\[{{1,2}}[ \t]*(?i:{_NAMES})(?:\.[\w-]{{1,40}}){{0,3}}[ \t]*\]{{1,2}}[ \t]*(?:\#[^\n]*)?\n"
)
_ENTRY: Final = r"[ \t]*(?:[A-Za-z_\"'][^\n=:]{0,60}=|[a-z_]{1,40}[ \t]*:)"
_HEADED: Final = rf"(?m:^{_HEAD}(?:[ \t]*(?:\#[^\n]*)?\n){{0,50}}(?:{_ENTRY}|{_HEAD}))"
"""The head of a table alone on its line, and below it a key with its value, or the head of another table."""

_IN_LINE: Final = rf"(?m:^(?:{_NAMES})[ \t]*(?:=[ \t]*[\[{{]|\.[ \t]*[\w\"'-]{{1,40}}[ \t]*=))"
"""A table in one line, or a key with its table before it: `seats.parent = 2`."""

_JSON: Final = rf'\A\s*\{{[\s\S]*?"(?:{_NAMES})"\s*:\s*[\[{{]'
_HOLDS: Final = {
    b"PK\x03\x04": "a Word file or another Office file",
    b"%PDF-": "a PDF",
    b"\xd0\xcf\x11\xe0": "an older Office file, such as .doc",
    b"{\\rtf": "a rich text file",
}


def is_proposal(text: str) -> bool:
    """Tell whether text is plainly meant as a proposal, also where a slip keeps it from being read as one."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    # Compiled when they are first asked, for a proposal in a .toml file asks none.
    return any(map(text.__contains__, "[={")) and any(
        re.search(pattern, f"{text}\n") for pattern in (_JSON, _HEADED, _IN_LINE)
    )


def is_proposal_file(path: str) -> bool:
    """Tell whether a file is a proposal: by its name, or else by what it holds. A file that cannot be read is none."""
    if path == "-" or path.lower().endswith(_SUFFIXES):
        return True
    try:
        with open(path, "rb") as file:
            raw = file.read(_MOST_OF_A_MARK)
            if document_kind(raw):
                return False
            raw += file.read(MOST_BYTES + 1 - _MOST_OF_A_MARK)
    except (OSError, ValueError):
        return False
    try:
        text = decoded(raw)
    except UnicodeDecodeError:  # what is wrong with its encoding is said when it is read
        text = raw.decode("cp1252", errors="replace")
    return is_proposal(text)


def is_table(path: str) -> bool:
    """Tell whether a file is a table, of which each row is a board, by its name."""
    return path.lower().endswith(_TABLES)


def decoded(raw: bytes) -> str:
    """Read text in UTF-8, or in UTF-16 with its mark in front, as PowerShell writes it; UnicodeDecodeError else."""
    text = raw.decode(next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "utf-8"))
    if (nought := text.find("\0")) >= 0:
        raise UnicodeDecodeError("utf-8", raw, nought, nought + 1, "UTF-16 without its mark, or no text")
    return text


def legible(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Read the text of a proposal, and say how where its encoding is not told; UnicodeDecodeError where it is no text."""
    try:
        return decoded(raw), ()
    except UnicodeDecodeError:
        if raw.startswith(tuple(_MARKS)) or _NO_TEXT.search(raw):
            raise
        text = raw.decode("cp1252")
    return text, ("It is not UTF-8 text, and is read as Windows text: look at its accents and pound signs.",)


def document_kind(raw: bytes) -> str | None:
    """Say what document a file is by its first bytes; None where it may be text."""
    return next((kind for mark, kind in _HOLDS.items() if raw.startswith(mark)), None)


def as_proposal(source: str) -> str:
    """Say what to do with a document where a proposal is wanted; standard input cannot be read twice."""
    if source == "-":
        return (
            "If it is an instrument in words, save it in a file and give its name: governance check words.txt"
        )
    return (
        f'If it is an instrument in words, make a proposal of it: governance read "{source}" -o proposal.toml'
    )
