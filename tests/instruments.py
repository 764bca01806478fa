"""Instruments of every kind that the rules know, complete and lawful, as the tables of a proposal file.

Each stands with the clauses it is to have, in order, by the names that `topics` gives them.
"""

import copy
import io

import docx
from docx.oxml.ns import qn

OFFICE = {
    "office": "the vicar of Alpha",
    "removal_requested_by": "the Archdeacon of Beta",
    "substitute_appointed_by": "the Archdeacon of Gamma",
}
APPOINTED = "appointers"
EX_OFFICIO = "ex_officio substitute removal"
ETHOS = {"description": "Faith, hope and charity"}

_OPENINGS = {
    "The name of the school is ": "name",
    "The name of the federation is ": "name",
    "The name of the unit is ": "name",
    "The school is a": "category",
    "The school is designated as having a religious character": "ethos",
    "The federated schools are:": "schools",
    "The name of the governing body is ": "body",
    "The name of the management committee is ": "body",
    "The governing body consists of:": "seats",
    "The management committee consists of:": "seats",
    "The total number of ": "total",
    "The foundation governors": "appointers",
    "The holder": "ex_officio",
    "A substitute governor, where ": "substitute",
    "The removal of ": "removal",
    "The foundation of the school is ": "trust",
    "The trust deed relating to the school is ": "trust",
    "The religious character with which a federated school": "ethos",
    "The federated schools that are designated": "ethos",
    "The sponsor": "sponsors",
    "The body that nominates a community governor is ": "nominator",
    "No body nominates a community governor.": "nominator",
    "This instrument of government has effect from ": "effect",
    "This instrument was made by order of ": "made",
    "A copy of this instrument is to be supplied ": "copies",
}


