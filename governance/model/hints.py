"""What somebody probably meant by a word that no proposal file knows: told by the trade's meaning before by letters.

A hint never leads from one thing in law to another. Where a word may mean two of them, it says what to ask.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from governance.model.names import APPROVERS, CATEGORIES, SCHOOL_CATEGORIES, SEATS

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

_HOMES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("name", "category", "religious_character", "head_resigned", "phase"), "[school]"),
    **dict.fromkeys(("governing_body", "made_by", "made_on", "effective_on", "replaces"), "[instrument]"),
    **dict.fromkeys(("decided_to_vary_on", "sponsor_names", "nominating_body"), "[instrument]"),
    **dict.fromkeys((*SEATS, "total"), "[seats]"),
    **dict.fromkeys(("appointers", "ex_officio", "trust_deed"), "[foundation]"),
    **dict.fromkeys(("by", "number", "basis"), "[[foundation.appointers]]"),
    **dict.fromkeys(
        ("office", "removal_requested_by", "substitute_appointed_by"), "[[foundation.ex_officio]]"
    ),
    **dict.fromkeys(APPROVERS, "[approvals]"),
    "fixed_by_appointer": "[terms]",
    "description": "[ethos]",
}
"""The table in which a key stands that stands in no other, or that is looked for there."""

_NOTES: Final = frozenset(["note", "notes", "comment", "comments", "remark", "remarks"])
_WHICH_NAME: Final = "Write `school` for the school they are appointed for, and `by` for who appoints"

_CATEGORY_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("va", "aided"), "voluntary aided"),
    **dict.fromkeys(("vc", "controlled"), "voluntary controlled"),
    **dict.fromkeys(("pru", "pupil referral", "referral unit"), "pupil referral unit"),
    **dict.fromkeys(("nursery", "maintained nursery"), "maintained nursery"),
    **dict.fromkeys(("fed", "federated"), "federation"),
}
_WHICH: Final[Mapping[str, str]] = {
    "special": "Ask which special school it is: `community special` or `foundation special`",
    "voluntary": "Ask which voluntary school it is: `voluntary aided` or `voluntary controlled`",
    "trust": 'A trust school is a foundation school: write category = "foundation" and foundation = "foundation" or "qualifying"',
    "academy": "An academy is no maintained school, and no law that is encoded here governs it",
}
_ACADEMIES: Final = frozenset(["academy", "academies", "mat", "free", "converter"])
_FILLERS: Final = frozenset(
    ["a", "an", "the", "school", "schools", "state", "maintained", "local", "authority", "la", "lea"]
)
_PHASES: Final = frozenset(
    [
        "primary",
        "secondary",
        "infant",
        "infants",
        "junior",
        "middle",
        "first",
        "high",
        "upper",
        "sixth",
        "form",
        "all",
        "through",
        "jmi",
    ]
)
_CHURCHES: Final = frozenset(
    ["ce", "cofe", "c", "of", "e", "rc", "catholic", "roman", "church", "england", "faith", "religious"]
)


def meant_key(key: str, options: Iterable[str]) -> str:
    """Say what was probably meant by a key of a table, of those that are known there; else where it belongs."""
    options = list(options)
    plain = _plain(key)
    if plain == "name" and {"by", "school"} <= set(options):
        return _WHICH_NAME
    if plain in _NOTES:
        return f"Put # before it, to keep it as a note. {_known(options)}"
    hint = meant(key, options)
    home = _HOMES.get(plain)
    return f"It belongs under {home}" if home and not hint.startswith("Did you") else hint


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
    plain = _plain(word)
    bare = re.sub(r"_(?:governors?|members?|seats?)$", "", plain)
    for one in (plain, bare, bare.removesuffix("s")):
        if one in options:
            return f"Did you mean `{one}`?"
        if found := next((key for key in _KEYS.get(one, ()) if key in options), None):
            return f"Did you mean `{found}`?"
    near = difflib.get_close_matches(bare[:_MOST_COMPARED], options, n=1, cutoff=_CLOSE)
    return f"Did you mean `{near[0]}`?" if near else _known(options)


def _plain(word: str) -> str:
    return re.sub(r"\W+", "_", word.casefold()).strip("_")


def _known(options: Sequence[str]) -> str:
    return f"Known here: {', '.join(options)}"


def _category(word: str, options: Sequence[str]) -> str:
    """Say which category of school was meant, or what has to be asked first."""
    words = [one for one in re.split(r"[\W_]+", word.casefold().replace(".", "")) if one][:_MOST_COMPARED]
    if _ACADEMIES & set(words):
        return _WHICH["academy"]
    core = [one for one in words if not _near(one, _FILLERS)] or words
    for rest in (core, [one for one in core if one not in _PHASES | _CHURCHES]):
        said = " ".join(rest)
        if found := _CATEGORY_WORDS.get(said) or _alike(rest):
            return f"Did you mean `{found}`?" if found in options else _known(options)
        if said in _WHICH:
            return _WHICH[said]
    if _CHURCHES & set(core):
        return f"That is a religious character: write it as religious_character. {_known(options)}"
    if _PHASES & set(core):
        return f"That is a phase and no category of school. {_known(options)}"
    return _known(options)


def _alike(words: Sequence[str]) -> str | None:
    """Find the one category that is spelt with these words, or nearly; none where a word is lacking or over."""
    for category in CATEGORIES:
        own = [one for one in category.split() if one not in _FILLERS]
        if len(own) == len(words) and all(_near(said, (one,)) for said, one in zip(words, own, strict=True)):
            return category
    return None


def _near(word: str, options: Iterable[str]) -> bool:
    return bool(difflib.get_close_matches(word[:_MOST_COMPARED], list(options), n=1, cutoff=_CLOSE + 0.05))
