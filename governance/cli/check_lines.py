"""`governance check --jsonl`: one JSON result a line, of JSON proposals that stand one a line or of the rows of a table."""

import datetime
import itertools
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import IO, Any

import click

from governance.answers.asked import no_answer
from governance.answers.check import check
from governance.answers.verdict import verdict
from governance.cli.common import BAD_INPUT, CANNOT_TELL, STATUS, complain
from governance.cli.inputs import Given, on_a_day, sources
from governance.cli.labels import asked_on
from governance.cli.progress import progress
from governance.errors import CannotTellError, Problem, ProposalError
from governance.files import budget
from governance.model import parse
from governance.model.beside import fill_in
from governance.model.reading import MOST_BYTES, parse_json
from governance.model.recognise import is_table

_MOST_WRONG = 1_000
"""After so many lines running that hold no proposal, the file is something else."""
_MOST_PIECES = 1_000
"""A line that is so many times as long as a proposal has no end."""

_Line = tuple[str, int, Callable[[], Given]]
"""What one is called, its number, and what reads it."""


def answer_lines(
    file: str, beside: Mapping[str, str], on: datetime.date | None, *, verdicts: bool
) -> set[int]:
    """Print a result for each line of a file, or each row of a table; give the statuses."""
    statuses = set()
    dated: Counter[str] = Counter()
    wrong = 0
    try:
        for source, number, take in _rows(file, beside) if is_table(file) else _lines(file, beside):
            try:
                with budget.of(source, anew=True):
                    given = on_a_day(take(), on)
                    answer, lawful = _answer(given, verdicts=verdicts)
            except ProposalError as error:
                answer, status = no_answer(source, error.problems, line=number), BAD_INPUT
            except CannotTellError as error:
                answer, status = no_answer(source, [error], line=number), CANNOT_TELL
            else:
                status = STATUS[lawful]
                dated[given.dated] += 1
            statuses.add(status)
            sys.stdout.write(json.dumps(answer) + "\n")
            wrong = wrong + 1 if status == BAD_INPUT else 0
            if wrong == _MOST_WRONG:
                says = f"{wrong} lines running hold no proposal, and the rest was left"
                complain(Problem(source, "", says, "Write one JSON proposal a line"))
                break
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(Problem(file, "", f"cannot be read: {error.strerror}", "Check the name of the file"))
        statuses.add(BAD_INPUT)
    del dated[""]
    for says, number in dated.items() if verdicts else ():
        complain(f"Note: {file}: of {number} proposals {says}.")
    return statuses


def _answer(given: Given, *, verdicts: bool) -> tuple[dict[str, Any], bool | None]:
    if verdicts:
        found = verdict(asked_on(given), on=given.on)
        return found.as_json(), found.lawful
    result = check(asked_on(given), on=given.on)
    return given.as_json(result.as_json()), result.lawful


def _rows(file: str, beside: Mapping[str, str]) -> Iterator[_Line]:
    for row in sources([file]):
        yield row.name, int(row.name.rpartition(":")[2]) if row.row else 0, partial(row.take, beside)


def _lines(file: str, beside: Mapping[str, str]) -> Iterator[_Line]:
    """Give the lines one by one, none longer than a proposal can be; the rest of a longer one is dropped.

    What follows a line without end is never reached.
    """
    with click.open_file(file, "rb") as stream, progress("Checking", _size(stream)) as done:
        for number in itertools.count(1):
            line = rest = stream.readline(MOST_BYTES + 1)
            pieces = 0
            while rest and not rest.endswith(b"\n") and pieces < _MOST_PIECES:
                rest, pieces = stream.readline(MOST_BYTES), pieces + 1
            if not line:
                return
            done(len(line))
            source = f"{file}:{number}"
            yield source, number, partial(_given, line, source, beside)
            if pieces == _MOST_PIECES:
                return


def _size(stream: IO[bytes]) -> int:
    """Give the bytes of a file whose answers go elsewhere than to a terminal; else nought, and nothing is counted."""
    if sys.stdout is None or sys.stdout.isatty() or not stream.seekable():
        return 0
    return os.fstat(stream.fileno()).st_size


def _given(line: bytes, source: str, beside: Mapping[str, str]) -> Given:
    if len(line) > MOST_BYTES:
        raise _bad(source, f"the line is longer than {MOST_BYTES} bytes")
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _bad(source, "the line is not UTF-8 text") from None
    data = fill_in(parse_json(text, source), beside, source=source)
    return Given(parse(data, source=source), beside=beside)


def _bad(source: str, message: str) -> ProposalError:
    return ProposalError((Problem(source, "", message, "Mend that line"),))
