"""A document into what it says: every variant that is met, and the traps beside them."""

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import governance
from governance.errors import GovernanceError
from governance.reading.intake.intake import transcribe_text
from governance.reading.intake.transcript import Line, Transcript, Where
from governance.reading.understand import understand

WHOLE = """Instrument of Government
1. The name of the school is Heron Lane Primary School.
2. The school is a community school.
3. The name of the governing body is “The governing body of Heron Lane Primary School”.
4. The governing body shall consist of:
{seats}
5. The total number of governors is {total}.
6. This instrument comes into effect on 1 September 2015.
7. This instrument was made by order of Fenshire Local Authority on 16 June 2015.
"""
PLAIN = (
    "2 parent governors;",
    "1 local authority governor;",
    "1 staff governor;",
    "1 head teacher; and",
    "5 co-opted governors.",
)
COUNTS = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5}


def read(text):
    return understand(transcribe_text(text))


def instrument(*lines, total=10):
    marked = "\n".join(f"({'abcdefghij'[number]}) {line}" for number, line in enumerate(lines))
    return read(WHOLE.format(seats=marked, total=total))


def seats(understood):
    return {key: value for key, value in understood.data.get("seats", {}).items() if key != "total"}


def sure(understood, field):
    return next(one.sure for one in understood.evidence if one.field == field)


def says(understood, kind):
    return " ".join(remark.says for remark in understood.remarks if remark.kind == kind)


class TestWhole:
    """A plain instrument is read in full, and nothing in it is in doubt."""

    def test_every_value(self):
        """The keys are those of a proposal file."""
        day = datetime.date
        assert {
            "school": {
                "name": "Heron Lane Primary School",
                "category": "community",
                "local_authority": "Fenshire",
            },
            "instrument": {
                "governing_body": "The governing body of Heron Lane Primary School",
                "made_by": "Fenshire Local Authority",
                "made_on": day(2015, 6, 16),
                "effective_on": day(2015, 9, 1),
            },
            "seats": COUNTS | {"total": 10},
        } == dict(instrument(*PLAIN).data)

    def test_sure(self):
        """What it says is stated, and what follows from it is inferred with a reason."""
        found = {one.field: one for one in instrument(*PLAIN).evidence}
        assert {f"seats.{seat}" for seat in COUNTS} <= {
            field for field, one in found.items() if one.sure == "stated"
        }
        assert "inferred" == found["school.local_authority"].sure
        assert all(one.because for one in found.values() if one.sure == "inferred")

    def test_words_and_place(self):
        """Each value has the words it came from and where they stand."""
        parent = next(one for one in instrument(*PLAIN).evidence if one.field == "seats.parent")
        assert ("2 parent governors;", Where(line=6)) == (parent.words, parent.where)

    def test_proposal(self):
        """It can be put to the law."""
        assert governance.check(instrument(*PLAIN).proposal()).lawful is not False

    def test_no_conflict(self):
        """Nothing contradicts itself."""
        assert "" == says(instrument(*PLAIN), "conflict")


