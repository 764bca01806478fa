"""What was read, as a letter, a proposal file and JSON: every value keeps the words it rests on."""

import datetime
import json
import tomllib

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import DAY, READABLE, RIFT_HOUSE, leaves, understood, without

from governance import ProposalError
from governance.letters.reading import as_read, letter
from governance.model.reading import loads
from governance.reading.as_json import as_json
from governance.reading.evidence import Evidence, Remark
from governance.reading.evidence_words import quoted
from governance.reading.intake.transcript import Where
from governance.reading.needs import needs, settled
from governance.reading.proposal_file import proposal_file

TWO, THREE = Where(page=1, line=6), Where(page=2, line=3)
IN_CONFLICT = {**RIFT_HOUSE, "seats": {**RIFT_HOUSE["seats"], "parent": "unknown"}}
CONFLICT = (
    Evidence("seats.parent", 2, "2 parent governors", TWO, "conflict", 'page 2, line 3 says "three parents"'),
    Evidence(
        "seats.parent", 3, "three parents", THREE, "conflict", 'page 1, line 6 says "2 parent governors"'
    ),
)
TWICE = Remark(
    "conflict",
    "The number of parent governors is given twice, and differently.",
    (("2 parent governors", TWO), ("three parents", THREE)),
)
HEAD = Evidence(
    "seats.head_teacher", 1, "the head teacher", Where(paragraph=9), "inferred", "No number stands before it"
)


def from_file(read):
    """What the proposal file of a reading loads as, under the name of the document."""
    return attrs.evolve(loads(proposal_file(read)), source=read.transcript.source)


class TestProposalFile:
    """`--toml`: a proposal with the evidence as comments."""

    @given(READABLE, st.text(max_size=60))
    def test_it_says_what_was_read_and_nothing_else(self, data, words):
        """It loads as the proposal of the reading, or is refused as that is, whatever the words are."""
        read = understood(data, words=words)
        try:
            expected = read.proposal()
        except ProposalError:
            with pytest.raises(ProposalError):
                loads(proposal_file(read))
        else:
            assert expected == from_file(read)

    @given(READABLE, st.sampled_from(["stated", "inferred", "conflict"]), st.text(max_size=60))
    def test_evidence_of_whatever_sort_changes_no_value(self, data, sure, because):
        """Comments, and only comments, are made of evidence for values that are not among those read."""
        told = tuple(
            Evidence(field, value, because, Where(line=3), sure, because)
            for field, value in leaves(RIFT_HOUSE)
        )
        whole = {"school": {"category": "community"}, "seats": {"parent": 2}, **data}
        plain = tomllib.loads(proposal_file(understood(whole, evidence=())))
        beside = tomllib.loads(proposal_file(understood(whole, evidence=told)))
        assert {table: values for table, values in plain.items() if values} == {
            table: values for table, values in beside.items() if values
        }

    def test_every_value_has_its_words_and_their_place(self):
        """Behind the value, or above it where the line would be too long."""
        lines = proposal_file(understood()).splitlines()
        assert 'parent = 2  # "it says 2" (paragraph 8), stated' in lines
        name = lines.index('governing_body = "The governing body of Rift House Primary School"')
        assert (
            '# "it says The governing body of Rift House Primary School" (paragraph 4), stated'
            == lines[name - 1]
        )

    def test_a_conflict_is_unknown_and_has_both_quotations(self):
        """Nobody has to look for the other place."""
        text = proposal_file(understood(IN_CONFLICT, evidence=CONFLICT))
        assert (
            '# "2 parent governors" (page 1, line 6), in conflict: page 2, line 3 says "three parents"'
            in text
        )
        assert (
            '# "three parents" (page 2, line 3), in conflict: page 1, line 6 says "2 parent governors"'
            in text
        )
        assert "unknown" == loads(text).seats.parent

    def test_a_day_in_conflict_is_left_as_a_comment(self):
        """There is no unknown day, so the key is there to be uncommented."""
        one = Evidence(
            "instrument.effective_on", DAY, "from 18.9.18", Where(line=3), "conflict", "line 9 differs"
        )
        text = proposal_file(understood(without("instrument.effective_on"), evidence=(one,)))
        assert '# "from 18.9.18" (line 3), in conflict: line 9 differs\n# effective_on = 2018-09-18' in text
        assert loads(text).instrument.effective_on is None

    def test_a_missing_category_has_a_line_to_fill_in(self):
        """And once it is filled in, the file is a proposal."""
        text = proposal_file(understood(without("school.category")))
        assert '# category = "..."' in text
        with pytest.raises(ProposalError, match="`category` is missing"):
            loads(text)
        assert (
            "community" == loads(text.replace('# category = "..."', 'category = "community"')).school.category
        )

    def test_what_an_instrument_must_still_say_has_lines_too(self):
        """The name of the governing body was not found."""
        text = proposal_file(understood(without("instrument.governing_body")))
        assert "What is the governing body called?" in text
        assert '\n# governing_body = "..."\n' in text

    def test_no_seats_are_not_nought_seats(self):
        """Without seats it does not load as a board of nobody."""
        text = proposal_file(understood(without("seats")))
        assert "\n# [seats]\n" in text
        with pytest.raises(ProposalError, match="`seats` is missing"):
            loads(text)

    def test_what_a_proposal_has_no_key_for_is_told_at_the_end(self):
        """The Regulations it names, a second total."""
        text = proposal_file(understood(also={"regulations": "uksi/2012/1034", "second_total": None}))
        assert text.endswith(
            "# Also read, for which a proposal has no key:\n#   regulations: uksi/2012/1034\n"
        )


