"""What is to be minded about the people of a body on a day: each thing with its rule, its lines and how sure it is."""

import datetime
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

import attrs

from governance.answers.outcomes import no_such_category
from governance.answers.procedures.source import PROCEDURES_2013, source
from governance.english import day_words
from governance.errors import CannotTellError
from governance.law import Rule, RuleBook
from governance.law.book import whole_book
from governance.law.checks.terms import InTerm, TermRunsOn
from governance.model.names import ADDITIONAL, CO_OPTED_STAFF, IN_POST, SEATS, UNKNOWN, seat_words
from governance.people.case import CANNOT_TELL, INFERRED, RECORDED, STATED, WORKS_THERE, Case, Holidays
from governance.people.eligibility import put
from governance.people.in_post import Body, Line, Note, has_term
from governance.people.offices import offices
from governance.people.surplus import surplus

_ELIGIBILITY: Final = "eligibility"
_TERMS: Final = (InTerm, TermRunsOn)
"""What is said of terms from the register itself."""


def findings(
    body: Body, *, on: datetime.date, within: int, holidays: Holidays, called: str = ""
) -> tuple[Note, ...]:
    """Give everything to mind; `called` is the name that the instrument has for the body, where it is another."""
    case = Case(body, on, _book(body, on), within, holidays)
    parts = {
        "record": _record(case, called),
        "terms": _terms(case),
        "seats": _seats(case),
        "offices": offices(case),
        "staff": _staff_third(case),
        "quorum": _quorum(case),
        _ELIGIBILITY: _eligibility(case),
    }
    return tuple(
        note if note.part else attrs.evolve(note, part=part)
        for part, notes in parts.items()
        for note in notes
    )


def _book(body: Body, on: datetime.date) -> RuleBook | None:
    try:
        return whole_book(body.proposal, on) if body.proposal else None
    except CannotTellError:
        return None


def _record(case: Case, called: str) -> Iterator[Note]:
    """What is to be known of the record itself."""
    body, proposal = case.body, case.body.proposal
    if proposal is None:
        says = "No instrument of this body is given, so its seats, vacancies and surplus are not known, and terms are reckoned by the longest that the law allows."
        yield case.note(None, [], says, CANNOT_TELL)
    elif case.book is None:
        says = f"The law that governed this body on {day_words(case.on)} is not encoded, so that little can be said."
        yield case.note(None, [], says, CANNOT_TELL)
    if called:
        says = f'The register calls the body "{body.name}" and the instrument "{called}". They are taken to be the same: check that they are.'
        yield case.note(None, [], says, CANNOT_TELL)
    since = proposal.instrument.effective_on if proposal else None
    if since and since > case.on:
        says = f"The instrument takes effect on {day_words(since)}. On {day_words(case.on)} the one before it is in force, whose seats may be others."
        yield case.note(None, [], says, CANNOT_TELL)
    told: dict[str, tuple[list[Line], str]] = {
        "The category follows from who appointed the governor alone, and nothing states it.": (
            [line for line in body.lines if line.person.inferred and line.in_post],
            INFERRED,
        ),
        "What this person is cannot be told from the register: the counts may be one more.": (
            [line for line in body.lines if line.standing == "cannot tell"],
            CANNOT_TELL,
        ),
        "The day of appointment is not known, so the end of the term cannot be told. The row has no recorded end, and is counted as in post.": (
            [line for line in body.lines if line.in_post and line.person.appointed_on is None and has_term(line.person)],
            CANNOT_TELL,
        ),
        "The row repeats another of the same person, and is counted once.": (
            [line for line in body.lines if line.standing == "duplicate"],
            RECORDED,
        ),
        "The appointment is later than the day asked about, so the person is not yet in post.": (
            [line for line in body.lines if line.standing == "note" and line.person.appointed_on],
            RECORDED,
        ),
        "An additional governor stands outside the seats of the instrument, and is not counted among them.": (
            [line for line in body.lines if line.in_post and line.person.category == ADDITIONAL],
            RECORDED,
        ),
    }  # fmt: skip
    for says, (lines, grade) in told.items():
        if lines:
            yield case.note(None, lines, says, grade)


