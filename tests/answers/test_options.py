"""The options are every lawful board, and what follows from the law is what counting finds."""

import collections
import csv
import datetime
import io

import attrs
import pytest
from boards import AIDED, COMMUNITY, CONTROLLED, DAY, KINDS, NO_FOUNDATION, QUALIFYING, WITH_FOUNDATION
from brute_force import boards as every_board
from brute_force import lawful, least_total
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.answers.consequences import boards as walked
from governance.answers.options import options
from governance.answers.space.wishes import WishError
from governance.errors import CannotTellError
from governance.files.cells import plain_cell, safe_cell
from governance.law import Kind
from governance.law.book import rule_book
from governance.law.library import governing_category
from governance.law.regime import beside
from governance.letters.options import options_csv, options_letter
from governance.model.names import SEATS

SEVEN = ("parent", "local_authority", "staff", "head_teacher", "co_opted", "foundation", "partnership")


def ask(kind, **more):
    category, has = kind
    return options(category, foundation=has, on=DAY, **more)


@pytest.fixture(scope="module")
def small():
    """Every board of up to sixteen seats that could be lawful for somebody, tried one by one."""
    found = collections.defaultdict(set)
    for board in every_board(16):
        if board[0] < 2 or board[1] != 1 or board[2] != 1:
            continue
        for kind in KINDS:
            for resigned in (False, True):
                if lawful(kind, *board, 0, resigned=resigned):
                    found[kind, resigned].add(board)
    return found


class TestEveryBoard:
    """Every lawful board once, and no other."""

    @pytest.mark.parametrize("resigned", [False, True])
    @pytest.mark.parametrize("kind", KINDS)
    def test_up_to_sixteen_seats_by_brute_force(self, small, kind, resigned):
        """For every kind of school, with the head teacher a governor and resigned."""
        found = ask(kind, head_resigned=resigned, wanted={"total": "..16"}).boards
        boards = [tuple(board.seats[seat] for seat in SEVEN) for board in found]
        assert len(set(boards)) == len(boards)
        assert small[kind, resigned] == set(boards)
        assert sorted(sum(board) for board in boards) == [board.total for board in found]

    @pytest.mark.parametrize("kind", KINDS)
    def test_those_employed_at_the_school_by_brute_force(self, kind):
        """For each board the most of its co-opted governors who may be."""
        for board in ask(kind, wanted={"total": "..12"}).boards:
            seven = tuple(board.seats[seat] for seat in SEVEN)
            most = max(
                n for n in range(board.seats["co_opted"] + 1) if lawful(kind, *seven, n, resigned=False)
            )
            assert most == board.staff

    @pytest.mark.parametrize(
        ("category", "facts", "given", "day"),
        [
            ("pupil referral unit", {}, {}, DAY),
            ("community", {"phase": "primary"}, {}, datetime.date(2010, 1, 1)),
            ("voluntary controlled", {"phase": "secondary"}, {}, datetime.date(2010, 1, 1)),
            ("federation", {"mix": "mixed"}, {"schools": 3, "heads": 2, "resigned_heads": 0}, DAY),
            (
                "federation",
                {"mix": "community"},
                {"schools": 2, "heads": 2, "resigned_heads": 0},
                datetime.date(2015, 1, 1),
            ),
        ],
    )
    def test_other_bodies_and_older_law(self, category, facts, given, day):
        """As the law's own walk through the boards finds them, up to eleven seats."""
        found = options(category, on=day, given=given, wanted={"total": "..11"}, **facts)
        foundation = "none" if category == "community" else None
        kind = Kind(category, foundation, **facts)
        book = rule_book(governing_category(day, category), day, kind, beside=beside(day))
        relations = tuple(r.require for r in book.rules if r.require and r.severity == "unlawful")
        by_law = {
            tuple(board[seat] for seat in SEATS)
            for total in range(12)
            for board in walked(relations, total, given=given)
        }
        assert by_law
        assert by_law == {tuple(board.seats[seat] for seat in SEATS) for board in found.boards}

    def test_wishes_leave_those_that_meet_them(self):
        """Three parents and twelve to sixteen seats are a part of all boards."""
        every = ask(AIDED[0]).boards
        some = ask(AIDED[0], wanted={"total": "12..16", "parent": "3"}).boards
        assert [b for b in every if 12 <= b.total <= 16 and b.seats["parent"] == 3] == list(some)


SMALLEST = [
    *((kind, False, 7) for kind in (*COMMUNITY, *WITH_FOUNDATION)),
    *((kind, False, 8) for kind in (*NO_FOUNDATION, *CONTROLLED)),
    *((kind, False, 11) for kind in QUALIFYING),
    *((kind, False, 12) for kind in AIDED),
    *((kind, True, 9) for kind in QUALIFYING),
    *((kind, True, 10) for kind in AIDED),
]


