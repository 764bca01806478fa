"""What is answered to a few questions, whole: every word, and every key that a program relies on.

`PYTHONPATH=tests python tests/answers/asked.py` writes `asked.json` anew. Read the difference before you commit it.
"""

import datetime
import json
from functools import partial
from pathlib import Path

import attrs
from boards import DAY, proposal

import governance
from governance.answers.finding import Shown
from governance.answers.options import options
from governance.answers.space.impossible import why_impossible
from governance.answers.space.space import Constraint, Space
from governance.errors import GovernanceError
from governance.law.relation import parse
from governance.model import Appointer, ExOfficio, Foundation

KEPT = Path(__file__).with_suffix(".json")
D = datetime.date
SHOWN = 4
"""So many boards show how one is written; how many there are is said beside."""
CORE = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1}
FEDERATION = {
    "school": {"category": "federation"},
    "schools": [
        {"category": "foundation", "name": "North", "head": "executive head teacher"},
        {"category": "community", "name": "South", "head": "executive head teacher", "head_resigned": False},
    ],
    "seats": {
        "parent": 3,
        "local_authority": 1,
        "staff": 2,
        "head_teacher": 1,
        "co_opted": 3,
        "foundation": 2,
        "total": 11,
    },
}
STAFFED = {
    **FEDERATION,
    "seats": {
        "parent": 2,
        "local_authority": 1,
        "staff": 1,
        "head_teacher": 1,
        "co_opted": 5,
        "foundation": 2,
        "co_opted_staff": 5,
    },
}
MIXES = {
    "school": {"category": "federation"},
    "schools": [
        {"category": "foundation", "name": "North", "head": "executive head teacher"},
        {"category": "foundation", "name": "South", "head": "executive head teacher"},
    ],
    "seats": {**CORE, "co_opted": "unknown", "foundation": 4},
}
UNIT = {
    "school": {"category": "pupil referral unit"},
    "seats": {"parent": 2, "staff": 4, "community": "unknown"},
}


def board(category, has=None, /, *, appointers=(), offices=(), before=None, phase=None, **seats):
    """A proposal with its appointers and offices, and the board before."""
    given = proposal(category, has, **{**CORE, **seats})
    foundation = Foundation(
        appointers=tuple(Appointer(by, number) for by, number in appointers),
        ex_officio=tuple(map(ExOfficio, offices)),
    )
    current = before and proposal(category, has, **{**CORE, **before}).seats
    return attrs.evolve(
        given, foundation=foundation, current=current, school=attrs.evolve(given.school, phase=phase)
    )