class TestLabels:
    """Each category under the names it goes by."""

    @pytest.mark.parametrize(
        ("line", "category"),
        [
            ("2 Parents", "parent"),
            ("2 elected parents", "parent"),
            ("2 parent/carer governors", "parent"),
            ("2 parent governors elected from across the schools", "parent"),
            ("2 LEA Governors", "local_authority"),
            ("2 Local Authority", "local_authority"),
            ("2 authority governors", "local_authority"),
            ("2 representatives of the Local Education Authority", "local_authority"),
            ("2 Governors appointed by the Local Authority", "local_authority"),
            ("2 Nominated by the Local Authority (London Borough of Fenham)", "local_authority"),
            ("2 members of staff", "staff"),
            ("2 staff governors (one teaching, one support)", "staff"),
            ("2 Coopted governors", "co_opted"),
            ("2 co- opted governors", "co_opted"),
            ("2 Co opted", "co_opted"),
            ("2 Co-opted Governors appointed by the Governing Body", "co_opted"),
            ("2 Foundation (church)", "foundation"),
            ("2 Representatives of the church (also known as Foundation governors)", "foundation"),
            ("2 Trust Governors", "foundation"),
            ("2 partnership governors", "partnership"),
            ("2 sponsor governors", "sponsor"),
        ],
    )
    def test_variants(self, line, category):
        """A line of its own, among plain ones of other categories."""
        others = [plain for plain, seat in zip(PLAIN, COUNTS, strict=True) if seat != category]
        total = 2 + sum(count for seat, count in COUNTS.items() if seat != category)
        assert 2 == seats(instrument(*others, line, total=total)).get(category)

    @pytest.mark.parametrize(
        "line",
        [
            "The Headmaster",
            "head teacher",
            "Headteacher (Ex-officio)",
            "the Executive Headteacher",
            "Head Teacher governor",
        ],
    )
    def test_head_without_number(self, line):
        """A head teacher named without a number is one seat, inferred."""
        found = instrument(*PLAIN[:3], line, PLAIN[4])
        assert COUNTS == seats(found)
        assert "inferred" == sure(found, "seats.head_teacher")

    def test_others_are_no_governors(self):
        """Chair, associate members and clerk hold no seat, and the reader is told."""
        found = instrument("1 Chair", *PLAIN, "2 Associate Members", "1 Clerk (not a governor)")
        assert COUNTS == seats(found)
        assert "hold no seat" in says(found, "note")

    def test_lea_is_a_name(self):
        """A school called Lea is no authority, and a street called Parent no category."""
        text = "Lea Nursery School has 10 governors. Two of them are parent governors, of Parent Street."
        found = seats(read(text))
        assert (2, "unknown") == (found["parent"], found["local_authority"])

    def test_named_in_the_plural(self):
        """A category in the plural without a number is left out."""
        assert "foundation" not in seats(instrument(*PLAIN, "Foundation governors"))


class TestNumbers:
    """A number of seats, before the label or after it."""

    @pytest.mark.parametrize(
        "line",
        [
            "2 parent governors",
            "two parent governors",
            "Two (2) parent governors",
            "2 x parent governors",
            "x 2 parent governors",
            "2parentgovernors",
            "Parents - 2",
            "Parents – 2",
            "Parent governors: 2",
            "Parent governors (2)",
            "Parent governors ........ 2",
            "Parent governors elected by the parents (2)",
            "2 parent governors (one from each school)",
            "2 parent governors with one vacancy",
            "Parent governors - 2 + 1 vacancy",
            "2 parent governors (term of office 4 years)",
        ],
    )
    def test_two_parents(self, line):
        """Every form gives two."""
        found = instrument(line, *PLAIN[1:])
        assert COUNTS == seats(found)
        assert "stated" == sure(found, "seats.parent")

    @pytest.mark.parametrize(
        "line",
        [
            "at least 2 parent governors",
            "up to 2 parent governors",
            "2 or 3 parent governors",
            "2-3 parent governors",
            "two (3) parent governors",
            "2 parent governor vacancies",
            "election of 2 parent governors",
            "parent governors: N/A",
        ],
    )
    def test_not_a_number_of_seats(self, line):
        """A limit, a difference or a vacancy is not taken for the number, nor for none: the total has room for two."""
        assert "unknown" == seats(instrument(line, *PLAIN[1:])).get("parent")

    def test_in_the_tail_of_a_line(self):
        """The limit on staff in a line is no seat, and is kept apart; the law has no room for two of ten."""
        found = instrument(*PLAIN[:4], "5 co-opted governors (up to 2 of them staff).")
        assert COUNTS | {"co_opted": "unknown"} == seats(found)
        assert 2 == found.also["co_opted_staff_most"]

    @pytest.mark.parametrize(
        ("words", "count", "most"),
        [
            ("1 of whom shall be staff", 1, None),
            ("of whom a maximum of 1 may be staff", None, 1),
            ("of whom no more than 1 is staff", None, 1),
            *(
                (words, None, None)
                for words in (
                    "at least 1 of whom shall be staff",
                    "a minimum of 1 of whom must be staff",
                    "not less than 1 of whom must be staff",
                    "1 or more of whom shall be staff",
                    "of whom more than 1 shall be staff",
                )
            ),
        ],
    )
    def test_how_many_co_opted_are_staff(self, words, count, most):
        """A least number says neither how many there are nor the most there may be: the line is not understood."""
        found = instrument(*PLAIN[:4], f"5 co-opted governors, {words}.")
        assert (count, most) == (
            found.data["seats"].get("co_opted_staff"),
            found.also.get("co_opted_staff_most"),
        )
        assert (count is None and most is None) == bool(found.unread)

    def test_only_differences(self):
        """Differences alone give no seats, and a remark."""
        found = read(
            "The governing body agreed: co-opted governors down by two, staff governors down by one."
        )
        assert {} == seats(found)
        assert "Only the changes" in says(found, "note")


