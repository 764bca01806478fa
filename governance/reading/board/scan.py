"""The seats and totals that one sentence gives: two scans of its classes, of which the one that leaves less over wins."""

import bisect
import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import attrs

from governance.reading.board.items import NOBODY, REFERENCE, Claim, Item, Left, Sentence
from governance.reading.board.parts import STOP, Part, heads_apart, parted
from governance.reading.phrases.language import LETTERS, language
from governance.reading.phrases.lexer import NEWER, OF, OWNER, PLACE, Token, letters, start_of

_MOST: Final = 9
_FULL_LIST: Final = 3
_FEW: Final = 2
_A_NUMBER: Final = 3


def read_sentence(tokens: Sequence[Token], *, outer: bool = True) -> Sentence:
    """Read the seats and totals of one sentence."""
    main, parts = parted(tokens)
    main, shared = _shared(main)
    form = letters(main)
    scans = sorted((_scan(main, form, how) for how in _WAYS), key=lambda one: (one[1], -len(one[0])))
    items, over_best, used = scans[0]
    two_ways = any(over <= over_best + _A_NUMBER and _told(other) != _told(items) for other, over, _ in scans)
    items = [*(attrs.evolve(item, two_ways=two_ways) for item in items), *shared]
    items = _alone(main, form, items, used) or _whole(main, form)
    items = heads_apart(form, main, list(_shares(main, form, list(_doubted(main, form, items)))), parts)
    claims = list(_claims(main, form, used))
    items += _by_office(main, form, items, parts, used)
    items = list(_older_names(main, items, parts))
    for part in parts if outer else ():
        inner = read_sentence(part.tokens, outer=False)
        told = {one.category for one in inner.items if one.count}
        if len(told & {one.category for one in items}) >= _FEW:
            continue  # Another board is told of in brackets.
        whole = _ALL.search(form, 0, part.at) is not None
        if whole or len(told) >= _FULL_LIST:
            items += [attrs.evolve(one, alone=one.alone and not whole) for one in inner.items]
        claims += inner.claims
    left = tuple(_left_over(main, form, items, used, claims))
    apart = re.match("[^V;]+;", form)
    explains = not apart and any(letter == "V" and n not in used for n, letter in enumerate(form))
    first = next((n for n, letter in enumerate(form) if letter in "N#CHVKBO.;,"), len(form))
    leads = frozenset(item.start for item in items if first < len(main) and item.start <= main[first].start)
    return Sentence(tuple(items), tuple(claims), left, form, explains, leads)


def referred(tokens: Sequence[Token], category: str) -> Item | None:
    """Read a sentence that gives a number alone, of the category that was named before it: "We have four"."""
    number = next((one for one in tokens if one.letter == "N"), None)
    forms = language().forms.get("reference", ())
    own = letters(tokens).partition(":")[0]
    if not category or number is None or not any(form.fullmatch(own) for _, form, _ in forms):
        return None
    return Item(category, number.value, number.start, number.end, form=REFERENCE)


_OLDER: Final = {"community", "co_opted"}
"""Two names of seats that came one after the other in law: "community governors (co-opted)" may be either."""


def _older_names(main: Sequence[Token], items: Sequence[Item], parts: Sequence[Part]) -> Iterator[Item]:
    """Doubt an item of which a bracket says the other of two names."""
    ends = [(main[part.at - 1].end, part.tokens[0].value) for part in parts if part.bracket and part.at]
    for one in items:
        either = any({one.category, value} == _OLDER for end, value in ends if one.start < end <= one.end)
        yield attrs.evolve(one, two_ways=one.two_ways or either)


_ALL: Final = re.compile("(?:[N#]u?G{1,2}|O#),?$")
"""All the governors, of whom words in brackets or after "including" tell: "13 governors (including the headteacher)"."""
_WAYS: Final = {
    "count first": (re.compile("[Na]"), ("count_first",)),
    "label first": (re.compile("[CHAXRN]"), ("label_first",)),
    "either": (re.compile("[NaCHAXR]"), ("count_first", "label_first")),
}
"""The ways to scan a sentence: where an item may begin, and the forms that are tried there."""

