"""Which row of the record is of which governor: each of both sides stands once, whatever they hold."""

import datetime
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from governance.gias.diff import diff
from governance.gias.pairing import pairs
from governance.gias.record import Entry
from governance.gias.sheet_words import BODIES
from governance.model.person import Person
from governance.people.in_post import in_post
from governance.people.register import Register

ON = datetime.date(2026, 11, 29)
DAYS = st.sampled_from([datetime.date(2025, 9, 1), datetime.date(2024, 1, 10), datetime.date(2023, 3, 1)])
WAYS = st.sampled_from(
    [(seat, way or "appointment") for seat, way in BODIES if seat != "head_teacher" and way != "ex officio"]
)
PEOPLE = st.lists(st.tuples(WAYS, DAYS, st.integers(0, 4)), max_size=6)
ROWS = st.lists(st.tuples(st.sampled_from(sorted(set(BODIES.values()))), DAYS, st.integers(0, 4)), max_size=6)


def body_of(people):
    """A body of a register on the day, and the marks of its people; a person of mark nought has no name."""
    made = [
        Person(f"{seat} {line}", seat, came_by=way, appointed_on=day, line=line, stated_end=_last(day))
        for line, ((seat, way), day, _) in enumerate(people, start=2)
    ]
    marks = {line: mark for line, (_, _, mark) in enumerate(people, start=2) if mark}
    bodies = in_post(Register("r", tuple(made)), (), on=ON).bodies
    return (bodies[0] if bodies else None), marks


def _last(day):
    return day.replace(year=day.year + 4) - datetime.timedelta(days=1)


def entries(rows):
    return [
        Entry(str(number), number, "Governor", words, day, _last(day), mark)
        for number, (words, day, mark) in enumerate(rows, start=2)
    ]


@given(PEOPLE.filter(bool), ROWS)
@settings(max_examples=150)
def test_each_once(people, rows):
    """Nobody is lost and nobody stands twice, on either side."""
    body, marks = body_of(people)
    there = entries(rows)
    found = pairs(body.lines, there, gids=False, marks=marks)
    assert Counter(line.person.line for line in body.lines) == Counter(
        one.line.person.line for one in found if one.line
    )
    assert Counter(one.gid for one in there) == Counter(one.entry.gid for one in found if one.entry)


@given(PEOPLE.filter(bool), st.booleans())
@settings(max_examples=150)
def test_a_record_made_from_the_register(people, named):
    """It has nothing to mend, with names and without."""
    body, marks = body_of(
        [(way, day, place + 1 if named else 0) for place, (way, day, _) in enumerate(people)]
    )
    rows = [
        (BODIES.get((line.person.category, line.person.came_by)) or BODIES[line.person.category, None], line.person.appointed_on, marks.get(line.person.line, 0))
        for line in body.lines
    ]  # fmt: skip
    found = diff(body, "100001", entries(rows), on=ON, gids=False, marks=marks)
    assert () == found.mends
