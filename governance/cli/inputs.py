"""What a command is given as FILE: a proposal in TOML or JSON, or a document that is read as one.

What is said beside it fills in what it lacks, and today's law is taken where it has no day: here, for every command.
"""

import datetime
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs
import click

from governance.answers.asked import day_asked, each_category, noted
from governance.cli.board import Stated
from governance.cli.common import Word, complain
from governance.english import lower
from governance.errors import CannotTellError, GovernanceError, Problem, ProposalError, UnreadableError
from governance.files import budget
from governance.model import Proposal
from governance.model.beside import FLAGS, fill_in
from governance.model.names import CATEGORIES, FOUNDATION
from governance.model.reading import Written, written
from governance.model.recognise import is_proposal_file, is_table

if TYPE_CHECKING:
    from governance.model.boards import Entry
    from governance.reading.evidence import Understood

_MOST_NOTED: Final = 20
_TABLE: Final = "Give it to governance check, repair, draft or report, which answer for each row; or make a file of the one school"
_MOST_BAD: Final = 1_000
"""After so many rows running that are no boards, the table is something else."""
_HELP: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "category": (CATEGORIES, "The category of the school, where FILE does not say it."),
    "foundation": (FOUNDATION, "Whether the school has a foundation, and which, where FILE does not say it."),
    "religious_character": ((), 'As designated, or "none", where FILE does not say it.'),
    "local_authority": ((), "The local authority, where FILE does not name it."),
    "name": ((), "The name of the school, where FILE does not say it."),
}