_LIST: Final = r"[TD]{0,3}[CHA]G?(?:[,&]{1,2}[TD]{0,3}[CHA]G?){1,6}"
_SHARED: Final = re.compile(rf"E[:,T]{{0,2}}(?P<after>{_LIST})|(?<!N)(?P<before>{_LIST})[,V]?E")


def _shared(main: list[Token]) -> tuple[list[Token], list[Item]]:
    """Give each category its seats where a sentence says "one each from the staff and the local authority"."""
    items: list[Item] = []
    result = list(main)
    for match in _SHARED.finditer(letters(main)):
        span = main[match.start() : match.end()]
        count = next(one.value for one in span if one.letter == "E")
        for one in main[slice(*match.span("after" if match["after"] else "before"))]:
            each = 1 if one.letter == "H" else count
            items += [Item(one.value, each, one.start, one.end, "shared")] if one.letter in "CHA" else []
        result[slice(*match.span())] = [one._replace(letter="u") for one in span]
    return result, items


def _told(items: Sequence[Item]) -> "set[tuple[str, int | None]] | None":
    """Give what items say, where they are enough for a list."""
    return {(item.category, item.count) for item in items} if len(items) >= _FULL_LIST else None


def _scan(main: Sequence[Token], form: str, how: str) -> tuple[list[Item], int, set[int]]:
    """Read the items of a sentence in one way; give them, what is left over, and the places that were used."""
    items: list[Item] = []
    used: set[int] = set()
    at = 0
    starts, kinds = _WAYS[how]
    patterns = [pattern for kind in kinds for _, pattern, _ in language().forms[kind]]
    while start := starts.search(form, at):
        at = start.start() + 1
        match = next((found for one in patterns if (found := one.match(form, start.start()))), None)
        if match is not None and (item := _item(main, form, *match.span())) is not None:
            items.append(item)
            used.update(range(*match.span()))
            at = match.end()
    over = sum(3 if letter in "N#" else letter in "CH" for n, letter in enumerate(form) if n not in used)
    return items, over, used


def _item(main: Sequence[Token], form: str, start: int, end: int) -> Item | None:
    """Make an item of the words that a form matches; none where the number is somebody else's."""
    own, span = form[start:end], main[start:end]
    labels = "CHAR" if set(own) & set("CA") else "CHAXR"
    label = next(n for n in range(start, end) if form[n] in labels)
    number = next((n for n in range(start, end) if form[n] in "N#"), None)
    token, kind = main[label], form[label]
    if _SOMEBODY.fullmatch(own) and (token.value not in _PEOPLE_THEMSELVES or _GOES_ON.match(form, end)):
        return None
    counted = main[number] if number is not None else Token("a", 0, 0, 1)
    first, last = span[0].start, span[-1].end
    how = "article" if number is None else "number first" if number < label else "label first"
    owner = number is None and any(one.value == OWNER for one in span)
    if owner or kind == "R" or (kind == "X" and number is None):
        return Item(NOBODY, 0, first, last, form="number first" if number is not None else "")
    nouns = main[label + 1 : min(label + 2, end)] if kind == "H" else span
    many = token.many or any(one.letter == "G" and one.many for one in nouns)
    in_all = form.startswith("O", end)
    several = many or (_SEVERAL_HEADS.match(own) and not _JOINED.search(form, 0, start))
    if kind == "H" and counted.value > 1 and (in_all or not several):
        # Two or more heads are a plural, or the number is not theirs alone: "staff and the head: 3".
        return None
    place = token.value == PLACE
    whose = token.value == "foundation" or kind in "AX"
    return Item(
        "local_authority" if place else token.value,
        counted.value,
        first,
        last,
        how,
        definite=_definite(form, start, end) or (own[:4] == "NTDC" and span[1].value == OF),
        by_whom=PLACE if place else _by_whom(form, start, label, end) if whose else "",
        many=many,
        newer=any(one.value == NEWER for one in span),
        vacant=counted.vacant,
    )


