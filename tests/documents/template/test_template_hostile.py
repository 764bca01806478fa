"""Templates made to do harm: each is refused with the bound that it goes beyond, or read as if it were harmless."""

from pathlib import Path

import pytest
from templates import changed, council, related
from word_samples import SEATS, document

import governance
from governance.documents.template import read_template
from governance.documents.template.page import MOST_SECTIONS
from governance.documents.template.template import MOST_HEADS, MOST_NOTES
from governance.documents.word.blocks import Title
from governance.documents.word.render import render
from governance.errors import UnreadableError

BODY = "word/document.xml"
NUMBERING = "word/numbering.xml"
PLAIN = document(Title("Report"), SEATS)


def put_in(data, part, before, words):
    """Put words into a part of a Word file, before a tag."""
    return changed(data, {part: lambda text: text.replace(before, words + before, 1)})


def refused(data):
    """Read what must be refused, and give the reason."""
    with pytest.raises(UnreadableError) as caught:
        read_template(data, source="t.dotx")
    return str(caught.value)


def test_sections():
    """A template has so many sections and no more."""
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    assert read_template(put_in(council(), BODY, "<w:sectPr", section * (MOST_SECTIONS - 1)))
    assert "t.dotx: It has more than 100 sections" in refused(
        put_in(council(), BODY, "<w:sectPr", section * MOST_SECTIONS)
    )


def test_headers():
    """So it is with headers and footers, though all were the same part."""
    data = related(council(), BODY, "header", "header1.xml", key="rIdA0", outside=False)
    more = "".join(
        f'<Relationship Id="rIdB{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"'
        ' Target="header1.xml"/>'
        for at in range(MOST_HEADS)
    )
    assert read_template(data)
    assert "more than 300 headers and footers" in refused(
        put_in(data, "word/_rels/document.xml.rels", "</Relationships>", more)
    )


def test_notes():
    """What is left out is listed so far, and how much more there is."""
    data = council()
    for at in range(MOST_NOTES + 9):
        data = related(data, BODY, "image", f"https://example.org/{at}.png", key=f"rIdZ{at}")
    notes = read_template(data).notes
    assert MOST_NOTES + 1 == len(notes)
    assert "9 more of the kind were left out" == notes[-1]


@pytest.mark.parametrize("number", ["9" * 5_000, "-1", "x", "9" * 12, "\u0663"])
def test_numbers(number):
    """A number of a list or a length that is nonsense is not counted with."""
    data = put_in(
        council(),
        NUMBERING,
        "</w:numbering>",
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>',
    )
    data = put_in(data, BODY, "<w:pgMar ", f'<w:pgSz w:w="{number}" w:h="{number}"/>')
    assert render(PLAIN, read_template(data))


@pytest.mark.parametrize(
    "wrapped", ["<w:ins><w:r/></w:ins>", "<w:del><w:r/></w:del>", "<w:r><w:object/></w:r>"]
)
def test_thousands_to_take_out(wrapped):
    """Thousands of changes and objects are taken out one by one, and the words beside them are kept."""
    words = "<w:p><w:r><w:t>Our reference</w:t></w:r>" + wrapped * 20_000 + "</w:p>"
    data = changed(council(), {"word/header1.xml": lambda text: text.replace("</w:hdr>", words + "</w:hdr>")})
    (head,) = [part for name, part in read_template(data).heads.items() if b"Our reference" in part]
    assert not any(tag in head for tag in (b"w:ins", b"w:del", b"w:object"))


def test_chain_of_styles():
    """Styles based one on another, thousands deep or in a circle, are followed so far and no further."""
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="c{at}"><w:name w:val="{"heading 1" if at == 0 else at}"/>'
        f'<w:basedOn w:val="c{(at + 1) % 3_000}"/></w:style>'
        for at in range(3_000)
    )
    data = changed(
        council(),
        {
            "word/styles.xml": lambda text: text.replace("heading 1", "other").replace(
                "</w:styles>", chain + "</w:styles>"
            )
        },
    )
    assert render(PLAIN, read_template(data))


def test_a_whole_draft():
    """A template that only looks hostile makes a draft like any other."""
    home = governance.load(Path(__file__).parents[3] / "examples" / "rift-house.toml")
    data = put_in(council(), BODY, "<w:sectPr", "<w:p/>" * 5_000)
    assert governance.draft(home, template=read_template(data))
