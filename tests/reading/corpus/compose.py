"""A truth and a wording into the lines of a document."""

import datetime
from collections.abc import Iterator

import attrs

from corpus.extras import DIRT, EXTRAS
from corpus.phrases import (
    AUTHORITIES,
    BEFORE_AND_AFTER,
    BODIES,
    CATEGORIES,
    EFFECTS,
    HEAD_INSIDE,
    LABELS,
    LEAD_TOTALS,
    LEADS,
    LIST_TOTALS,
    MAKINGS,
    MEMBERS,
    NAMES,
    ONES,
    PARENT_TERMS,
    QUOTES,
    TERMS,
    TOTALS,
    day_words,
    seat_words,
)
from corpus.truth import Part, Sample, Truth
from corpus.wording import ORDERS, Wording

OTHER_DAY = datetime.date(2004, 10, 11)
"""The day of the instrument that this one replaces."""


def compose(name: str, truth: Truth, wording: Wording) -> Sample:
    """Write a document, mark its lines and spoil it; the truth that comes with it is what it then still says."""
    parts = _marked(list(_lines(truth, wording)), wording)
    for dirt in wording.dirt:
        parts = DIRT[dirt](parts)
    return Sample(name, tuple(parts), _said(truth, wording))


def _said(truth: Truth, wording: Wording) -> Truth:
    """Leave out of a truth what the wording does not say."""
    optional = {
        *(() if wording.name is not None else ("school.name",)),
        *(() if wording.category is not None and truth.category not in _BY_NAME else ("school.category",)),
        *(() if wording.bodies is not None else ("instrument.governing_body",)),
    }
    dated = not wording.other_date
    return attrs.evolve(
        truth,
        total=truth.total if wording.total is not None else None,
        effective_on=truth.effective_on if dated and wording.effect is not None else None,
        made_on=truth.made_on if dated and wording.making is not None else None,
        optional=truth.optional | optional,
        silent=truth.silent | (frozenset() if wording.making is not None else {"school.local_authority"}),
    )


_BY_NAME = ("federation", "pupil referral unit")
"""What has no clause on its category; only its name, its schools and its people tell."""


def _lines(truth: Truth, wording: Wording) -> Iterator[Part]:
    yield from _extra("top", wording)
    if wording.title:
        yield Part(wording.title, heading=True)
    yield from (attrs.evolve(part, level=1) for part in _extra("before", wording))
    clauses: dict[str, list[Part]] = {
        "name": _name(truth, wording),
        "category": [*_category(truth, wording), *_schools(truth)],
        "body": _body(truth, wording),
        "seats": list(_seats(truth, wording)),
        "total": _total(truth, wording),
        "foundation": list(_foundation(truth)),
        "term": list(_terms(truth, wording)),
        "effect": _effect(truth, wording),
        "made": _made(truth, wording),
    }
    order = {
        "usual": ("name", "category", "body", "seats", "total", "foundation", "term", "effect", "made"),
        "dates first": ("name", "effect", "made", "category", "body", "term", "seats", "total", "foundation"),
        "term before": ("name", "category", "body", "term", "foundation", "seats", "total", "made", "effect"),
        "total first": ("name", "category", "total", "body", "seats", "term", "foundation", "effect", "made"),
    }[wording.clauses]
    for clause in order:
        yield from _under_headings(clauses[clause]) if wording.form == "headings" else clauses[clause]
    yield from (attrs.evolve(part, level=1) for part in _extra("after", wording))
    if wording.copy:
        yield Part(
            f"Each member of the {wording.body} is to have a copy of this instrument, "
            "and so is the headteacher if not a governor.",
            1,
        )
    yield from _extra("end", wording)


def _under_headings(parts: list[Part]) -> Iterator[Part]:
    """Set what comes before a colon on a line of its own, as pages do."""
    for part in parts:
        heading, colon, words = part.words.partition(":")
        if part.level == 1 and colon and words.strip(" -"):
            yield Part(f"{heading}:", heading=True)
            yield Part(words.strip(), 2)
        else:
            yield part


def _extra(place: str, wording: Wording) -> Iterator[Part]:
    for name in wording.extras:
        where, lines = EXTRAS[name]
        if where == place:
            yield from (Part(line) for line in lines)


def _name(truth: Truth, wording: Wording) -> list[Part]:
    if wording.name is None or truth.name is None:
        return []
    words = NAMES[wording.name]
    if truth.category == "federation":
        words = words.replace("school", "federation").replace("School", "Federation")
    elif truth.category == "pupil referral unit":
        words = words.replace("school", "unit").replace("School", "Unit")
    return [Part(words.format(name=truth.name), 1)]