def _terms(case: Case) -> Iterator[Note]:
    doubts: dict[str, list[Line]] = defaultdict(list)
    for line in case.body.lines:
        one, days = line.person, line.end.days
        if one.standing not in (IN_POST, "associate"):
            continue
        if not has_term(one):
            if one.stated_end:
                says = f"{one.key}: the register states {day_words(one.stated_end)} as an end, but the office goes with the post and has no term."
                yield case.note(case.with_post(), [line], says, RECORDED)
            continue
        rule = case.term_rule(line)
        yield from _differs(case, line)
        if days and one.appointed_on and days[0] != days[1] and _leaps(one.appointed_on, days[1]):
            says = (
                f"{one.key}: the term began on 29 February, and the year in which it ends has no such day. It is counted to "
                f"{_either(days)}; whether the last day is a day later is open."
            )
            yield case.note(rule, [line], says, CANNOT_TELL)
        if line.end.says and not (days and one.stated_end and one.stated_end not in days):
            doubts[line.end.says].append(line)
        if line.standing == "ended":
            if one.ended_on is None and days and days[0] < case.on:
                says = f"{one.key}: the term ended on {_either(days)}. No later election or appointment is recorded in this row."
                yield case.note(rule, [line], says, RECORDED)
            continue
        last = min((day for day in (days[0] if days else None, one.stated_end) if day), default=None)
        if last is None:
            continue
        if case.on <= last and (last - case.on).days <= case.within:
            says = f"{one.key}: the term ends on {_either(days) if days and last == days[0] else day_words(last)}, within {case.within} days."
            yield case.note(rule, [line], says, RECORDED)
        if any(first <= day <= end for first, end in case.holidays for day in (*(days or ()), last)):
            says = f"{one.key}: the term ends on {_either(days) if days else day_words(last)}, in a holiday: choose the successor before it begins."
            yield case.note(rule, [line], says, RECORDED)
    for says, lines in doubts.items():
        yield case.note(case.term_rule(lines[0]), lines, says, CANNOT_TELL)


def _leaps(began: datetime.date, anniversary: datetime.date) -> bool:
    """Tell whether a term began on 29 February, and the year of its end has no such day."""
    return began.day != anniversary.day and began.month == anniversary.month


def _differs(case: Case, line: Line) -> Iterator[Note]:
    """Compare the end that the register states with the one that follows from the appointment."""
    one, days = line.person, line.end.days
    if days is None or one.stated_end is None or one.stated_end in days or one.appointed_on is None:
        return
    known = case.body.proposal is not None and case.body.proposal.terms_on(one.appointed_on) is not None
    grade = STATED if known else CANNOT_TELL
    if one.stated_end < one.appointed_on:
        return  # it stands under problems
    stated = f"{one.key}: the register states {day_words(one.stated_end)} as the end of the term that began on {day_words(one.appointed_on)}."
    rule = case.longest_rule() if one.category in SEATS else case.term_rule(line)
    if one.stated_end > days[1]:
        by, other = ((one.stated_end - day).days for day in days)
        says = (
            f"{stated} It is longer than allowed by {by} {'day' if by == 1 else 'days'} ({other} on the other reading): the term "
            f"ends on {_either(days)}."
        )
        yield case.note(rule, [line], says, STATED if known else RECORDED)
    elif one.category in SEATS:  # the term of another is the one that was set at the appointment
        by = (days[0] - one.stated_end).days
        says = (
            f"{stated} That is {by} {'day' if by == 1 else 'days'} short: the term ends on {_either(days)}, unless a shorter one "
            "was set as the instrument then allowed."
        )
        yield case.note(rule, [line], says, grade)


def _either(days: tuple[datetime.date, datetime.date]) -> str:
    if days[0] == days[1]:
        return day_words(days[0])
    return f"{day_words(days[0])} (on the other reading {day_words(days[1])})"


def _seats(case: Case) -> Iterator[Note]:
    """Seats that have nobody or too many, categories that the law does not know, and what the register says is vacant."""
    proposal, book = case.body.proposal, case.book
    recorded = Counter(line.person.category for line in case.body.lines if line.standing == "vacancy")
    for count in case.body.counts:
        mine = [line for line in case.body.lines if line.in_post and line.person.category == count.category]
        if book and not book.has_seat(count.category):
            yield case.note(None, mine, no_such_category(count.category, book, case.on), RECORDED)
        if (
            count.seats is not None
            and recorded[count.category]
            and recorded[count.category] != count.vacancies
        ):
            says = (
                f"The register lists {recorded[count.category]} vacant {seat_words(count.category, 1)} "
                f"{'seat' if recorded[count.category] == 1 else 'seats'}; by the instrument and those in post {count.vacancies} "
                f"{'is' if count.vacancies == 1 else 'are'} vacant."
            )
            vacant = [
                line
                for line in case.body.lines
                if line.standing == "vacancy" and line.person.category == count.category
            ]
            yield case.note(None, vacant, says, STATED)
    if proposal is None or book is None or not any(count.surplus for count in case.body.counts):
        return
    held = tuple(line.person for line in case.body.lines if line.in_post and line.person.category in SEATS)
    told = surplus(attrs.evolve(proposal, people=held), on=case.on).excess
    for excess in told:
        mine = [line for line in case.body.lines if line.in_post and line.person.category == excess.category]
        note = case.note(None, mine, excess.says, STATED)
        yield attrs.evolve(note, rule=_footing(book, excess.url), citation=excess.citation, url=excess.url)
    for count in case.body.counts:
        if count.surplus and not any(excess.category == count.category for excess in told):
            mine = [
                line for line in case.body.lines if line.in_post and line.person.category == count.category
            ]
            says = (
                f"{count.in_post} {seat_words(count.category, count.in_post)} {'is' if count.in_post == 1 else 'are'} recorded in post, and the instrument has "
                f"{count.seats or 'no'} {'seat' if count.seats == 1 else 'seats'} for them: a row may be stale, or the category wrong."
            )
            yield case.note(None, mine, says, STATED)


