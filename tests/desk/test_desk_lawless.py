"""The desk holds no law: no provision, no number of law, in a page, a view or a table."""

import ast
import re
from pathlib import Path

import governance.desk

FOLDER = Path(governance.desk.__file__).parent
PROVISION = re.compile(
    r"\bregs?\.? ?\d|\bregulations? \d|\bsection \d|\bschedule \d|\bSI ?\d{4}|\b\d{4}/\d+\b|legislation\.gov\.uk|"
    r"\buksi\b|\bone[- ](?:third|quarter|half)\b|\b(?:two|three|\d+)[- ]thirds?\b|\bquorum\b|\bclear days\b|\bRegulations of\b",
    re.IGNORECASE,
)
NUMBERS = {0, 1, -1, 2, 10, 100}
"""None, one, the last, a pair, and what numbers are written in."""
STATUSES = range(200, 600)
OURS = {
    "guard.py": "statuses of HTTP",
    "settings.py": "bytes and seconds of the machine",
    "start.py": "threads, bytes and modes of the machine",
    "folder.py": "modes of files",
    "store.py": "modes of files",
    "backup.py": "modes of files",
    "bars.py": "sizes of a drawing",
    "pictures.py": "sizes of a drawing",
    "term_bars.py": "sizes of a drawing",
    "manage.py": "a port",
    "statuses.py": "moves, each with the provision that it follows",
}
"""Modules that have numbers, and what of; and the demonstration has boards and days of its own."""


def text_of(template):
    """Give what a template says, without its tags and what it fills in."""
    return re.sub(r"\{[{%#].*?[}%#]\}|<[^>]*>", " ", template.read_text(), flags=re.DOTALL)


def modules():
    return [
        file
        for file in FOLDER.rglob("*.py")
        if not {"migrations", "demo"} & set(file.parts) and not (file.name in OURS and file.parent == FOLDER)
    ]


def test_no_provision():
    """Neither a template nor a module names one: they show what the answers cite."""
    says = {file: text_of(file) for file in FOLDER.rglob("*.html")}
    says |= {file: file.read_text() for file in (*FOLDER.rglob("*.js"), *modules())}
    assert [] == [(file.name, one) for file, text in says.items() for one in PROVISION.findall(text)]


def test_no_number_on_a_page():
    """A number on a page comes from an answer; the only ones written there are of the web's own standards."""
    allowed = re.compile(r"WCAG 2\.2|\b320\b|\b18 9 2018\b")
    found = [
        (file.name, one)
        for file in FOLDER.rglob("*.html")
        for one in re.findall(r"(?<![\w#&-])\d+(?![\w-])", allowed.sub("", text_of(file)))
    ]
    assert [] == found


def test_no_number_in_a_module():
    """A number of a view or a table stands as a constant at the top of its module, with what it is of."""
    found = []
    for file in modules():
        tree = ast.parse(file.read_text())
        named = {
            id(node)
            for top in tree.body
            if isinstance(top, ast.Assign | ast.AnnAssign)
            for node in ast.walk(top)
        }
        named |= {
            id(node)
            for call in ast.walk(tree)
            if isinstance(call, ast.keyword) and call.arg == "max_length"
            for node in ast.walk(call)
        }
        found += [
            (file.name, node.lineno, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and type(node.value) in {int, float}
            and id(node) not in named
            and node.value not in NUMBERS
            and node.value not in STATUSES
        ]
    assert [] == found


def test_named_numbers_are_not_of_law():
    """Each named number is on this list, so that a new one is looked at by somebody."""
    known = {
        "FIRST": "the noughts before the first hash",
        "MONTHS_KEPT": "how long the office keeps what it knows of people who left",
        "_FEWEST_SCHOOLS": "how many schools a form shows at first",
        "_MOST_SCHOOLS": "how many schools a form shows at most",
        "_MARK": "how much of a hash stands in an address",
        "_LONG": "how many figures are read as a number",
        "OURS": "the mode of a file",
        "MEGABYTE": "bytes",
        "_TITLE": "letters of a title",
        "_TAG": "letters of an ETag",
        "TITLES": "statuses of HTTP",
        "_WHOLE": "how large a number of a row may be",
        "_PAGE": "how many rows a program is given at once",
        "_MOST": "how many rows, or boards, are given",
        "_NUMBER": "how many schools a federation may be said to have",
        "_LATELY": "how many documents are listed",
        "_LONGEST": "letters of a title",
        "SOON": "days ahead that an office looks",
        "_KEPT": "how many answers or files are held in memory",
        "ON_A_PAGE": "rows of a page",
        "_HEAVY": "grades of a cell that need attention",
        "_WIDE": "widths of a workbook",
        "_NARROW": "widths of a workbook",
        "_FIELD": "letters of a heading",
        "_SECRET": "bytes of a secret",
        "_AT_ONCE": "documents read at once",
        "_MONTHS": "months of a page",
        "_YEAR": "months of a year",
        "_AHEAD": "days ahead that a calendar file goes",
        "_BACK": "days back that a calendar file goes",
        "_MORE": "how many empty rows a list has at its end",
        "_MOST_MONTHS": "for how many months names may be kept",
        "_ENDING": "letters of the end of a file's name",
    }
    found = set()
    for file in modules():
        for top in ast.parse(file.read_text()).body:
            if isinstance(top, ast.Assign | ast.AnnAssign) and any(
                isinstance(node, ast.Constant) and type(node.value) is int for node in ast.walk(top)
            ):
                target = top.targets[0] if isinstance(top, ast.Assign) else top.target
                found.add(target.id)
    assert set() == found - set(known)
