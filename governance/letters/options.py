"""Every lawful board as a list to read, and as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from governance.answers.options import Options
from governance.answers.words import name_words
from governance.english import day_words, listed
from governance.files.cells import safe_cell
from governance.letters.page import wrap
from governance.letters.repair import impossible_lines
from governance.model.names import SEATS

_HEADS: Final = {
    "parent": "parent",
    "local_authority": "LA",
    "staff": "staff",
    "head_teacher": "head",
    "co_opted": "co-opted",
    "foundation": "foundation",
    "partnership": "partnership",
    "community": "community",
    "sponsor": "sponsor",
}


def options_letter(answer: Options) -> str:
    """Write the list: what follows from the law, then every board, smallest first."""
    return "\n".join(_lines(answer))


def options_csv(answer: Options) -> str:
    """Write a table with one board a line; no cell is taken for a formula."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(["category", "facts", "on", "total", *SEATS, "most_co_opted_staff"])
    facts = "; ".join(f"{name} {_value(value)}" for name, value in answer.facts.items())
    for board in answer.boards:
        seats = [board.seats[seat] for seat in SEATS]
        staff = "" if board.staff is None else board.staff
        table.writerow(
            [safe_cell(answer.category), safe_cell(facts), answer.on.isoformat(), board.total, *seats, staff]
        )
    return text.getvalue()


def _lines(answer: Options) -> Iterator[str]:
    facts = "".join(f", {name.replace('_', ' ')}: {_value(value)}" for name, value in answer.facts.items())
    yield f"{_headline(answer)}: {answer.category}{facts}"
    wished = f"{listed(list(answer.wishes))}; " if answer.wishes else ""
    yield from wrap(
        f"{wished}boards of up to {answer.largest} seats; the law of {day_words(answer.on)} ({answer.regime})",
        "",
        "",
    )
    if answer.consequences:
        yield from ("", "What follows from the law")
        for one in answer.consequences:
            yield from wrap(f"{one.says} ({', '.join(one.citations)})", "  - ", "    ")
    if answer.impossible:
        yield from impossible_lines(answer.impossible)
    elif answer.boards:
        yield ""
        yield from _table(answer)
    else:
        yield ""
        yield from wrap(f"To list them, ask for a total of {answer.beyond} or more.", "", "")
    for caution in answer.cautions:
        yield from ("", *wrap(f"Caution: {caution}", "", ""))


def _headline(answer: Options) -> str:
    if answer.impossible:
        return "IMPOSSIBLE"
    if answer.beyond:
        return f"LAWFUL BOARDS OF {answer.beyond} SEATS AND MORE"
    return "1 LAWFUL BOARD" if len(answer.boards) == 1 else f"{len(answer.boards)} LAWFUL BOARDS"


def _table(answer: Options) -> Iterator[str]:
    """Align the categories that any of the boards has, and those employed at the school among the co-opted."""
    seats = [seat for seat in SEATS if any(board.seats[seat] for board in answer.boards)]
    staff = any(board.staff is not None and board.seats["co_opted"] for board in answer.boards)
    heads = ["total", *(_HEADS[seat] for seat in seats), *(["employed, at most"] if staff else [])]
    yield "  ".join(heads)
    for board in answer.boards:
        cells = [board.total, *(board.seats[seat] for seat in seats), *([board.staff] if staff else [])]
        yield "  ".join(f"{cell:>{len(head)}}" for cell, head in zip(cells, heads, strict=True))
    if staff:
        yield ""
        yield from wrap(f'"Employed" are {name_words("co_opted_staff", 2)}, who count as staff too.', "", "")


def _value(value: object) -> str:
    return "yes" if value is True else str(value)
