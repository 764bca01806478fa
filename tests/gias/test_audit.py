"""What the record of one body proves: grades at both sides of each limit, who counts, and what is never proved."""

import datetime
import itertools

import brute_force
import pytest
from gias_files import (
    AUTHORITY,
    BOARD,
    CO_OPTED,
    FOUNDATION,
    HEAD,
    LINK,
    PARENT,
    SCHOOL,
    STAFF,
    governors,
    write,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.gias.audit.fit import Kind, fit
from governance.gias.audit.on_file import on_file
from governance.gias.audit.summary import summary
from governance.gias.audit.workers import audit_all
from governance.gias.load import load

ON = datetime.date(2026, 11, 1)
CONTROLLED = SCHOOL | {"TypeOfEstablishment (name)": "Voluntary controlled school"}
INTERIM = "Interim Executive Board"


@pytest.fixture
def audit(tmp_path):
    """Give a function that audits the governors of one school, or of the schools that are given."""

    def run(rows, school=SCHOOL, *, on=ON, schools=(), links=()):
        tables = {"schools": [school, *schools], "governors": rows, **({"links": links} if links else {})}
        return audit_all(load(write(tmp_path, **tables)), on)

    return run


def found(body, grade):
    """Give the rules of the findings of a grade."""
    return [one.rule for one in body.findings if one.grade == grade]


@pytest.mark.parametrize(
    ("bodies", "school", "grade", "empty"),
    [
        (BOARD, SCHOOL, "fits exactly", 0),
        ((*BOARD, *[CO_OPTED] * 9), SCHOOL, "fits exactly", 0),
        ((*BOARD[1:], CO_OPTED), SCHOOL, "fits with empty seats", 1),
        ((CO_OPTED,) * 7, SCHOOL, "fits with empty seats", 5),
        ((CO_OPTED,) * 7, CONTROLLED, "record incomplete", 7),
        ((HEAD, *[CO_OPTED] * 6), CONTROLLED, "record incomplete", 6),
        ((HEAD, STAFF, *[CO_OPTED] * 5), CONTROLLED, "fits with empty seats", 5),
        (BOARD[1:], SCHOOL, "record incomplete", 1),
        ((), SCHOOL, "record incomplete", 7),
        ((*BOARD, STAFF), SCHOOL, "contradicts the law", None),
        ((*BOARD, AUTHORITY), SCHOOL, "contradicts the law", None),
        ((*BOARD, HEAD), SCHOOL, "contradicts the law", None),
        ((*BOARD, FOUNDATION), SCHOOL, "contradicts the law", None),
        ((STAFF, STAFF), SCHOOL, "contradicts the law", None),
        ((*BOARD, FOUNDATION, FOUNDATION), CONTROLLED, "fits exactly", 0),
    ],
)
def test_grades(audit, bodies, school, grade, empty):
    """A body is graded by the smallest lawful board with room for everybody."""
    rows = governors(*bodies) or governors(PARENT, urn="2")
    (body,) = (one for one in audit(rows, school) if one.urn == "100001")
    assert (body.grade, body.empty, body.recorded) == (grade, empty, len(bodies))
    assert body.evidence == "record"


def test_a_contradiction_says_what_of(audit):
    """It gives the rule, its citation and the lines, and never calls the board unlawful."""
    (body,) = audit(governors(*BOARD, STAFF))
    (one,) = (one for one in body.findings if one.grade == "contradicts the law")
    assert (one.rule, one.citation, one.lines) == ("C12-STAFF-ONE", "SI 2012/1034 reg 13(3)(c)", (3, 9))
    assert "The record or the board is wrong." in one.says
    assert not any("unlawful" in one.says for one in body.findings)


counts = st.fixed_dictionaries(
    {seat: st.integers(0, 2) for seat in ("parent", "local_authority", "staff", "head_teacher")}
    | {"co_opted": st.integers(0, 4), "foundation": st.integers(0, 4)}
)
CASES = (
    *((category, None) for category in ("community", "voluntary aided", "voluntary controlled")),
    *(("foundation", kind) for kind in ("none", "foundation", "qualifying")),
)


@settings(max_examples=25)
@given(st.sampled_from(CASES), counts)
def test_smallest_board(case, recorded):
    """The smallest board is that of an oracle which shares nothing with our rules; those whom the board chose may be partnership."""
    many = recorded["co_opted"]
    needs = frozenset(
        (frozenset({"co_opted", "partnership"} if seat == "co_opted" else {seat}), number)
        for seat, number in recorded.items()
        if number
    )
    smallest = None
    for total in range(sum(recorded.values()), 34):
        own = (recorded[seat] for seat in ("parent", "local_authority", "staff", "head_teacher"))
        parent, authority, staff, head = own
        if max(authority, staff, head) > 1:
            break
        boards = (
            (p, 1, 1, 1, c, f, total - p - 3 - c - f)
            for p, c in itertools.product(range(parent, total), range(total))
            for f in range(recorded["foundation"], total - p - 3 - c + 1)
            if c + (total - p - 3 - c - f) >= many
        )
        if any(brute_force.lawful(case, *board, 0, resigned=False) for board in boards):
            smallest = total
            break
    assert fit((Kind(*case),), needs, ON).total == smallest


@given(st.lists(st.sampled_from([*BOARD, FOUNDATION, CO_OPTED]), max_size=14))
def test_one_more_co_opted_governor(bodies):
    """One more co-opted governor neither makes nor cures a contradiction of a community school."""

    def contradicts(those):
        seats = {PARENT: "parent", STAFF: "staff", AUTHORITY: "local_authority", HEAD: "head_teacher", CO_OPTED: "co_opted", FOUNDATION: "foundation"}  # fmt: skip
        needs = frozenset((frozenset({seats[one]}), those.count(one)) for one in set(those))
        return fit((Kind("community"),), needs, ON).total is None

    assert contradicts(bodies) is contradicts([*bodies, CO_OPTED])


def test_one_person_counts_once(audit):
    """A chair with two rows, a renewal that overlaps and a person in two categories are one person each."""
    rows = governors(*BOARD)
    chair = rows[2] | {"GID": "20", "Role": "Chair of Governors", "Appointing body": CO_OPTED}
    renewal = rows[3] | {"GID": "21", "Date of appointment": "01/09/2026"}
    other = rows[5] | {"GID": "22", "Appointing body": STAFF}
    (body,) = audit([*rows, chair, renewal, other])
    assert (body.recorded, body.grade) == (7, "fits exactly")
    assert "record: chair" in found(body, "note")
    assert {"record: repeated", "record: two categories"} <= set(found(body, "data quality"))


def test_the_row_of_a_chair_alone(audit):
    """Where the chair has no other row it is that of the governorship."""
    rows = governors(*BOARD)
    rows[-1]["Role"] = "Chair of Governors"
    (body,) = audit(rows)
    assert (body.recorded, body.findings) == (7, ())


@pytest.mark.parametrize(
    ("change", "recorded"),
    [
        ({"Date term of office ends/ended": "31/10/2026"}, 6),
        ({"Date term of office ends/ended": "01/11/2026"}, 7),
        ({"Date of appointment": "02/11/2026"}, 6),
        ({"Date of appointment": "01/11/2026"}, 7),
        ({"Date term of office ends/ended": "31/08/2020"}, 7),
        ({"Date term of office ends/ended": "31/12/9999"}, 7),
        ({"Role": "Governance Professional - Local Authority Maintained School"}, 6),
        ({"Role": "Associate Member"}, 6),
    ],
)
def test_in_post(audit, change, recorded):
    """In post are those whose office has begun and has not ended; a clerk holds none, and an end before the beginning is none."""
    rows = governors(*BOARD)
    rows[-1] |= change
    assert audit(rows)[0].recorded == recorded


@pytest.mark.parametrize(
    ("start", "end", "long"),
    [
        ("01/09/2023", "31/08/2027", False),
        ("01/09/2023", "01/09/2027", False),
        ("01/09/2023", "02/09/2027", True),
        ("29/02/2024", "28/02/2028", False),
        ("29/02/2024", "29/02/2028", False),
        ("29/02/2024", "01/03/2028", True),
        ("01/09/2022", "31/08/2030", True),
    ],
)
def test_terms(audit, start, end, long):
    """A term is too long where it is so on both readings of the last day; what goes with an office has none."""
    days = {"Date of appointment": start, "Date term of office ends/ended": end}
    (body,) = audit(governors(PARENT, **days) + governors(HEAD, first=2, **days))
    terms = [one.lines for one in body.findings if one.rule == "C12-TERM-DEF"]
    assert terms == ([(2,)] if long else [])
    assert "C12-TERM-DEF" not in found(body, "contradicts the law")


def test_a_term_that_began_under_older_law(audit):
    """Where the law of the day of appointment is not encoded, it is not said that the term is too long."""
    (body,) = audit(
        governors(PARENT, **{"Date of appointment": "01/09/1999", "Date term of office ends/ended": ""})
    )
    assert "record: term" in found(body, "cannot tell")


@pytest.mark.parametrize("many", [1, 3])
def test_the_authority_appointed(audit, many):
    """Several whom the authority appointed may be of earlier law, and contradict nothing."""
    (body,) = audit(governors(*BOARD, *["Appointed by LA"] * many))
    assert body.grade == "fits exactly"
    assert "record: appointing body" in found(body, "cannot tell")


@pytest.mark.parametrize(
    "bodies", [(*[INTERIM] * 4, STAFF, STAFF), ("Appointed by LA",) * 4, (HEAD, "Appointed by LA")]
)
def test_an_interim_board(audit, bodies):
    """Of an interim executive board nothing is told by the law on constitution; nor where all may be one."""
    (body,) = audit(governors(*bodies))
    assert (body.grade, body.empty) == ("cannot tell", None)
    assert not any(one.citation for one in body.findings)


@pytest.mark.parametrize("appointing", ["Appointed by academy members", "N/A", "", "Something new"])
def test_appointing_bodies(audit, appointing):
    """What no maintained school has, or what is not known, is named, and the person may hold any seat."""
    (body,) = audit(governors(*BOARD[1:], appointing))
    assert (body.grade, body.empty) == ("fits exactly", 0)
    assert "record: appointing body" in found(body, "data quality") + found(body, "cannot tell")
    assert body.recorded == 7


def test_kinds(audit):
    """A foundation school without a trust may have another foundation, and no nursery has one."""
    foundation = SCHOOL | {
        "TypeOfEstablishment (name)": "Foundation school",
        "TrustSchoolFlag (name)": "Not supported by a trust",
    }
    nursery = SCHOOL | {"TypeOfEstablishment (name)": "LA Nursery School"}
    rows = governors(*BOARD, FOUNDATION, FOUNDATION)
    assert audit(rows, foundation)[0].grade == "fits exactly"
    assert audit(rows, nursery)[0].grade == "contradicts the law"


def test_a_school_of_no_known_kind(tmp_path):
    """Without the establishment file nothing of the board is told, and the rows are looked at all the same."""
    rows = governors(*BOARD, STAFF, **{"Date term of office ends/ended": "31/08/2031"})
    (body,) = audit_all(load(write(tmp_path, governors=rows)), ON)
    assert (body.grade, body.recorded) == ("cannot tell", 8)
    assert "C12-TERM-DEF" in found(body, "data quality")


def test_law_that_is_not_encoded(audit):
    """On a day before the law that is encoded nothing of the board is told."""
    rows = governors(*BOARD, **{"Date of appointment": "01/09/2003"})
    assert audit(rows, on=datetime.date(2004, 1, 1))[0].grade == "cannot tell"


FEDERATED = SCHOOL | {"FederationFlag (name)": "Supported by a federation"}
SECOND = FEDERATED | {
    "URN": "100002",
    "EstablishmentName": "Rift Junior School",
    "EstablishmentNumber": "2005",
}
LINKS = [LINK, LINK | {"URN": "100002"}]


def test_a_federation_without_links(audit):
    """The flag alone leaves open with whom."""
    bodies = audit(governors(*BOARD, STAFF), FEDERATED, schools=[SECOND])
    assert [one.grade for one in bodies] == ["cannot tell", "cannot tell"]


def test_a_federation(audit):
    """With the links it is one body, whose governors stand under each school and count once."""
    rows = governors(*BOARD) + [one | {"URN": "100002", "GID": f"9{one['GID']}"} for one in governors(*BOARD)]
    (body,) = audit(rows, FEDERATED, schools=[SECOND], links=LINKS)
    assert (body.kind, body.uid, body.schools) == ("federation", "9", ("100001", "100002"))
    assert (body.recorded, body.grade) == (7, "fits exactly")


@pytest.mark.parametrize(("heads", "empty"), [(1, 0), (2, 1), (3, None)])
def test_the_heads_of_a_federation(audit, heads, empty):
    """Two schools have one head teacher or two; with two and a staff governor a third of the board is nine seats."""
    (body,) = audit(governors(*BOARD[1:], *[HEAD] * heads), FEDERATED, schools=[SECOND], links=LINKS)
    assert body.empty == empty


@pytest.mark.parametrize(
    ("parents", "extra", "grade"),
    [(2, (), "fits exactly"), (3, (), "cannot tell"), (3, (STAFF,), "contradicts the law")],
)
def test_doubtful_law(audit, parents, extra, grade):
    """Two parents, or at least two? Where another reading of the law leaves room, the record is not said to contradict it."""
    rows = governors(HEAD, STAFF, AUTHORITY, CO_OPTED, CO_OPTED, *[PARENT] * parents, *extra)
    (body,) = audit(rows, FEDERATED, schools=[SECOND], links=LINKS)
    assert (body.grade, body.empty is None) == (grade, grade != "fits exactly")
    doubts = [one.says for one in body.findings if one.rule == "FED-PAR-2"]
    assert all("On another reading of the law there is room" in says for says in doubts)
    assert len(doubts) == (parents > 2)


@pytest.mark.parametrize(("governed", "grade"), [((FOUNDATION,) * 2, "fits exactly"), ((), "fits exactly")])
def test_a_large_federation(audit, governed, grade):
    """What the schools of a federation may be is not gone through school by school."""
    urns = [str(number) for number in range(100_002, 100_060)]
    schools = [FEDERATED | {"URN": urn, "TypeOfEstablishment (name)": "Foundation school"} for urn in urns]
    links = [LINK | {"URN": urn} for urn in ("100001", *urns)]
    (body,) = audit(governors(*BOARD, *governed), FEDERATED, schools=schools, links=links)
    assert body.kind == "federation"
    assert body.grade == grade


def test_a_federation_of_which_a_school_is_missing(audit):
    """Which law applies to a federation depends on all of its schools."""
    (body,) = audit(governors(*BOARD), FEDERATED, links=LINKS)
    assert body.grade == "cannot tell"


def test_a_federation_without_persons(audit):
    """Without names it cannot be told who stands under each school."""
    rows = governors(*BOARD, Surname="")
    (body,) = audit(rows, FEDERATED, schools=[SECOND], links=LINKS)
    assert body.grade == "cannot tell"


INSTRUMENT = """
[school]
category = "community"
name = "Rift House Primary School"
[instrument]
effective_on = {since}
[seats]
parent = 2
local_authority = 1
staff = 1
head_teacher = 1
co_opted = {co_opted}
"""


@pytest.mark.parametrize(
    ("co_opted", "since", "grade", "evidence"),
    [
        (2, "2015-09-01", "fits exactly", "record and instrument"),
        (3, "2015-09-01", "fits with empty seats", "record and instrument"),
        (2, "2026-11-02", "contradicts the law", "record"),
        (1, "2015-09-01", "contradicts the law", "record and instrument"),
    ],
)
def test_with_the_instrument(tmp_path, co_opted, since, grade, evidence):
    """With the instrument the answer has an end on both sides: more than its seats contradict it, fewer leave some empty."""
    folder = tmp_path / "instruments"
    folder.mkdir()
    (folder / "x.toml").write_text(INSTRUMENT.format(since=since, co_opted=co_opted), encoding="utf-8")
    rows = governors(*BOARD, *([STAFF] if since == "2026-11-02" else []))
    record = load(write(tmp_path, schools=[SCHOOL], governors=rows))
    (body,) = audit_all(record, ON, on_file([folder], record, ON))
    assert (body.grade, body.evidence) == (grade, evidence)


def test_with_the_register(tmp_path):
    """The register stands beside both, and each category in which it differs is named."""
    folder = tmp_path / "instruments"
    folder.mkdir()
    (folder / "805-2004.toml").write_text(INSTRUMENT.format(since="2015-09-01", co_opted=2), encoding="utf-8")
    (folder / "register.csv").write_text(
        "URN,Type of governor,Date of appointment\n100001,Parent,01/09/2025\n100001,Staff,01/09/2025\n",
        encoding="utf-8",
    )
    (folder / "other.toml").write_text(
        INSTRUMENT.replace("Rift House", "Elm").format(since="2015-09-01", co_opted=2)
    )
    record = load(write(tmp_path, schools=[SCHOOL], governors=governors(*BOARD)))
    files = on_file([folder], record, ON)
    (body,) = audit_all(record, ON, files)
    assert body.evidence == "record, instrument and register"
    says = [one.says for one in body.findings if one.rule == "record: register"]
    assert not any(str(tmp_path) in one.citation for one in body.findings)
    assert says[0] == "The register has 1 parent governor in post, and the record 2."
    assert summary((body,)).all.long_terms == 0
    assert len(says) == 4
    (problem,) = files.problems
    assert "other.toml: It is not told of which body it is" in problem


def test_a_shorter_term_of_the_instrument(tmp_path):
    """A term is held against that which the instrument sets."""
    folder = tmp_path / "instruments"
    folder.mkdir()
    text = INSTRUMENT.format(since="2015-09-01", co_opted=2) + '[terms]\nparent = "2 years"\n'
    (folder / "x.toml").write_text(text, encoding="utf-8")
    record = load(write(tmp_path, schools=[SCHOOL], governors=governors(*BOARD)))
    (body,) = audit_all(record, ON, on_file([folder], record, ON))
    (one,) = (one for one in body.findings if one.grade == "data quality")
    assert one.lines == (4, 5)


def test_several_processes(tmp_path):
    """An audit that is shared gives the same."""
    urns = [str(100_001 + n) for n in range(9)]
    schools = [FEDERATED | {"URN": urn} for urn in urns]
    rows = [
        one
        for n, urn in enumerate(urns)
        for one in governors(*BOARD, *[STAFF] * (n % 3), urn=urn, first=50 * n)
    ]
    links = [LINK | {"URN": urn, "Group UID": str(n // 2)} for n, urn in enumerate(urns)]
    record = load(write(tmp_path, schools=schools, governors=rows, links=links))
    assert audit_all(record, ON, processes=2) == audit_all(record, ON)
