"""What stands in the way of an instrument: why it is not drafted, and why a report cannot recommend it."""

from governance.answers.finding import Finding, Result, by_question


def shortfalls(result: Result) -> tuple[Finding, ...]:
    """Give what stands in the way: every breach, everything unknown, and everything still to be stated."""
    return (
        *result.of("unlawful", "breached"),
        *result.of("unlawful", "unknown"),
        *result.awaiting("statement"),
    )


def shortfall_words(result: Result) -> tuple[str, ...]:
    """Say what stands in the way, with its citations; a question that several provisions ask is asked once."""
    found = shortfalls(result)
    wrong = tuple(f"{one.because} ({one.citation})" for one in found if one.verdict == "breached")
    asked = by_question(one for one in found if one.verdict != "breached")
    return (
        *wrong,
        *(f"{group[0].question} ({'; '.join(one.citation for one in group)})" for group in asked),
    )
