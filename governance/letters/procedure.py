"""A procedure as a short letter: numbered steps, each with its dates, its meeting, its citation and its address."""

from collections.abc import Iterator

from governance.answers.procedures.step import Meeting, Procedure, Said, Step
from governance.english import day_words, listed
from governance.law.wording import CAUTION
from governance.letters.page import wrap

_ALIKE = {"notice": "the notice", "quorum": "the quorum", "vote": "the vote", "withdraws": "who withdraws"}
"""What is not told again of a second meeting."""


def letter(procedure: Procedure) -> str:
    """Write the letter."""
    return "\n".join(_lines(procedure))


def _lines(procedure: Procedure) -> Iterator[str]:
    yield from wrap(f"{procedure.title}. The law of {day_words(procedure.on)}.", "", "")
    first: dict[tuple[Said, ...], int] = {}
    for step in procedure.steps:
        yield ""
        mark = f"{step.number}. "
        inset = " " * len(mark)
        yield from wrap(f"{step.who} {step.what}", mark, inset)
        for line in (_when(step), step.note):
            if line:
                yield from wrap(line, inset, inset)
        yield f"{inset}{step.citation}  {step.url}"
        if step.meeting:
            yield from _meeting(step.meeting, inset, first.get(step.meeting.rules))
            first.setdefault(step.meeting.rules, step.number)
    if procedure.advice:
        yield from ("", "Advice, which is not law")
        for said in procedure.advice:
            yield from wrap(said.says, "  - ", "    ")
            yield f"    {said.citation}  {said.url}"
    if procedure.cautions:
        yield from ("", "What else to know")
        for caution in procedure.cautions:
            yield from wrap(caution, "  - ", "    ")
    yield from ("", *wrap(CAUTION, "", ""))


def _meeting(meeting: Meeting, inset: str, told: int | None) -> Iterator[str]:
    """Tell the rules of a meeting, or that they are those of an earlier step."""
    noticed = any(said.about == "notice" for said in meeting.rules)
    by = f"by {day_words(meeting.notice_by)}" if noticed and meeting.notice_by else ""
    if told and meeting.rules:
        about = listed(_ALIKE[said.about] for said in meeting.rules if said.about in _ALIKE)
        yield from wrap(
            f"As in step {told}: {about}.{f' The notice: {by}.' if by else ''}", f"{inset}- ", f"{inset}  "
        )
        return
    for said in meeting.rules:
        day = f", {by}" if by and said.about == "notice" else ""
        text = f"{said.about.capitalize()}{day} ({said.citation}): {said.says}"
        yield from wrap(text, f"{inset}- ", f"{inset}  ")


def _when(step: Step) -> str:
    if step.by and step.by == step.not_before:
        return f"On {day_words(step.by)}."
    said = [
        f"{word} {day_words(day)}" for word, day in (("not before", step.not_before), ("by", step.by)) if day
    ]
    text = ", ".join(said)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
