"""The steps of a proof in words: each says on what it rests, so that a reader can check it by hand."""

from collections.abc import Mapping, Sequence

from governance.answers.space.elimination import Equality
from governance.answers.space.solver import Row, Step
from governance.answers.space.space import Constraint, Space
from governance.answers.words import name_words
from governance.english import listed


def bounds_steps(steps: Sequence[Step], space: Space) -> list[str]:
    """Say each narrowing of a bound, and last the contradiction."""
    return [_narrowed(step, steps, space) for step in steps[:-1]] + [_contradiction(steps[-1], steps, space)]


def equality_steps(
    bad: Equality, space: Space, multiple: tuple[int, int, frozenset[int]] | None
) -> list[str]:
    """Say the equalities that were put together, and why no whole number keeps what they come to."""
    said = [_source(space.constraints[number], full=True) for number in sorted(bad.times)]
    if not bad.weights:
        return [*said, "Put together, nought would be a number other than nought."]
    if multiple and (asked := _asked_total(bad, space)) is not None:
        by, rest, _ = multiple
        always = _MULTIPLES.get((by, rest)) or f"{rest} more than a multiple of {by}"
        said.append(f"So the total is always {always}; {asked} is not.")
        return said
    name = next(iter(bad.weights))
    by = bad.step
    sums = " and ".join(f"{abs(w)} times the {name_words(one, 2)}" for one, w in bad.weights.items())
    said.append(
        f"Put together, {sums} would come to {abs(bad.constant)}, which is not a multiple of {by}."
        if len(bad.weights) > 1
        else f"Put together, {by} times the {name_words(name, 2)} would be {abs(bad.constant)}, "
        f"which is not a multiple of {by}."
    )
    return said


def sum_steps(times: Mapping[int, int], table: Sequence[Row], space: Space) -> list[str]:
    """Say the inequalities that contradict each other when added up, and how often each is added."""
    said = []
    weights: dict[int, int] = {}
    constant = 0
    for number, count in times.items():
        row = table[number]
        constant += count * row.constant
        for place, weight in row.weights:
            weights[place] = weights.get(place, 0) + count * weight
        often = "Once" if count == 1 else f"{count} times"
        said.append(f"{often}: {_inequality(row, space)} ({_source(space.constraints[row.source])}).")
    left = {place: weight for place, weight in weights.items() if weight}
    rest = _side(left, constant, space)
    return [*said, f"Added up, {rest} would be nought or more, and it is less."]


def _inequality(row: Row, space: Space) -> str:
    """Write a row as what is counted on one side and on the other."""
    more = {place: weight for place, weight in row.weights if weight > 0}
    less = {place: -weight for place, weight in row.weights if weight < 0}
    left = _side(more, max(row.constant, 0), space)
    return f"{left} is at least {_side(less, max(-row.constant, 0), space)}"


def _side(weights: Mapping[int, int], constant: int, space: Space) -> str:
    parts = [
        f"{weight} x {_plain(space.names[place])}" if weight != 1 else _plain(space.names[place])
        for place, weight in weights.items()
    ]
    return " + ".join([*parts, *([str(constant)] if constant or not parts else [])])


def _plain(name: str) -> str:
    return "total" if name == "total" else name_words(name, 2)


_MULTIPLES = {(2, 0): "even", (2, 1): "odd"}


def _asked_total(bad: Equality, space: Space) -> int | None:
    wishes = [space.constraints[n].wish for n in bad.times if space.constraints[n].wish]
    only = wishes[0] if len(wishes) == 1 else None
    return only.least if only and only.name == "total" else None


def _narrowed(step: Step, steps: Sequence[Step], space: Space) -> str:
    one = space.constraints[step.row.source]
    result = _bound(step, space)
    if one.wish:
        return f"{one.says}: {result}."
    because = _premises(step.after, steps, space)
    if not because and one.origin == "wish":
        return f"{one.says}."
    if not because:
        return f"{_source(one)}: {result}."
    return f"{_source(one)}: {because}, so {result}."


def _contradiction(step: Step, steps: Sequence[Step], space: Space) -> str:
    """Say what the last row would ask of one number, against what is known of it."""
    one = space.constraints[step.row.source]
    if not step.row.weights:
        return f"{_source(one, full=True)} Here it is not so."
    known = {(steps[n].number, steps[n].rises): n for n in step.after}
    place, weight = max(
        ((p, w) for p, w in step.row.weights if (p, w < 0) in known or not step.after),
        key=lambda pair: (space.names[pair[0]] == "total", -len(space.names[pair[0]])),
        default=step.row.weights[0],
    )
    opposite = known.get((place, weight < 0))
    now = steps[opposite].bound if opposite is not None else 0
    # The row misses by `bound`: so far must this number go beyond what it can be.
    further = -(step.bound // abs(weight))
    needed = now + further if weight > 0 else now - further
    name = space.names[place]
    because = _premises(tuple(n for n in step.after if n != opposite), steps, space)
    asked = amount_words(name, needed, at_least=weight > 0)
    against = (
        amount_words(name, now, at_least=weight < 0)
        if opposite is not None
        else "fewer than none is impossible"
    )
    if needed < 0:
        asked = f"fewer than no {name_words(name, 2)}"
    if one.wish and opposite is not None:
        return f"{one.says}; but there {_is(now)} {against}."
    so = f"{because}, so there would have to be {asked}" if because else f"there would have to be {asked}"
    return f"{_source(one)}: {so}; but {'there ' + _is(now) + ' ' if opposite is not None else ''}{against}."


def _premises(after: Sequence[int], steps: Sequence[Step], space: Space) -> str:
    return listed([_bound(steps[number], space) for number in after])


def _bound(step: Step, space: Space) -> str:
    return amount_words(space.names[step.number or 0], step.bound, at_least=step.rises)


def amount_words(name: str, number: int, *, at_least: bool) -> str:
    """Say at least, or at most, so many."""
    if number == 0 and not at_least:
        return f"no {name_words(name, 2)}"
    return f"at {'least' if at_least else 'most'} {number} {name_words(name, number)}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _source(one: Constraint, *, full: bool = False) -> str:
    """Say whose a step is: a citation, a wish, or what the words mean."""
    if one.rule:
        return f"{one.rule.citation}: {one.rule.says}" if full else one.rule.citation
    if one.wish:
        return f"{one.says}." if full else one.says
    return one.says if full else one.says.removesuffix(".")