class TestHeadWithinStaff:
    """The head teacher counted among the staff has a seat of his or her own."""

    @pytest.mark.parametrize(
        "line",
        [
            "2 staff governors (including the head teacher)",
            "2 Members of Staff (Including the Headteacher)",
            "2 Staff Governors - Headteacher and one other",
            "2 staff governors, one of which is for the Headteacher",
            "Staff Governors (Headteacher + 1)",
            "2 Staff - 1 elected by staff and the Headteacher",
        ],
    )
    def test_one_and_one(self, line):
        """One and one, inferred, with advice."""
        found = instrument(*PLAIN[:2], line, PLAIN[4])
        assert COUNTS == seats(found)
        assert {"inferred"} == {sure(found, f"seats.{seat}") for seat in ("staff", "head_teacher")}
        assert "wording of earlier law" in says(found, "advice")

    @pytest.mark.parametrize("line", ["2 staff governors (excluding the head teacher)", "2 staff governors"])
    def test_two_staff(self, line):
        """Two staff governors are two where the head teacher is left out."""
        assert 2 == seats(instrument(*PLAIN[:2], line, *PLAIN[3:], total=11))["staff"]

    def test_plus_the_head(self):
        """One besides the head teacher is one of each."""
        assert COUNTS == seats(instrument(*PLAIN[:2], "1 staff governor plus the Headteacher", PLAIN[4]))


class TestShapes:
    """Lists, sentences and tables."""

    def test_one_sentence(self):
        """The total first, then short labels."""
        found = read(
            "(4) Heron Lane Infant School - 10 members: 2 parents, 1 Local Authority, 1 Staff, 1 Headteacher "
            "and 5 co-opted governors."
        )
        assert COUNTS | {"total": 10} == found.data["seats"]

    @pytest.mark.parametrize("between", [" | ", "\t"])
    def test_before_and_after(self, between):
        """Two columns give the board there is and the board that is wanted."""
        rows = [
            ("Category", "Current", "Proposed"),
            ("Parent governors", "3", "2"),
            ("LA governor", "1", "1"),
            ("Staff governor", "1", "1"),
            ("Headteacher", "1", "1"),
            ("Co-opted governors", "8", "5"),
            ("TOTAL", "14", "10"),
        ]
        found = read("\n".join(between.join(row) for row in rows)).data
        assert COUNTS | {"total": 10} == found["seats"]
        assert COUNTS | {"parent": 3, "co_opted": 8, "total": 14} == found["current"]["seats"]

    def test_two_columns_that_do_not_say(self):
        """Two numbers in a row and no heading are not read."""
        rows = ["Parents | 2 | 3", "Staff | 1 | 2", "LA | 1 | 1", "Co-opted | 5 | 6"]
        assert {} == seats(read("\n".join(rows)))

    def test_row_each(self):
        """A row for each governor is counted, and inferred."""
        rows = [
            ("A", "Parent Governor"),
            ("B", "Parent Governor"),
            ("C", "LA Governor"),
            ("D", "Staff Governor"),
        ]
        rows += [("E", "Headteacher"), *((name, "Co-opted Governor") for name in "FGHIJ")]
        found = read("Name | Category\n" + "\n".join(" | ".join(row) for row in rows))
        assert COUNTS == seats(found)
        assert {"inferred"} == {one.sure for one in found.evidence if one.field.startswith("seats.")}

    def test_blank_lines_and_page_numbers(self):
        """What a converter leaves between the lines does no harm."""
        text = "The governing body has:\n\n" + "\nPage 1 of 2\n".join(PLAIN)
        assert COUNTS == seats(read(text))

    def test_appointers_are_no_seats(self):
        """The numbers of those who appoint are not added to the seats they fill."""
        lines = WHOLE.format(
            seats="a. 2 parents\nb. 1 LA\nc. 1 staff\nd. the head teacher\ne. 7 Foundation Governors, appointed:\n"
            "i. 4 by the Bishop of Fenham\nii. 3 by the Dean and Chapter",
            total=12,
        )
        found = read(lines)
        assert 7 == seats(found)["foundation"]
        assert [("the Bishop of Fenham", 4), ("the Dean and Chapter", 3)] == [
            (one["by"], one["number"]) for one in found.data["foundation"]["appointers"]
        ]


