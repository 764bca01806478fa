"""One document for each single thing that a document may do its own way, so that a failure names its cause."""

import datetime
from collections.abc import Iterator, Mapping

import attrs

from corpus.compose import compose
from corpus.extras import DIRT, EXTRAS
from corpus.phrases import (
    AUTHORITIES,
    BEFORE_AND_AFTER,
    BODIES,
    CATEGORIES,
    DATES,
    EFFECTS,
    HEAD_INSIDE,
    LABELS,
    LEAD_TOTALS,
    LEADS,
    LIST_TOTALS,
    MAKINGS,
    NAMES,
    NO_DATES,
    NUMBERS,
    PARENT_TERMS,
    QUOTES,
    TERMS,
    TOTALS,
)
from corpus.schools import SCHOOLS
from corpus.truth import Sample, Truth
from corpus.wording import CLAUSE_MARKS, FORMS, ORDERS, SEAT_MARKS, Wording

PLAIN = Wording()
COMMUNITY = Truth(
    name="Otterbrook Primary School",
    category="community",
    seats={"parent": 3, "local_authority": 1, "staff": 1, "head_teacher": 1, "co_opted": 5},
    total=11,
    made_on=datetime.date(2015, 6, 16),
    effective_on=datetime.date(2015, 9, 1),
    governing_body="The Governing Body of Otterbrook Primary School",
    local_authority="Fenshire",
)
CONTROLLED = attrs.evolve(
    COMMUNITY,
    name="St Guthlac's C of E Primary School",
    category="voluntary controlled",
    governing_body="The Governing Body of St Guthlac's C of E Primary School",
    seats=COMMUNITY.seats | {"foundation": 2},
    total=13,
    appointers=(("the Wolderness Diocesan Board of Education", 1),),
    ex_officio=("The Vicar of St Guthlac",),
    silent=frozenset({"school.religious_character"}),
)
_EXTRA_SEATS = {
    "foundation": ("foundation", {"foundation": 2}),
    "partnership": ("foundation", {"partnership": 2}),
    "community": ("community", {"community": 4}),
    "sponsor": ("community", {"sponsor": 1}),
}


def one_factor() -> tuple[Sample, ...]:
    """Give every one-factor document, each named for what is done its own way in it."""
    made = (compose(name, truth, wording) for name, truth, wording in _all())
    return tuple(made)


def _all() -> Iterator[tuple[str, Truth, Wording]]:
    yield "plain", COMMUNITY, PLAIN
    yield "plain controlled", CONTROLLED, PLAIN
    yield from _labels()
    yield from _numbers()
    yield from _sentences()
    yield from _settings()
    yield from _terms()
    yield from _kinds()
    for name in EXTRAS:
        truth = attrs.evolve(COMMUNITY, silent=frozenset({"school.religious_character"}))
        yield f"extra: {name}", truth, attrs.evolve(PLAIN, extras=(name,))
    for name in DIRT:
        yield f"dirt: {name}", COMMUNITY, attrs.evolve(PLAIN, dirt=(name,))


def _labels() -> Iterator[tuple[str, Truth, Wording]]:
    for seat, labels in LABELS.items():
        category, more = _EXTRA_SEATS.get(seat, ("community", {}))
        for place, label in enumerate(labels):
            seats = COMMUNITY.seats | more
            wording = attrs.evolve(PLAIN, labels={seat: place})
            yield f"label: {label[0]} / {label[1]}", _with_seats(seats, category), wording
            two = seats | {seat: 1 if seat == "head_teacher" else 2}
            counted = attrs.evolve(wording, head="", number="capital words")
            yield f"label, in words: {label[0]} / {label[1]}", _with_seats(two, category), counted


def _with_seats(seats: Mapping[str, int], category: str) -> Truth:
    return attrs.evolve(COMMUNITY, seats=seats, total=sum(seats.values()), category=category)


def _numbers() -> Iterator[tuple[str, Truth, Wording]]:
    for number in NUMBERS:
        yield f"number: {number}", COMMUNITY, attrs.evolve(PLAIN, number=number)
        yield f"number, head too: {number}", COMMUNITY, attrs.evolve(PLAIN, number=number, head="", end="")
    for ones in ("article", "none", "the", "words"):
        yield f"one: {ones}", COMMUNITY, attrs.evolve(PLAIN, ones=ones)
    for head in ("none", "the", "The", "digits", "article"):
        yield f"head: {head}", COMMUNITY, attrs.evolve(PLAIN, head=head)
    yield "number: digits and words", COMMUNITY, attrs.evolve(PLAIN, mixed="words")
    for place, words in enumerate(HEAD_INSIDE):
        yield f"head inside: {words}", COMMUNITY, attrs.evolve(PLAIN, head_inside=place)
    for place in range(len(ORDERS)):
        yield f"order of seats: {place}", CONTROLLED, attrs.evolve(PLAIN, order=place)


