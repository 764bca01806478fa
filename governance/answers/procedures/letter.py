"""A procedure as a short letter: numbered steps, each with its dates, its meeting, its citation and its address."""

import textwrap
from collections.abc import Iterator

from governance.answers.procedures.step import Meeting, Procedure, Step
from governance.law.wording import CAUTION
from governance.law.words import day_words

WIDTH = 100


def letter(procedure: Procedure) -> str:
    """Write the letter."""
    return "\n".join(_lines(procedure))


def _lines(procedure: Procedure) -> Iterator[str]:
    yield from _wrap(f"{procedure.title}. The law of {day_words(procedure.on)}.", "", "")
    for step in procedure.steps:
        yield ""
        mark = f"{step.number}. "
        inset = " " * len(mark)
        yield from _wrap(f"{step.who} {step.what}", mark, inset)
        for line in (_when(step), step.note):
            if line:
                yield from _wrap(line, inset, inset)
        yield f"{inset}{step.citation}  {step.url}"
        if step.meeting:
            yield from _meeting(step.meeting, inset)
    if procedure.advice:
        yield from ("", "Advice, which is not law")
        for said in procedure.advice:
            yield from _wrap(said.says, "  - ", "    ")
            yield f"    {said.citation}  {said.url}"
    if procedure.cautions:
        yield from ("", "What else to know")
        for caution in procedure.cautions:
            yield from _wrap(caution, "  - ", "    ")
    yield from ("", *_wrap(CAUTION, "", ""))


def _meeting(meeting: Meeting, inset: str) -> Iterator[str]:
    for said in meeting.rules:
        last = meeting.notice_by if said.about == "notice" else None
        by = f" By {day_words(last)}." if last else ""
        text = f"{said.about.capitalize()}: {said.says}{by} ({said.citation})"
        yield from _wrap(text, f"{inset}- ", f"{inset}  ")


def _when(step: Step) -> str:
    if step.by and step.by == step.not_before:
        return f"On {day_words(step.by)}."
    said = [
        f"{word} {day_words(day)}" for word, day in (("not before", step.not_before), ("by", step.by)) if day
    ]
    text = ", ".join(said)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _wrap(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
