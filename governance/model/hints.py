"""What somebody probably meant by a word that no proposal file knows: told by the trade's meaning before by letters.

A hint never leads from one thing in law to another. Where a word may mean two of them, it says what to ask.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from governance.model.meaning import FILLERS, PHASES, category, category_core, category_words, plain
from governance.model.names import CATEGORIES, FOUNDATION, SCHOOL_CATEGORIES

_CLOSE: Final = 0.75
_MOST_COMPARED: Final = 40

_MEANT: Final[Mapping[str, str]] = {
    "parent": "parents elected_parent parent_elected",
    "local_authority": "la lea authority local_education_authority council borough county las la_nominated",
    "staff": "teacher teachers teaching_staff support_staff non_teaching_staff elected_staff",
    "head_teacher": "head heads headteacher headteachers principal headmaster headmistress executive_head ht",
    "co_opted": "coopted cooptee cooptees co_optee co_optees co_option coopt",
    "co_opted_staff": "coopted_staff staff_co_opted staff_coopted co_opted_who_are_staff",
    "foundation": "trust trustees diocesan diocese church foundations has_foundation",
    "total": "sum members membership size number_of total_number all_governors",
    "name": "school_name school title called",
    "category": "type kind school_type type_of_school school_category status",
    "religious_character": "religion denomination faith religious church character",
    "head_resigned": "resigned head_has_resigned",
    "governing_body": "body gb board governing_board name name_of_governing_body management_committee",
    "made_by": "by authority la lea council local_authority order_of",
    "made_on": "made date_made made_date dated order_date date_of_order sealed_on signed_on",
    "effective_on": "date effective effective_from effective_date effect date_of_effect start start_date from in_force commencement",
    "replaces": "previous old replaced supersedes varies varied replacing",
    "sponsor_names": "sponsors sponsor",
    "by": "who appointer appointed_by body",
    "number": "how_many count seats governors no",
    "office": "post role title holder ex_officio",
    "removal_requested_by": "removal remover removed_by removal_by",
    "substitute_appointed_by": "substitute substitute_by substitute_appointer",
    "ex_officio": "exofficio ex_officios offices office",
    "appointers": "appointer appointed_by appoints appointed",
    "description": "text statement ethos words religious_ethos",
    "all": "every everyone everybody default others term all_governors all_categories",
    "fixed_by_appointer": "fixed_by_appointers by_appointer appointer",
    "diocesan_authority": "diocese diocesan dbe diocesan_board bishop",
    "trustees": "trust trustee foundation",
    "foundation_governors": "foundation governors",
    "seats": "governors membership composition constitution board members",
    "instrument": "dates iog document instrument_of_government",
    "terms": "term term_of_office terms_of_office",
    "current": "now present existing before old previous",
    "schools": "federated_schools federation",
    "filled": "in_post vacancies",
    "ethos": "ethos_statement religious_ethos",
    "election": "elected vote",
    "appointment": "appointed",
    "nomination": "nominated",
    "ex officio": "ex_officio exofficio office post",
    "substitution": "substitute substituted",
    "none": "no false without",
    "qualifying": "qfs qualifying_foundation qualifying_foundation_school",
}
"""Each key and what people write for it, in small letters with `_` for spaces."""

_KEYS: Final = {
    word: [key for key, words in _MEANT.items() if word in words.split()]
    for words in _MEANT.values()
    for word in words.split()
}

_NOTES: Final = frozenset(["note", "notes", "comment", "comments", "remark", "remarks"])
_WHICH_NAME: Final = "Write `school` for the school they are appointed for, and `by` for who appoints"

_FEDERATIONS: Final = frozenset(["fed", "federated"])
_WHICH: Final[Mapping[str, str]] = {
    "special": "Ask which special school it is: `community special` or `foundation special`",
    "voluntary": "Ask which voluntary school it is: `voluntary aided` or `voluntary controlled`",
    "foundation": "Ask whether it is a qualifying foundation school: write `qualifying` if it is, else `foundation`",
    "trust": 'A trust school is a foundation school: its category is "foundation", and its foundation is "foundation" or "qualifying"; a school of an academy trust is an academy, which is not covered',
    "academy": "An academy is no maintained school, and is not covered: its articles govern it",
}
_HAS_ONE: Final = frozenset(["yes", "true", "trust", "trust_school", "trustees", "has_foundation"])
_ACADEMIES: Final = frozenset(["academy", "academies", "mat", "free", "converter"])
_CHURCHES: Final = frozenset(
    ["ce", "cofe", "c", "of", "e", "rc", "catholic", "roman", "church", "england", "faith", "religious"]
)


def meant_key(key: str, options: Iterable[str]) -> str:
    """Say what was probably meant by a key of a table, of those that are known there; else where it belongs."""
    options = list(options)
    said = plain(key)
    if said == "name" and {"by", "school"} <= set(options):
        return _WHICH_NAME
    if said in _NOTES:
        return f"Put # before it, to keep it as a note. {_known(options)}"
    hint = meant(key, options)
    home = "" if hint.startswith("Did you") else _home(said)
    return f"It belongs under {home}" if home else hint


def _home(key: str) -> str:
    """Give the table in which a key stands that is looked for here; of several the one that is the least far down."""
    from governance.model.keys import heading, keys  # noqa: PLC0415 - only where something is wrong

    tables = [one.table for one in keys() if one.name == key and one.table]
    return heading(min(tables, key=lambda table: table.count("."))) if tables else ""


def meant(word: str, options: Iterable[str]) -> str:
    """Say what was probably meant by a word, of those that are known; else name them.

    >>> meant("headteacher", ["head_teacher", "staff"])
    'Did you mean `head_teacher`?'
    >>> meant("special", CATEGORIES)
    'Ask which special school it is: `community special` or `foundation special`'
    """
    options = list(options)
    if not options:
        return "Remove it"
    if set(SCHOOL_CATEGORIES) <= set(options):
        return _category(word, options)
    said = plain(word)
    if tuple(options) == FOUNDATION and said in _HAS_ONE:
        return _WHICH["foundation"]
    bare = re.sub(r"_(?:governors?|members?|seats?)$", "", said)
    for one in (said, bare, bare.removesuffix("s")):
        if one in options:
            return f"Did you mean `{one}`?"
        if found := next((key for key in _KEYS.get(one, ()) if key in options), None):
            return f"Did you mean `{found}`?"
    near = difflib.get_close_matches(bare[:_MOST_COMPARED], options, n=1, cutoff=_CLOSE)
    return f"Did you mean `{near[0]}`?" if near else _known(options)


def _known(options: Sequence[str]) -> str:
    return f"Known here: {', '.join(options)}"


def _category(word: str, options: Sequence[str]) -> str:
    """Say which category of school was meant, or what has to be asked first."""
    words = category_words(word)[:_MOST_COMPARED]
    if _ACADEMIES & set(words):
        return _WHICH["academy"]
    core = [one for one in words if not _near(one, FILLERS)] or words
    for rest in (core, [one for one in core if one not in PHASES | _CHURCHES]):
        said = " ".join(rest)
        found = "federation" if said in _FEDERATIONS else category(said) or _alike(rest)
        if found:
            church = " Write the church as religious_character" if _CHURCHES & set(core) else ""
            return f"Did you mean `{found}`?{church}" if found in options else _known(options)
        if said in _WHICH:
            return _WHICH[said]
    if _CHURCHES & set(core):
        return f"That is a religious character: write it as religious_character. {_known(options)}"
    if PHASES & set(core):
        return f"That is a phase and no category of school. {_known(options)}"
    return _known(options)


def _alike(words: Sequence[str]) -> str | None:
    """Find the one category that is spelt with these words, or nearly; none where a word is lacking or over."""
    for name in CATEGORIES:
        own = category_core(name)
        if len(own) == len(words) and all(_near(said, (one,)) for said, one in zip(words, own, strict=True)):
            return name
    return None


def _near(word: str, options: Iterable[str]) -> bool:
    return bool(difflib.get_close_matches(word[:_MOST_COMPARED], list(options), n=1, cutoff=_CLOSE + 0.05))
