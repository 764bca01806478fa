"""Names come back whole or as a doubt: nothing that we drafted ourselves is stated and wrong."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from instruments import words
from lawful import TEMPLATES, template

import governance
from governance.documents.typeset import typeset_names
from governance.letters.reading import letter
from governance.reading.intake.intake import transcribe_bytes, transcribe_text
from governance.reading.understand import understand

PIECES = (
    *(
        "Mt. Pleasant",
        "Gt. Marsh",
        "Bp. Wilson",
        "Nr. Hexham",
        "St. John's",
        "Sch.",
        "Ltd.",
        "Co.",
        "S.W.",
        "etc.",
    ),
    *(
        "Osier, Wells and Ford",
        "(Lower)",
        "(a)",
        "[South]",
        "[...]",
        "“Beeches”",
        '"Mill"',
        "'n'",
        "; Unit",
        ": North",
    ),
    *(
        "School",
        "College",
        "is a community school",
        "and takes effect",
        "The Upper Site",
        "No. 7",
        "1.",
        "on 1 May 2015",
    ),
)
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join)
MAKERS = (
    "Osier Borough Council, the local authority",
    "Bournemouth, Christchurch and Poole Council",
    "the Council of the Isles, acting by its Cabinet",
    "Gt. Marsh M.B.C.",
    "Osier Ltd.",
)


@st.composite
def named(draw):
    """A proposal of some kind, with hard names wherever a name may stand."""
    data = copy.deepcopy(template(draw(st.sampled_from(TEMPLATES))))
    data["school"]["name"] = draw(NAMES)
    data["instrument"]["governing_body"] = draw(NAMES)
    data["instrument"]["made_by"] = draw(st.sampled_from(MAKERS) | NAMES)
    for table in (data, *data.get("schools", ())):
        if "ethos" in table:
            table["ethos"] = {"description": draw(NAMES)} if table is data else draw(NAMES)
    foundation = data.get("foundation", {})
    for place, entry in enumerate(foundation.get("appointers", ())):
        entry["by"] = f"{draw(NAMES)} {place}"
    for place, office in enumerate(foundation.get("ex_officio", ())):
        office["office"] = f"{draw(NAMES)} {place}"
    return governance.parse(data)


def truth(proposal):
    """What the instrument states in somebody's own words, by its key."""
    yield "school.name", proposal.school.name
    yield "instrument.governing_body", proposal.instrument.governing_body
    yield "instrument.made_by", proposal.instrument.made_by
    yield "ethos.description", proposal.ethos
    yield "school.category", proposal.school.category
    for place, one in enumerate(proposal.foundation.appointers):
        yield f"foundation.appointers.{place}.by", one.by
    for place, one in enumerate(proposal.foundation.ex_officio):
        yield f"foundation.ex_officio.{place}.office", one.office
    for place, one in enumerate(proposal.schools):
        yield f"schools.{place}.ethos", one.ethos
        yield f"schools.{place}.name", one.name


class TestDrafts:
    """Every kind of our own drafts, as Word and as pasted words."""

    @settings(max_examples=60)
    @given(named())
    def test_nothing_is_stated_and_wrong(self, proposal):
        """A value is right, or it is called a doubt."""
        right = dict(truth(typeset_names(proposal)))
        draft = governance.draft(proposal, plain=True)
        pasted = "\n".join(words(draft))
        for transcript in (transcribe_bytes(draft, source="draft.docx"), transcribe_text(pasted)):
            stated = {one.field: one.value for one in understand(transcript).evidence if one.sure == "stated"}
            wrong = {
                field: (value, stated[field])
                for field, value in right.items()
                if stated.get(field, value) != value
            }
            assert {} == wrong


class TestStated:
    """An ordinary name is no doubt, and one whose end is not shown is given whole."""

    @pytest.mark.parametrize(
        ("clause", "field", "value", "sure"),
        [
            ("The name of the school is Oak Primary School.", "school.name", "Oak Primary School", "stated"),
            ("The name of the school is St. John's School.", "school.name", "St. John's School", "stated"),
            (
                "The name of the school is Mt. Pleasant School.",
                "school.name",
                "Mt. Pleasant School",
                "inferred",
            ),
            ("The name of the school is Hill School Ltd..", "school.name", "Hill School Ltd.", "stated"),
            ("The name of the school is Hill School Ltd.", "school.name", "Hill School Ltd", "inferred"),
            (
                "This instrument was made by order of Bournemouth, Christchurch and Poole Council on 1 May 2020.",
                "instrument.made_by",
                "Bournemouth, Christchurch and Poole Council",
                "stated",
            ),
        ],
    )
    def test_clause(self, clause, field, value, sure):
        """The value of one clause, and whether it is stated."""
        (one,) = [one for one in understand(transcribe_text(clause)).evidence if one.field == field]
        assert (value, sure) == (one.value, one.sure)


class TestOtherWords:
    """Who appoints, and the ethos, in words that are not understood: a doubt and a question, and not missing."""

    BOARD = "INSTRUMENT OF GOVERNMENT\n1. The name of the school is St Joseph's Catholic Primary School.\n2. The school is a voluntary aided school.\n4. The governing body shall consist of:\n(a) 2 parent governors\n(b) 1 local authority governor\n(c) 1 staff governor\n(d) 1 head teacher\n(e) 7 foundation governors\n5. Total number of governors: 12\n6. {}\n7. This instrument comes into effect on 1 September 2025.\n"

    @pytest.mark.parametrize(
        "clause",
        [
            "It is for the Archbishop of Northshire to say who the foundation governors are, and to appoint them.",
            "The power to appoint foundation governors is the Bishop's and his alone.",
        ],
    )
    def test_appointers(self, clause):
        """The clause is quoted, and the question is asked because of it."""
        text = " ".join(letter(understand(transcribe_text(self.BOARD.format(clause)))).split())
        assert f'appointers: it was not understood, "{clause}"' in text
        asked, missing = text.split("To be asked")[1].split("Not found")
        assert "foundation.appointers" in asked
        assert "foundation.appointers" not in missing

    def test_a_person_entitled(self):
        """One appointer of whom no number is told appoints all who go with no office; the number is inferred."""
        clause = "The person entitled to appoint foundation governors is the Bishop of Northshire."
        found = understand(transcribe_text(self.BOARD.format(clause)))
        told = {one.field: (one.value, one.sure) for one in found.evidence}
        assert ("the Bishop of Northshire", "stated") == told["foundation.appointers.0.by"]
        assert (7, "inferred") == told["foundation.appointers.0.number"]

    def test_numbers_behind(self):
        """Two appointers with their numbers behind them are two."""
        clause = "Foundation governors: appointed by the Diocesan Trustees (5) and the Parish Priest (2)."
        found = understand(transcribe_text(self.BOARD.format(clause))).data["foundation"]["appointers"]
        assert [("the Diocesan Trustees", 5), ("the Parish Priest", 2)] == [
            (one["by"], one["number"]) for one in found
        ]

    @pytest.mark.parametrize(
        "lead", ["", "Ethos statement: ", "The school has the following ethos statement: "]
    )
    def test_usual_ethos(self, lead):
        """The ethos that most Church of England schools have."""
        ethos = "Recognising its historic foundation, the school will preserve and develop its religious character."
        found = understand(transcribe_text(self.BOARD.format(lead + ethos)))
        assert {"description": ethos} == found.data["ethos"]
