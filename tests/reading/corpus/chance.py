"""Documents by chance: realistic combinations of everything in `phrases`, the same for the same seed."""

from random import Random

import attrs

from corpus import phrases
from corpus.compose import compose
from corpus.extras import DIRT, EXTRAS
from corpus.schools import truth
from corpus.truth import Sample
from corpus.wording import CLAUSE_MARKS, FORMS, ORDERS, SEAT_MARKS, Wording

_KINDS = (
    *("community",) * 6,
    *("voluntary aided",) * 4,
    *("voluntary controlled",) * 3,
    *("foundation", "community special", "maintained nursery", "foundation special"),
    *("federation", "pupil referral unit"),
)


def documents(seed: int, count: int) -> tuple[Sample, ...]:
    """Give so many documents; the same seed gives the same ones."""
    random = Random(seed)  # noqa: S311 - documents, not secrets
    return tuple(_document(random, f"{seed}/{number}") for number in range(count))


def _document(random: Random, name: str) -> Sample:
    category = random.choice(_KINDS)
    wording = _wording(random)
    if category == "pupil referral unit":
        wording = attrs.evolve(wording, body="management committee", head_inside=None, labels={})
    said = truth(random, category)
    if said.seats.get("head_teacher", 0) > 1:
        wording = attrs.evolve(wording, head_inside=None)
    if wording.form == "sentence" or wording.form.startswith("table"):
        wording = attrs.evolve(wording, head_inside=None)
    return compose(f"{name} {category}, {wording.form}", said, wording)


def _wording(random: Random) -> Wording:
    """Choose each thing, plain half of the time, so that a document is mostly like others."""
    choose = random.choice
    form = choose(("instrument",) * 8 + FORMS)
    wording = Wording(
        form=form,
        labels={seat: _place(random, labels) for seat, labels in phrases.LABELS.items()},
        number=_mostly(random, "digits", phrases.NUMBERS),
        ones=choose(("", "", "", "article", "none", "words")),
        head=choose(("the", "none", "The", "", "digits")),
        mixed=choose(("", "", "", "words")),
        head_inside=choose((None,) * 6 + (_place(random, phrases.HEAD_INSIDE),)),
        order=_place(random, ORDERS),
        end=choose((";", ";", "", ".", ",")),
        seat_mark=_mostly(random, "(a)", SEAT_MARKS),
        clause_mark=_mostly(random, "1.", CLAUSE_MARKS),
        title=choose(
            ("Instrument of Government", "Instrument of Governance", "INSTRUMENT OF GOVERNMENT", "")
        ),
        body=choose(("governing body",) * 3 + ("governing board", "board of governors")),
        lead=_place(random, phrases.LEADS),
        total=_place(random, phrases.TOTALS) if random.random() < 0.85 else None,
        before_and_after=_place(random, phrases.BEFORE_AND_AFTER),
        total_in=choose(("clause",) * 6 + ("list", "lead", "table")),
        name=_place(random, phrases.NAMES),
        category=_place(random, phrases.CATEGORIES),
        bodies=_place(random, phrases.BODIES),
        quote=_place(random, phrases.QUOTES),
        effect=_place(random, phrases.EFFECTS),
        making=_place(random, phrases.MAKINGS),
        authority=_place(random, phrases.AUTHORITIES),
        date=_mostly(random, "{d} {Month} {y}", phrases.DATES),
        other_date=choose(("",) * 9 + phrases.NO_DATES[:4]),
        term=_place(random, phrases.TERMS),
        parent_term=_place(random, phrases.PARENT_TERMS),
        term_words=choose(("digits", "words")),
        clauses=choose(("usual",) * 4 + ("dates first", "term before", "total first")),
        copy=random.random() < 0.8,
        extras=tuple(random.sample(list(EXTRAS), choose((0, 0, 1, 2, 4)))),
        dirt=tuple(random.sample(list(DIRT), choose((0, 0, 0, 0, 1, 1, 2)))),
    )
    return _web_page(random, _sensible(wording))


def _sensible(wording: Wording) -> Wording:
    """Take away what no document would do at once."""
    if wording.number == "run together" or wording.ones == "article":
        wording = attrs.evolve(wording, labels={})
    if wording.ones == "none":
        wording = attrs.evolve(wording, labels={**wording.labels, **_singular(wording)})
    if wording.form == "sentence":
        return attrs.evolve(
            wording, number="digits", ones="", head="digits", labels={}, end="", mixed="", total=0
        )
    if wording.form == "headings":
        wording = attrs.evolve(wording, name=1, category=3, bodies=1, lead=4, total=wording.total and 2)
    if wording.total_in == "table" and (wording.form == "table row each" or "table" not in wording.form):
        wording = attrs.evolve(wording, total_in="clause")
    if wording.total_in == "list" and wording.form != "instrument":
        wording = attrs.evolve(wording, total_in="clause")
    return wording


def _singular(wording: Wording) -> dict[str, int]:
    """Choose the plain label for a seat without a number where the other does not say that it is one."""
    labels = {seat: phrases.LABELS[seat][place] for seat, place in wording.labels.items()}
    return {seat: 0 for seat, (one, many) in labels.items() if one == many}


def _web_page(random: Random, wording: Wording) -> Wording:
    """Make one in five a page that gives the seats and little else."""
    if random.random() < 0.8 or wording.form == "headings":
        return wording
    return attrs.evolve(
        wording,
        title=random.choice(("Our governors", "Governance", "")),
        name=None,
        category=None,
        bodies=None,
        effect=None,
        making=None,
        copy=False,
        clause_mark="",
        clauses="usual",
    )


def _place(random: Random, choices: object) -> int:
    """Choose a place in a list: the first half of the time."""
    return 0 if random.random() < 0.5 else random.randrange(len(choices))  # type: ignore[arg-type]


def _mostly(random: Random, plain: str, choices: tuple[str, ...]) -> str:
    return plain if random.random() < 0.5 else random.choice(choices)
