"""The rule book of a day, as web pages and as one Word file that a lawyer can check and sign."""

import datetime
import functools
from collections.abc import Callable, Iterable
from pathlib import Path

from governance.documents.book.consequences import consequences_page
from governance.documents.book.folder import refuse, write_pages
from governance.documents.book.frame import (
    CONSEQUENCES,
    COVERAGE,
    INDEX,
    READING,
    TIMELINE,
    Book,
    Page,
    framed,
    page_name,
)
from governance.documents.book.front import coverage_page, index_page, reading_page
from governance.documents.book.provision import provision_page
from governance.documents.book.timeline import timeline_page
from governance.errors import DocumentError
from governance.law.citations import refuse_earlier
from governance.law.library import Volume

__all__ = ["Book", "Page", "makers", "pages", "write", "write_category"]


def pages(volumes: Iterable[Volume], day: datetime.date) -> dict[str, bytes]:
    """Give every page of the book by its name; the same law and day always give the same bytes.

    CannotTellError for a day before the first Regulations governing schools that are among the volumes.
    """
    book = Book(tuple(volumes), day)
    refuse_earlier(book.volumes, day)
    return {name: framed(book, make()) for name, make in makers(book).items()}


def makers(book: Book) -> dict[str, Callable[[], Page]]:
    """Give for the name of each page how it is made."""
    front = {
        INDEX: index_page,
        READING: reading_page,
        TIMELINE: timeline_page,
        CONSEQUENCES: consequences_page,
        COVERAGE: coverage_page,
    }
    return {
        **{name: functools.partial(make, book) for name, make in front.items()},
        **{
            page_name(volume, provision): functools.partial(provision_page, book, volume, provision)
            for volume in book.volumes
            for provision in volume.law.provisions
        },
    }


def write_category(
    volumes: Iterable[Volume],
    day: datetime.date,
    category: str,
    file: Path,
    *,
    pdf: bool = False,
    force: bool = False,
) -> tuple[str, ...]:
    """Write the book of one kind of school as a Word file, and as a PDF beside it; say what was written.

    DocumentError where a file is there already, unless `force` is given; CannotTellError as `pages`.
    """
    from governance.documents.book.category import category_file  # noqa: PLC0415 - only the Word book needs it
    from governance.files.pdf import to_pdf  # noqa: PLC0415
    from governance.files.whole import may_write, write_whole  # noqa: PLC0415

    beside = file.with_suffix(".pdf")
    may_write(file, force=force)
    if pdf:
        may_write(beside, force=force, suffix=".pdf")
    made = category_file(Book(tuple(volumes), day), category)
    printed = to_pdf({file.name: made}).get(file.name) if pdf else None
    write_whole(file, made, force=force)
    said = [f"Wrote {file}."]
    if printed:
        write_whole(beside, printed, force=force, suffix=".pdf")
        said.append(f"Wrote {beside}.")
    elif pdf:
        raise DocumentError(f"{beside}: LibreOffice made no PDF of the Word file beside it.")
    return tuple(said)


def write(
    volumes: Iterable[Volume],
    day: datetime.date,
    folder: Path,
    *,
    word: Path | None = None,
    force: bool = False,
) -> tuple[str, ...]:
    """Write the pages into a folder, and the Word file where one is asked for; say what was written.

    Everything is made before anything is written. DocumentError where the folder holds something already, or
    the Word file is there, unless `force` is given; CannotTellError as `pages`.
    """
    from governance.documents.book.word import word_file  # noqa: PLC0415 - only the Word book needs it
    from governance.files.whole import write_whole  # noqa: PLC0415 - only the Word book needs it

    book = Book(tuple(volumes), day)
    refuse_earlier(book.volumes, day)
    refuse(folder, word, force=force)
    made = pages(book.volumes, day)
    document = word_file(book) if word else b""
    said = list(write_pages(folder, made))
    if word:
        write_whole(word, document, force=force)
        said.append(f"Wrote {word}.")
    return tuple(said)