CHECKED = {
    "too small, and more may be staff": board("community", staff=2, co_opted=1),
    "many may be staff": board("community", parent=5, co_opted=7),
    "one may be staff": board("community", parent=4, co_opted=3),
    "more are staff than may be": board("community", parent=3, co_opted=4, co_opted_staff=4),
    "staff are told": board("community", parent=3, co_opted=4, co_opted_staff=0),
    "staff whatever": board("community", staff=3, co_opted=2),
    "all may be staff": board("community", parent=5, co_opted=1),
    "co-opted open": board("community", co_opted="unknown"),
    "staff told, co-opted open": board("community", parent=5, co_opted="unknown", co_opted_staff=2),
    "parents open": board("voluntary aided", parent="unknown", co_opted=1, foundation=9, total=12),
    "parents and foundation open": board("voluntary controlled", parent="unknown", foundation="unknown"),
    "all open": board(
        "foundation", "qualifying", **dict.fromkeys((*CORE, "co_opted", "foundation"), "unknown")
    ),
    "foundation missing": board("foundation", co_opted=2, foundation=3),
    "appointers": board(
        "voluntary aided", foundation=7, appointers=[("the trustees", 5)], offices=["the vicar"]
    ),
    "appointers of too few": board(
        "voluntary aided", foundation=7, appointers=[("the trustees", 2)], offices=["the vicar"]
    ),
    "earlier law": board("voluntary aided", "none", foundation=8, foundation_parent="unknown", co_opted=1),
    "many parents": board("community", parent=12, co_opted=2),
    "total stated": board("voluntary aided", parent="unknown", foundation="unknown", total=14),
    "appointers, foundation open": board(
        "voluntary aided", foundation="unknown", appointers=[("the trustees", 6)], offices=["the vicar"]
    ),
    "the vicar, foundation open": board(
        "voluntary controlled",
        foundation="unknown",
        co_opted=4,
        appointers=[("the diocese", 3)],
        offices=["the vicar"],
    ),
    "the vicar among three": board(
        "voluntary controlled",
        foundation=3,
        co_opted=4,
        appointers=[("the diocese", 3)],
        offices=["the vicar"],
    ),
    "a majority before": board("foundation", "qualifying", foundation="unknown", before={"foundation": 9}),
    "a majority before, foundation missing": board("foundation", foundation=7, before={"foundation": 4}),
    "parents and co-opted open": board("community", parent="unknown", co_opted="unknown"),
    "staff and head open": board("community", staff="unknown", head_teacher="unknown", co_opted=3),
    "partnership open": board("foundation", "none", partnership="unknown", co_opted="unknown"),
    "terms and parents open": board("community", parent="unknown", co_opted=2, terms={"parent": "5 years"}),
    "two mixes": governance.parse(
        {
            **FEDERATION,
            "seats": {**FEDERATION["seats"], "parent": 2, "staff": 1, "foundation": "unknown", "total": 10},
        }
    ),
    "foundation open in a community school": board("community", foundation="unknown", co_opted=2),
    "mixes": governance.parse(MIXES),
    "a unit of few": governance.parse({**UNIT, "seats": {"parent": 2, "staff": 4, "community": 3}}),
    "a federation": governance.parse(FEDERATION),
    "a unit": governance.parse(UNIT),
}
OLD = {"earlier law": D(2010, 1, 1)}
OPTIONS = {
    "a few": {"category": "community", "wanted": {"total": "7..8", "parent": "4.."}},
    "one": {"category": "community", "wanted": {"total": 7, "parent": 4}},
    "none of ten": {"category": "voluntary aided", "religious_character": True, "wanted": {"total": 10}},
    "none of thirteen": {"category": "voluntary aided", "wanted": {"total": 13}},
    "none by a sum": {
        "category": "voluntary controlled",
        "wanted": {"co_opted": 3, "parent": 2, "total": "15.."},
    },
    "none without giving up more than clash": {
        "category": "community",
        "phase": "secondary",
        "on": D(2010, 1, 1),
        "wanted": {"total": 10, "local_authority": 3, "parent": "..3", "community": "9.."},
    },
    "none without giving up two": {
        "category": "community",
        "wanted": {"total": "..7", "parent": 9, "co_opted": 4, "co_opted_staff": 8},
    },
    "beyond": {"category": "voluntary aided", "wanted": {"parent": 10}},
    "as far again": {"category": "community", "wanted": {"parent": "11..", "co_opted": "3.."}},
    "twenty": {"category": "community", "wanted": {"parent": "10..", "co_opted": "4.."}},
    "without wishes": {"category": "voluntary aided"},
    "resigned heads": {
        "category": "federation",
        "mix": "community",
        "head_resigned": True,
        "religious_character": True,
        "given": {"schools": 2, "heads": 1, "resigned_heads": 1},
        "wanted": {"total": "..8"},
    },
    "of fourteen": {"category": "voluntary controlled", "wanted": {"total": "14", "parent": 4}},
    "with staff": {
        "category": "community",
        "foundation": "none",
        "wanted": {"total": "..14", "parent": 3, "co_opted": "4.."},
    },
    "a federation": {
        "category": "federation",
        "mix": "mixed",
        "given": {"schools": 2, "heads": 2},
        "wanted": {"total": 9, "parent": 2, "foundation": "..2"},
    },
    "resigned": {
        "category": "foundation",
        "foundation": "qualifying",
        "head_resigned": True,
        "wanted": {"total": "..11"},
    },
    "earlier law": {
        "category": "community",
        "phase": "secondary",
        "on": D(2010, 1, 1),
        "wanted": {"total": 10},
    },
}
REPAIRED = {
    "too small": ({"filled": {"staff": 2, "parent": 2}, "most": 2}, board("community", staff=2, total=6)),
    "total wrong": ({}, board("voluntary aided", foundation=7, total=13)),
    "wished for": ({"total": 10, "keep": "parent"}, board("voluntary aided", co_opted=1, foundation=4)),
    "two wishes": (
        {"total": 12, "keep": ["foundation", "parent"]},
        board("voluntary aided", parent=3, co_opted=1, foundation=5),
    ),
    "people and wishes": (
        {"total": "..9", "keep": ["co_opted"]},
        board("community", parent=3, co_opted=4, co_opted_staff=2),
    ),
    "far": ({"most": 9}, board("voluntary aided", parent=4, co_opted=6, foundation=0)),
    "staff": ({}, board("community", parent=3, co_opted=4, co_opted_staff=4)),
    "staff of three": ({}, board("community", parent=3, co_opted=4, co_opted_staff=3)),
    "more staff": ({}, board("community", parent=5, co_opted=7, co_opted_staff=6)),
    "staff of a federation": ({"most": 1}, governance.parse(STAFFED)),
    "staff, and two of them": (
        {"most": 1},
        board("community", parent=3, staff=2, co_opted=4, co_opted_staff=3),
    ),
    "staff, and how many parents": (
        {"most": 1},
        board("community", parent="unknown", co_opted=4, co_opted_staff=3),
    ),
    "open, and a total": ({"most": 2}, board("community", co_opted="unknown", total=12)),
    "many": ({"most": 60}, board("voluntary aided", foundation=4)),
    "staff, none": ({}, board("community", co_opted=2, co_opted_staff=1)),
    "open": ({"most": 1}, board("community", staff=2, co_opted="unknown")),
    "stated": ({"most": 3}, board("community", parent=1, co_opted=4, total=12)),
    "a federation": ({"most": 2}, governance.parse(FEDERATION)),
    "earlier law": (
        {"on": D(2010, 1, 1)},
        board("voluntary aided", foundation=8, foundation_parent=1, total=12, phase="secondary"),
    ),
    "seats and terms": (
        {"most": 1},
        proposal("community", terms={"parent": "5 years"}, **CORE, co_opted=1),
    ),
    "staff, parents open": (
        {"most": 1},
        board("community", parent="unknown", staff=2, co_opted=4, co_opted_staff=4),
    ),
    "terms": ({}, proposal("community", terms={"parent": "5 years"}, **CORE, co_opted=2)),
    "two in post": (
        {"filled": {"co_opted": 9, "parent": 3}, "total": "..8", "most": 2},
        board("community", parent=3, co_opted=9),
    ),
}


