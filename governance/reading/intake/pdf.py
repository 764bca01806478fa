"""A PDF that has words in it into lines: printed lines, page by page, as they are set out.

`paragraphs` joins what is one sentence. pypdf reads the file in a process of its own (`pdf_child.py`), since a
PDF can be made to take any amount of memory and time.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from governance.errors import UnreadableError
from governance.files import budget
from governance.reading.intake.furniture import Place, furniture
from governance.reading.intake.lines import as_line, rows_whole, spaced, within_limits
from governance.reading.intake.pdf_child import MOST_CHARACTERS, MOST_PAGES
from governance.reading.intake.transcript import Line, Transcript, Where

MOST_OBJECTS = 100_000
"""The most objects a PDF may have, each of which is looked for where its list of them is damaged; a page has about ten."""
RECOGNISE = (
    "Type its words into a .docx or .txt file, or have them recognised by another program, and check them."
)

_CHILD = Path(__file__).with_name("pdf_child.py")
_ALONE = "Save the pages of the instrument as a file of their own."
_REFUSED = {
    "password": ("It is protected by a password", "Save or print it without one, and give that."),
    "pages": (f"It has more pages than are read, which is {MOST_PAGES}", _ALONE),
    "long": (f"It is longer than {MOST_CHARACTERS:,} characters, as no instrument is", _ALONE),
    "large": (
        f"It takes more time or memory than any instrument needs: over {budget.SECONDS:g} seconds of work, or {{}} MB",
        f"{_ALONE} Or type its words into a .txt file.",
    ),
    "broken": (
        "It is not a whole PDF: part of it is missing or damaged",
        "Fetch a fresh copy, or open it and print it to a new PDF.",
    ),
}


def from_pdf(data: bytes, source: str) -> Transcript:
    """Read the printed lines of a PDF; UnreadableError where it has none, or is locked, damaged or hostile."""
    if data.count(b" obj") > MOST_OBJECTS:
        raise UnreadableError(f"It has more than {MOST_OBJECTS:,} objects, as no instrument has", _ALONE)
    pages = [_printed(page) for page in _pages(data)]
    empty = [number for number, page in enumerate(pages, start=1) if not page]
    if len(empty) == len(pages):
        raise UnreadableError("It has no words in it, only pictures of them; it may be a scan", RECOGNISE)
    left_out = furniture([[text for text, _ in page] for page in pages])
    if len(left_out) == sum(len(page) for page in pages):
        # Pages that say nothing else say this.
        left_out = {}
    lines = rows_whole(within_limits(_lines(pages, frozenset(left_out))))
    notes = [f"Page {number} has no words in it; if it is a picture, it was not read." for number in empty]
    notes += [
        f"Repeated on the pages and left out: {words!r}." for words in sorted(set(left_out.values()) - {""})
    ]
    return Transcript(source, "pdf", lines, tuple(notes))


def _printed(page: Sequence[str]) -> list[tuple[str, bool]]:
    """Give the lines of a page that are not blank, and whether a blank one is above."""
    above = ("", *page)
    return [(line, not before.strip()) for before, line in zip(above, page, strict=False) if line.strip()]


def _lines(pages: Sequence[Sequence[tuple[str, bool]]], left_out: frozenset[Place]) -> Iterator[Line | None]:
    for page, printed in enumerate(pages):
        begun = False
        for number, (text, apart) in enumerate(printed):
            if (page, number) in left_out:
                continue
            words, depth = spaced(text)
            # What the page break parts may be one paragraph.
            parted = apart and (begun or page == 0)
            begun = True
            yield as_line(words, Where(page=page + 1, line=number + 1), depth=depth, apart=parted)


def _pages(data: bytes) -> list[list[str]]:
    """Have the process read the lines of each page."""
    command = [sys.executable, "-I", str(_CHILD), *map(str, budget.left())]
    try:
        with budget.processes():
            done = subprocess.run(  # noqa: S603 - our own script
                command,
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=budget.LONGEST_WAIT,
                check=False,
            )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        # Stopped for taking too much, it has nothing to say.
        answer = {"refused": "large"}
    except OSError as error:
        raise UnreadableError(
            f"It cannot be read: {error.strerror}", "Try again, or give its words in a .txt file."
        ) from None
    if "refused" in answer:
        wrong, remedy = _REFUSED[answer["refused"]]
        raise UnreadableError(wrong.format(budget.left()[1] // 1_000_000), remedy)
    pages: list[list[str]] = answer["pages"]
    return pages