_SOMEBODY: Final = re.compile("a[uV]?C")
_PEOPLE_THEMSELVES: Final = {"parent", "staff"}
"""Categories that a word for a person stands for: "an elected teacher", and no "a foundation"."""
_GOES_ON: Final = re.compile("[^,;.&)]")


def _definite(form: str, start: int, end: int) -> bool:
    """Whether words speak of seats that are told of elsewhere: "the two parents", or a rule of what a parent governor may do."""
    about = form[start - 1 : start + 1] in ("DN", "Ta")
    somebody = form[end : end + 1] in ("c", "V", "u") or _SOMEBODY_IS.search(form, 0, start) is not None
    return about or (form[start] == "a" and somebody)


_SOMEBODY_IS: Final = re.compile("(?:^|[,;.&:])[^A,;.&:]{0,12}[usRH]V$")
"""What stands before that which somebody is: "Ann Lee is a parent governor"."""
_JOINED: Final = re.compile("[CA]G?[&y]D?$")
"""What stands before a head whose number is that of others, too."""
_SEVERAL_HEADS: Final = re.compile("HG?([:=x.-]*N|#)|.{0,60}e")
_REPRESENTS: Final = re.compile("NG[TD]+u{0,2}$")
_AFTER: Final = re.compile("[uV]{0,3}T[DTu]{0,4}A")
_AND_OFFICE: Final = re.compile("(?<=[CG])&D?A(?=$|[.;])|(?<=[CGA])&D?Au?X|DA[^NCHX,;.&]{0,9}VaX(?!C)")
_ALONE: Final = re.compile("(?<![Ty])(?<![Ty]D)(?:H|CG)(?![cn]{1,2}[aD]?G|w)")


def _by_whom(form: str, start: int, label: int, end: int) -> str:
    """Tell whether a seat is named by an office, by who appoints, or by a label that stands for them; "" for none of it."""
    if form[label] == "X" or (form[start] == "a" and "X" in form[start:end]):
        return "office"
    taken = "T" in form[start:label]
    if form[label] == "A":
        told = taken or "A" in form[max(0, start - _MOST) : start] or "V" in form[max(0, start - _MOST) : end]
        return "appointer" if told and not _REPRESENTS.search(form[start:label]) else "label"
    by_trust = taken and "G" not in form[start:end]
    return "appointer" if by_trust or _AFTER.match(form, end) or _AFTER.search(form, label, end) else ""


def _alone(main: Sequence[Token], form: str, items: list[Item], used: set[int]) -> list[Item]:
    """Add what is named without a number: the head teacher, and any other category in the singular."""
    found = list(items)
    for match in _ALONE.finditer(form):
        first, last = main[match.start()], main[match.end() - 1]
        if match.start() not in used:
            many = first.many or last.many
            definite = first.letter == "C" and form.endswith("D", 0, match.start())
            one = Item(first.value, None if many else 1, first.start, last.end, form="alone", alone=True)
            found.append(attrs.evolve(one, many=many, definite=definite))
            used.update(range(*match.span()))
    return sorted(found, key=lambda one: one.start)


def _whole(main: Sequence[Token], form: str) -> list[Item]:
    """Read a line that is one governor in other words, such as "representative of the council", as if it began with one."""
    if len(main) > _MOST or "G" not in form or set(form) & set("N#OBKw") or any(one.many for one in main):
        return []
    one = Token("N", main[0].start, main[0].start, 1)
    items, _, _ = _scan([one, *main], f"N{form}", "count first")
    return [attrs.evolve(item, form="alone", alone=True) for item in items if not item.many][:1]


