"""The answer for one person as a short letter: the verdict, what stands in the way, what is still to be asked."""

from collections.abc import Iterable, Iterator

from governance.answers.finding import Finding
from governance.english import day_words
from governance.letters.page import wrap
from governance.model.names import seat_words
from governance.people.eligibility import PersonResult
from governance.people.surplus import Excess, Surplus

_VERDICT = {True: "ELIGIBLE", False: "NOT ELIGIBLE", None: "CANNOT TELL"}


def letter(result: PersonResult, *, everything: bool = False, excess: Excess | None = None) -> str:
    """Write the letter; with `everything`, also the rules that are met. `excess` is that of the person's category."""
    return "\n".join(_lines(result, excess, everything=everything))


def caution_letter(results: Iterable[PersonResult]) -> str:
    """Write what to know of the record of the law that the answers rest on, each thing once."""
    told = dict.fromkeys(caution for result in results for caution in result.cautions)
    return "\n\n".join("\n".join(wrap(f"Caution: {caution}", "", "")) for caution in told)


def surplus_letter(found: Surplus) -> str:
    """Write which categories have more governors than seats, and how it is settled who goes; nothing where none has."""
    return "\n".join(_surplus_lines(found)) if found.excess else ""


def _surplus_lines(found: Surplus) -> Iterator[str]:
    yield f"MORE GOVERNORS THAN SEATS: the law of {day_words(found.on)}"
    for one in found.excess:
        yield from wrap(one.says, "  - ", "    ")
        if one.citation:
            yield f"    {one.citation}  {one.url}"
    if found.procedure:
        yield from ("", found.procedure.title)
        for step in found.procedure.steps:
            yield from wrap(f"{step.number}. {step.who} {step.what} {step.citation}", "  ", "     ")
            if step.note:
                yield from wrap(step.note, "     ", "     ")
    cautions = (
        *(found.procedure.cautions if found.procedure else ()),
        *([found.caution] if found.caution else ()),
    )
    for caution in cautions:
        yield from wrap(f"Take care: {caution}", "  ", "     ")


def _lines(result: PersonResult, excess: Excess | None, *, everything: bool) -> Iterator[str]:
    person = result.person
    met = [finding for finding in result.findings if finding.verdict == "met"]
    notes = (*result.of("note", "breached"), *result.of("note", "unknown"))
    advice = (*result.of("advice", "breached"), *result.of("advice", "unknown"))
    began = f" from {day_words(person.appointed_on)}" if person.appointed_on else ""
    by = f", by {person.came_by}" if person.came_by and person.came_by != "ex officio" else ""
    by = ", ex officio" if person.came_by == "ex officio" else by
    yield f"{_VERDICT[result.eligible]}: {person.key}"
    yield (
        f"{result.proposal}: {person.words}{by}{began}; the law of {day_words(result.on)} ({result.regime})"
    )
    if excess and excess.must_go and person.came_by != "ex officio" and result.eligible is not False:
        of = seat_words(excess.category, excess.listed)
        yield f"One of {excess.listed} {of}, of whom {excess.must_go} must go if all are in post: see the end."
    if result.remark:
        yield from ("", *wrap(result.remark, "", ""))
    yield from _part("What is wrong", result.of("unlawful", "breached"))
    yield from _part("What cannot be told", result.of("unlawful", "unknown"))
    if not everything:
        yield from _part("Met as we read the law, and not on another view", [one for one in met if one.doubt])
    yield from _part("Duties of others, which do not decide it", notes)
    yield from _part("Advice (not a breach of the law)", advice)
    if everything:
        yield from _part("What is met", met)
    elif result.findings:
        yield from ("", f"{len(met)} of {len(result.findings)} rules are met; --all shows them.")


def _part(title: str, findings: Iterable[Finding]) -> Iterator[str]:
    findings = tuple(findings)
    if not findings:
        return
    yield from ("", title)
    questions: dict[str, list[str]] = {}
    for finding in findings:
        if finding.verdict == "unknown":
            questions.setdefault(finding.question, []).append(finding.citation)
    for question, citations in questions.items():
        yield from wrap(f"{question} ({'; '.join(citations)})", "  - ", "    ")
    for finding in findings:
        if finding.verdict == "unknown":
            continue
        yield from wrap(f"{finding.because[:1].upper()}{finding.because[1:]}.", "  - ", "    ")
        yield from wrap(finding.says, "    ", "    ")
        yield f"    {finding.citation}  {finding.url}"
        if finding.doubt:
            doubt = finding.doubt
            yield from wrap(
                f"The law is doubtful here. {doubt.doubt} We take it: {doubt.taken} The other view: "
                f"{doubt.other} On that view this rule is {doubt.verdict}. Take advice.",
                "    ",
                "    ",
            )