class TestLetter:
    """The letter, and the lines below another answer."""

    def test_the_first_line_says_what_it_is(self):
        """Name, category and size."""
        assert letter(understood()).startswith(
            "READ: Rift House Primary School, a community school; 12 governors\ninstrument.docx: a Word document\n"
        )

    @pytest.mark.parametrize(
        ("data", "line"),
        [
            ({}, "READ: no governing body was found in it"),
            ({"seats": {"parent": 2, "staff": 1}}, "READ: a school without a name; 3 governors"),
            (
                {"school": {"name": "A", "category": "federation"}, "schools": [{}, {}]},
                "READ: A, a federation of 2 schools; an unsettled number of governors",
            ),
            (
                {"school": {"name": "A", "category": "pupil referral unit"}, "seats": {"parent": "unknown"}},
                "READ: A, a pupil referral unit; an unsettled number of members",
            ),
        ],
    )
    def test_the_first_line_of_what_is_unlike_a_school(self, data, line):
        """Nothing is made up where nothing was found."""
        assert line == letter(understood(data)).splitlines()[0]

    def test_seats_have_their_words_and_place(self):
        """As the document says them."""
        assert (
            '  - 7 co-opted governors, from "it says 7" (paragraph 12)' in letter(understood()).splitlines()
        )

    def test_a_clear_document_leaves_nothing_open(self):
        """No part is printed that would be empty."""
        text = letter(understood())
        assert "Inferred" not in text
        assert "conflict" not in text
        assert "Not found" not in text

    def test_what_is_inferred_says_why(self):
        """The reason, then the words."""
        line = '  - 1 head teacher (no number stands before it), from "the head teacher" (paragraph 9)'
        assert line in letter(understood(evidence=(HEAD,))).splitlines()

    def test_a_conflict_is_told_once(self):
        """The remark quotes both places, so the two values are not listed besides."""
        text = letter(understood(IN_CONFLICT, evidence=CONFLICT, remarks=(TWICE,)))
        assert 1 == text.count("three parents")
        assert "In conflict\n  - The number of parent governors is given twice, and differently." in text

    def test_a_conflict_without_a_remark_is_told_too(self):
        """No conflict is lost."""
        assert "2 parent governors (page 2" in letter(understood(IN_CONFLICT, evidence=CONFLICT))

    def test_advice_and_the_notes_of_the_transcript_come_last(self):
        """What to mend, and how it was read."""
        old = Remark("advice", '"LEA governor" is an old name.', (("LEA governor", Where(line=4)),))
        text = letter(understood(remarks=(old,), notes=("Tracked changes are taken as accepted.",)))
        assert 'Wording to mend\n  - "LEA governor" is an old name. "LEA governor" (line 4)\n' in text
        assert text.endswith("How it was read\n  - Tracked changes are taken as accepted.")

    def test_below_another_answer_stands_only_what_is_open(self):
        """Inferred values and conflicts, and nothing that the document states."""
        assert (
            "As read from instrument.docx\n"
            '  - Inferred: 1 head teacher (no number stands before it), from "the head teacher" (paragraph 9)'
        ) == as_read(understood(evidence=(HEAD,)))
        assert as_read(understood()).startswith("As read from instrument.docx: every value is stated there.")

    @given(READABLE, st.text(max_size=200))
    def test_whatever_was_read_can_be_told(self, data, words):
        """Lines are a hundred characters at most, but for a word that is longer itself."""
        for line in letter(understood(data, words=words)).splitlines():
            assert len(line) <= 100 or len(max(line.split(), key=len)) > 50

    def test_a_long_quotation_is_shortened(self):
        """A place finds the rest."""
        assert f'"{"word " * 22}..." (line 1)' == quoted("word " * 50, Where(line=1))