def beside_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what FILE lacks; the command is given them as `beside`."""

    @functools.wraps(command)
    def run(*args: Any, **given: Any) -> Any:
        said = {key: given.pop(f"beside_{key}") for key in FLAGS}
        return command(*args, beside={key: text for key, text in said.items() if text is not None}, **given)

    for key, flag in reversed(FLAGS.items()):
        choices, words = _HELP[key]
        kind = Word(choices) if choices else str
        metavar = None if choices else "TEXT"
        run = click.option(flag, f"beside_{key}", type=kind, metavar=metavar, help=words)(run)
    return run


class Given(NamedTuple):
    """A proposal, and what it was read from where that is a document.

    It is a proposal as each category where none is given anywhere (`each`). `on` is the day to ask about, None for
    that on which the instrument takes effect, and `dated` says why it is the day it is where nobody gave one.
    """

    proposal: Proposal
    understood: "Understood | None" = None
    each: tuple[Proposal, ...] = ()
    beside: Mapping[str, str] = MappingProxyType({})
    on: datetime.date | None = None
    dated: str = ""

    def answer(self, letter: str) -> str:
        """Give a letter with what to know of its day in the first line, and below it what reading left open."""
        first, line, rest = letter.partition("\n")
        return f"{first}{f' ({self.dated})' if self.dated else ''}{line}{rest}{self.as_read()}"

    def as_read(self) -> str:
        """Say what was said beside FILE and what reading left open, to stand below an answer."""
        if self.understood is None:
            said = [f"{key.replace('_', ' ')}: {text} ({FLAGS[key]})" for key, text in self.beside.items()]
            lists = {
                "Said beside the file": said,
                "Written otherwise, and read so": _some(self.proposal.read_as),
            }
            return "".join(
                "\n".join(["\n", title, *(f"  - {line}" for line in lines)])
                for title, lines in lists.items()
                if lines
            )
        from governance.letters.reading import as_read  # noqa: PLC0415 - only documents are read

        return f"\n\n{as_read(self.understood)}"

    def as_json(self, answer: dict[str, Any]) -> dict[str, Any]:
        """Add to an answer what it was read from (`read`), what was said beside it, how it was written, and its day."""
        return noted(
            answer,
            read=self.reading(),
            beside=dict(self.beside),
            read_as=list(self.proposal.read_as),
            dated=self.dated,
        )

    def reading(self) -> dict[str, Any] | None:
        """Give the evidence and the findings of a document; None for a proposal file."""
        if self.understood is None:
            return None
        from governance.reading.as_json import reading  # noqa: PLC0415 - only documents are read

        return reading(self.understood)


def _some(notes: tuple[str, ...]) -> list[str]:
    """Give as many notes as a letter can bear, and say how many more there are."""
    more = len(notes) - _MOST_NOTED
    return [*notes[:_MOST_NOTED], f"and {more} more, which --json lists"] if more > 0 else list(notes)


class Source(NamedTuple):
    """What one proposal is read from: a FILE, or a row of a table of boards. `name` is what it is called in answers."""

    name: str
    file: str
    row: "Entry | None" = None
    wrong: ProposalError | None = None

    def take(self, beside: Mapping[str, str], *, each: bool = False) -> Given:
        """Read it, as `take` does."""
        if self.wrong:
            raise self.wrong
        if self.row is None:
            return take(self.file, beside, each=each)
        data = fill_in(self.row.data, beside, source=self.name)
        each = each and not self.row.problems
        given = _given(each_category(Written(data, self.name)) if each else ()) or Given(self.row.parse(data))
        return given._replace(beside=beside)


def sources(files: Iterable[str]) -> Iterator[Source]:
    """Give each FILE, and of a table of boards each row; what of a table was not read is said in a note."""
    for file in files:
        if not is_table(file):
            yield Source(file, file)
            continue
        from governance.model.boards import open_boards  # noqa: PLC0415 - most files are no tables

        try:
            with budget.of(file, anew=True):
                boards = open_boards(file)
            for note in boards.notes:
                complain(f"Note: {Problem(file, '', note.removesuffix('.'))}")
            bad, row = 0, None
            for row in boards.entries:
                bad = bad + 1 if row.problems else 0
                if bad == _MOST_BAD:
                    says = f"{bad} rows running are no boards, and the rest was left"
                    yield Source(
                        row.source, file, wrong=ProposalError((Problem(row.source, "", says, _TABLE),))
                    )
                    break
                if row.hidden:
                    complain(f"Note: {row.source}: the row is hidden in the workbook, and was read.")
                yield Source(row.source, file, row)
            if row is None:
                empty = Problem(file, "", "has no rows below its heading", "Fill in a row for each school")
                yield Source(file, file, wrong=ProposalError((empty,)))
        except UnreadableError as error:
            wrong = Problem(error.source or file, "", error.wrong, error.remedy)
            yield Source(file, file, wrong=ProposalError((wrong,)))
        except ProposalError as error:
            yield Source(file, file, wrong=error)


def take(file: str, beside: Mapping[str, str], *, each: bool = False) -> Given:
    """Read FILE; ProposalError with every problem found, also where a document cannot be read.

    A proposal is known by its name or by what it holds, so that one saved as .txt is one; all else is a document.
    With `each`, what lacks nothing but the category is given as each. Raises ContradictionError where what is said
    beside FILE contradicts it.
    """
    if is_table(file):
        raise ProposalError((Problem(file, "", "is a table of boards, a school in each row", _TABLE),))
    proposal = isinstance(file, Stated) or is_proposal_file(file)
    given = _proposal(file, beside, each=each) if proposal else _document(file, beside, each=each)
    return given._replace(beside=beside)


def on_a_day(given: Given, on: datetime.date | None) -> Given:
    """Take the day that was asked about, or that on which the instrument takes effect, or today.

    Raises CannotTellError where it has no day and its words are of older law.
    """
    today = datetime.date.today()  # noqa: DTZ011 - the day where the reader is
    if given.understood is None:
        day, dated = day_asked(given.proposal, on, today=today)
    else:
        from governance.reading.beside import day_put  # noqa: PLC0415 - only documents are read

        day, dated = day_put(given.understood, given.proposal, on, today=today)
    return given._replace(on=day, dated=dated)


def _proposal(file: str, beside: Mapping[str, str], *, each: bool) -> Given:
    there = Written(file.data, file) if isinstance(file, Stated) else written(file)
    there = attrs.evolve(there, data=fill_in(there.data, beside, source=file))
    return _given(each_category(there) if each else ()) or Given(there.proposal())


def _given(several: tuple[Proposal, ...]) -> Given | None:
    return Given(several[0], each=several) if several else None


def _document(file: str, beside: Mapping[str, str], *, each: bool) -> Given:
    from governance.reading.beside import each_kind, with_beside  # noqa: PLC0415 - only documents are read
    from governance.reading.read import read  # noqa: PLC0415

    try:
        understood = read(file)
    except UnreadableError as error:
        raise ProposalError((Problem(error.source or file, "", error.wrong, error.remedy),)) from None
    understood = with_beside(understood, beside)
    try:
        several = tuple(one.proposal() for one in each_kind(understood)) if each else ()
        return Given(several[0] if several else understood.proposal(), understood, several)
    except ProposalError as error:
        raise _open(file, understood, error) from None


def _open(file: str, understood: "Understood", error: ProposalError) -> GovernanceError:
    """Say what the document does not state, what it does, and how to fill it in.

    That the schools of a federation are not listed is a question, for everything else can be told.
    """
    from governance.reading.evidence_words import said  # noqa: PLC0415
    from governance.reading.needs import needs  # noqa: PLC0415 - only where something is missing

    remedy = f'Fill it in: governance read "{file}" -o proposal.toml, then governance check proposal.toml'
    values = "; ".join(said(one) for one in understood.evidence) or "nothing that a proposal needs"
    if understood.outside:
        return error
    found = needs(understood)
    missing = [need for need in found if need.field in ("school.category", "seats")]
    if not missing and found[0].field == "schools" and len(error.problems) == 1:
        return CannotTellError(f"{found[0].says} {remedy}. It gives: {values}.")
    if not missing:
        return error
    if [need.field for need in missing] == ["school.category"]:
        remedy = f"Say it with --category (without it, governance check answers for each), or {lower(remedy)}"
    problems = tuple(Problem(file, "", need.says.removesuffix(".")) for need in missing)
    return ProposalError((*problems, Problem(file, "", f"it gives: {values}", remedy)))
