"""What we draft we can read: the Word file and its PDF give back the proposal that they were drafted from."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instruments import words
from lawful import TEMPLATES, proposals, stated, template

import governance
from governance.files.pdf import to_pdf
from governance.reading.intake.intake import transcribe_bytes, transcribe_text
from governance.reading.understand import understand


def read_back(data, source):
    return stated(understand(transcribe_bytes(data, source=source)).proposal())


def difference(expected, actual):
    """The fields in which two proposals differ, so that a failure is short."""
    first, second = attrs.asdict(expected), attrs.asdict(actual)
    return {key: (first[key], second[key]) for key in first if first[key] != second[key]}


class TestWord:
    """Reading a drafted Word file gives back everything that the instrument states."""

    @pytest.mark.parametrize("stem", TEMPLATES)
    def test_every_example(self, stem):
        """Each kind of body, as its example has it."""
        proposal = governance.parse(template(stem))
        assert {} == difference(stated(proposal), read_back(governance.draft(proposal), "draft.docx"))

    @settings(max_examples=100)
    @given(proposals())
    def test_every_proposal(self, proposal):
        """Each kind of body with awkward names, several appointers, terms, and an ethos full of numbers.

        It has no contradiction, and every seat in it is stated.
        """
        understood = understand(transcribe_bytes(governance.draft(proposal), source="draft.docx"))
        assert {} == difference(stated(proposal), stated(understood.proposal()))
        assert [] == [remark.says for remark in understood.remarks if remark.kind == "conflict"]
        seats = {
            one.field
            for one in understood.evidence
            if one.sure == "stated" and one.field.startswith("seats.")
        }
        assert {f"seats.{seat}" for seat, count in proposal.seats.counts().items() if count} <= seats


class TestText:
    """The words alone, pasted without their numbers, say as much."""

    @settings(max_examples=60)
    @given(proposals())
    def test_every_proposal(self, proposal):
        """As copied from the document and pasted elsewhere."""
        pasted = "\n".join(words(governance.draft(proposal)))
        read = stated(understand(transcribe_text(pasted)).proposal())
        assert {} == difference(stated(proposal), read)


class TestPdf:
    """Reading the PDF that LibreOffice makes of it gives back the same."""

    def test_every_kind(self):
        """One of each example grown by chance (the last of five draws), all opened in one start of LibreOffice."""
        found = {}

        @settings(max_examples=5, database=None)
        @given(st.tuples(*(proposals(stems=(stem,)) for stem in TEMPLATES)))
        def collect(drawn):
            found.update(zip(TEMPLATES, drawn, strict=True))

        collect()
        pages = to_pdf({stem: governance.draft(proposal) for stem, proposal in found.items()})
        differences = {
            stem: difference(stated(proposal), read_back(pages[stem], f"{stem}.pdf"))
            for stem, proposal in found.items()
        }
        assert {} == {stem: fields for stem, fields in differences.items() if fields}
