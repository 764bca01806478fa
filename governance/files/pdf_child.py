"""Reads the words of one PDF in a process of its own, which may use so much memory and time and no more.

Run by `pdf_pages.py` as a script, with the PDF on the standard input and, as its arguments, the seconds of work that are left
of the budget for this file and the bytes of memory, pypdf and Python included, which take about 20 MB; it imports
nothing of this package. On the standard output it writes JSON: `pages`, the printed lines of each, or `refused`, a word that `pdf_pages.py` knows.
"""

import io
import json
import logging
import math
import re
import signal
import sys
import warnings

LEAST = 0.01
"""No timer is set for less."""
MOST_PAGES = 200
"""The most pages a PDF may have; an instrument has up to ten."""
MOST_CHARACTERS = 2_000_000
"""The most characters that all pages together may hold."""

_KEPT = 0.95


def main() -> None:
    """Read the PDF on the standard input and tell what is in it."""
    data = sys.stdin.buffer.read()
    bound(float(sys.argv[1]), int(sys.argv[2]))
    warnings.simplefilter("ignore")
    logging.disable()
    try:
        answer = read(data)
    except MemoryError:
        answer = {"refused": "large"}
    except Exception:  # noqa: BLE001 - whatever pypdf stumbles over, the file is at fault
        answer = {"refused": "broken"}
    json.dump(answer, sys.stdout)


def bound(seconds: float, memory: int) -> None:
    """Take no more memory and time than this, where the operating system can see to it."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    # The timer counts exactly and ends the process; the limit counts whole seconds, and nothing holds it back.
    signal.setitimer(signal.ITIMER_PROF, max(seconds, LEAST))
    whole = math.ceil(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def read(data: bytes) -> dict[str, object]:
    """Give the pages of a PDF, or the reason why there are none."""
    import pypdf  # noqa: PLC0415 - after the limits are set

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        try:
            opened = bool(reader.decrypt(""))
        except (NotImplementedError, pypdf.errors.PyPdfError):
            opened = False
        if not opened:
            return {"refused": "password"}
    if len(reader.pages) > MOST_PAGES:
        return {"refused": "pages"}
    pages: list[list[str]] = []
    characters = 0
    for page in reader.pages:
        pages.append(printed(page))
        characters += sum(len(line) for line in pages[-1])
        if characters > MOST_CHARACTERS:
            return {"refused": "long"}
    return {"pages": pages}


def printed(page: object) -> list[str]:
    """Give the lines of a page as they are set out; in plain order where the setting-out loses words."""
    plain = page.extract_text()  # type: ignore[attr-defined]
    try:
        laid_out = page.extract_text(extraction_mode="layout")  # type: ignore[attr-defined]
    except Exception:  # noqa: BLE001 - the plain words are there
        laid_out = ""
    text = laid_out if len(_inked(laid_out)) >= _KEPT * len(_inked(plain)) else plain
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.splitlines())).split("\n")


def _inked(text: str) -> str:
    return re.sub(r"\s", "", text)


if __name__ == "__main__":
    main()
