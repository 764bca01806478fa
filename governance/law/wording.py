"""What a rule of law is, in words: whom it concerns, how it is encoded, and when it is in force."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from governance.english import day_words, listed
from governance.law.checks.registry import CHECKS, Check
from governance.law.facts import DOMAIN, PERSON_FACTS, Value
from governance.law.provision import LEGISLATION, Example, Footing, Prospective, Provision, Rule, Span
from governance.model import FederatedSchool, Term
from governance.model.names import PARTS_OF, SEAT_WORDS, seat_words
from governance.model.person import FACTS, Fact, Person, Sentence

CAUTION: Final = (
    "This is not legal advice. The law is stated here in our own words, which are not the words of the statute: "
    "follow the link to the source before relying on it."
)
"""What every page and every answer about the law itself says."""

WEIGHTS: Final = {
    "unlawful": "A board or instrument that does not keep it is unlawful",
    "advice": "Advice: not keeping it is not unlawful",
    "note": "To be stated: a draft without it is incomplete",
}
"""What a severity means."""

DOUBT_WEIGHTS: Final = {
    "serious": "serious: the answer may turn on it, so take advice",
    "settled": "settled in practice: the other view can be argued, and is not what those who apply the law hold",
}
"""What the weight of a doubt means."""

STAGES: Final = {
    "entry": "At election, nomination or appointment only",
    "holding": "For as long as the office is held",
}
"""When a rule about a person bites."""

PART_WORDS: Final = {
    "co_opted_staff": "co-opted governors employed at the school",
    "foundation_parent": "foundation governors eligible for election as parent governors",
    "extra_foundation": "foundation governors added because of sponsors",
}
"""The numbers that are part of a category's seats, in words."""

_FACTS: Final[Mapping[tuple[str, Value], str]] = {
    ("foundation", "none"): "without a foundation",
    ("foundation", "foundation"): "with a foundation that does not make it a qualifying foundation school",
    ("foundation", "qualifying"): "that is a qualifying foundation school",
    ("head_resigned", False): "whose head teacher has not resigned as a governor",
    ("head_resigned", True): "whose head teacher has resigned as a governor",
    ("religious_character", False): "without a religious character",
    ("mix", "community"): "of community, community special and nursery schools only",
    ("mix", "no foundation"): "of foundation schools without a foundation only",
    ("mix", "foundation"): "of foundation schools with a foundation, none of them qualifying, only",
    ("mix", "qualifying"): "of qualifying foundation schools only",
    ("mix", "voluntary controlled"): "of voluntary controlled schools only",
    ("mix", "voluntary aided"): "of voluntary aided schools only",
    ("mix", "voluntary controlled and community"): "of voluntary controlled with community schools",
    ("mix", "mixed"): "of several categories, at least one of them foundation or voluntary aided",
    (
        "mix",
        "foundation of several kinds",
    ): "of foundation schools of which only some have a foundation or qualify",
    ("phase", "primary"): "that is a primary school",
    ("phase", "secondary"): "that is a secondary school",
    ("religious_character", True): "with a religious character",
}
_CAME_BY: Final[Mapping[Value, str]] = {
    "election": "elected",
    "appointment": "appointed",
    "nomination": "nominated",
    "ex officio": "in office by virtue of a post",
    "substitution": "acting for another",
}
_MARKS: Final = {
    "reg": "regulation",
    "regs": "regulation",
    "s": "section",
    "art": "article",
    "Sch": "schedule",
}
_NOT_SCHOOLS: Final = {"federation": "federations", "pupil referral unit": "pupil referral units"}


def sentence(text: str) -> str:
    """Begin with a capital letter, and leave the rest as it is.

    >>> sentence("from 1 September 2012")
    'From 1 September 2012'
    """
    return text[:1].upper() + text[1:]


def span_words(span: Span) -> str:
    """Say from when to when something is in force; the last day is the last on which it is.

    >>> span_words(Span(datetime.date(2012, 9, 1), datetime.date(2015, 9, 1)))
    'from 1 September 2012 to 31 August 2015'
    >>> span_words(Span(datetime.date(2007, 5, 25), start_known=False))
    'from 25 May 2007, where our record begins (the day it came into force is not recorded), with no end recorded'
    """
    since = f"from {day_words(span.since)}"
    if not span.start_known:
        since += ", where our record begins (the day it came into force is not recorded)"
    if span.until is None:
        return f"{since}, with no end recorded"
    return f"{since} to {day_words(span.until - datetime.timedelta(days=1))}"


def prospective_words(ahead: Prospective) -> str:
    """Say what law is to come, and that it is not yet in force.

    >>> prospective_words(Prospective("6A", "It ends.", datetime.date(2026, 4, 29), "the Act of 2026 s 65"))
    'Not yet in force (the Act of 2026 s 65, passed on 29 April 2026, with no day of commencement recorded): It ends.'
    """
    by = f"{amendment_words(ahead.by)}, " if ahead.by else ""
    return (
        f"Not yet in force ({by}passed on {day_words(ahead.passed)}, with no day of commencement recorded): "
        f"{ahead.says}"
    )