def _by_office(
    main: Sequence[Token], form: str, items: Sequence[Item], parts: Sequence[Part], used: set[int]
) -> list[Item]:
    """Read "the Vicar (ex officio)", or "and the Vicar" behind foundation governors, as one of them."""
    found = {
        main[part.at - 1].start: part.tokens[-1].end
        for part in parts
        if part.bracket and part.tokens[0].letter == "X" and form[part.at - 1 : part.at] == "A"
    }
    ends = {item.end for item in items if item.category == "foundation" and item.by_whom != "appointer"}
    for match in _AND_OFFICE.finditer(form):
        own = main[match.start() + 1 : match.end()]
        follows = own[-1].letter == "X" or main[match.start() - 1].end in ends
        if follows and not found.keys() & {one.start for one in own}:
            found[own[0].start] = own[-1].end
            used.update(range(*match.span()))
    return [Item("foundation", 1, *span, form="office", by_whom="office") for span in found.items()]


def _doubted(main: Sequence[Token], form: str, items: Sequence[Item]) -> Iterator[Item]:
    """Give each item the doubt whose form stands where the item does."""
    doubts: dict[int, dict[str, Any]] = {}
    for _, pattern, entry in language().forms.get("doubt", ()) if items else ():
        ends = LETTERS.get(entry.get("unless_before", ""), "")
        for match in pattern.finditer(form):
            if not (ends and form.startswith(ends, match.end())):
                for token in main[slice(*match.span())]:
                    if token.letter in "N#CHA":
                        doubts.setdefault(token.start, entry)
    places = sorted(doubts)
    for item in items:
        at = bisect.bisect_left(places, item.start)
        entry = doubts[places[at]] if at < len(places) and places[at] < item.end else {}
        count, aside = item.count if entry.get("weak", not entry) else None, entry.get("sets_aside", False)
        yield attrs.evolve(item, doubt=entry.get("name", ""), set_aside=aside, count=count)


def _shares(main: Sequence[Token], form: str, items: Sequence[Item]) -> Iterator[Item]:
    """Set aside those that share out seats before them: "three staff - at least one a teacher and one not", "two - one here, one there"."""
    for category, group in itertools.groupby(items, lambda one: one.category):
        own = list(group)
        first = next((n for n, one in enumerate(own) if one.count), 0)
        whole, run = own[first], own[first + 1 :]
        yield from own[: first + 1]
        told, count = sum(one.count or 0 for one in run), whole.count or 0
        behind = bisect.bisect_left(main, whole.end, key=start_of)
        apart = len(run) > 1 and form[behind : behind + 1] in ("-", ":")
        limit = bool(run) and run[0].doubt == "a limit"
        shares = category != _FOR_ALL and (told < count if limit else apart and 0 < told == count)
        for one in run:
            doubt = one.doubt or "some of those before them"
            yield attrs.evolve(one, count=None, doubt=doubt, set_aside=True) if shares else one


def _claims(main: Sequence[Token], form: str, used: set[int]) -> Iterator[Claim]:
    """Find the numbers that are a total, or may be."""
    seen: set[int] = set()
    notice = form.find("v")
    for _, pattern, entry in language().forms["total"]:
        for match in pattern.finditer(form):
            place = max(form.rfind(letter, *match.span()) for letter in "N#")
            about = form[max(0, match.start() - _ABOUT) : match.end() + 2]
            valued = _VALUE.match(form, match.end()) if form[match.end() - 1] == "O" else None
            ahead = valued is not None and valued.end() - 1 not in used
            told, plainly = main[place], bool(entry.get("plainly"))
            fits = told.value >= _FEWEST_GOVERNORS and (plainly or not set(about) & set("gowr"))
            before = form[max(0, match.start() - 1) : match.start()]
            denied = before in ("n", "j") or (before == "&" and match.start() - 2 in used)
            if place in used or place in seen or ahead or denied or not fits:
                continue
            seen.add(place)
            bound = "b" in form[max(0, match.start() - 2) : match.end()]
            after = notice >= 0 and (notice < place or len(seen) > 1)
            yield Claim(told.value, told.start, plainly and not bound, bound, after)
    for n, one in enumerate(main):
        if one.letter in "N#" and n not in used and n not in seen and one.value >= _FEWEST_GOVERNORS:
            yield Claim(one.value, one.start, if_it_fits=True, notice=notice >= 0)


