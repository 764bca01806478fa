"""The course of a proposal: which moves there are, in which order, and why one cannot be made yet."""

import datetime

import attrs
import pytest

from governance.answers.procedures.course import OVER, Case, moves

DAY = datetime.date(2026, 11, 29)
KINDS = {
    "a first instrument": Case("draft", "voluntary aided", varies=False, foundation=True),
    "a variation": Case("draft", "community", varies=True, foundation=False),
    "a variation that the authority proposes": Case(
        "draft", "voluntary controlled", varies=True, by_authority=True, foundation=True
    ),
    "a federation": Case("draft", "federation", varies=False, foundation=True),
    "a unit": Case("draft", "pupil referral unit", varies=False, foundation=False),
    "a unit that varies": Case("draft", "pupil referral unit", varies=True, foundation=False),
}
EASY = {"agreed": 1, "lawful": True, "effective_on": DAY}
"""With these nothing stands in the way but the order."""


def offered(case, name):
    return {move.name: move for move in moves(case, DAY)}[name]


@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    """What holds of each kind of proposal."""

    def test_order(self, kind):
        """Moves lead from the draft to the end, one at a time."""
        start = attrs.evolve(KINDS[kind], **EASY)
        seen, waiting = set(), ["draft"]
        while waiting:
            status = waiting.pop()
            seen.add(status)
            leads = {one.to for one in moves(attrs.evolve(start, status=status), DAY) if one.allowed}
            # The body's agreement is the first move of a body that has agreed nothing yet.
            fresh = attrs.evolve(start, status=status, agreed=None)
            leads |= {one.to for one in moves(fresh, DAY) if one.allowed}
            waiting += leads - seen
        assert set(OVER) <= seen

    @pytest.mark.parametrize("status", OVER)
    def test_over(self, kind, status):
        """What is over stays so."""
        assert () == moves(attrs.evolve(KINDS[kind], status=status, **EASY), DAY)

    def test_unlawful(self, kind):
        """What does not comply is neither found good, nor decided, nor made."""
        for status, name in (("checked", "content"), ("content", "decide"), ("decided", "make")):
            case = attrs.evolve(KINDS[kind], status=status, **EASY)
            assert offered(case, name).allowed
            assert [
                "does not comply" in one for one in offered(attrs.evolve(case, lawful=False), name).reasons
            ] == [True]
            assert offered(attrs.evolve(case, lawful=None), name).allowed


READY = attrs.evolve(KINDS["a first instrument"], **EASY)
BLOCKED = {
    "never agreed": ("agreed", "submit", {"agreed": None}, "has not agreed it"),
    "agreed earlier": ("checked", "content", {"version": 2}, "agreed version 1; this is version 2"),
    "not approved": (
        "agreed",
        "submit",
        {"awaited": ("the trustees approve",)},
        "for version 1: the trustees approve",
    ),
    "nobody to approve": ("agreed", "approve", {"foundation": False}, "no foundation governors"),
    "foundation side not known": ("agreed", "approve", {"foundation": None}, "not known"),
    "agreed already": ("shared", "agree", {}, "has agreed version 1"),
    "no day": ("decided", "make", {"effective_on": None}, "from which day"),
    "copies": (
        "made",
        "send",
        {"copies_due": ("the head teacher", "the trustees")},
        "the head teacher and the trustees",
    ),
}


@pytest.mark.parametrize("name", BLOCKED)
def test_why_not(name):
    """A move that cannot be made is told with what is missing; with that it can be made."""
    status, move, change, says = BLOCKED[name]
    (reason,) = offered(attrs.evolve(READY, status=status, **change), move).reasons
    assert says in reason
    mended = {"agreed": None} if name == "agreed already" else {}
    assert offered(attrs.evolve(READY, status=status, **mended), move).allowed


def test_no_way_out():
    """Only without foundation governors may the authority decide as it thinks fit."""
    case = attrs.evolve(READY, status="disagreement")
    assert "no way out" in offered(case, "impose").reasons[0]
    assert "not known" in offered(attrs.evolve(case, foundation=None), "impose").reasons[0]
    assert offered(attrs.evolve(case, foundation=False), "impose").allowed


def test_second_entrance():
    """Where the authority proposes a variation the body answers, with the approvals it needs; a first one is never its to propose."""
    case = attrs.evolve(KINDS["a variation that the authority proposes"], **EASY)
    assert {"agree", "submit"}.isdisjoint(move.name for move in moves(case, DAY))
    assert offered(case, "notify").allowed
    assert "drafted by the governing body" in offered(attrs.evolve(case, varies=False), "notify").reasons[0]
    told = attrs.evolve(case, status="notified")
    assert offered(told, "object").allowed
    assert offered(attrs.evolve(told, awaited=("the trustees approve",)), "accept").reasons


CITED = {
    ("a first instrument", "submit"): "SI 2012/1034 reg 29(1)",
    ("a variation", "submit"): "SI 2012/1034 reg 30(2)",
    ("a variation", "make"): "SI 2012/1034 reg 30(8)",
    ("a variation that the authority proposes", "object"): "SI 2012/1034 reg 30(3)",
    ("a federation", "submit"): "SI 2012/1035 Sch 5, reg 29(2)",
    ("a unit", "make"): "SI 2007/2978 reg 5",
    ("a unit that varies", "make"): "SI 2007/2978 reg 7",
}


@pytest.mark.parametrize(("kind", "name"), CITED)
def test_cited(kind, name):
    """Each move is cited to the law of its kind; sharing a draft is in no law."""
    case = KINDS[kind]
    assert [CITED[kind, name]] == [cite for cite, _ in offered(case, name).cited]
    assert () == offered(case, "share").cited
