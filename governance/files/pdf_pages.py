"""The printed lines of a PDF, page by page.

pypdf reads the file in a process of its own (`pdf_child.py`), since a PDF can be made to take any amount of memory and time.
"""

import json
import subprocess
import sys
from pathlib import Path

from governance.errors import UnreadableError
from governance.files import budget
from governance.files.pdf_child import MOST_CHARACTERS, MOST_PAGES

MOST_OBJECTS = 100_000
"""The most objects a PDF may have, each of which is looked for where its list of them is damaged; a page has about ten."""

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


def printed_pages(data: bytes) -> list[list[str]]:
    """Give the printed lines of each page; UnreadableError where the file is locked, damaged or hostile."""
    if data.count(b" obj") > MOST_OBJECTS:
        raise UnreadableError(f"It has more than {MOST_OBJECTS:,} objects, as no instrument has", _ALONE)
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