REFUSED = {
    "a foundation where there is none": partial(options, "community", on=DAY, foundation="foundation"),
    "a foundation of a federation": partial(options, "federation", on=DAY, foundation="none"),
    "heads of a school": partial(options, "community", on=DAY, mix="mixed", given={"heads": 2}),
    "resigned heads of a school": partial(options, "community", on=DAY, given={"resigned_heads": 1}),
    "no such category to list": partial(options, "academy", on=DAY),
    "no such foundation": partial(options, "foundation", on=DAY, foundation="trust"),
    "no such phase": partial(options, "community", on=DAY, phase="middle"),
    "no such mix": partial(options, "federation", on=DAY, mix="both"),
    "more than anybody reads": partial(options, "voluntary controlled", on=DAY, wanted={"total": "..60"}),
    "no such category": partial(governance.repair, board("community"), on=DAY, keep=["pupil"]),
    "what is open is not kept": partial(
        governance.repair, board("community", parent="unknown"), on=DAY, keep=["parent"]
    ),
    "no boards": partial(governance.repair, board("community"), on=DAY, most=0),
    "no day": partial(governance.check, board("community")),
    "no day of what is open": partial(governance.unknowns, board("community")),
    "no day of a repair": partial(governance.repair, board("community")),
}


IMPOSSIBLE = {
    "a sum": ("2 co_opted + 6 parent <= 3 co_opted + 3", "5 parent >= 4 co_opted + 9"),
    "halves": ("4 parent + 4 staff + 7 co_opted == 9",),
    "every case": ("6 co_opted + 5 parent + 5 staff == 14",),
}
"""What no law needs for a proof, and so is asked of no school."""