def amending(rule: Rule, provision: Provision) -> tuple[str | None, str | None]:
    """Name what brought a rule's entry into force and what ended it, where the file records them."""
    ended = rule.ended_by
    if rule.span.until is not None and ended is None:
        ended = next(
            (
                later.amended_by
                for later in provision.rules
                if later.amended_by and later.span.since == rule.span.until and _akin(rule, later)
            ),
            None,
        )
    return rule.amended_by, ended


def _akin(rule: Rule, later: Rule) -> bool:
    return rule.id == later.id or later.para.startswith(rule.para) or rule.para.startswith(later.para)


def amendment_words(amended_by: str) -> str:
    """Cite an amending provision as lawyers do.

    >>> amendment_words("uksi/2017/487 reg 2(2)")
    'SI 2017/487 reg 2(2)'
    >>> amendment_words("ukpga/2026/21 s 58")
    '2026 c. 21 s 58'
    """
    return re.sub(r"ukpga/(\d+)/(\d+)", r"\1 c. \2", amended_by.replace("uksi/", "SI "))


def amendment_url(amended_by: str) -> str | None:
    """Give the address of an amending provision; None where it is not on legislation.gov.uk.

    >>> amendment_url("uksi/2017/487 reg 2(2)")
    'https://www.legislation.gov.uk/uksi/2017/487/regulation/2'
    """
    match = re.fullmatch(r"((?:uksi|ukpga)/\d+/\d+)(?:\W+(\w+) (\w+).*)?", amended_by)
    if match is None:
        return None
    instrument, mark, number = match.groups()
    kind = _MARKS.get(mark or "")
    return f"{LEGISLATION}/{instrument}/{kind}/{number}" if kind else f"{LEGISLATION}/{instrument}"


def where_words(where: Mapping[str, frozenset[Value]]) -> str:
    """Say which schools and bodies a rule concerns.

    >>> where_words({"category": frozenset({"voluntary aided"}), "head_resigned": frozenset({False})})
    'voluntary aided schools whose head teacher has not resigned as a governor'
    """
    categories = where.get("category")
    bodies = category_words(categories) if categories else "every body these provisions govern"
    facts = [
        listed((fact_words(fact, value) for value in DOMAIN[fact] if value in values), last="or")
        for fact, values in where.items()
        if fact != "category" and fact not in PERSON_FACTS
    ]
    said = " ".join([bodies, *facts[:1], *(f"and {fact}" for fact in facts[1:])])
    people = people_words(where)
    return f"{people}: {said}" if people else said


def people_words(where: Mapping[str, frozenset[Value]]) -> str:
    """Say which people a rule concerns; nothing where it does not turn on a fact of a person.

    >>> people_words({"seat": frozenset({"parent"}), "came_by": frozenset({"election", "appointment"})})
    'parent governors elected or appointed'
    """
    if where.keys().isdisjoint(PERSON_FACTS):
        return ""
    seats, ways = where.get("seat"), where.get("came_by")
    named = [fact_words("seat", seat) for seat in DOMAIN["seat"] if seats and seat in seats]
    came = [fact_words("came_by", way) for way in DOMAIN["came_by"] if ways and way in ways]
    people = listed(named) or "all who hold or are to hold an office"
    return f"{people} {listed(came, last='or')}".strip()


def category_words(categories: Iterable[Value]) -> str:
    """Name categories of school and other bodies, in the order the law lists them."""
    named = [str(category) for category in DOMAIN["category"] if category in set(categories)]
    schools = [category for category in named if category not in _NOT_SCHOOLS]
    bodies = [f"{listed(schools)} schools"] if schools else []
    return listed([*bodies, *(_NOT_SCHOOLS[category] for category in named if category in _NOT_SCHOOLS)])


def fact_words(fact: str, value: Value) -> str:
    """Say a fact about a school, or one of a person, so that it can follow the word "school", or "person"."""
    if fact == "seat":
        return SEAT_WORDS[str(value)][1] if value in SEAT_WORDS else f"{value}s"
    if fact == "came_by":
        return _CAME_BY[value]
    shown = ("no", "yes")[value] if isinstance(value, bool) else str(value).replace("_", " ")
    return _FACTS.get((fact, value), f"({fact.replace('_', ' ')}: {shown})")


def encoded(rule: Rule) -> str:
    """Give the rule as the program holds it: its relation, or its check and what the check is told."""
    if rule.require is not None:
        return rule.require.text
    if rule.check is None:
        return "nothing"
    return _check_words(rule.check)


def other_view(rule: Rule) -> str | None:
    """Give the rule as it is on the other side of its reading, where the program holds that."""
    if rule.otherwise is not None:
        return rule.otherwise.text
    return _check_words(rule.other_check) if rule.other_check is not None else None


def _check_words(check: Check) -> str:
    told = ", ".join(f"{key} = {text}" for key, text in parameters(check).items())
    return f"{check_name(check)}({told})"


