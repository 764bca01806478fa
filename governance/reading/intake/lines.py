"""One line as it is typed or printed: clean words, the mark in front of them, and their cells.

Every format makes its lines here, so that "(a) two parent governors" is read alike wherever it stands.
"""

import re
import unicodedata
from collections.abc import Iterable

import attrs

from governance.errors import UnreadableError
from governance.reading.intake.transcript import Line, Where

MOST_LINES = 20_000
"""The most lines a document may have; an instrument has fewer than two hundred."""
MOST_CHARACTERS = 2_000_000
"""The most characters a document may have; an instrument has fewer than twenty thousand."""

RECOGNISE = (
    "Type its words into a .docx or .txt file, or have them recognised by another program, and check them."
)
"""What to do with pictures of words."""
ALONE = "Save the instrument alone as a file of its own."
NO_MACROS = "Save it in Word as .docx, which has none, and give that."
LONGEST_RUN = 240
"""How many characters a run has in which the same few signs repeat themselves; a line of dots has up to 150."""
_FOR_A_CELL = 5
"""How many characters each cell of a table counts for, besides its own."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_RUN = re.compile(rf"(?=.{{{LONGEST_RUN}}})(.{{1,16}}?)\1{{14,}}")
_SPACES = re.compile(r"[^\S\t]+")
_TABS = re.compile(r" ?\t[\t ]*")
_WIDE = re.compile(r"(?<=\S)(?: {3,}(?=\S)|(?<! [a-z]{2})(?<! the)  (?=\d{1,2}$))")
_SIGNS = re.compile("[ﬀ-ﬆ\u2010\u2011\uf000-\uf0ff]")
"""Letters that are joined in print, hyphens, and signs of a symbol font, where Word's own bullets are."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_STARS = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+|(?<!\*)\*\*(?!\*)|(?<!_)__(?!_)", re.MULTILINE)
_INNER = r"(?:[1-9]\d?|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})"
_MARK = re.compile(
    rf"""
    (?P<bullet> [*•·●○■□▪▫‣◦►▶»✓✔➢] | [-–—](?=[\sA-Za-z(]) | o(?=\s) )? \s*+
    (?P<number>
        (?! \d\d?\.\d\d?\.\d\d\b )                                    # 1.9.15 is a day
        (?: [1-9]\d?\.(?=[^\W\d]|["'“‘\[(]) | [1-9]\d?\([a-z]\)(?=\s) | \d\d?(?:\.\d{{1,2}}){{1,2}}\.?(?=[\sA-Z]|[a-z]{{2}}[a-z-])
          | (?:(?:[1-9]\d?|[a-zA-HIVX]|[ivx]{{2,5}}|[IVX]{{2,5}})\.|[1-9]\d?_)(?=\s)
          | [a-hivx]{{1,5}}\.(?=\d{{1,2}}\s?(?:x\s)?[A-Za-z])           # the stop of "i." has run into "5 parents"
          | {_INNER}\s?\)(?=[\s\w"'“‘\[]) )
    )?
    (?P<letter> \s* \(\s?{_INNER}\s?\)(?=[\s\w"'“‘\[]|$) )?
    """,
    re.VERBOSE,
)
"""The number, letter or bullet in front of a line. A number is one only where a stop or a bracket follows it, because
"2 parent governors" says how many."""
_TAB = 4


def split_mark(words: str) -> tuple[str, str]:
    """Part the mark from the words that follow it; the mark is "" where there is none, and before a bare number.

    >>> split_mark("- a) one staff governor"), split_mark("iv) four"), split_mark("4. (a) two parent governors")
    (('- a)', 'one staff governor'), ('iv)', 'four'), ('4. (a)', 'two parent governors'))
    >>> split_mark("2. parent governors"), split_mark("i.5 parent governors"), split_mark("1.0The name")
    (('2.', 'parent governors'), ('i.', '5 parent governors'), ('1.0', 'The name'))
    """
    found = _MARK.match(words)
    if not found or not found[0].strip():
        return "", words
    return " ".join(found[0].split()), words[found.end() :].lstrip()


def tidy(text: str) -> str:
    r"""Give words as a person sees them: every space one plain space, tabs kept, nothing that cannot be seen.

    >>> tidy("  Co\u2011opted\u00a0 gover\u00adnors \t two ")
    'Co-opted governors\ttwo'
    """
    plain = _TABS.sub("\t", _SPACES.sub(" ", _UNSEEN.sub("", _SIGNS.sub(_as_seen, text))))
    return unicodedata.normalize("NFC", plain.strip())