_FEWEST_GOVERNORS: Final = 5
_ABOUT: Final = 6
_VALUE: Final = re.compile("[:=/x]{0,3}[N#]")
_QUANTITY: Final = re.compile(r"[&uD.()-]{0,3}(?:[Nz#]|b[^NCHAO]{0,3}[Nz#])|[&D.()-]{0,2}u?a(?![oQ]|u?t)")
"""A part that begins with a number, a limit or an article; what stands before says no category and no law."""
_PEOPLE: Final = re.compile("[CHAG]|[Nz#][^os:]{0,4}T")
_SHARE: Final = re.compile("[eIlhwR]")
"""Words of belonging or of law; people in post, vacancies, and those who hold no seat."""
_PART: Final = re.compile("[^,;.&:]+")
_FOR_ALL: Final = "foundation"


def _left_over(
    main: Sequence[Token], form: str, items: Sequence[Item], used: Collection[int], claims: Sequence[Claim]
) -> Iterator[Left]:
    """Find the parts that give a number, and no seats and no total; those that together are the seats before them explain these."""
    claimed = {claim.start for claim in claims if not claim.if_it_fits}
    free = [n not in used and token.start not in claimed for n, token in enumerate(main)]
    found: dict[int, list[tuple[Left, str]]] = {}
    for part in _PART.finditer(form):
        first, last = part.span()
        tokens, own = main[first:last], part[0]
        numbers = [one for n, one in enumerate(tokens, first) if one.letter in "N#" and free[n]]
        quantity = _QUANTITY.match(own) if all(free[first:last]) and not _SHARE.search(own) else None
        several = any(one.letter == "G" and one.many for one in tokens)
        # "As a rule governors ..." gives none.
        begins = quantity is not None and not (several and quantity[0][-1] == "a")
        if any(one.value for one in numbers) or (begins and not numbers) or "z" in own:
            start = next((one for one in tokens if one in numbers or one.letter == "z"), tokens[0]).start
            people = begins and bool(_PEOPLE.search(own))
            categories = tuple(dict.fromkeys(str(one.value) for one in tokens if one.letter in "CHA"))
            value = sum(one.value for one in numbers)
            if value >= _FEW and value == _named_in(main, form, items, tokens[0].start):
                continue
            one = Left(start, tokens[-1].end, categories, value, people, limit="z" in own or "b" in own)
            before = sum(item.end <= one.start for item in items)
            found.setdefault(before, []).append((one, own))
    for before, parts in found.items():
        item = items[before - 1] if before and all(one.people for one, _ in parts) else None
        together, count = sum(one.value for one, _ in parts), item.count or 0 if item else 0
        whole = len(parts) > 1 and together == count > 0
        shares = item is not None and item.category == _FOR_ALL and 0 < together < count
        if not whole and not (shares and all("T" in own for _, own in parts)):
            yield from (one for one, _ in parts)


def _named_in(main: Sequence[Token], form: str, items: Sequence[Item], start: int) -> int:
    """Give how many seats are named without a number from a place to the end of its sentence: "two are the head and a teacher"."""
    ends = STOP.search(form, bisect.bisect_left(main, start, key=start_of)).start()  # type: ignore[union-attr]
    named = [one for one in items if start <= one.start and one.end <= main[ends - 1].end]
    alone = all(one.form in ("article", "alone") for one in named)
    return sum(one.count or 0 for one in named) if alone else 0
