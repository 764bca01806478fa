"""The declaration of eligibility in Word: statements to sign, and below them what the clerk wants to know."""

import datetime

from openxml_audit import OpenXmlValidator

import governance
from governance.documents.declaration import document
from governance.documents.word.blocks import Sections, Signature, plain
from governance.people.declaration import declaration

DAY = datetime.date(2026, 11, 29)
AIDED = declaration("foundation", "voluntary aided", on=DAY)


def test_each_statement_has_its_provision():
    """In the order of the rules, under the two headings."""
    made = document(AIDED, school="St Mary's")
    (sections,) = [block for block in made.blocks if isinstance(block, Sections)]
    entry, holding = sections.sections
    assert ("When I am appointed", "Now, and for as long as I hold the office") == (
        entry.heading,
        holding.heading,
    )
    told = [plain(clause.text) for section in (entry, holding) for clause in section.blocks]
    assert [f"{one.says[:-1]} ({one.citation})." for one in (*AIDED.entry, *AIDED.holding)] == told
    assert [("Name", "Signed", "Date")] == [
        block.labels for block in made.blocks if isinstance(block, Signature)
    ]


def test_an_ex_officio_governor_is_neither_elected_nor_appointed():
    """The head teacher."""
    made = document(declaration("head_teacher", "community", on=DAY))
    assert "Head teacher, a community school" == plain(made.blocks[1].text)
    assert "elected" not in made.blocks[3].sections[0].heading


def test_it_is_valid_and_the_same_bytes(tmp_path):
    """A Word file."""
    one, two = (governance.declaration(AIDED, school="St Mary's") for _ in range(2))
    assert one == two
    path = tmp_path / "declaration.docx"
    path.write_bytes(one)
    result = OpenXmlValidator().validate(path)
    assert result.is_valid, result.errors