def _footing(book: RuleBook, url: str) -> str:
    """Name what a provision rests on, on the day of the book."""
    found = (one for one in book.law.provisions if one.url == url)
    return next((footing.id for one in found for footing in one.footings if book.day in footing.span), "")


def _staff_third(case: Case) -> Iterator[Note]:
    """Put the share of those employed at the school to the people, not to the instrument, which does not know it."""
    if case.body.proposal is None or case.book is None:
        return
    counts = case.body.proposal.seats.counts()
    if UNKNOWN in counts.values():
        return
    seats = {seat: int(number) for seat, number in counts.items()}
    co_opted = [line for line in case.body.lines if line.in_post and line.person.category == "co_opted"]
    works = [line for line in co_opted if line.person.employed_at_school]
    unknown = [line for line in co_opted if line.person.employed_at_school is None]
    for rule in case.book.rules:
        if rule.require is None or not {CO_OPTED_STAFF, "staff", "parent"} <= rule.require.weights.keys():
            continue
        staff = [line for line in case.body.lines if line.in_post and line.person.category in WORKS_THERE]
        if not rule.require.holds({**seats, CO_OPTED_STAFF: len(works)}):
            says = f"{len(works)} co-opted {'governor is' if len(works) == 1 else 'governors are'} recorded as employed at the school. {rule.says}"
            yield attrs.evolve(case.note(rule, [*works, *staff], says, RECORDED), broken=True)
        elif not rule.require.holds({**seats, CO_OPTED_STAFF: len(works) + len(unknown)}):
            says = f"Which of these co-opted governors are employed at the school? {rule.says}"
            yield case.note(rule, unknown, says, CANNOT_TELL)


def _quorum(case: Case) -> Iterator[Note]:
    members = [line for line in case.body.lines if line.in_post]
    try:
        law = source(PROCEDURES_2013, case.on)
        quorum = law.footing("PROC-QUORUM")
    except CannotTellError:
        return
    if not members or quorum.value is None:
        return
    citation, url = law.cite(quorum.para)
    least = math.ceil(len(members) * quorum.value)
    says = f"The quorum is {least}: {quorum}, rounded up, of {len(members)} in post. It is known from a secondary source."
    yield Note(quorum.id, (), says, citation, INFERRED, url)


def _eligibility(case: Case) -> Iterator[Note]:
    """Put the rules on people to those in post: what is broken by the line, and what is not known once for all."""
    proposal = case.body.proposal
    held = [
        line
        for line in case.body.lines
        if (line.in_post or line.standing == "associate")
        and (line.person.category or line.standing == "associate")
    ]
    if proposal is None or case.book is None or not held:
        return
    many = Counter(line.person.who for line in held if line.in_post)
    people = tuple(
        attrs.evolve(
            line.person, facts={"governorships_at_school": many[line.person.who], **line.person.facts}
        )
        if line.person.who and line.in_post
        else line.person
        for line in held
    )
    asked = attrs.evolve(proposal, people=people)
    try:
        results = [put(one, asked, case.on)[1] for one in people]
    except CannotTellError as error:
        yield case.note(None, held, str(error), CANNOT_TELL)
        return
    terms = {rule.id for rule in case.book.person_rules if isinstance(rule.check, _TERMS)}
    told: dict[tuple[str, str, str], list[Line]] = defaultdict(list)
    rules: dict[str, Rule] = {}
    for line, answers in zip(held, results, strict=True):
        asks = []
        for rule, outcome, *_ in answers:
            if outcome.verdict == "met" or rule.severity != "unlawful" or rule.id in terms:
                continue
            rules[rule.id] = rule
            if outcome.verdict == "breached":
                says = f"{outcome.because[:1].upper()}{outcome.because[1:]}. {rule.says}"
                told[rule.id, says, RECORDED].append(line)
            elif outcome.verdict == "unknown":
                asks.append((rule.id, outcome.question, CANNOT_TELL))
        for key in asks:
            told[key].append(line)
    for (name, says, grade), lines in told.items():
        broken = grade == RECORDED
        yield case.note(rules[name], lines, says, grade, broken=broken, asks=not broken, part=_ELIGIBILITY)
