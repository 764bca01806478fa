"""The page of one provision: paragraph by paragraph, all that is encoded of it and all that is not."""

import datetime
from collections.abc import Iterable, Iterator

from governance.documents.book.frame import Book, Page, page, page_name, slug
from governance.documents.book.html import (
    Content,
    Facts,
    Html,
    join,
    link,
    paragraph,
    table,
    tag,
)
from governance.english import day_words
from governance.law.citations import Place, cite_place, place
from governance.law.library import Volume, file_hash
from governance.law.provision import Example, Footing, NotEncoded, Provision, Reading, Rule, Span
from governance.law.wording import (
    DOUBT_WEIGHTS,
    STAGES,
    WEIGHTS,
    amending,
    amendment_url,
    amendment_words,
    encoded,
    other_view,
    prospective_words,
    school_words,
    seats_words,
    sentence,
    span_words,
    where_words,
)

STRICTER = {"taken": "the view we take", "other": "the other view", "neither": "neither"}


def provision_page(book: Book, volume: Volume, provision: Provision) -> Page:
    """Write the page."""
    title = f"{cite_place(volume, provision)}: {provision.title}"
    parts = (_paragraph(place(volume, provision, para), book.day) for para in provision.paras)
    return page(
        page_name(volume, provision),
        title,
        _source(volume, provision, book.day),
        _paragraphs(volume, provision),
        *parts,
        _others(provision, volume),
        _signature(provision, volume.law.span, book.day),
    )


def status(span: Span, day: datetime.date) -> str:
    """Say whether something is in force on the day of the book."""
    if day in span:
        return f"In force on {day_words(day)}"
    if day < span.since:
        return f"Not {'yet in force' if span.start_known else 'recorded'} on {day_words(day)}"
    return f"No longer in force on {day_words(day)}"


def signed_words(span: Span, day: datetime.date) -> str:
    """Say what is signed of a provision: that it states the law of the day, or that its law is not that of the day."""
    if day in span:
        return f"it states the law as it stood on {day_words(day)}"
    return f"it states law that is not in force on {day_words(day)}, as it stood on the days given for it"


def anchor(para: str) -> str:
    """Name the place of a paragraph on its page."""
    return f"para-{slug(para)}"


def verdict(example: Example, rules: Iterable[Rule]) -> tuple[str, str]:
    """Say what becomes of an example, and how it is marked: unlawful, against advice, or neither."""
    broken = sorted(example.breaks)
    if not broken:
        return "Lawful", "lawful"
    weights = {rule.severity for rule in rules if rule.id in example.breaks}
    if weights == {"advice"}:
        return f"Lawful, but against the advice in {', '.join(broken)}", "advice"
    if weights <= {"note", "advice"} and weights:
        return f"Incomplete: {', '.join(broken)}", "advice"
    return f"Breaks {', '.join(broken)}", "unlawful"


def _source(volume: Volume, provision: Provision, day: datetime.date) -> Html:
    law = volume.law
    return Facts(
        (
            ("Instrument", law.title if law.title == law.cite else f"{law.title} ({law.cite})"),
            ("Status", f"{status(law.span, day)}; recorded {span_words(law.span)}"),
            (
                "Source",
                link(
                    provision.url,
                    f"{cite_place(volume, provision)} on legislation.gov.uk"
                    if "legislation.gov.uk" in provision.url
                    else provision.url,
                ),
            ),
            ("Last compared", f"{day_words(provision.compared)}, with {provision.against}"),
            ("File", tag("code", provision.file)),
            ("SHA-256 of the file", tag("code", file_hash(provision), class_="hash")),
        )
    ).html()


def _paragraphs(volume: Volume, provision: Provision) -> Html:
    items = (tag("li", link(f"#{anchor(para)}", para)) for para in provision.paras)
    return tag(
        "nav", tag("ul", *items), aria_label=f"Paragraphs of {cite_place(volume, provision)}", class_="paras"
    )


def _paragraph(where: Place, day: datetime.date) -> Html:
    now = [entry for entry in _entries(where, day) if entry[0]]
    past = [entry for entry in _entries(where, day) if not entry[0]]
    nothing = (
        None if now else paragraph(f"Nothing is recorded as in force on {day_words(day)}.", class_="soft")
    )
    return tag(
        "section",
        tag("h2", where.citation, id=anchor(where.para)),
        *(content for _, content in now),
        nothing,
        *(content for _, content in past),
        _examples(where),
        aria_labelledby=anchor(where.para),
    )


def _entries(where: Place, day: datetime.date) -> Iterator[tuple[bool, Html]]:
    for number, rule in enumerate(where.rules, start=1):
        yield day in rule.span, _rule(rule, where, day, number)
    for reading in where.readings:
        yield day in reading.span, _reading(reading, where.provision, day)
    for footing in where.footings:
        yield day in footing.span, _footing(footing, day)
    for gap in where.not_encoded:
        yield day in gap.span, _gap(gap, day)
    for ahead in where.prospective:
        content = (tag("h3", "Law to come"), paragraph(prospective_words(ahead), class_="says"))
        yield False, tag("article", *content, class_="gap past")


def _article(kind: str, span: Span, day: datetime.date, *content: Content, id_: str | None = None) -> Html:
    past = "" if day in span else " past"
    return tag("article", *content, class_=f"{kind}{past}", id=id_)