class TestNeeds:
    """What a check needs, and what an instrument must say."""

    def test_rift_house_needs_nothing(self):
        """It says everything."""
        assert () == needs(understood())
        assert settled(understood())

    @pytest.mark.parametrize("field", ["school.category", "seats", "instrument.effective_on"])
    def test_what_a_check_needs_unsettles(self, field):
        """Its field is named."""
        read = understood(without(field))
        assert field in [need.field for need in needs(read) if need.of == "check"]
        assert not settled(read)

    def test_what_only_an_instrument_needs_does_not(self):
        """A check can do without the name of the governing body."""
        read = understood(without("instrument.governing_body"))
        assert [("instrument.governing_body", "instrument")] == [
            (need.field, need.of) for need in needs(read)
        ]
        assert settled(read)

    def test_a_fact_that_an_instrument_does_not_state_is_asked_for(self):
        """Of a foundation school the law asks whether it has a foundation."""
        read = understood({**RIFT_HOUSE, "school": {"name": "A", "category": "foundation"}})
        assert "school.foundation" in [need.field for need in needs(read)]

    def test_a_seat_in_conflict_is_asked_for_once(self):
        """Not again by every rule that counts it."""
        read = understood(IN_CONFLICT, evidence=CONFLICT)
        assert ["seats.parent"] == [need.field for need in needs(read) if need.of == "check"]
        assert not settled(read)

    @pytest.mark.parametrize(
        "given", [{"remarks": (TWICE,)}, {"evidence": CONFLICT}], ids=["a remark", "evidence"]
    )
    def test_a_contradiction_unsettles(self, given):
        """Also where every value a check needs is there."""
        assert not settled(understood(**given))

    def test_a_day_whose_law_is_not_encoded_is_told(self):
        """A check could not be made."""
        old = {**RIFT_HOUSE, "instrument": {"effective_on": datetime.date(1995, 1, 1)}}
        assert not settled(understood(old))


class TestJson:
    """`--json`: the names of a proposal file."""

    def test_it_has_what_another_program_wants(self):
        """School, seats without the total, total, terms, days, evidence and findings."""
        value = json.loads(json.dumps(as_json(understood(IN_CONFLICT, evidence=CONFLICT, remarks=(TWICE,)))))
        assert RIFT_HOUSE["school"] == value["school"]
        assert (12, "unknown", {"parent": "2 years"}) == (
            value["total"],
            value["seats"]["parent"],
            value["terms"],
        )
        assert "total" not in value["seats"]
        assert ("2018-09-18", "2018-09-18") == (value["made_on"], value["effective_on"])
        assert {
            "field": "seats.parent",
            "value": 2,
            "words": "2 parent governors",
            "where": "page 1, line 6",
            "sure": "conflict",
            "because": 'page 2, line 3 says "three parents"',
        } == value["evidence"][0]
        assert [{"words": "2 parent governors", "where": "page 1, line 6"}] == value["findings"][0]["quotes"][
            :1
        ]

    def test_what_was_not_found_is_null(self):
        """Every key is there all the same."""
        value = as_json(understood({}))
        assert (None, None, None, {}) == (
            value["total"],
            value["made_on"],
            value["effective_on"],
            value["seats"],
        )

    @given(READABLE)
    def test_everything_can_be_written(self, data):
        """Days are text, and seats and total are what they were."""
        value = json.loads(json.dumps(as_json(understood(data))))
        seats = data.get("seats", {})
        assert seats == {**value["seats"], **({"total": value["total"]} if "total" in seats else {})}

    def test_parts_of_the_foundation_seats(self):
        """Some of the foundation governors stand beside the seats, so that the seats add up to the total."""
        seats = {"foundation": 7, "foundation_parent": 3, "total": 7}
        value = as_json(understood({"seats": seats}))
        assert ({"foundation": 7}, {"foundation_parent": 3}, 7) == (
            value["seats"],
            value["parts"],
            value["total"],
        )
