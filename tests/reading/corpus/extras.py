"""What else stands in such documents: clauses that are no seats, and the dirt that converters leave."""

from collections.abc import Sequence

import attrs

from corpus.truth import Part

EXTRAS: dict[str, tuple[str, tuple[str, ...]]] = {
    "ethos": (
        "before",
        (
            (
                "Ethos: the school keeps its Christian character, and for each of its seven year groups two parent helpers "
                "and one member of staff lead worship with the parish."
            ),
        ),
    ),
    "Catholic character": (
        "before",
        (
            "The school is part of the Catholic Church and is to be run as a Catholic school under its trust deed.",
        ),
    ),
    "trust": ("after", ("There is a trust relating to the school.",)),
    "charity": ("after", ("The governing body is an exempt charity; its 2 trustees hold the land.",)),
    "staff cap": (
        "seats",
        (
            (
                "Co-opted governors who could be elected as staff governors, counted with the staff governor and the "
                "headteacher, may not be more than one third of the membership."
            ),
        ),
    ),
    "associate members": (
        "after",
        ("The governing body may appoint up to 3 associate members, who are not governors.",),
    ),
    "associates listed": ("items", ("2 Associate Members",)),
    "clerk listed": ("items", ("1 Clerk (not a governor)",)),
    "quorum": (
        "after",
        ("The quorum is one half of the governors in post; 3 governors may call a meeting.",),
    ),
    "removal": (
        "after",
        ("A governor may be removed under Regulations 23(2) and 25 after 14 days' notice on the agenda.",),
    ),
    "approval": ("after", ("Approved by the Diocesan Director of Education on 3 March 2014.",)),
    "drafted": ("after", ("Drafted by the governing body: 12th November 2013",)),
    "school number": ("top", ("School Number: 11069",)),
    "unique reference": ("top", ("URN 123456    DfE No. 302/2014",)),
    "council": ("top", ("Education and Skills, 4th Floor, 12 Castle Street",)),
    "finalised": ("top", ("Finalised Copy",)),
    "signature": (
        "end",
        ("Signed ............................ on behalf of the Local Authority", "Seal no. 27"),
    ),
    "vacancies": ("after", ("There are at present 2 vacancies for parent governors.",)),
    "kept on": (
        "after",
        ("Two co-opted governors kept on from the former governing body finish the term they have.",),
    ),
    "review": ("end", ("To be reviewed in September 2026",)),
    "surplus": (
        "after",
        ("If there are more governors than seats, those who have served least go first (regulation 15).",),
    ),
}
"""Each by name: where it stands, and its lines."""


def _path(parts: Sequence[Part]) -> list[Part]:
    found = _place(parts)
    return [*parts[:found], Part(r"H:\Governors\Instruments 2015\4 schools\final v2.doc"), *parts[found:]]


def _page_number(parts: Sequence[Part]) -> list[Part]:
    found = _place(parts)
    return [*parts[:found], Part("2"), *parts[found:]]


def _page_words(parts: Sequence[Part]) -> list[Part]:
    found = _place(parts)
    return [*parts[:found], Part("Page 1 of 2"), *parts[found:]]


def _place(parts: Sequence[Part]) -> int:
    """Find the middle of the list of seats, or else of the document."""
    items = [place for place, part in enumerate(parts) if part.level == 2]
    return items[len(items) // 2] if items else len(parts) // 2


def _double_spaces(parts: Sequence[Part]) -> list[Part]:
    return [attrs.evolve(part, words=part.words.replace(" ", "  ")) for part in parts]


def _hard_spaces(parts: Sequence[Part]) -> list[Part]:
    return [attrs.evolve(part, words=part.words.replace(" ", "\u00a0")) for part in parts]


def _capitals(parts: Sequence[Part]) -> list[Part]:
    return [
        attrs.evolve(part, words=part.words.upper(), cells=tuple(map(str.upper, part.cells)))
        for part in parts
    ]


def _broken(parts: Sequence[Part]) -> list[Part]:
    """Break each long line by hand near its fiftieth character."""
    return [part if part.cells else attrs.evolve(part, words=_break(part.words)) for part in parts]


def _break(words: str) -> str:
    place = words.rfind(" ", 20, 60)
    return words if len(words) < 60 or place < 0 else f"{words[:place]}\n{words[place + 1 :]}"


def _blank_lines(parts: Sequence[Part]) -> list[Part]:
    return [line for part in parts for line in (part, Part(""))]


def _stops_lost(parts: Sequence[Part]) -> list[Part]:
    return [attrs.evolve(part, words=part.words.rstrip(".;:, ")) for part in parts]


def _template(parts: Sequence[Part]) -> list[Part]:
    hint = "[delete as needed: at least 2 parent governors, 1 staff governor]"
    leads = [place for place, part in enumerate(parts) if part.level == 2][:1]
    found = leads[0] if leads else len(parts)
    return [*parts[:found], Part(hint), *parts[found:]]


DIRT = {
    "file path": _path,
    "page number": _page_number,
    "page words": _page_words,
    "double spaces": _double_spaces,
    "hard spaces": _hard_spaces,
    "capitals": _capitals,
    "broken lines": _broken,
    "blank lines": _blank_lines,
    "stops lost": _stops_lost,
    "template words": _template,
}
"""Each kind of dirt, as a function from lines to lines."""
