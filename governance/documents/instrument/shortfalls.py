"""What stands in the way of an instrument: why it is not drafted, and why a report cannot recommend it."""

from governance.answers.finding import Finding, Result


def shortfalls(result: Result) -> tuple[Finding, ...]:
    """Give what stands in the way: every breach, everything unknown, and everything still to be stated."""
    return (
        *result.of("unlawful", "breached"),
        *result.of("unlawful", "unknown"),
        *result.awaiting("statement"),
    )


def shortfall_words(finding: Finding) -> str:
    """Say what stands in the way, with its citation."""
    said = finding.because if finding.verdict == "breached" else finding.question
    return f"{said} ({finding.citation})"