def _sentences() -> Iterator[tuple[str, Truth, Wording]]:
    for field, choices in (
        ("total", TOTALS),
        ("lead", LEADS),
        ("name", NAMES),
        ("category", CATEGORIES),
        ("bodies", BODIES),
        ("quote", QUOTES),
        ("effect", EFFECTS),
        ("making", MAKINGS),
        ("authority", AUTHORITIES),
    ):
        for place, words in enumerate(choices):
            yield f"{field}: {words}", COMMUNITY, attrs.evolve(PLAIN, **{field: place})
        if field not in ("lead", "quote", "authority"):
            yield f"{field}: left out", COMMUNITY, attrs.evolve(PLAIN, **{field: None})
    for where, choices in (("list", LIST_TOTALS), ("lead", LEAD_TOTALS)):
        for place, words in enumerate(choices):
            yield f"total in {where}: {words}", COMMUNITY, attrs.evolve(PLAIN, total=place, total_in=where)
    for form in DATES:
        yield f"date: {form}", COMMUNITY, attrs.evolve(PLAIN, date=form)
    for form in NO_DATES:
        yield f"no date: {form}", COMMUNITY, attrs.evolve(PLAIN, other_date=form or " ")


def _settings() -> Iterator[tuple[str, Truth, Wording]]:
    for form in FORMS:
        total_in = "table" if form.startswith("table") and form != "table row each" else "clause"
        yield f"form: {form}", CONTROLLED, attrs.evolve(PLAIN, form=form, total_in=total_in)
        if form.startswith("table"):
            yield f"form, no total: {form}", CONTROLLED, attrs.evolve(PLAIN, form=form, total=None)
    headed = attrs.evolve(
        PLAIN, form="headings", name=1, category=3, bodies=1, lead=4, total=2, effect=6, making=4
    )
    yield "form: headings throughout", COMMUNITY, headed
    yield (
        "form: headings, bullets, total in words",
        COMMUNITY,
        attrs.evolve(headed, total=7, clause_mark="", seat_mark="•", number="capital words"),
    )
    for place in range(len(BEFORE_AND_AFTER)):
        yield (
            f"before and after: {BEFORE_AND_AFTER[place]}",
            COMMUNITY,
            attrs.evolve(PLAIN, form="table before and after", before_and_after=place),
        )
    for mark in SEAT_MARKS:
        yield f"seat mark: {mark}", CONTROLLED, attrs.evolve(PLAIN, seat_mark=mark)
    for mark in CLAUSE_MARKS:
        yield f"clause mark: {mark}", CONTROLLED, attrs.evolve(PLAIN, clause_mark=mark)
        same = mark if mark in SEAT_MARKS else "a)"
        yield f"every mark: {mark}", COMMUNITY, attrs.evolve(PLAIN, clause_mark=mark, seat_mark=same)
    for end in ("", ".", ",", ";"):
        yield f"end: {end!r}", COMMUNITY, attrs.evolve(PLAIN, end=end)
    for clauses in ("usual", "dates first", "term before", "total first"):
        truth = attrs.evolve(CONTROLLED, terms={"all": "4 years"})
        yield f"clauses: {clauses}", truth, attrs.evolve(PLAIN, clauses=clauses)
    for title in (
        "Instrument of Governance",
        "INSTRUMENT OF GOVERNORS",
        "Instrument of Government: Community School",
        "",
    ):
        yield f"title: {title}", COMMUNITY, attrs.evolve(PLAIN, title=title)
    for body in ("governing board", "board of governors", "governor body"):
        yield f"body: {body}", COMMUNITY, attrs.evolve(PLAIN, body=body)


def _terms() -> Iterator[tuple[str, Truth, Wording]]:
    for words in ("digits", "words"):
        for place, sentence in enumerate(TERMS):
            truth = attrs.evolve(COMMUNITY, terms={"all": "3 years"})
            yield f"term, {words}: {sentence}", truth, attrs.evolve(PLAIN, term=place, term_words=words)
        for place, sentence in enumerate(PARENT_TERMS):
            truth = attrs.evolve(COMMUNITY, terms={"parent": "2 years"})
            yield (
                f"term, {words}: {sentence}",
                truth,
                attrs.evolve(PLAIN, parent_term=place, term_words=words),
            )
    yield "two terms", attrs.evolve(COMMUNITY, terms={"all": "4 years", "parent": "2 years"}), PLAIN


def _kinds() -> Iterator[tuple[str, Truth, Wording]]:
    """Every name of `SCHOOLS`, which may say one thing while the school is another."""
    for category, names in SCHOOLS.items():
        for name in names:
            seats = dict(COMMUNITY.seats)
            body = "governing body"
            if category == "pupil referral unit":
                seats["community"], body = seats.pop("co_opted") + 3, "management committee"
            truth = attrs.evolve(
                COMMUNITY,
                name=name,
                category=category,
                seats=seats,
                total=sum(seats.values()),
                governing_body=f"The {body} of {name}",
                silent=frozenset({"school.religious_character"}),
            )
            yield f"name: {name}", truth, attrs.evolve(PLAIN, body=body)