class TestTotals:
    """The total, and a second one for when the head teacher opts out."""

    @pytest.mark.parametrize(
        "line",
        [
            "The total number of governors is 10.",
            "Total number of governors:10",
            "Total number of governors : 10",
            "Total: 10 Governors",
            "10 in total",
            "Total number of governors in ten.",
            "Total Number of Governors:\nTen",
            "Number of governors on the instrument: 10",
            "TOTAL | 10",
            "The governing body has 10 governors.",
        ],
    )
    def test_forms(self, line):
        """Every form gives ten."""
        text = "The governing body consists of:\n" + "\n".join(f"• {seat}" for seat in PLAIN)
        assert 10 == read(f"{text}\n{line}").data["seats"]["total"]

    def test_clause_number(self):
        """The number of the clause is not the total."""
        text = "\n".join(["6. The governing body has:", *PLAIN, "7. Total number of governors:10"])
        assert 10 == read(text).data["seats"]["total"]

    def test_second_total(self):
        """What the total is without the head teacher is kept apart."""
        text = WHOLE.format(
            seats="\n".join(PLAIN), total="10 (save when the headteacher has given notice, when it is 9)"
        )
        found = read(text)
        assert (10, 9) == (found.data["seats"]["total"], found.also["second_total"])

    def test_not_the_sum(self):
        """A total that is not the sum is kept, and both are quoted; the numbers that the law leaves free are unknown."""
        found = instrument(*PLAIN, total=12)
        untold = dict.fromkeys(("parent", "co_opted"), "unknown")
        assert COUNTS | untold | {"total": 12} == found.data["seats"]
        (conflict,) = [remark for remark in found.remarks if remark.kind == "conflict"]
        assert "The total is given as 12, and the seats add up to 10" == conflict.says
        assert len(conflict.quotes) >= 2

    def test_two_totals(self):
        """Two totals are told; the one that fits the seats is taken, and inferred."""
        found = read(
            WHOLE.format(seats="\n".join(PLAIN), total=10) + "The total number of governors shall be 11."
        )
        assert (10, "inferred") == (found.data["seats"]["total"], sure(found, "seats.total"))
        assert "Two totals" in says(found, "conflict")

    @pytest.mark.parametrize(
        "line",
        ["The quorum is 5 governors.", "9 governors voted.", "There are 3 vacancies.", "School number 110"],
    )
    def test_no_totals(self, line):
        """Other numbers of people are no total."""
        assert "total" not in read(line).data.get("seats", {})


class TestConflicts:
    """Two places that disagree are told, and neither is taken for stated."""

    def test_listed_twice(self):
        """Where the total has room for one of the two, that is inferred."""
        found = instrument(*PLAIN[:2], "1 LA governors", *PLAIN[2:])
        assert (1, "inferred") == (seats(found)["local_authority"], sure(found, "seats.local_authority"))
        assert "more than once" in says(found, "conflict")

    def test_listed_twice_differently(self):
        """Two numbers for one category leave it unknown."""
        found = instrument(*PLAIN, "3 parent governors", total="")
        assert "unknown" == seats(found)["parent"]
        assert "conflict" == sure(found, "seats.parent")

    def test_two_lists(self):
        """Two lists of one board that differ leave the seat unknown, with both quoted."""
        again = "\n".join(["The governing body is made up of:", "3 parent governors", *PLAIN[1:]])
        found = read(WHOLE.format(seats="\n".join(PLAIN), total=10) + again)
        assert "unknown" == seats(found)["parent"]
        assert any(len(remark.quotes) == 2 for remark in found.remarks if remark.kind == "conflict")

    def test_two_days(self):
        """Two days of effect leave none."""
        found = read(WHOLE.format(seats="\n".join(PLAIN), total=10) + "It has effect from 2 October 2016.")
        assert "effective_on" not in found.data["instrument"]
        assert "conflict" == sure(found, "instrument.effective_on")


