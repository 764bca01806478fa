"""One block to sign or seal, the one that is asked for, and none where the template has its own; the annex behind it."""

import io
import re
import zipfile
from pathlib import Path

import attrs
import docx
import pypdf
import pytest
from instruments import words
from lxml import etree
from office import many_to_pdf
from templates import council, with_bookmark, with_seal
from word_samples import NS, part

import governance
from governance.documents.report.house import read_house_style
from governance.documents.template import read_template
from governance.reading.intake.intake import transcribe_bytes, transcribe_text
from governance.reading.text.extent import NOTE
from governance.reading.understand import understand

EXAMPLES = Path(__file__).parents[3] / "examples"
RIFT = governance.load(EXAMPLES / "rift-house.toml")
BEFORE = governance.load(EXAMPLES / "rift-house-2015.toml")
SIGNED, SEALED = "Signed on behalf of ", "The common seal of "
NONE = frozenset()


def blocks(data):
    """Which blocks stand in a document."""
    said = words(data)
    return {start for start in (SIGNED, SEALED) for line in said if line.startswith(start)}


def sized(points):
    """A template whose words are of this size."""
    made = docx.Document()
    made.styles["Normal"].font.size = docx.shared.Pt(points)
    out = io.BytesIO()
    made.save(out)
    return read_template(out.getvalue())


class TestChoice:
    """--attest decides, and then the house style, and before both the template."""

    @pytest.mark.parametrize(
        ("attest", "expected"),
        [(None, {SIGNED}), ("signature", {SIGNED}), ("seal", {SEALED}), ("none", NONE)],
    )
    def test_draft_and_report(self, attest, expected):
        """Never two alternatives on one paper."""
        assert expected == blocks(governance.draft(RIFT, attest=attest))
        assert expected == blocks(governance.report(RIFT, attest=attest))

    def test_house_style(self):
        """The key `attest` of a house style; what is asked for comes first."""
        house = read_house_style('attest = "seal"')
        assert {SEALED} == blocks(governance.report(RIFT, house=house))
        assert {SIGNED} == blocks(governance.report(RIFT, house=house, attest="signature"))

    @pytest.mark.parametrize("attest", [None, "signature", "seal"])
    def test_the_template_has_its_own(self, attest):
        """Then ours is none, and a note says so."""
        template = read_template(with_seal())
        assert NONE == blocks(governance.draft(RIFT, template=template, attest=attest))
        assert any("place of its own to sign or seal" in note for note in template.notes)

    def test_the_template_has_none(self):
        """An address behind the place for the document is no place to sign."""
        template = read_template(with_bookmark())
        assert {SIGNED} == blocks(governance.draft(RIFT, template=template))
        assert () == template.notes


class TestAnnex:
    """The annex is a part of its own."""

    @pytest.mark.parametrize("template", [None, council(), with_seal()], ids=["ours", "council", "seal"])
    def test_section(self, template):
        """It comes behind everything, with a header of its own, and its pages start at 1."""
        given = read_template(template) if template else None
        data = governance.draft(RIFT, changes_from=BEFORE, template=given)
        said = [line for line in words(data) if line]
        assert said.index("Annex: changes from the previous instrument") > max(
            place
            for place, line in enumerate(said)
            if "ommon" in line or line.startswith(("A copy of", SIGNED))
        )
        first, last = docx.Document(io.BytesIO(data)).sections
        assert "Annex for information: Rift House Primary School" in [
            one.text for one in last.header.paragraphs
        ]
        assert "Annex" not in "".join(one.text for one in first.header.paragraphs)
        starts = part(data, "word/document.xml").xpath("//w:sectPr/w:pgNumType/@w:start", namespaces=NS)
        assert ["1"] == starts

    @pytest.mark.parametrize("plain", [True, False])
    @pytest.mark.parametrize("template", [None, with_seal()], ids=["ours", "seal"])
    def test_it_is_not_read_back(self, template, plain):
        """A draft that comes back is read without it, and a note says so."""
        given = read_template(template) if template else None
        data = governance.draft(RIFT, changes_from=BEFORE, template=given, plain=plain)
        understood = understand(transcribe_bytes(data, source="returned.docx"))
        assert RIFT.seats.counts() == understood.proposal().seats.counts()
        assert () == understood.remarks
        assert NOTE in understood.transcript.notes

    def test_it_keeps_the_councils_header(self):
        """With its words, and its pictures if it has any."""
        data = governance.draft(RIFT, changes_from=BEFORE, template=read_template(council(first_page=False)))
        said = [one.text for one in docx.Document(io.BytesIO(data)).sections[1].header.paragraphs]
        assert ["Northshire Council", "Annex for information: Rift House Primary School"] == said

    def test_it_says_once_that_it_is_no_part(self):
        """And nothing else in the file says so."""
        data = governance.draft(RIFT, changes_from=BEFORE)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            said = [
                "".join(etree.fromstring(archive.read(name)).itertext())
                for name in archive.namelist()
                if name.startswith("word/") and name.endswith(".xml")
            ]
        assert 1 == "".join(said).count("not part of the instrument")