def _category(truth: Truth, wording: Wording) -> list[Part]:
    category = truth.category
    if wording.category is None or category in (None, *_BY_NAME):
        return []
    words = CATEGORIES[wording.category].format(a="a", category=category, Category=category.title())
    return [Part(words, 1)]


def _schools(truth: Truth) -> list[Part]:
    if truth.category != "federation":
        return []
    listed = ("Otterbrook Primary School, a community school", "Ten Acres Primary School, a community school")
    return [Part("The schools in the federation are:", 1), *(Part(words, 2) for words in listed)]


def _body(truth: Truth, wording: Wording) -> list[Part]:
    if wording.bodies is None or truth.governing_body is None:
        return []
    quoted = QUOTES[wording.quote].format(truth.governing_body)
    words = BODIES[wording.bodies].format(body=wording.body, Body=wording.body.capitalize(), quoted=quoted)
    return [Part(words, 1)]


def _seat_words(truth: Truth, wording: Wording) -> list[tuple[str, int, str]]:
    """Give each seat as the document puts it: its category, its number and the words with the number."""
    ordered = [seat for seat in ORDERS[wording.order] if seat in truth.seats]
    ordered += [seat for seat in truth.seats if seat not in ordered]
    found = []
    for place, seat in enumerate(ordered):
        count = truth.seats[seat]
        if wording.head_inside is not None and seat == "head_teacher":
            continue
        if wording.head_inside is not None and seat == "staff":
            two = "two" if "words" in wording.number else "2"
            found.append((seat, 2, HEAD_INSIDE[wording.head_inside].format(two=two)))
            continue
        number = wording.mixed if wording.mixed and place % 2 else wording.number
        if count == 1 and wording.ones:
            number = wording.ones
        if seat == "head_teacher" and count == 1:
            number = wording.head or number
        found.append((seat, count, seat_words(label(truth, wording, seat), count, number)))
    return found


def label(truth: Truth, wording: Wording, seat: str) -> tuple[str, str]:
    """Give the label of a seat in this document: of one, and of several."""
    if truth.category == "pupil referral unit":
        return MEMBERS[seat]
    labels = LABELS[seat]
    return labels[wording.labels.get(seat, 0) % len(labels)]


def _numbers(truth: Truth, words: str) -> str:
    total = truth.total or 0
    name = ONES[total] if total < len(ONES) else str(total)
    return words.format(n=total, words=name, Words=name.capitalize(), less=total - 1)


def _lead(truth: Truth, wording: Wording) -> str:
    if wording.total_in == "lead" and wording.total is not None:
        return _numbers(truth, LEAD_TOTALS[wording.total % len(LEAD_TOTALS)])
    return LEADS[wording.lead].format(body=wording.body, Body=wording.body.capitalize())


def _seats(truth: Truth, wording: Wording) -> Iterator[Part]:
    lead = _lead(truth, wording)
    seats = _seat_words(truth, wording)
    if wording.form == "sentence":
        joined = [words for _, _, words in seats]
        yield Part(
            f"({truth.seats['parent']}) {truth.name} – {truth.total} members: "
            f"{', '.join(joined[:-1])} and {joined[-1]}."
        )
        return
    if lead:
        yield Part(lead, 1)
    if wording.form == "lines in one":
        yield Part("\n".join(words for _, _, words in seats))
    elif wording.form.startswith("table"):
        yield from _table(truth, wording)
    else:
        last = len(seats) - 1
        for place, (_, _, words) in enumerate(seats):
            end = "" if not wording.end else "." if place == last or wording.end == "." else wording.end
            yield Part(words + end, 2)
        yield from (attrs.evolve(part, level=2) for part in _extra("items", wording))
        if wording.total_in == "list" and wording.total is not None:
            yield Part(_numbers(truth, LIST_TOTALS[wording.total % len(LIST_TOTALS)]), 2)
    yield from _extra("seats", wording)


def _table(truth: Truth, wording: Wording) -> Iterator[Part]:
    seats = [(label(truth, wording, seat), truth.seats[seat]) for seat, _, _ in _seat_words(truth, wording)]
    match wording.form:
        case "table number first":
            rows = [("Number", "Type of governor"), *((str(n), words[n > 1]) for words, n in seats)]
            total = (str(truth.total), "TOTAL")
        case "table before and after":
            rows = [("Category", *BEFORE_AND_AFTER[wording.before_and_after])]
            rows += [(words[1], str(n + 1), str(n)) for words, n in seats]
            total = ("TOTAL", str((truth.total or 0) + len(seats)), str(truth.total))
        case "table row each":
            rows = [("Name", "Category", "Term ends")]
            rows += [
                (f"Governor {chr(64 + place)}", words, "31/08/2019")
                for place, words in enumerate((words[0] for words, n in seats for _ in range(n)), start=1)
            ]
            total = ()
        case _:
            rows = [("Type of governor", "Number"), *((words[n > 1], str(n)) for words, n in seats)]
            total = ("TOTAL", str(truth.total))
    yield from (Part("\t".join(row), cells=row) for row in rows)
    if total and wording.total_in == "table" and wording.total is not None:
        yield Part("\t".join(total), cells=total)


