"""The mark in front of a line: the number, letter or bullet that was typed or printed there.

A number is a mark only where a stop or a bracket follows it, because "2 parent governors" says how many.
"""

import re

_INNER = r"(?:[1-9]\d?|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})"
_MARK = re.compile(
    rf"""
    (?P<bullet> [*•·●○■□▪▫‣◦►▶»✓✔➢] | [-–—](?=[\sA-Za-z(]) | o(?=\s) )? \s*
    (?P<number>
        (?! \d\d?\.\d\d?\.\d\d\b )                                    # 1.9.15 is a day
        (?: [1-9]\d?\.(?=[^\W\d]|["'“‘\[(]) | [1-9]\d?\([a-z]\)(?=\s) | \d\d?(?:\.\d{{1,2}}){{1,2}}\.?(?=[\sA-Z]|[a-z]{{3}})
          | (?:(?:[1-9]\d?|[a-zA-HIVX]|[ivx]{{2,5}}|[IVX]{{2,5}})\.|[1-9]\d?_)(?=\s)
          | [a-hivx]{{1,5}}\.(?=\d{{1,2}}\s?(?:x\s)?[A-Za-z])           # the stop of "i." has run into "5 parents"
          | {_INNER}\s?\)(?=[\s\w"'“‘\[]) )
    )?
    (?P<letter> \s* \(\s?{_INNER}\s?\)(?=[\s\w"'“‘\[]|$) )?
    """,
    re.VERBOSE,
)


def split_mark(words: str) -> tuple[str, str]:
    """Part the mark from the words that follow it; the mark is "" where there is none.

    >>> split_mark("(a) two parent governors;")
    ('(a)', 'two parent governors;')
    >>> split_mark("- a) one staff governor")
    ('- a)', 'one staff governor')
    >>> split_mark("• i. the head teacher")
    ('• i.', 'the head teacher')
    >>> split_mark("4.The name"), split_mark("iv) four"), split_mark("1.0 The name")
    (('4.', 'The name'), ('iv)', 'four'), ('1.0', 'The name'))
    >>> split_mark("4. (a) two parent governors"), split_mark("-two parents"), split_mark("2. parent governors")
    (('4. (a)', 'two parent governors'), ('-', 'two parents'), ('2.', 'parent governors'))

    >>> split_mark("i.5 parent governors")
    ('i.', '5 parent governors')

    A bare number is left with the words, and so is what only looks like a mark.

    >>> split_mark("2 parent governors"), split_mark("10 Total number"), split_mark("7foundationgovernors")
    (('', '2 parent governors'), ('', '10 Total number'), ('', '7foundationgovernors'))
    >>> split_mark("22.06.05"), split_mark("2015. A copy"), split_mark("e.g. this"), split_mark("13.")
    (('', '22.06.05'), ('', '2015. A copy'), ('', 'e.g. this'), ('', '13.'))
    """
    found = _MARK.match(words)
    if not found or not found[0].strip():
        return "", words
    return " ".join(found[0].split()), words[found.end() :].lstrip()