def footing_words(footing: Footing) -> str:
    """Say what a step rests on, with its number."""
    return f"{footing.says} [{footing}]" if str(footing) else footing.says


def check_name(check: Check) -> str:
    """Give the name that a check has in `rules/`."""
    return next((name for name, kind in CHECKS.items() if isinstance(check, kind)), type(check).__name__)


def parameters(check: Check) -> dict[str, str]:
    """Give what a check is told, but for what it is to ask."""
    given: Any = check
    told: dict[str, Any] = attrs.asdict(given, recurse=False)
    return {name: _shown(value) for name, value in told.items() if name != "ask" and value is not None}


def _shown(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str() | Term() | datetime.date():
            return f'"{value}"'
        case frozenset() | set():
            return f"[{', '.join(sorted(_shown(item) for item in value))}]"
        case list() | tuple():
            return f"[{', '.join(_shown(item) for item in value)}]"
    return str(value)


def seats_words(example: Example) -> str:
    """Say the board of an example, category by category, and its size; or the people, where it is about them."""
    if example.proposal.people:
        return "; ".join(person_words(person) for person in example.proposal.people)
    seats = example.proposal.seats
    counts = {seat: count for seat, count in seats.counts().items() if count}
    said = [
        f"{count} {seat_words(seat, count)}"
        if isinstance(count, int)
        else f"{SEAT_WORDS[seat][1]} not settled"
        for seat, count in counts.items()
    ]
    parts = {part: getattr(seats, part) for part in PARTS_OF}
    said += [f"{count} of them {PART_WORDS.get(part, part)}" for part, count in parts.items() if count]
    total = seats.sum()
    words = f"{total if total is not None else 'an unsettled number'} in all: {', '.join(said) or 'no seats'}"
    if seats.total is not None and seats.total != total:
        words += f"; stated total {seats.total}"
    terms = example.proposal.terms
    said = [f"{_term_of(category)} {term}" for category, term in terms.by_category.items()]
    said += [f"{_term_of(category)} left to those appointing" for category in terms.fixed_by_appointer]
    return f"{words}. Terms: {', '.join(said)}" if said else words


def _term_of(category: str) -> str:
    return "all categories" if category == "all" else SEAT_WORDS[category][1]


def school_words(example: Example) -> str:
    """Say what kind of school an example is about."""
    school = example.proposal.school
    facts = [fact_words("foundation", school.foundation)] if school.foundation else []
    if school.phase:
        facts.append(fact_words("phase", school.phase))
    if school.religious_character:
        facts.append(fact_words("religious_character", value=True))
    if school.head_resigned:
        facts.append(fact_words("head_resigned", value=True))
    body = school.category if school.category in _NOT_SCHOOLS else f"{school.category} school"
    words = " ".join([sentence(body), *facts])
    if schools := example.proposal.schools:
        return f"{words} of {len(schools)} schools: {'; '.join(map(_federated_words, schools))}"
    return words


def _federated_words(school: FederatedSchool) -> str:
    words = f"{school.category} school"
    if school.foundation:
        words += f" {fact_words('foundation', school.foundation)}"
    if school.religious_character:
        words += f" {fact_words('religious_character', value=True)}"
    said = [words, *([f"head teacher: {school.head}"] if school.head else [])]
    if school.head_resigned:
        said.append(
            "who has resigned as a governor" if school.head else "its head teacher has resigned as a governor"
        )
    said += [f"{count} {seat_words(seat, count)} of its own" for seat, count in school.seats.items()]
    return ", ".join(said)


def person_words(person: Person) -> str:
    """Say an example's person: the office, how and when they came by it, and what is known of them."""
    words = person.words
    if person.came_by:
        words += f" {fact_words('came_by', person.came_by)}"
    if person.appointed_on:
        words += f" on {day_words(person.appointed_on)}"
    said = [_personal(name, fact) for name, fact in person.facts.items()]
    return f"{words}: {'; '.join(said)}" if said else words


def _personal(name: str, fact: Fact) -> str:
    words = FACTS[name].words
    match fact:
        case bool():
            if FACTS[name].kind == "day":
                return f"{words}: {'a day not given' if fact else 'never'}"
            return words if fact else f"not so: {words}"
        case datetime.date():
            said = day_words(fact)
            return f"{words} {said}" if words.endswith((" on", " of")) else f"{words}: {said}"
        case tuple():
            if not fact:
                return f"never {words.removesuffix(' on')}" if FACTS[name].kind == "days" else f"no {words}"
            return f"{words} {listed(_item(one) for one in fact)}"
    return f"{words}: {fact}"


def _item(one: datetime.date | Sentence) -> str:
    if isinstance(one, datetime.date):
        return day_words(one)
    but = [
        text
        for given, text in (
            (one.suspended, "suspended"),
            (one.fine_option, "with the option of a fine"),
            (one.no_offence_in_uk, "for what is no offence here"),
        )
        if given
    ]
    return ", ".join([f"{one} on {day_words(one.on)}", *but])
