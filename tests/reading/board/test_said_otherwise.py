"""Days, terms, names, kinds of school and the foundation as others than ourselves write them, and what only looks alike."""

import datetime

import pytest

from governance.reading.intake.intake import transcribe_text
from governance.reading.text.extent import LONGEST_LINE, MOST_CHARACTERS, MOST_LINES
from governance.reading.understand import understand

HEAD = "Instrument of Government\n1. The name of the school is Heron Lane School.\n"
BOARD = """4. The governing body shall consist of:
2 parent governors
1 LA governor
1 staff governor
1 headteacher
5 foundation governors
4 co-opted governors
5. Total: 14
"""
MAY = datetime.date(2015, 5, 4)
JULY = datetime.date(2015, 7, 3)


def read(text):
    return understand(transcribe_text(text))


def days(text):
    return {
        key: value
        for key, value in read(HEAD + text).data.get("instrument", {}).items()
        if key in ("made_on", "effective_on", "replaces")
    }


def sureness(text):
    return {one.field: one.sure for one in read(HEAD + text).evidence}


class TestDays:
    """Which day is which."""

    @pytest.mark.parametrize(
        "text",
        [
            "This instrument was made by order of Fen Council on 4 May 2015.",
            "Made by order of Fen Council and sealed on 4 May 2015",
            "Dated this 4th day of May 2015",
            "DATED this fourth day of May, 2015",
            "Sealed on 4 May 2015",
            "The common seal of Fen Council was affixed on 4 May 2015",
            "Instrument dated 4-May-2015",
            "Made: 4 May 2015",
        ],
    )
    def test_made(self, text):
        """The day of the order, of the seal, or the day that the instrument bears."""
        assert {"made_on": MAY} == days(text)

    @pytest.mark.parametrize(
        "text",
        [
            "To take effect on 4 May 2015",
            "w.e.f. 4 May 2015",
            "This instrument comes into force on 4 May 2015",
            "Comes in to effect on the 4th of May 2015",
            "In operation from 4 May 2015",
            "Effect: 4 May 2015",
            "The governors would like the instrument to start on 4 May 2015.",
            "As from 4 May 2015 the governing body shall consist of ten governors.",
            "That a new instrument be made, the school being renamed Mill School from 4 May 2015.",
            "That an instrument be made for the change of the school's name to Mill School from 4 May 2015.",
        ],
    )
    def test_in_effect(self, text):
        """However it is said, and a new name has its instrument from the same day."""
        assert {"effective_on": MAY} == days(text)

    def test_both(self):
        """Two days in one clause, and one day for both."""
        assert {"made_on": MAY, "effective_on": JULY} == days(
            "This instrument was made on 4 May 2015 and is effective from 3 July 2015."
        )
        assert {"made_on": MAY, "effective_on": MAY} == days("Made and effective from 4 May 2015")
        assert {"made_on": MAY, "effective_on": MAY} == days(
            "This instrument takes effect on the day it is made.\nMade by order of Fen Council on 4 May 2015."
        )

    def test_the_nearest_words(self):
        """A day is not given by words that another day has already used, and an older instrument has its own."""
        assert {"effective_on": MAY} == days(
            "It would come into effect on 4 May 2015, the closing date being 1 September 2016."
        )
        assert {"made_on": MAY, "replaces": datetime.date(2009, 5, 3)} == days(
            "Made by order of Fen Council on 4 May 2015, in place of the instrument made on 3 May 2009."
        )

    @pytest.mark.parametrize(
        "text",
        [
            "Approved by the full governing body on 4 May 2015",
            "Review date: 4 May 2019",
            "The decision was made on 4 May 2015.",
            "A request for it was made on 4 May 2015.",
            "The change of name was made on 4 May 2015.",
            "The appointments were made on 4 May 2015.",
            "Published 4 May 2015",
            "The chair's term starts on 4 May 2015.",
            "Date: 4 May 2015",
            "Instrument dated May 2015",
        ],
    )
    def test_neither(self, text):
        """Approvals, reviews, decisions, letters and a month alone."""
        assert {} == days(text)

    def test_sure(self):
        """Only a clause of an instrument states its day."""
        assert "stated" == sureness("Made by order of Fen Council on 4 May 2015")["instrument.made_on"]
        assert "inferred" == sureness("Dated this 4th day of May 2015")["instrument.made_on"]
        assert "inferred" == sureness("It would start on 4 May 2015")["instrument.effective_on"]