class TestFoundation:
    """Ex officio seats, offices, substitutes and removal."""

    def test_a_line_of_its_own(self):
        """An ex officio seat in the list is a foundation seat, inferred."""
        found = instrument(
            *PLAIN[:4], "3 Co-opted", "2 Foundation Governors", "1 Ex Offico Governor", total=11
        )
        assert (3, "inferred") == (seats(found)["foundation"], sure(found, "seats.foundation"))

    def test_no_room_for_another(self):
        """It is one of them where the total has no room for another."""
        found = instrument(
            *PLAIN[:4], "3 Co-opted", "2 Foundation Governors", "1 Ex Officio Governor", total=10
        )
        assert 2 == seats(found)["foundation"]

    def test_clauses(self):
        """Who appoints, whose office, who stands in and who may ask for removal."""
        found = read(
            WHOLE.format(seats="\n".join([*PLAIN, "3 foundation governors"]), total=13)
            + "8. The foundation governors are appointed by the Fenham Diocesan Board, after consulting the parish.\n"
            "9. The holder of the following office is a foundation governor ex officio: the Vicar of Heron Lane.\n"
            "10. The Archdeacon of Fenham may appoint a substitute where the ex officio governor cannot act.\n"
            "11. The Bishop of Fenham may ask for the ex officio foundation governor to be removed.\n"
        )
        assert {
            "appointers": [
                {"by": "the Fenham Diocesan Board", "number": 2, "basis": "after consulting the parish"}
            ],
            "ex_officio": [
                {
                    "office": "the Vicar of Heron Lane",
                    "substitute_appointed_by": "The Archdeacon of Fenham",
                    "removal_requested_by": "The Bishop of Fenham",
                }
            ],
        } == found.data["foundation"]


class TestCategory:
    """The category of school, from the words of its clause."""

    @pytest.mark.parametrize(
        ("clause", "category"),
        [
            ("Category: Voluntary Aided School", "voluntary aided"),
            ("It is a VC school.", "voluntary controlled"),
            ("The school is a Roman Catholic voluntary aided primary school.", "voluntary aided"),
            ("Category: Community Special", "community special"),
            ("The school is a foundation (trust) school.", "foundation"),
            ("Category of school: nursery", "maintained nursery"),
        ],
    )
    def test_stated(self, clause, category):
        """Each with its variants."""
        found = read(f"Instrument of Government\n{clause}\n")
        assert (category, "stated") == (found.data["school"]["category"], sure(found, "school.category"))

    def test_in_the_name(self):
        """What only the name says is inferred; a community in a name says nothing."""
        found = read("Name of school: Elm CE VC Primary School")
        assert ("voluntary controlled", "inferred") == (
            found.data["school"]["category"],
            sure(found, "school.category"),
        )
        assert "category" not in read("Name of school: Elm Community Primary School").data["school"]

    def test_not_known(self):
        """A category that the law does not know is told, and none is taken."""
        found = read("Category: Local Maintained Primary School.")
        assert "category" not in found.data.get("school", {})
        assert "not a category of school" in says(found, "advice")

    @pytest.mark.parametrize(
        "sentence", ["There is a trust.", "The school is a happy community of learners."]
    )
    def test_no_category(self, sentence):
        """Sentences that only sound like it."""
        assert "category" not in read(sentence).data.get("school", {})

    @pytest.mark.parametrize(
        ("sentence", "foundation"),
        [
            ("It does not have a foundation and is not a qualifying foundation school.", "none"),
            ("It has a foundation and is not a qualifying foundation school.", "foundation"),
            ("It has a foundation and is a qualifying foundation school.", "qualifying"),
        ],
    )
    def test_foundation(self, sentence, foundation):
        """Whether it has a foundation is taken only where the text says so."""
        assert (
            foundation == read(f"The school is a foundation school. {sentence}").data["school"]["foundation"]
        )
        assert "foundation" not in read("The school is a foundation school.").data["school"]

    def test_character(self):
        """A designation is stated; a name shows it, and is inferred."""
        stated = read("The school is designated as having a religious character (Church of England).")
        assert ("Church of England", "stated") == (
            stated.data["school"]["religious_character"],
            sure(stated, "school.religious_character"),
        )
        named = read("School name: St Osyth Catholic Primary School")
        assert ("Roman Catholic", "inferred") == (
            named.data["school"]["religious_character"],
            sure(named, "school.religious_character"),
        )