def _as_seen(sign: "re.Match[str]") -> str:
    hyphen, symbol = sign[0] <= "\u2011", sign[0] <= "\uf0ff"
    return "-" if hyphen else "•" if symbol else unicodedata.normalize("NFKC", sign[0])


def spaced(printed: str) -> tuple[str, int]:
    r"""Part a printed line into its words and how far they are set in; wide spaces within it become tabs.

    >>> spaced("    Total number of governors:      13")
    ('Total number of governors:\t13', 1)
    """
    level = printed.expandtabs(_TAB)
    indent = len(level) - len(level.lstrip())
    return _WIDE.sub("\t", printed.strip()), (indent + _TAB // 2) // _TAB


def as_line(
    text: str,
    where: Where,
    *,
    printed_mark: str = "",
    depth: int = 0,
    heading: bool = False,
    apart: bool = False,
    cells: tuple[str, ...] | None = None,
) -> Line | None:
    """Make a line of its text, or None where there is nothing to read.

    `printed_mark` is a number that stands there without being typed. `cells` are those of a table row, and take
    the place of `text`; without them bars or tabs in the text part it into cells.
    """
    cells = barred(text) if cells is None else cells
    told = tuple(tidy(cell).replace("\t", " ") for cell in cells or ())
    typed_mark, words = split_mark(tidy(text if cells is None else "\t".join(told)))
    if words.find("|") == len(words) - 1:
        words = words[:-1].rstrip()  # a cell on a line of its own
    mark = f"{printed_mark} {typed_mark}".strip()
    if not words and not typed_mark:
        return None
    parted = told if told and not typed_mark else cells_of(words) or ((words,) if told else ())
    return Line(words, where, mark=mark, depth=depth, cells=parted, heading=heading, apart=apart)


def unmarked(text: str) -> str:
    """Give a text without the signs of a web page's source, or of one that is typed with stars and hashes.

    >>> unmarked("## Governors &amp; **3** parents")
    'Governors & 3 parents'
    """
    return _STARS.sub("", _ENTITY.sub(_entity, text))


def _entity(found: "re.Match[str]") -> str:
    import html  # noqa: PLC0415 - only where a text has one

    sign = html.unescape(found[0])
    return " " if sign.isspace() and sign.isascii() else sign


def barred(text: str) -> tuple[str, ...] | None:
    """Give the cells of a row that begins with a bar, none of which has words in a row that only rules off.

    >>> barred("| 4 | Parent governors | 3 |"), barred("|---|:--|"), barred("Home | About us")
    (('4', 'Parent governors', '3'), ('',), None)
    """
    if text[:1] in ("|", "+") and not text.strip("|+-=: "):
        return ("",)
    row = text[:1] == "|" and "|" in text[1:-1]
    return tuple(map(str.strip, text[1:].removesuffix("|").split("|"))) if row else None


def cells_of(words: str) -> tuple[str, ...]:
    """Give the cells that tabs part."""
    return tuple(words.split("\t")) if "\t" in words else ()


def within_limits(lines: Iterable[Line | None]) -> tuple[Line, ...]:
    """Gather the lines that hold something; UnreadableError as soon as they are too many, or where there are none."""
    kept: list[Line] = []
    characters = 0
    for line in filter(None, lines):
        kept.append(line)
        characters += len(line.words) + _FOR_A_CELL * len(line.cells)
        at_most(characters, len(kept))
    if not kept:
        raise UnreadableError("It holds no words", "Check that it is the right file.")
    return tuple(kept)


def shortened(line: Line, most: int) -> Line:
    """Cut what is longer than `most`, and shorten what repeats itself again and again, such as the dots of a form."""
    words = _RUN.sub(lambda run: run[0][:LONGEST_RUN], line.words[:most])
    if words == line.words:
        return line
    return attrs.evolve(line, words=words, cells=tuple(words.split("\t")) if line.cells else ())


def at_most(characters: int = 0, lines: int = 0) -> None:
    """Raise UnreadableError where a document is longer than any instrument."""
    if characters > MOST_CHARACTERS or lines > MOST_LINES:
        most = f"{MOST_LINES:,} lines or {MOST_CHARACTERS:,} characters"
        raise UnreadableError(f"It is longer than {most}, as no instrument is", ALONE)