def words(data):
    """Every paragraph of a Word file."""
    return [said(paragraph) for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def said(paragraph):
    """What a paragraph says, in content controls too, which python-docx passes over."""
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    runs = paragraph._p.iter(qn("w:r"))
    return "".join(signs.get(part.tag, part.text or "") for run in runs for part in run)


def topics(data):
    """What the numbered clauses of a drafted instrument are about, in order."""
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return [_topic(said(one)) for one in paragraphs if one.style.name == "Clause"]


def _topic(text):
    if "hold office for a term of" in text or text.startswith(
        ("The term of office of ", "Those who appoint ")
    ):
        return "terms"
    found = {topic for opening, topic in _OPENINGS.items() if text.startswith(opening)}
    (topic,) = found
    return topic


def _one(category, seats, *, day="2018-09-18", **tables):
    school = {
        "name": "Delta",
        "category": category,
        "local_authority": "Northshire",
        **tables.pop("school", {}),
    }
    instrument = {"governing_body": "Board of Delta", "made_by": "Northshire Council", "made_on": day}
    return {
        "school": school,
        "instrument": {**instrument, "effective_on": day, **tables.pop("instrument", {})},
        "seats": {**seats, "total": sum(n for seat, n in seats.items() if seat != "foundation_parent")},
        **tables,
    }


def _seats(**more):
    return {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": 1, **more}


def _by(*entries):
    return [
        {"by": by, "number": number} | ({"basis": rest[0]} if rest else {}) for by, number, *rest in entries
    ]


_PLAIN = "name category body seats total"
_END = "effect made copies"

_SCHOOLS = [{"name": "Epsilon", "category": "community"}, {"name": "Zeta", "category": "maintained nursery"}]
_AIDED = [
    {"name": "Epsilon", "category": "voluntary aided", "foundation": "foundation", "head": "head"}
    | {"religious_character": "Roman Catholic", "ethos": "Ethos of Epsilon"},
    {"name": "Zeta", "category": "voluntary aided", "foundation": "none", "head": "head"}
    | {"religious_character": "Roman Catholic", "ethos": "Ethos of Zeta"},
]
_BY_SCHOOL = [
    {"by": "the Bishop", "number": 4, "school": "Epsilon"},
    {"by": "the Bishop", "number": 3, "school": "Zeta"},
]


def _foundation(category, has, number, **more):
    school = {"foundation": has, **more.pop("school", {})}
    foundation = {"name": "the Delta Trust", "appointers": _by(("the Delta Trust", number))}
    seats = more.pop("seats", _seats(co_opted=1, foundation=number))
    return _one(category, seats, school=school, foundation=more.pop("foundation", foundation), **more)


_FAITH = f"{_PLAIN} {APPOINTED} trust terms ethos {_END}"
_NO_FAITH = f"{_PLAIN} {APPOINTED} trust terms {_END}"

KINDS = {
    "community": (_one("community", _seats(co_opted=2)), f"{_PLAIN} terms {_END}"),
    "community special": (_one("community special", _seats(co_opted=2)), f"{_PLAIN} terms {_END}"),
    "maintained nursery": (_one("maintained nursery", _seats(co_opted=2)), f"{_PLAIN} terms {_END}"),
    "voluntary controlled, Church of England": (
        _one(
            "voluntary controlled",
            _seats(co_opted=3, foundation=2),
            school={"foundation": "none", "religious_character": "Church of England"},
            foundation={"appointers": _by(("the parish", 1)), "ex_officio": [OFFICE]},
            ethos=ETHOS,
        ),
        f"{_PLAIN} {APPOINTED} {EX_OFFICIO} terms ethos {_END}",
    ),
    "voluntary controlled, no religious character": (
        _foundation("voluntary controlled", "foundation", 2, seats=_seats(co_opted=3, foundation=2)),
        _NO_FAITH,
    ),
    "voluntary aided, Church of England": (
        _foundation(
            "voluntary aided",
            "foundation",
            8,
            school={"religious_character": "Church of England"},
            foundation={
                "name": "the Delta Trust",
                "trust_deed": "the deed of 1868",
                "appointers": _by(("the diocese", 4, "after consulting the parish"), ("the parish", 2)),
                "ex_officio": [OFFICE, {**OFFICE, "office": "the Rural Dean of Eta"}],
            },
            ethos=ETHOS,
        ),
        f"{_PLAIN} {APPOINTED} {EX_OFFICIO} trust terms ethos {_END}",
    ),
    "voluntary aided, Roman Catholic": (
        _foundation(
            "voluntary aided", "foundation", 8, school={"religious_character": "Roman Catholic"}, ethos=ETHOS
        ),
        f"name ethos category trust body seats total {APPOINTED} terms {_END}",
    ),
    "voluntary aided, another faith": (
        _foundation(
            "voluntary aided", "foundation", 8, school={"religious_character": "Jewish"}, ethos=ETHOS
        ),
        _FAITH,
    ),
    "voluntary aided, no religious character": (_foundation("voluntary aided", "none", 8), _NO_FAITH),
    "foundation, none": (
        _one("foundation", _seats(co_opted=1, partnership=2), school={"foundation": "none"}),
        f"{_PLAIN} terms {_END}",
    ),
    "foundation, with a foundation": (
        _foundation("foundation", "foundation", 5, seats=_seats(co_opted=2, foundation=5)),
        _NO_FAITH,
    ),
    "foundation, qualifying": (_foundation("foundation", "qualifying", 8), _NO_FAITH),
    "foundation, qualifying, with a religious character": (
        _foundation(
            "foundation", "qualifying", 8, school={"religious_character": "Church of England"}, ethos=ETHOS
        ),
        _FAITH,
    ),
    "foundation special, none": (
        _one("foundation special", _seats(co_opted=1, partnership=2), school={"foundation": "none"}),
        f"{_PLAIN} terms {_END}",
    ),
    "foundation special, with a foundation": (
        _foundation("foundation special", "foundation", 5, seats=_seats(co_opted=2, foundation=5)),
        _NO_FAITH,
    ),
    "foundation special, qualifying": (_foundation("foundation special", "qualifying", 8), _NO_FAITH),
    "federation, community": (
        _one("federation", _seats(co_opted=3) | {"head_teacher": 2}, schools=_SCHOOLS),
        f"name schools body seats total terms {_END}",
    ),
    "federation, voluntary aided": (
        _one(
            "federation",
            _seats(foundation=7),
            schools=_AIDED,
            foundation={
                "appointers": [_BY_SCHOOL[0], {**_BY_SCHOOL[1], "number": 2}],
                "ex_officio": [{**OFFICE, "school": "Zeta"}],
            },
        ),
        f"name schools body seats total terms {APPOINTED} {EX_OFFICIO} ethos {_END}",
    ),
    "federation, voluntary aided, one ethos": (
        _one(
            "federation",
            _seats(foundation=7),
            schools=[{key: value for key, value in one.items() if key != "ethos"} for one in _AIDED],
            foundation={"appointers": _BY_SCHOOL},
            ethos=ETHOS,
        ),
        f"name schools body seats total terms {APPOINTED} ethos {_END}",
    ),
    "pupil referral unit": (
        _one(
            "pupil referral unit",
            {"parent": 1, "staff": 1, "head_teacher": 1, "local_authority": 1, "community": 5},
        ),
        f"name body seats total {_END}",
    ),
    "pupil referral unit, with a sponsor and a term": (
        _one(
            "pupil referral unit",
            {"parent": 1, "staff": 1, "head_teacher": 1, "local_authority": 1, "community": 6, "sponsor": 1},
            instrument={"sponsor_names": ["Theta Ltd"]},
            terms={"community": "2 years"},
        ),
        f"name body seats total terms sponsors {_END}",
    ),
    "2007, community": (
        _one(
            "community",
            {"parent": 3, "local_authority": 2, "staff": 1, "head_teacher": 1, "community": 2},
            day="2008-09-01",
        ),
        f"{_PLAIN} {_END}",
    ),
    "2007, community special, with a sponsor": (
        _one(
            "community special",
            {"parent": 3, "local_authority": 2, "staff": 1, "head_teacher": 1, "community": 2, "sponsor": 1},
            day="2008-09-01",
            school={"phase": "primary"},
            instrument={"sponsor_names": ["Theta Ltd"], "nominating_body": "Iota"},
        ),
        f"{_PLAIN} sponsors nominator {_END}",
    ),
    "2007, voluntary controlled": (
        _one(
            "voluntary controlled",
            {
                "parent": 4,
                "local_authority": 1,
                "staff": 1,
                "head_teacher": 1,
                "community": 1,
                "foundation": 2,
            },
            day="2008-09-01",
            school={"foundation": "none", "religious_character": "Church of England", "phase": "primary"},
            foundation={"appointers": _by(("the parish", 1)), "ex_officio": [OFFICE]},
            ethos=ETHOS,
        ),
        f"{_PLAIN} {APPOINTED} ex_officio removal ethos {_END}",
    ),
    "2007, voluntary aided, Roman Catholic": (
        _one(
            "voluntary aided",
            {"parent": 2, "local_authority": 1, "staff": 5, "foundation": 10, "foundation_parent": 4},
            day="2008-09-01",
            school={"foundation": "none", "religious_character": "Roman Catholic", "phase": "primary"},
            foundation={"appointers": _by(("the Bishop", 10))},
            ethos=ETHOS,
        ),
        f"name ethos category body seats total {APPOINTED} {_END}",
    ),
}
"""Each kind with its tables and the topics of its clauses."""


def tables(kind):
    """The tables of one kind, to change as one likes."""
    return copy.deepcopy(KINDS[kind][0])


def expected(kind):
    """The topics of the clauses of one kind, in order."""
    return KINDS[kind][1].split()