class TestDays:
    """Made, in effect, and of the instrument it replaces."""

    def test_replaces(self):
        """The day of the older instrument is neither of this one's days."""
        found = read(
            "Comes into effect on 1 September 2015, in place of the Instrument of Government made on 11 October 2004."
        )
        assert {
            "effective_on": datetime.date(2015, 9, 1),
            "replaces": datetime.date(2004, 10, 11),
        } == found.data["instrument"]

    def test_month_only(self):
        """A month is no day, and is told."""
        found = read("7. Comes into effect on September 2021.")
        assert "instrument" not in found.data
        assert "the day of the month is missing" in says(found, "advice")

    @pytest.mark.parametrize(
        "word", ["Drafted by the governing body:", "Approved by the cabinet on", "Last reviewed"]
    )
    def test_other_days(self, word):
        """Days of drafting, deciding and reviewing are not the instrument's."""
        assert "instrument" not in read(f"{word} 12 November 2014").data

    def test_effect_before_making(self):
        """Both are read, and it is told."""
        found = read("Takes effect on 23 June 2015.\nMade by order of Fenshire Council on 11 August 2015.")
        assert datetime.date(2015, 8, 11) == found.data["instrument"]["made_on"]
        assert "before the day it was made" in says(found, "note")


class TestTerms:
    """Terms of office, and whose they are."""

    @pytest.mark.parametrize(
        ("sentence", "terms"),
        [
            ("All governors serve a term of office of 3 years.", {"all": "3 years"}),
            ("Term of office: 4 years.", {"all": "4 years"}),
            ("Term of office of all governors (except the headteacher): four years.", {"all": "4 years"}),
            ("Parent governors hold office for a term of 2 years.", {"parent": "2 years"}),
            ("The term of office of a parent governor is eighteen months.", {"parent": "18 months"}),
            (
                "Parent governors serve 2 years and all other governors serve 4 years.",
                {"parent": "2 years", "all": "4 years"},
            ),
            ("The chair holds office for 1 year.", {}),
            ("Associate members serve a term of 1 year.", {}),
        ],
    )
    def test_whose(self, sentence, terms):
        """By category, or for all."""
        assert terms == dict(read(sentence).data.get("terms", {}))


class TestFederation:
    """A federation and its schools."""

    def test_schools(self):
        """Each with its category."""
        found = read(
            "1. The name of the federation is The Two Brooks Federation.\n2. The federated schools are:\n"
            "(a) Brook School, a community school; and\n(b) Mill School, a foundation school.\n"
        )
        assert {"category": "federation", "name": "The Two Brooks Federation"} == found.data["school"]
        assert [
            {"name": "Brook School", "category": "community"},
            {"name": "Mill School", "category": "foundation"},
        ] == found.data["schools"]
        assert (
            "uksi/2012/1035"
            == read("Federated Governing Body\n5 co-opted governors, 2 parents, 1 head").also["regulations"]
        )


class TestRegime:
    """Under which Regulations it was made."""

    @pytest.mark.parametrize(
        ("words", "law"),
        [
            ("School Governance (Constitution) (England) Regulations 2012", "uksi/2012/1034"),
            ("School Governance (Constitution) (England) Regulations 2007", "uksi/2007/957"),
            ("School Governance (Federations) (England) Regulations 2012", "uksi/2012/1035"),
        ],
    )
    def test_cited(self, words, law):
        """By their name and year."""
        found = read(f"Made to comply with the {words}.")
        assert (law, "stated") == (found.also["regulations"], sure(found, "regulations"))

    def test_by_day(self):
        """Or by the day of effect, inferred."""
        assert "uksi/2007/957" == read("In effect from 1 September 2008.").also["regulations"]

    def test_old_label(self):
        """Community governors under the Regulations of 2012 are co-opted ones by an old name."""
        found = instrument(*PLAIN[:4], "5 Community Governors")
        assert (5, "inferred") == (seats(found)["co_opted"], sure(found, "seats.co_opted"))
        assert "label of earlier law" in says(found, "advice")

    def test_community_before(self):
        """Under earlier Regulations they are what they say."""
        text = WHOLE.format(seats="\n".join([*PLAIN[:4], "5 Community Governors"]), total=10).replace(
            "2015", "2008"
        )
        assert 5 == seats(read(text))["community"]