class TestTerms:
    """Whose term is how long."""

    @pytest.mark.parametrize(
        ("text", "terms"),
        [
            (
                "Term of office: parents 2 years, everybody else four (4) years.",
                {"parent": "2 years", "all": "4 years"},
            ),
            ("Parent governors serve 3 years and the rest 4 years.", {"parent": "3 years", "all": "4 years"}),
            (
                "The term of office for all governors is four years, but parent governors serve for three.",
                {"all": "4 years", "parent": "3 years"},
            ),
            ("Parent and staff governors serve for 3 years.", {"parent": "3 years", "staff": "3 years"}),
            (
                "The board is two parent, one LA, one staff and six co-opted governors, who each serve for four years.",
                {"all": "4 years"},
            ),
            ("How long do governors serve?\nFour years, unless they resign.", {"all": "4 years"}),
            ("There are 3 associate members. They serve for 1 year.", {}),
            ("Associate members do not vote. Usual term: 4 years.", {"all": "4 years"}),
            ("All governors serve four years; the chair is elected for one year.", {"all": "4 years"}),
            ("All governors serve for 4 years; the number of parent governors is four.", {"all": "4 years"}),
        ],
    )
    def test_whose(self, text, terms):
        """Of a category, of all, and of nobody who is no governor."""
        assert terms == read(text).data.get("terms", {})

    def test_all_but_some(self):
        """What is said of all but some is no term of all in so many words."""
        assert "inferred" == sureness("Term of office: 4 years, head teacher excepted.")["terms.all"]
        assert "stated" == sureness("Term of office of all governors: 4 years.")["terms.all"]


class TestKind:
    """The category of school."""

    @pytest.mark.parametrize(
        ("text", "category"),
        [
            ("2. Community school.", "community"),
            ("2. Voluntary-Aided.", "voluntary aided"),
            ("2. Category: Foundation School (from 1 April 2012; a Community School before).", "foundation"),
            ("2. The school is a trust school.", "foundation"),
            ("2. Category of school: C.E. (Controlled)", "voluntary controlled"),
            ("Federation: Two Brooks Schools Federation", "federation"),
        ],
    )
    def test_said(self, text, category):
        """On a line of its own, or with what it was before."""
        assert category == read(f"INSTRUMENT OF GOVERNMENT\n{text}\n{BOARD}").data["school"]["category"]


class TestNames:
    """The school and the authority."""

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("1. Name: Heron Lane School", "Heron Lane School"),
            (
                "1. The federation is named The Two Oaks Federation and is made up of:",
                "The Two Oaks Federation",
            ),
            (
                "1. The name of the school is St. Wendreda's C.E. School. It was opened in 1999.",
                "St. Wendreda's C.E. School",
            ),
            ("1. The name of the school is St Wendreda's\nPrimary School.", "St Wendreda's Primary School"),
            ("Governors of Heron Lane School\n2 parent governors", "Heron Lane School"),
            ("1. The name of the school is Heron lnfant SchooI.", "Heron Infant School"),
        ],
    )
    def test_school(self, text, name):
        """Neither cut off nor with what the sentence says next."""
        assert name == read(f"{text}\n{BOARD}").data["school"]["name"]

    @pytest.mark.parametrize(
        ("text", "authority"),
        [
            ("Made by order of the Council of the City of Fenchester on 4 May 2015", "Fenchester"),
            ("Made by order of Fen Metropolitan Borough Council 04.05.2015", "Fen"),
            ("Made by order of the London Borough of Fen Local Authority: 4 May 2015", "Fen"),
            ("Made by order of Fen City Council and sealed on 4 May 2015", "Fen"),
            ("Decided on 14 June 2016, Fen Council.", "Fen"),
            ("The Head of Legal Services of Fen County Council agrees.", "Fen"),
        ],
    )
    def test_authority(self, text, authority):
        """By its place, whatever kind of council it is."""
        assert authority == read(HEAD + text).data["school"]["local_authority"]

    def test_no_authority(self):
        """The council of a school or a parish is none."""
        assert (
            "local_authority" not in read(f"{HEAD}The School Council met the Parish Council.").data["school"]
        )


class TestFoundation:
    """Who appoints, and which office carries a seat."""

    @pytest.mark.parametrize(
        "rest",
        [". Two of them must be parents.", ", and may be removed by them.", ", who may remove them.", "."],
    )
    def test_appointer(self, rest):
        """The name ends where the sentence goes on to something else."""
        found = read(f"{HEAD}{BOARD}6. Foundation governors are appointed by the Fen Trust{rest}")
        assert [{"by": "the Fen Trust", "number": 5}] == found.data["foundation"]["appointers"]

    def test_office(self):
        """A sentence says which office it is."""
        found = read(
            f"{HEAD}{BOARD}6. The ex officio foundation governor is the Vicar of Fen. If not, the Bishop may act."
        )
        assert [{"office": "the Vicar of Fen"}] == found.data["foundation"]["ex_officio"]