def test_an_annex_without_a_title_is_read():
    """A clause that speaks of an annex is a clause, and what follows it is read."""
    said = "The governing body consists of:\n2 parent governors\nThe annex is not part of this instrument.\n5 co-opted governors"
    understood = understand(transcribe_text(said))
    assert (2, 5) == (understood.data["seats"]["parent"], understood.data["seats"]["co_opted"])
    assert NOTE not in understood.transcript.notes


def lengthened(name, lines):
    """An example whose ethos has so many lines more, by which the end of its page falls elsewhere."""
    proposal = governance.load(EXAMPLES / f"{name}.toml")
    ethos = (
        "The school has an ethos of its own."
        + " One more line of words that goes on to the margin of the page." * lines
    )
    if not proposal.schools:
        return attrs.evolve(proposal, ethos=ethos)
    first, *others = proposal.schools
    return attrs.evolve(proposal, schools=(attrs.evolve(first, ethos=ethos), *others))


def test_nobody_signs_a_page_alone(tmp_path):
    """Wherever the page ends and at every size of type, the page with the block has words of a clause above it.

    LibreOffice lays out a long paper by its guess of what a page holds, and so both short and long ones are made.
    """
    papers, house = EXAMPLES / "papers" / "federation.toml", EXAMPLES / "house-styles" / "committee.toml"
    made = {
        f"{name} at {points} and {lines}": governance.draft(
            lengthened(name, lines), template=sized(points), attest=attest
        )
        for name, attest in (("voluntary-controlled", "seal"), ("federation-aided", "signature"))
        for points in (11, 14, 16)
        for lines in range(0, 12, 3)
    }
    made |= {
        f"paper at {points} and {lines}": governance.report(
            lengthened("federation-controlled-and-community", lines),
            house=house,
            paper=papers,
            template=points and sized(points),
        )
        for points, longest in ((None, 9), (14, 3), (16, 3))
        for lines in range(longest)
    }
    for name, path in many_to_pdf(made, tmp_path).items():
        pages = [one.extract_text().replace("\n", " ") for one in pypdf.PdfReader(path).pages]
        (page,) = [page for page in pages if any(start in page for start in (SIGNED, SEALED))]
        above, block = re.split(f"{SIGNED}|{SEALED}", page)
        assert re.search(r"\d\. ?A copy of this instrument", above), name
        assert "Name" in block, name
        assert "Date" in block, name
        assert page == pages[-1], name


def test_our_tables_grow_with_the_councils_type():
    """Words in a table are larger where the council's are; at our own size or below they are as we set them."""
    sizes = {}
    for points in (10, 11, 16):
        styles = part(governance.draft(RIFT, template=sized(points)), "word/styles.xml")
        (sizes[points],) = styles.xpath("//w:style[@w:styleId='TableText']/w:rPr/w:sz/@w:val", namespaces=NS)
    assert {10: "20", 11: "20", 16: "29"} == sizes
