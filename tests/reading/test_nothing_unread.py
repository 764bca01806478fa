"""Every line of a whole list is read, set aside for a reason, or named as not understood; none is passed over in silence."""

import pytest
from as_read import read
from hypothesis import assume, given
from hypothesis import strategies as st

from governance.reading.phrases.lexer import letters, lex

LIST = "2 parent governors\n1 LA governor\n1 staff governor\n1 head teacher\n5 co-opted governors\n"
WORDS = st.text(st.sampled_from("bcdfghjklmnpqrstvwz"), min_size=4, max_size=9)


def seats(found):
    return [one for one in found.evidence if one.field.startswith("seats.")]


def named(found):
    return [line.words for line in found.unread]


class TestUnknownLine:
    """A line with a number of governors of a sort that nobody listed."""

    @given(st.integers(1, 15), WORDS, st.integers(0, 5))
    def test_it_is_named(self, number, word, place):
        """Wherever it stands it is named, and nothing of the list is called stated."""
        line = f"{number} {word} governors"
        assume(letters(lex(line)) == "NuG" and number != sum((2, 1, 1, 1, 5)))
        lines = LIST.splitlines()
        found = read("\n".join(("The board:", *lines[:place], line, *lines[place:])))
        assert [line] == named(found)
        assert "stated" not in {one.sure for one in seats(found)}

    @given(st.integers(1, 15), WORDS)
    def test_a_total_that_fits_without_it(self, number, word):
        """Where the seats add up to the stated total the list is whole without the line."""
        assume(letters(lex(f"{number} {word} meetings")) == "d")
        found = read(f"{LIST}{number} {word} meetings\nTotal number of governors: 10")
        assert {"stated"} == {one.sure for one in seats(found)}


class TestSetAside:
    """What counts no governor is set aside, and leaves no doubt."""

    @pytest.mark.parametrize(
        "line",
        [
            "3 associate members",
            "The governing body may appoint up to 3 associate members, who are not governors.",
            "Governors meet 6 times a year",
            "The term of office is 4 years",
            "There are 2 vacancies",
            "Regulation 13 applies",
            "The Finance Committee has 4 members, two of them parent governors.",
            "The guidance says that there must be at least 7 members, 2 parent governors and only one staff governor.",
            "In post: 1 parent governor, 2 co-opted governors",
            "A parent governor shall serve for two (2) years.",
        ],
    )
    def test_it_changes_nothing(self, line):
        """The list beside it is read and stated as if it were not there."""
        told = {one.field: (one.value, one.sure) for one in seats(read(LIST))}
        assert told == {one.field: (one.value, one.sure) for one in seats(read(LIST + line))}


class TestExplained:
    """A list whose items are explained in sentences between them."""

    def test_a_sentence_is_no_item(self):
        """Where no item ends as a sentence does, a sentence gives no seats."""
        labels = (
            "Parent Governors (2)",
            "Staff Governor (1)",
            "Head Teacher (1)",
            "LA Governor (1)",
            "Co-opted Governors (5)",
        )
        told = (
            "Any parent may stand.",
            "Any member of staff, teaching or not, may stand.",
            "By virtue of the post.",
            "Nominated by the council and appointed by us.",
            "Somebody with skills we are short of.",
        )
        found = read("\n".join(f"{label}\n{words}" for label, words in zip(labels, told, strict=True)))
        assert [] == named(found)
        assert [2, 1, 1, 1, 5] == [one.value for one in seats(found)]

    @pytest.mark.parametrize(
        "more",
        [
            " - chosen by the board. Up to three of these may be employees.",
            "\nPlease ring the office for a chat with one of our governors first.",
        ],
    )
    def test_a_number_within_a_sentence(self, more):
        """What is a part of the seats before it, or stands far from the beginning of a line, gives none besides."""
        found = read(LIST.rstrip() + more)
        assert [] == named(found)
        assert [2, 1, 1, 1, 5] == [one.value for one in seats(found) if one.field != "co_opted_staff_most"]


class TestUnknown:
    """What a whole list names without an exact number is unknown, and not nought."""

    @pytest.mark.parametrize(
        "line",
        [
            "Partnership governors",
            "up to 3 partnership governors",
            "2 or 3 partnership governors",
        ],
    )
    def test_no_exact_number(self, line):
        """Its category is left unknown, with the words."""
        found = read(LIST + line)
        assert found.data["seats"]["partnership"] == "unknown"

    def test_a_number_in_square_brackets_before_them(self):
        """It may be a place to fill in: the category is left unknown, and not passed over."""
        found = read(
            f"Governors of Elm School, a community school:\n{LIST}[3] foundation governors [two at least]"
        )
        assert found.data["seats"]["foundation"] == "unknown"

    @pytest.mark.parametrize("line", ["Partnership governors: N/A", "Partnership governors: none"])
    def test_nought(self, line):
        """Where the document says that there are none, there are none."""
        assert read(LIST + line).data["seats"].get("partnership", 0) == 0

    def test_a_total_without_them(self):
        """Where the others add up to the stated total, there are none."""
        found = read(f"{LIST}Partnership governors\nTotal number of governors: 10")
        assert found.data["seats"].get("partnership", 0) == 0
