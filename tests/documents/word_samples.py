"""Documents to render, and the few ways to look at what comes out."""

import io
import zipfile
from datetime import date

from lxml import etree

from governance.documents.word.blocks import (
    Callout,
    Clause,
    Clauses,
    Column,
    Document,
    Gap,
    Heading,
    Item,
    Paragraph,
    Section,
    Sections,
    Signature,
    Strong,
    Subtitle,
    Table,
    Title,
)
from governance.documents.word.render import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W.strip("{}")}
MARK = "DRAFT - does not comply with the law: do not make"

SEATS = Clauses(
    (
        Clause(("The governing body is ", Strong("“The governing body of Rift House”"), ".")),
        Clause(
            "The governing body consists of:",
            items=(Item("two parent governors;"), Item("others,", items=(Item("one;"), Item("two.")))),
            after=("Parent governors serve two years.",),
        ),
        Clause(("It takes effect on ", Gap("date"), ".")),
    )
)
SIGNING = Signature("Signed on behalf of the council", ("Signature", "Name and office", "Date"))
BREAKDOWN = Table(
    caption="The board, before and as proposed",
    description="Seats of each category, before and as proposed",
    columns=(Column("Category", share=2), Column("Before", numbers=True)),
    rows=(("Parent", "2"), ("Co-opted", "5"), ((Strong("Total"),), (Strong("7"),))),
)
REPORT = Sections(
    (
        Section("Purpose", (Clause("To approve."), Clause("To note:", items=(Item("this."),)))),
        Section(
            "Proposal", (Clause("As below."), BREAKDOWN, Callout("Name the contact officer."), Clause("So."))
        ),
    )
)


def document(*blocks, **fields):
    """Make a document that says little but what the test gives it."""
    given_fields = {"title": "Rift House", "created": date(2018, 9, 18)} | fields
    return Document(blocks=blocks or (Paragraph("Words."),), **given_fields)


WHOLE = document(
    Title("Report"),
    Subtitle("Rift House"),
    Paragraph("Of the director."),
    REPORT,
    Heading("Appendix 1", 2, new_page=True),
    Heading("About it", 3),
    Title("Instrument of Government", new_page=True),
    SEATS,
    SIGNING,
    Title("Instrument of Government", new_page=True),
    SEATS,
    SIGNING,
    REPORT,
    subject="Constitution",
    header="Committee",
    footer="Rift House",
    mark=MARK,
    properties={"rules": "2018-09-18", "made by": "<&>\"' \U0001f3eb"},
)


def part(data, name):
    """One part of a rendered file, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def main(*blocks, **fields):
    """Render a document of these blocks and parse its main part."""
    return part(render(document(*blocks, **fields)), "word/document.xml")


def styled(root, style):
    """Find the paragraphs of one style."""
    return root.xpath("//w:p[w:pPr/w:pStyle/@w:val=$style]", style=style, namespaces=NS)


def words(node):
    """Read the words of a piece of markup."""
    return "".join(node.itertext(f"{W}t"))


def numbers(paragraph):
    """Find the list and the level of a numbered paragraph."""
    found = paragraph.xpath("w:pPr/w:numPr", namespaces=NS)
    return (int(found[0].find(f"{W}numId").get(f"{W}val")), int(found[0].find(f"{W}ilvl").get(f"{W}val")))


def keeps_with_next(paragraph):
    """Whether Word must keep the paragraph on the page of the next one."""
    return bool(paragraph.xpath("w:pPr/w:keepNext", namespaces=NS))
