"""The ledger: for every paragraph of every provision, whether a rule, a reading, a footing or a reason accounts for it."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

import attrs

from governance.law.library import Volume
from governance.law.provision import Provision

Account = Literal["rule", "reading", "footing", "prospective", "not_encoded", "gap"]

ACCOUNTS: Final[tuple[Account, ...]] = ("rule", "reading", "footing", "prospective", "not_encoded", "gap")
"""The ways a paragraph can be accounted for; each is counted under the first that fits. A footing is what a step of
a procedure rests on; what is prospective is law to come."""


@attrs.frozen
class Line:
    """One file in the ledger: each of its paragraphs and how it is accounted for.

    `provisions` names those that the instrument lists and this file accounts for: one as a rule, several where what
    was not read stands together. `partly` names the paragraphs that are encoded and of which a part is listed as not
    encoded.
    """

    instrument: str
    cite: str
    number: str
    title: str
    file: str
    paras: tuple[tuple[str, Account], ...]
    partly: tuple[str, ...]
    provisions: tuple[str, ...]

    def of(self, account: Account) -> tuple[str, ...]:
        """Name the paragraphs that are accounted for in one way."""
        return tuple(para for para, how in self.paras if how == account)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {
            "number": self.number,
            "title": self.title,
            "file": self.file,
            "provisions": list(self.provisions),
            "paragraphs": len(self.paras),
            **{account: len(self.of(account)) for account in ACCOUNTS},
            "partly": list(self.partly),
            "gaps": list(self.of("gap")),
        }


def ledger(volumes: Iterable[Volume]) -> tuple[Line, ...]:
    """Account for every paragraph there is."""
    return tuple(_line(volume, provision) for volume in volumes for provision in volume.law.provisions)


def totals(lines: Iterable[Line]) -> dict[str, int]:
    """Add the lines up: provisions, paragraphs, and how many are accounted for in each way."""
    lines = tuple(lines)
    return {
        "provisions": sum(len(line.provisions) for line in lines),
        "paragraphs": sum(len(line.paras) for line in lines),
        **{account: sum(len(line.of(account)) for line in lines) for account in ACCOUNTS},
    }


def by_instrument(
    volumes: Iterable[Volume], lines: Iterable[Line]
) -> Iterator[tuple[Volume, tuple[Line, ...]]]:
    """Give each instrument with its own lines."""
    lines = tuple(lines)
    for volume in volumes:
        yield volume, tuple(line for line in lines if line.instrument == volume.law.id)


def as_json(volumes: Iterable[Volume], lines: Iterable[Line]) -> dict[str, Any]:
    """Give the whole ledger as plain values."""
    volumes, lines = tuple(volumes), tuple(lines)
    return {
        "instruments": [
            {
                "id": volume.law.id,
                "cite": volume.law.cite,
                "title": volume.law.title,
                "provisions": [line.as_json() for line in own],
                "totals": totals(own),
            }
            for volume, own in by_instrument(volumes, lines)
        ],
        "totals": totals(lines),
    }


def markdown(volumes: Iterable[Volume], lines: Iterable[Line]) -> str:
    """Write the ledger as the page of the docs."""
    volumes, lines = tuple(volumes), tuple(lines)
    return "\n".join(_markdown(volumes, lines)) + "\n"


def _line(volume: Volume, provision: Provision) -> Line:
    ruled = {rule.para for rule in provision.rules}
    read = {reading.para for reading in provision.readings}
    stepped = {footing.para for footing in provision.footings}
    ahead = {entry.para for entry in provision.prospective}
    listed = {entry.para for entry in provision.not_encoded}

    def account(para: str) -> Account:
        found: tuple[Account, ...] = tuple(
            how
            for how, paras in zip(ACCOUNTS, (ruled, read, stepped, ahead, listed), strict=False)
            if para in paras
        )
        return found[0] if found else "gap"

    return Line(
        instrument=volume.law.id,
        cite=volume.law.cite,
        number=provision.number,
        title=provision.title,
        file=provision.file,
        paras=tuple((para, account(para)) for para in provision.paras),
        partly=tuple(para for para in provision.paras if para in listed and para in ruled | read | stepped),
        provisions=tuple(
            number for number in (provision.number, *provision.covers) if number in volume.law.listed
        ),
    )


_HEAD: Final = """\
# What of the law is encoded

Every paragraph that a file of `rules/` lists is counted once: a rule states it; or a recorded reading does; or a
footing does, which is a power, a duty or a number with its dates that the steps of a procedure rest on; or it is law to
come, which has been passed and has no day of commencement; or it is listed as not encoded, with the reason. A gap is a paragraph that nothing accounts for, and there may be none. Some paragraphs
that are encoded are also listed as not encoded in part: the last column counts them again.

Each instrument lists its provisions (`provisions` in its `instrument.toml`), as far as our notes show that there are any,
and the law does not load where no file accounts for one of them, or where the numbers of the paragraphs within one have
a hole. That a file lists every paragraph of its provision is still for a person to compare with the source; the day that
was last done stands in each file and in the rule book (`governance law book`).

This page is written by `governance law coverage --markdown`, and `tests/law/test_ledger.py` fails where it is stale."""


def _markdown(volumes: tuple[Volume, ...], lines: tuple[Line, ...]) -> Iterator[str]:
    yield _HEAD
    head = "| provision | paragraphs | by a rule | by a reading | by a footing | to come | not encoded | gaps | encoded in part |"
    rule = "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    for volume, own in by_instrument(volumes, lines):
        yield from ("", f"## {volume.law.cite}: {_cell(volume.law.title)}", "", head, rule)
        for line in own:
            name = f"{_cell(line.number.replace('/', ' '))}, {_cell(line.title)}"
            yield _row(name, totals((line,)), len(line.partly))
        yield _row("**all**", totals(own), sum(len(line.partly) for line in own))
        yield from ("", f"Provisions that it lists: {len(volume.law.listed)}, each accounted for.")
        for line in own:
            if gaps := line.of("gap"):
                yield from ("", f"Gap in {line.file}: {', '.join(gaps)}.")
    yield from ("", "## All instruments", "", head.replace("provision", "instruments", 1), rule)
    yield _row(str(len(volumes)), totals(lines), sum(len(line.partly) for line in lines))


def _row(name: str, counts: dict[str, int], partly: int) -> str:
    numbers = (counts["paragraphs"], *(counts[account] for account in ACCOUNTS), partly)
    return f"| {name} | {' | '.join(str(number) for number in numbers)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