_WORDS = st.sampled_from(
    [
        *(
            "2",
            "one",
            "up to 2",
            "12",
            "x 3",
            "(4)",
            "parent governors",
            "staff",
            "LA",
            "head teacher",
            "co-opted",
        ),
        *(
            "foundation governors",
            "ex officio",
            "appointed by",
            "the Bishop",
            ":",
            ";",
            "-",
            "|",
            ".",
            ",",
            "and",
        ),
        *(
            "total number of governors",
            "made by order of",
            "on 1 May 2015",
            "September 2021",
            "name of the school is",
        ),
        *(
            "schools in the federation",
            "term of office",
            "4 years",
            "including the head",
            "Category",
            "[",
            "“",
            "(",
        ),
        *(
            "the holder of the following office",
            "in the case of",
            "remove",
            "substitute",
            "ethos",
            "before",
            "after",
        ),
    ]
)
_LINES = st.builds(
    lambda words, mark, cells, heading: Line(" ".join(words), Where(line=1), mark, 0, tuple(cells), heading),
    st.lists(_WORDS, max_size=12),
    st.sampled_from(["", "1.", "(a)", "•", "5.31"]),
    st.lists(_WORDS, max_size=4),
    st.booleans(),
)


_WRONG_TYPES = (
    "is not a whole number",
    "is not text",
    "is not a day",
    "is not a table",
    "not a key",
    "is empty",
)


def problems(understood):
    """What stands in the way of a proposal, in words."""
    try:
        understood.proposal()
    except GovernanceError as error:
        return str(error)
    return ""


class TestWhatever:
    """Whatever a document holds, it is read without failing, into values of the right types."""

    @given(st.lists(_LINES, max_size=12))
    def test_words_of_the_field(self, lines):
        """Lines made at random of the words that matter."""
        found = understand(Transcript("random", "text", tuple(lines)))
        wrong = problems(found)
        assert [] == [one for one in _WRONG_TYPES if one in wrong]

    @given(st.lists(st.text(max_size=80), max_size=8))
    def test_any_text(self, lines):
        """Lines of any signs."""
        understand(Transcript("random", "text", tuple(Line(line, Where()) for line in lines)))

    @given(st.permutations(PLAIN), st.sampled_from(["{}", "• {}", "- {}", "x {}"]))
    def test_order_and_marks(self, lines, form):
        """The order of the lines and the marks before them change nothing."""
        ended = [form.format(line.rstrip(".; and").rstrip()) for line in lines]
        assert COUNTS == seats(read("The governing body has:\n" + "\n".join(ended)))

    @given(st.dictionaries(st.sampled_from(list(COUNTS)), st.integers(2, 20), min_size=3))
    def test_every_number(self, counts):
        """Each number of seats is read as it stands, and their sum as the total."""
        label = dict(
            zip(COUNTS, ("parent", "local authority", "staff", "head teacher", "co-opted"), strict=True)
        )
        lines = [f"{count} {label[seat]} governors" for seat, count in counts.items()]
        found = read("\n".join(["The governing body consists of:", *lines, f"Total: {sum(counts.values())}"]))
        assert counts | {"total": sum(counts.values())} == found.data["seats"]


class TestPartedNames:
    """A printed line may part a word or cut a name, so such a name of a PDF is not called stated."""

    @pytest.mark.parametrize(
        ("name", "sure"),
        [
            ("Staffa Road Primary School", "stated"),
            ("St Ann of the Fen C of E Primary School", "stated"),
            ("Staffa Road Primar y School", "inferred"),
            ("T he Fens School", "inferred"),
            ("Foundation Street In fant School", "inferred"),
            ("STAFFA ROAD PRIMARY", "inferred"),
        ],
    )
    def test_in_a_pdf(self, name, sure):
        """The value is given as it stands, and how sure depends on how it looks."""
        printed = attrs.evolve(transcribe_text(f"1. The name of the school is {name}."), format="pdf")
        (one,) = [one for one in understand(printed).evidence if one.field == "school.name"]
        assert (name, sure) == (one.value, one.sure)
