"""The instrument of government, drafted and read back."""

import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest
from instruments import words as lines

import governance

EXAMPLES = Path(__file__).parents[3] / "examples"
LAWFUL = [path for path in sorted(EXAMPLES.glob("*.toml")) if "[school]" in path.read_text(encoding="utf-8")]
UNLAWFUL = sorted((EXAMPLES / "unlawful").glob("*.toml"))


def test_rift_house_reads_as_the_council_had_it():
    """Name, category, body, seats with the parents' term, total, effect, making, copies, in that order."""
    data = governance.draft(governance.load(EXAMPLES / "rift-house.toml"))
    expected = [
        "Instrument of Government",
        "Rift House Primary School",
        "The name of the school is Rift House Primary School.",
        "The school is a community school. It does not have a foundation and is not a qualifying foundation school.",
        "The name of the governing body is “The governing body of Rift House Primary School”.",
        "The governing body consists of:",
        "2 parent governors;",
        "1 local authority governor;",
        "1 staff governor;",
        "1 head teacher; and",
        "7 co-opted governors.",
        "Parent governors hold office for a term of 2 years.",
        "The total number of governors is 12.",
        "Those who appoint a governor may not fix the length of that governor’s term of office.",
        "This instrument of government has effect from 18 September 2018.",
        (
            "It varies and replaces the instrument of government in force immediately before it; "
            "the variation takes effect on 18 September 2018."
        ),
        "This instrument was made by order of Hartlepool Local Authority on 18 September 2018.",
        (
            "A copy of this instrument is to be supplied to every member of the governing body, "
            "to every associate member, and to the head teacher if not a governor."
        ),
    ]
    assert expected == lines(data)[: len(expected)]


def test_the_sentence_on_terms_by_appointer_begins_on_1_september_2015():
    """Reg 28(1)(ea) was inserted that day: the day before, the instrument does not speak of it."""
    proposal = governance.load(EXAMPLES / "rift-house-2015.toml")
    sentence = "Those who appoint a governor may not fix the length of that governor’s term of office."
    day = proposal.instrument.effective_on
    assert sentence in lines(governance.draft(proposal, on=day))
    assert sentence not in lines(governance.draft(proposal, on=day.replace(month=8, day=31)))


def test_a_voluntary_school_states_who_appoints_its_foundation_governors():
    """Appointers, ex officio office, substitute, removal and ethos stand between the total and the effect."""
    said = lines(governance.draft(governance.load(EXAMPLES / "voluntary-controlled.toml")))
    clauses = [
        "The total number of governors is 11.",
        (
            "The foundation governors, other than any who are ex officio, are appointed by "
            "the parochial church council of the parish of St Anne."
        ),
        (
            "The holder of the following office is a foundation governor ex officio: "
            "the principal officiating minister of the parish of St Anne."
        ),
        (
            "A substitute governor, where the ex officio foundation governor is unable or unwilling to act, or has "
            "been removed as a governor under regulation 21(1) of the School Governance (Constitution) (England) "
            "Regulations 2012, may be appointed by the Archdeacon of Northtown."
        ),
        "The removal of the ex officio foundation governor from the governing body may be requested by the Archdeacon of Northtown.",
        "Those who appoint a governor may not fix the length of that governor’s term of office.",
        (
            "The school is designated as having a religious character (Church of England). "
            "Its religious ethos is as follows: The school keeps faith with its founders, the parish of St Anne. "
            "In partnership with the parish church it offers children of all backgrounds an education rooted in "
            "Christian belief and practice, and encourages them to understand what faith means."
        ),
        "This instrument of government has effect from 1 September 2025.",
    ]
    start = said.index(clauses[0])
    assert clauses == said[start : start + len(clauses)]


@pytest.mark.parametrize("path", LAWFUL + UNLAWFUL, ids=lambda path: path.stem)
def test_every_draft_says_what_it_is(path):
    """The title is set, and no paragraph of the body is empty but the one behind the place to sign."""
    data = governance.draft(governance.load(path), anyway=True)
    document = docx.Document(io.BytesIO(data))
    assert document.core_properties.title.startswith("Instrument of Government: ")
    assert "en-GB" == document.core_properties.language
    *said, end = lines(data)
    assert not end
    assert all(line.strip() for line in said)


@pytest.mark.parametrize("path", UNLAWFUL, ids=lambda path: path.stem)
def test_no_unlawful_draft_is_made_unasked(path):
    """Each is refused with its reasons."""
    with pytest.raises(governance.DraftRefusedError) as refused:
        governance.draft(governance.load(path))
    assert refused.value.unlawful
    assert refused.value.reasons


def test_a_draft_names_the_law_it_was_checked_against():
    """The file's own properties carry the day, the Regulations and the hash of the rules."""
    data = governance.draft(governance.load(EXAMPLES / "rift-house.toml"))
    custom = zipfile.ZipFile(io.BytesIO(data)).read("docProps/custom.xml").decode()
    assert all(word in custom for word in ("2018-09-18", "uksi/2012/1034", "Rules hash"))


def test_what_nobody_gave_is_a_gap_that_shows():
    """A draft made anyway shows each missing thing in brackets, and invents nothing."""
    proposal = governance.parse(
        {"school": {"category": "voluntary aided"}, "seats": {"foundation": "unknown", "parent": 2}}
    )
    day = datetime.date(2018, 9, 18)
    said = "\n".join(
        lines(
            governance.draft(
                proposal,
                on=day,
                anyway=True,
            )
        )
    )
    for gap in (
        "name of the school",
        "whether it has a foundation",
        "number",
        "total",
        "who appoints them",
        "local authority",
    ):
        assert f"[{gap}]" in said


@pytest.mark.parametrize("category", ["community", "federation", "pupil referral unit", "voluntary aided"])
def test_a_list_of_nothing_is_a_gap(category):
    """Without a single seat, or an appointer in a federation, a draft made anyway says what is to come."""
    schools = [{"category": "voluntary aided"}, {"category": "community"}]
    data = {"school": {"category": category}, "instrument": {"effective_on": "2025-09-01"}, "seats": {}}
    data |= {"schools": schools} if category == "federation" else {}
    assert "[the seats of each category]" in lines(governance.draft(governance.parse(data), anyway=True))
    if category == "federation":
        data["seats"] = {"foundation": 2}
        assert "[who appoints them]" in lines(governance.draft(governance.parse(data), anyway=True))