class TestEthos:
    """An ethos of several paragraphs."""

    def test_all_of_it(self):
        """It goes on until the next clause."""
        first = "The school is one in which each child is loved and taught."
        second = "It seeks to serve every family of its parish with joy."
        found = read(f"{HEAD}{BOARD}8. Ethos: {first}\n\n{second}\n\n9. Comes into effect on 4 May 2015.")
        assert f"{first}\n{second}" == found.data["ethos"]["description"]
        assert MAY == found.data["instrument"]["effective_on"]


class TestSeveralSchools:
    """A paper about several schools."""

    @pytest.mark.parametrize("between", [": ", "\n"])
    def test_noted(self, between):
        """It is said which they are."""
        seats = "{} parent governors, 1 LA governor, 1 staff governor, 1 headteacher, 4 co-opted governors"
        text = "\n\n".join(
            f"{name}{between}{seats.format(n)}" for name, n in (("Hill School", 2), ("Dale School", 3))
        )
        assert "several schools (Hill School; Dale School)" in read(text).outside

    def test_one(self):
        """Its name may stand twice."""
        found = read(f"Heron Lane School\n{BOARD}\nThe governing body of Heron Lane School has {BOARD}")
        assert "" == found.outside

    @pytest.mark.parametrize(
        ("first", "second", "several"),
        [
            ("Elm Park", "Forest Hall", True),
            ("Current", "Proposed", False),
            ("Model A", "Model B", False),
            ("Elm Park", "Total", False),
        ],
    )
    def test_rows(self, first, second, several):
        """A row of a table is of a school, and not of an option, a time or a sum."""
        heads = "| School | Parent governors | Staff governor | LA governor | Co-opted governors |"
        found = read(f"{heads}\n| {first} | 3 | 1 | 1 | 6 |\n| {second} | 2 | 1 | 1 | 5 |")
        assert several == ("several schools" in found.outside)


class TestExtent:
    """No file is read without end."""

    @pytest.mark.parametrize(
        "line",
        [
            "2 parent governors",
            "7" * 90,
            "(" * 60,
            "made on 4 May 2015 and 3/4/16",
            "parent governors: staff LA",
            "and the",
        ],
    )
    def test_many_lines(self, line):
        """What follows the first pages is left out, and the reader is told."""
        found = read("\n".join([line] * (MOST_LINES + 1)))
        assert any("Only the first" in note and "lines were read" in note for note in found.transcript.notes)
        assert len(found.transcript.lines) <= MOST_LINES
        assert sum(len(one.words) for one in found.transcript.lines) <= MOST_CHARACTERS

    @pytest.mark.parametrize(
        "words", ["a", "1", "parent governors ", "[", "x ", "4 May 2015 ", "term 4 years. "]
    )
    def test_one_line(self, words):
        """A line without end is read in part."""
        found = read(words * (200_000 // len(words)))
        assert any(f"first {LONGEST_LINE:,} characters" in note for note in found.transcript.notes)

    def test_wide_tables(self):
        """A table of thousands of cells is read in part too."""
        found = read("\n".join(["Parent governors\t" + "2\t" * 58 + "2"] * MOST_LINES))
        assert any("lines were read" in note for note in found.transcript.notes)

    def test_both_sides(self):
        """At the limits nothing is left out; one line or one sign more is."""
        whole = "\n\n".join(["Words"] * MOST_LINES)
        assert () == read(whole).transcript.notes
        assert 1 == len(read(f"{whole}\n\nWords").transcript.notes)
        assert () == read("a" * LONGEST_LINE).transcript.notes
        assert 1 == len(read("a" * (LONGEST_LINE + 1)).transcript.notes)


class TestCouncilDays:
    """How council papers put the day from which an instrument has effect, and a change of term."""

    @pytest.mark.parametrize(
        "words",
        [
            "The new Instrument is to operate from 12 February 2024.",
            "The constitution from 12 February 2024 would be as follows.",
            "It was resolved to reconstitute on 12 February 2024.",
            "On the implementation date, 12 February 2024, the school becomes a foundation school.",
        ],
    )
    def test_from_which_day(self, words):
        """Each gives the day of effect."""
        found = understand(transcribe_text(f"Instrument of Government of Elm School\n{words}"))
        assert datetime.date(2024, 2, 12) == found.data["instrument"]["effective_on"]

    def test_a_changed_term(self):
        """Of a term that is shortened the new length is read, and only inferred."""
        text = "The term of office of parent governors is to be shortened from 4 years to 2 at the next election."
        (one,) = [one for one in understand(transcribe_text(text)).evidence if one.field == "terms.parent"]
        assert ("2 years", "inferred") == (one.value, one.sure)

    def test_serving_out_a_term(self):
        """What governors in post may still serve is nobody's term of office."""
        text = "Governors already in office at the date of reconstitution may serve out their 4 years."
        assert {} == understand(transcribe_text(text)).data.get("terms", {})
