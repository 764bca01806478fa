"""Writes every key of a proposal into docs/proposal.md, as the reader knows them: `python docs/proposal.py`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from governance.model.keys import Key, heading, keys
from governance.model.names import SEATS

PAGE: Final = Path(__file__).parent / "proposal.md"
BEGIN: Final = "<!-- From here on the page is written by docs/proposal.py. -->\n"
_TAKES: Final = {
    "table": "a table",
    "tables": "a list of tables",
    "text": "text",
    "lines": "text, on several lines if need be",
    "flag": "`true` or `false`",
    "count": 'a whole number, or `"unknown"`',
    "total": "a whole number",
    "whole": "a whole number",
    "date": "a day: `2018-09-18`",
    "done": "the day on which it was done, `true` or `false`",
    "day": "a day, or `false` where it never happened",
    "term": '`"2 years"`, `"18 months"`',
    "texts": 'a list of texts: `["..."]`',
    "dates": "a list of days: `[2018-09-18]`",
}


def page() -> str:
    """Give docs/proposal.md with the keys of today."""
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return f"{before}{BEGIN}{''.join(_tables())}"


def _tables() -> Iterator[str]:
    heads = {
        key.path + ("[]" if key.kind == "tables" else ""): key
        for key in keys()
        if key.kind in ("table", "tables")
    }
    for path, head in heads.items():
        rows = [key for key in keys() if key.table == path]
        yield f"\n## {heading(path)}\n\n{head.words}.{' It must be there.' if head.required and not head.table else ''}\n"
        yield "\n| key | what it says | what it takes |\n|---|---|---|\n"
        yield from (f"| `{key.name}` | {key.words}{_must(key)} | {_takes(key)} |\n" for key in rows)


def _must(key: Key) -> str:
    return " (must be there)" if key.required else ""


def _takes(key: Key) -> str:
    if key.kind not in ("choice", "choices"):
        return _TAKES[key.kind]
    if key.options == SEATS:
        words = "a key of `[seats]`"
    else:
        words = ", ".join(f"`{option}`" for option in key.options)
    return words if key.kind == "choice" else f"a list, each {words}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