def _total(truth: Truth, wording: Wording) -> list[Part]:
    if wording.total is None or wording.total_in != "clause" or wording.form == "sentence":
        return []
    words = _numbers(truth, TOTALS[wording.total])
    if truth.category == "pupil referral unit":
        words = words.replace("governors", "members").replace("Governors", "Members")
    return [Part(words, 1)]


def _foundation(truth: Truth) -> Iterator[Part]:
    if len(truth.appointers) == 1:
        yield Part(f"The foundation governors are appointed by {truth.appointers[0][0]}.", 1)
    elif truth.appointers:
        yield Part("The foundation governors are appointed as follows:", 1)
        for by, number in truth.appointers:
            yield Part(f"{number} by {by}", 2)
    for office in truth.ex_officio:
        yield Part(f"The holder of the following office is a foundation governor ex officio: {office}.", 1)
        yield Part(
            "The Archdeacon of Wolderness may appoint a substitute where the ex officio foundation governor "
            "is unable or unwilling to act, or has been removed under regulation 21(1).",
            1,
        )
        yield Part(
            "The Archdeacon of Wolderness may ask for the ex officio foundation governor to be removed.", 1
        )


def _terms(truth: Truth, wording: Wording) -> Iterator[Part]:
    for whose, term in truth.terms.items():
        number, unit = term.split()
        said = f"{ONES[int(number)]} {unit}" if wording.term_words == "words" else term
        words = TERMS[wording.term] if whose == "all" else PARENT_TERMS[wording.parent_term]
        yield Part(words.format(term=said), 1)


def _effect(truth: Truth, wording: Wording) -> list[Part]:
    if wording.effect is None or truth.effective_on is None:
        return []
    day = day_words(truth.effective_on, wording.other_date or wording.date)
    other = day_words(OTHER_DAY, wording.date)
    return [Part(EFFECTS[wording.effect].format(day=day, other=other), 1)]


def _made(truth: Truth, wording: Wording) -> list[Part]:
    if wording.making is None or truth.made_on is None:
        return []
    day = day_words(truth.made_on, wording.other_date or wording.date)
    authority = AUTHORITIES[wording.authority].format(la=truth.local_authority)
    return [Part(MAKINGS[wording.making].format(day=day, authority=authority), 1)]


def _marked(parts: list[Part], wording: Wording) -> list[Part]:
    """Put the mark before each clause and each item that the wording would print there."""
    found, clause, item = [], 0, 0
    for part in parts:
        mark = ""
        if part.heading and part.words.endswith(":"):
            clause, item = clause + 1, 0
        if part.level == 1:
            clause, item = clause + 1, 0
            mark = _clause_mark(clause, wording.clause_mark)
        elif part.level == 2:
            item += 1
            mark = _seat_mark(item, clause, wording.seat_mark)
        found.append(
            attrs.evolve(part, mark=mark, tight=bool(mark) and wording.clause_mark.endswith("tight"))
        )
    return found


def _clause_mark(number: int, style: str) -> str:
    match style:
        case "all 1.":
            return "1."
        case "style changes":
            return f"{number}." if number <= 3 else f"{number})"
        case "a stop lost":
            return f"{number}." if number % 3 else f"{number}"
        case "two fives":
            return f"{number if number <= 5 else number - 1}."
        case "a.":
            return f"{_letter(number)}."
    return style.removesuffix(" tight").replace("1", str(number))


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _seat_mark(item: int, clause: int, style: str) -> str:
    match style:
        case "skip":
            return f"({_letter(item if item < 3 else item + 1)})"
        case "numbered inside":
            return f"{clause}.{item}"
        case "3.1":
            return f"{clause}.{item}."
        case "A.":
            return f"{_letter(item).upper()}."
        case "o" | "*" | "-" | "–" | "•" | "":
            return style
    if "i" in style:
        return style.replace("i", _ROMAN[item - 1])
    if "1" in style:
        return style.replace("1", str(item))
    return style.replace("a", _letter(item))


def _letter(number: int) -> str:
    return chr(96 + number) if number <= 26 else f"a{_letter(number - 26)}"