def impossible(*texts):
    """Why no board keeps some relations."""
    relations = [(text, parse(text)) for text in texts]
    return why_impossible(
        Space.of(
            Constraint(
                one.weights, one.constant, exact=one.exact, origin="wish", says=f"You asked for {text}"
            )
            for text, one in relations
        )
    )


def checked(name):
    """Each finding of a check that is not simply met, in one line."""
    result = governance.check(CHECKED[name], on=OLD.get(name, DAY))
    told = [
        one
        for one in result.findings
        if (one.verdict != "met" or one.doubt or "whatever" in one.because or "even if" in one.because)
        and (name == "appointers" or not one.awaits)
    ]
    return [result.in_short(), *(" | ".join(_parts(one)) for one in told)]


def _parts(finding):
    yield f"{finding.rule} {finding.verdict}: {finding.because}"
    yield from filter(None, (finding.awaits, finding.condition, finding.question))
    yield from (f"{one.says} {one.seats}" for one in finding.repairs)
    if finding.doubt:
        yield f"{finding.doubt.reading}: {finding.doubt.verdict}"


def refusal(ask):
    """What is said instead of an answer."""
    try:
        return [str(ask())]
    except GovernanceError as error:
        return [f"{type(error).__name__}: {error}"]


QUESTIONS = {
    **{f"check: {name}": partial(checked, name) for name in CHECKED},
    **{
        f"unknowns: {name}": partial(governance.unknowns, CHECKED[name], on=OLD.get(name, DAY))
        for name in CHECKED
    },
    **{f"impossible: {name}": partial(impossible, *texts) for name, texts in IMPOSSIBLE.items()},
    **{f"refused: {name}": partial(refusal, ask) for name, ask in REFUSED.items()},
    **{f"options: {name}": partial(options, **{"on": DAY, **asked}) for name, asked in OPTIONS.items()},
    **{
        f"repair: {name}": partial(governance.repair, given, **{"on": DAY, **asked})
        for name, (asked, given) in REPAIRED.items()
    },
}


def answer(name):
    """The answer to a question as plain values, each with its key or its place."""
    found = QUESTIONS[name]()
    if isinstance(found, list):
        return [list(one) for one in enumerate(found)]
    told = found.as_json()
    if isinstance(found, Shown):
        heads, rows = found.in_rows()
        told = {"in short": found.in_short(), **told, "table": [list(one) for one in (heads, *rows[:2])]}
    if len(told.get("boards", ())) > SHOWN:
        told["boards"] = [len(told["boards"]), *told["boards"][:SHOWN], told["boards"][-1]]
    return [list(one) for one in told.items()]


def lines():
    """Every answer, a key to a line."""
    for name in QUESTIONS:
        told = (json.dumps(one, ensure_ascii=False) for one in answer(name))
        yield f"{json.dumps(name)}: [\n  " + ",\n  ".join(told) + "\n]"


if __name__ == "__main__":
    KEPT.write_text("{\n" + ",\n".join(lines()) + "\n}\n", encoding="utf-8")
