"""The letter on every lawful board of a kind of school, or on why there is none."""

from collections.abc import Iterator
from typing import Final

from governance.answers.options import LARGEST, Options
from governance.answers.words import name_words
from governance.documents.letters.boards import Board, board_table, clashing, impossible_parts
from governance.documents.letters.letter import Letter, Provision, cited, in_words_of, part
from governance.documents.word.blocks import Block, Column, Paragraph
from governance.english import listed
from governance.law.library import governing_category
from governance.law.wording import fact_words
from governance.model.names import CO_OPTED_STAFF

_MOST: Final = 40
"""Nobody chooses from more boards than this; a letter says how many it leaves out."""


def letter(answer: Options, school: str | None = None) -> Letter:
    """Write the letter."""
    return Letter(
        category=answer.category,
        school=school,
        subject="Why there is no such board" if answer.impossible else "The boards that the law allows",
        answer=_answer(answer),
        asked=_asked(answer),
        law=governing_category(answer.on, answer.category),
        on=answer.on,
        parts=tuple(_parts(answer)),
        provisions=clashing(answer.impossible)
        or tuple(
            Provision(cited(one.citations), in_words_of(answer.category, one.says))
            for one in answer.consequences
        ),
        cautions=answer.cautions,
    )


def _answer(answer: Options) -> str:
    count = len(answer.boards)
    if answer.impossible:
        return "No lawful board has all that you ask for"
    if answer.beyond:
        return f"The smallest lawful board that you could have has {answer.beyond} seats"
    return "One lawful board is as you ask" if count == 1 else f"{count} lawful boards are as you ask"


def _asked(answer: Options) -> str:
    body = answer.category
    if body not in ("federation", "pupil referral unit"):
        body = f"{body} school"
    facts = [
        fact_words(name, value)
        if isinstance(value, bool | str)
        else f"with {value} {name_words(name, value)}"
        for name, value in answer.facts.items()
    ]
    of = f"{body} {', '.join(facts)}".strip()
    wished = f", with {in_words_of(answer.category, listed(answer.wishes))}" if answer.wishes else ""
    looked = f". Boards of up to {answer.largest} seats were looked at" if answer.largest == LARGEST else ""
    return f"You asked which boards the law allows a {of}{wished}{looked}"


def _parts(answer: Options) -> Iterator[Block]:
    if answer.impossible:
        yield from impossible_parts(answer.category, answer.impossible)
    if not answer.boards:
        return
    shown = answer.boards[:_MOST]
    staff = any(one.staff is not None and one.seats["co_opted"] for one in shown)
    beside = (Column("Co-opted employed, at most", share=12, numbers=True),) if staff else ()
    rows = [
        Board(
            str(number), one.seats, (("no limit" if one.staff is None else str(one.staff)),) if staff else ()
        )
        for number, one in enumerate(shown, start=1)
    ]
    blocks: list[Block] = []
    if left := len(answer.boards) - len(shown):
        blocks.append(
            Paragraph(
                f"The table gives the {len(shown)} smallest. {left} more are lawful: say what you wish, and the list is shorter."
            )
        )
    blocks += board_table(answer.category, rows, caption="Lawful boards", beside=beside)
    if staff:
        employed = in_words_of(answer.category, name_words(CO_OPTED_STAFF, 2))
        blocks.append(
            Paragraph(
                f"The last column is the most {employed} that the board may have. They count as staff, too."
            )
        )
    yield from part("The boards to choose from", blocks)