def _rule(rule: Rule, where: Place, day: datetime.date, number: int) -> Html:
    since, ended = amending(rule, where.provision)
    other = other_view(rule)
    facts = Facts(
        (
            ("Rule as encoded", tag("code", encoded(rule))),
            ("Concerns", sentence(where_words(rule.where))),
            ("Bites", STAGES[rule.stage] if rule.stage else None),
            ("Weight", WEIGHTS[rule.severity]),
            ("In force", sentence(span_words(rule.span))),
            ("Brought in by", _amendment(since)),
            ("Ended by", _amendment(ended)),
            ("Doubt", _to_reading(rule.reading)),
            ("On the other view", tag("code", other) if other else None),
        )
    )
    return _article(
        "rule",
        rule.span,
        day,
        tag("h3", rule.title, " ", tag("span", rule.id, class_="id")),
        paragraph(status(rule.span, day), class_="when") if day not in rule.span else None,
        paragraph(rule.says, class_="says"),
        facts.html(),
        id_=f"{anchor(where.para)}-rule-{number}",
    )


def _to_reading(reading: str | None) -> Html | None:
    return link(f"#reading-{slug(reading)}", f"See the reading {reading}") if reading else None


def _amendment(amended_by: str | None) -> Html | None:
    return link(amendment_url(amended_by), amendment_words(amended_by)) if amended_by else None


def _reading(reading: Reading, provision: Provision, day: datetime.date) -> Html:
    first = next(one for one in provision.readings if one.id == reading.id)
    turning = dict.fromkeys(rule.id for rule in provision.rules if rule.reading == reading.id)
    facts = Facts(
        (
            ("We take it", reading.taken),
            ("The other view", reading.other),
            ("Stricter", sentence(STRICTER[reading.stricter])),
            ("Weight", sentence(DOUBT_WEIGHTS[reading.weight])),
            ("Rules that turn on it", ", ".join(turning)),
            ("The doubt exists", sentence(span_words(reading.span))),
            ("Ended by", _amendment(reading.ended_by)),
        )
    )
    return _article(
        "reading",
        reading.span,
        day,
        tag("h3", "A doubt, and the reading we take ", tag("span", reading.id, class_="id")),
        paragraph(status(reading.span, day), class_="when") if day not in reading.span else None,
        paragraph(reading.doubt, class_="says"),
        facts.html(),
        id_=f"reading-{slug(reading.id)}" if reading is first else None,
    )


def _gap(gap: NotEncoded, day: datetime.date) -> Html:
    return _article(
        "gap",
        gap.span,
        day,
        tag("h3", "Not encoded"),
        paragraph(gap.why),
        paragraph(f"{status(gap.span, day)}: {span_words(gap.span)}.", class_="when"),
        *_amendments(gap),
    )


def _amendments(gap: NotEncoded) -> Iterator[Html]:
    facts = (("Brought in by", _amendment(gap.amended_by)), ("Ended by", _amendment(gap.ended_by)))
    if gap.amended_by or gap.ended_by:
        yield Facts(facts).html()


def _footing(footing: Footing, day: datetime.date) -> Html:
    facts = Facts(
        (("Number", str(footing) or None), ("In force", sentence(span_words(footing.span)))),
    )
    return _article(
        "footing",
        footing.span,
        day,
        tag("h3", "What a step of a procedure rests on ", tag("span", footing.id, class_="id")),
        paragraph(status(footing.span, day), class_="when") if day not in footing.span else None,
        paragraph(footing.says, class_="says"),
        facts.html(),
    )


def _examples(where: Place) -> Html | None:
    examples = where.examples
    if not examples:
        return None
    return _table(examples, where.volume, f"Examples for {where.citation}")


def _others(provision: Provision, volume: Volume) -> Html | None:
    """Show the examples that no paragraph shows."""
    shown = {id(example) for para in provision.paras for example in place(volume, provision, para).examples}
    rest = tuple(example for example in provision.examples if id(example) not in shown)
    if not rest:
        return None
    return join(
        [
            tag("h2", "Other examples", id="other-examples"),
            _table(rest, volume, "Examples for the provision as a whole"),
        ]
    )


def _table(examples: Iterable[Example], volume: Volume, label: str) -> Html:
    def result(example: Example) -> Html:
        words, mark = verdict(example, volume.law.rules)
        parts = (
            tag("span", one, class_="whole") if one.strip(",") in example.breaks else one
            for one in words.split()
        )
        return tag("span", join(parts, between=" "), class_=mark)

    return table(
        f"{label}. “Lawful” means that none of the rules encoded from {volume.law.cite} is broken.",
        ("Example", "School", "Board or person", "Day", "Result"),
        (
            (
                example.says,
                school_words(example),
                seats_words(example),
                tag("span", day_words(example.on) if example.on else "any", class_="whole"),
                result(example),
            )
            for example in examples
        ),
        label=label,
    )


def _signature(provision: Provision, span: Span, day: datetime.date) -> Html:
    """Leave room for the lawyer who compares the page with the source to say so."""
    rules = (
        tag("div", tag("span", name), tag("span"), class_="rule")
        for name in ("Name", "Position", "Signature", "Date")
    )
    return tag(
        "section",
        tag("h2", "Compared with the source", id="signed"),
        paragraph(
            f"I have compared this page with the provision at the address above and {signed_words(span, day)}, save as "
            "noted by me."
        ),
        paragraph(
            "It speaks for the file with the SHA-256 ",
            tag("code", file_hash(provision)[:16]),
            " and no other.",
        ),
        *rules,
        class_="sign",
        aria_labelledby="signed",
    )