class TestWhatFollows:
    """What stands nowhere in the law, each with the provisions it follows from."""

    @pytest.mark.parametrize(("kind", "resigned", "least"), SMALLEST)
    def test_the_smallest_board(self, kind, resigned, least):
        """Seven, eight, eleven or twelve, whatever is wished."""
        assert least == ask(kind, head_resigned=resigned).smallest
        assert least == ask(kind, head_resigned=resigned, wanted={"total": 30}).smallest

    @pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in AIDED])
    def test_no_other_board_is_always_even(self, kind):
        """There are boards of an odd size."""
        assert all("always" not in one.says for one in ask(kind).consequences)

    def test_how_many_co_opted_governors_may_be_staff(self):
        """A third of the total, without the staff governor and the head teacher."""
        assert {total: total // 3 - 2 for total in range(7, 21)} == ask(COMMUNITY[0]).staff


class TestBeyondWhatIsListed:
    """Boards that are all larger than those listed are there: their least total is named."""

    @settings(max_examples=25)
    @given(
        st.sampled_from(KINDS),
        st.sampled_from(("parent", "co_opted", "foundation", "partnership", "co_opted_staff")),
        st.integers(11, 200),
        st.booleans(),
    )
    def test_the_least_total_is_named(self, kind, seat, count, resigned):
        """It is that found by hand; and only where there is none is it impossible."""
        answer = ask(kind, head_resigned=resigned, wanted={seat: count})
        least = least_total(kind, seat, count, resigned=resigned)
        assert (least is None) == (answer.impossible is not None)
        if least is not None and least <= answer.largest:
            assert (least, None) == (answer.boards[0].total, answer.beyond)
        else:
            assert ((), least) == (answer.boards, answer.beyond)

    def test_seven_foundation_governors_of_a_controlled_school(self):
        """They are at most a quarter of 28."""
        answer = ask(CONTROLLED[0], wanted={"foundation": 7})
        said = "No board of up to 20 seats meets the wishes; the smallest lawful board that does has 28."
        assert (said, ("SI 2012/1034 reg 14(5)",)) == attrs.astuple(answer.consequences[0])
        assert options_letter(answer).startswith("LAWFUL BOARDS OF 28 SEATS AND MORE: voluntary controlled\n")
        assert options_letter(answer).endswith("To list them, ask for a total of 28 or more.")
        assert (28, 0) == (answer.as_json()["smallest_beyond"], answer.as_json()["count"])

    def test_what_is_listed_has_nothing_beyond(self):
        """Two foundation governors fit into boards of eight and more."""
        assert ask(CONTROLLED[0], wanted={"foundation": 2}).beyond is None


class TestWhereThereIsNone:
    """An impossible wish is explained, a missing fact asked for, a mistake refused."""

    def test_an_odd_voluntary_aided_board(self):
        """Why, and what can be had."""
        answer = ask(AIDED[0], wanted={"total": 13})
        assert ((), "equalities") == (answer.boards, answer.impossible.proof)
        assert options_letter(answer).startswith("IMPOSSIBLE: voluntary aided\na total of 13;")

    def test_a_missing_fact(self):
        """Whether there is a foundation."""
        with pytest.raises(CannotTellError, match="foundation"):
            ask(("foundation", None))

    def test_the_schools_of_a_federation(self):
        """And how many head teachers."""
        with pytest.raises(CannotTellError, match="head teachers"):
            options("federation", on=DAY, mix="community")

    def test_a_wish_nobody_understands(self):
        """With the known names."""
        with pytest.raises(WishError, match="Known"):
            ask(COMMUNITY[0], wanted={"governors": 3})


def test_as_many_as_anybody_reads(monkeypatch):
    """Three boards where three may be listed, and none where only two may."""
    wanted = {"total": "7..8", "parent": "4.."}
    monkeypatch.setattr("governance.answers.options.MOST", 3)
    assert 3 == len(ask(COMMUNITY[0], wanted=wanted).boards)
    monkeypatch.setattr("governance.answers.options.MOST", 2)
    with pytest.raises(CannotTellError, match="more than 2 such boards"):
        ask(COMMUNITY[0], wanted=wanted)


class TestTable:
    """The table for a spreadsheet."""

    def test_one_board_a_line(self):
        """As many lines as boards, and a head."""
        answer = ask(AIDED[0], wanted={"total": "..14"})
        lines = list(csv.DictReader(io.StringIO(options_csv(answer))))
        assert [board.total for board in answer.boards] == [int(line["total"]) for line in lines]
        assert [board.seats["parent"] for board in answer.boards] == [int(line["parent"]) for line in lines]

    def test_no_cell_begins_as_a_formula(self):
        """Of every kind of school."""
        for kind in KINDS:
            for row in csv.reader(io.StringIO(options_csv(ask(kind, wanted={"total": "..12"})))):
                assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)

    @given(st.text(max_size=8) | st.sampled_from(["+Plus", "=1+1", "'quoted", "@x", "-3", "\tx"]))
    def test_a_cell_comes_back_as_it_was(self, text):
        """A school called "+Plus" survives."""
        assert text == plain_cell(safe_cell(text))
        assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))
