"""The rule book as a whole, and the frame that every page of it stands in."""

import datetime
from typing import Final

import attrs

from governance.documents.book.html import Content, Html, join, link, paragraph, tag
from governance.documents.book.style import STYLE
from governance.english import day_words
from governance.law.library import Volume, library_hash
from governance.law.provision import Provision
from governance.law.wording import CAUTION

INDEX: Final = "index.html"
READING: Final = "how-to-read.html"
TIMELINE: Final = "timeline.html"
CONSEQUENCES: Final = "consequences.html"
COVERAGE: Final = "coverage.html"

NAVIGATION: Final = (
    (INDEX, "Contents"),
    (READING, "How to read this book"),
    (TIMELINE, "Amendments"),
    (CONSEQUENCES, "What follows"),
    (COVERAGE, "What is encoded"),
)


@attrs.frozen
class Book:
    """The law that a book states, and the day whose law it is."""

    volumes: tuple[Volume, ...]
    day: datetime.date

    @property
    def title(self) -> str:
        """The name of the book."""
        return f"Rule book: school governing bodies in England, the law of {day_words(self.day)}"

    @property
    def hash(self) -> str:
        """One hash for all the law in it."""
        return library_hash(self.volumes)


def page_name(volume: Volume, provision: Provision) -> str:
    """Name the page of a provision: constitution-2012-regulation-13.html."""
    return f"{slug(volume.folder)}-{slug(provision.number)}.html"


def slug(text: str) -> str:
    """Turn a name into what can stand in an address.

    >>> slug("13(3)(a)")
    '13-3-a'
    """
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in text.lower()).split())


@attrs.frozen
class Page:
    """A page of the book: its name, its title and what stands below that."""

    name: str
    title: str
    content: Html


def page(name: str, title: str, *content: Content) -> Page:
    """Put the contents of a page together, with the caution before them."""
    return Page(name, title, join([paragraph(CAUTION, class_="caution"), *content]))


def framed(book: Book, one: Page) -> bytes:
    """Put a page into the frame, with the way round the book."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{one.title} - law of {day_words(book.day)}"),
        tag("style", Html(STYLE)),
    )
    items = (
        tag("li", link(address, words, aria_current="page" if address == one.name else None))
        for address, words in NAVIGATION
    )
    body = tag(
        "body",
        tag("a", "Skip to the content", class_="skip", href="#content"),
        tag(
            "header",
            paragraph(book.title, class_="book"),
            tag("nav", tag("ul", *items), aria_label="Pages of the rule book"),
        ),
        tag("main", tag("h1", one.title), one.content, id="content", tabindex="-1"),
        tag(
            "footer",
            paragraph("Not legal advice; stated in our own words; each page links to its source."),
            paragraph("SHA-256 of all the law data: ", tag("code", book.hash, class_="hash")),
        ),
    )
    return join([Html("<!DOCTYPE html>\n"), tag("html", head, body, lang="en-GB")]).encode()
