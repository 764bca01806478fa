"""The field's words, in the law's spelling, once.

Seats and school categories are named as the Regulations name them; a key in a file, a name in a relation
and a column in a table are always one of these.
"""

from typing import Final, Literal, get_args

SEATS: Final = (
    "parent",
    "local_authority",
    "staff",
    "head_teacher",
    "co_opted",
    "foundation",
    "partnership",
    "community",
    "sponsor",
)
"""The categories of governor, in the order instruments list them; the last two belong to earlier law."""

SEAT_WORDS: Final = {
    "parent": ("parent governor", "parent governors"),
    "local_authority": ("local authority governor", "local authority governors"),
    "staff": ("staff governor", "staff governors"),
    "head_teacher": ("head teacher", "head teachers"),
    "co_opted": ("co-opted governor", "co-opted governors"),
    "foundation": ("foundation governor", "foundation governors"),
    "partnership": ("partnership governor", "partnership governors"),
    "community": ("community governor", "community governors"),
    "sponsor": ("sponsor governor", "sponsor governors"),
}
"""Each category in words: one of them, and several."""

Attest = Literal["signature", "seal", "none"]
ATTESTS: Final[tuple[Attest, ...]] = get_args(Attest)
"""The ways an authority may attest its instrument; each is one block, and no two stand together."""

STAFF_AND_HEAD: Final = "staff_and_head_teacher"
"""Staff governors and one head teacher counted together, as some Regulations count them; no proposal has this key."""

CO_OPTED_STAFF: Final = "co_opted_staff"
"""The co-opted governors who are eligible to be elected as staff governor."""

FOUNDATION_PARENT: Final = "foundation_parent"
"""The foundation governors who are eligible for election as parent governors: earlier law counts them."""

EXTRA_FOUNDATION: Final = "extra_foundation"
"""The foundation governors whom earlier law adds so that sponsors do not cost the foundation its majority."""

PARTS_OF: Final = {
    CO_OPTED_STAFF: "co_opted",
    FOUNDATION_PARENT: "foundation",
    EXTRA_FOUNDATION: "foundation",
}
"""Numbers that are part of a category's seats, and of which category."""

SCHOOL_CATEGORIES: Final = (
    "community",
    "community special",
    "foundation",
    "foundation special",
    "voluntary aided",
    "voluntary controlled",
    "maintained nursery",
)
"""The categories of school."""

FOUNDATION_OR_VOLUNTARY: Final = (
    "foundation",
    "foundation special",
    "voluntary aided",
    "voluntary controlled",
)
"""Those of them that may have a foundation, so that it is asked whether they have."""

CATEGORIES: Final = (*SCHOOL_CATEGORIES, "federation", "pupil referral unit")
"""The categories of school, and the two bodies that have Regulations of their own."""

PHASES: Final = ("primary", "secondary")
"""The phase of education a school gives; only the Regulations of 2007 ask."""

FOUNDATION: Final = ("none", "foundation", "qualifying")
"""Whether the school has a foundation, and if so whether it is a qualifying foundation school."""

FOUNDATION_WORDS: Final = {
    "none": "It does not have a foundation and is not a qualifying foundation school.",
    "foundation": "It has a foundation and is not a qualifying foundation school.",
    "qualifying": "It has a foundation and is a qualifying foundation school.",
}
"""How our instruments say so."""

FOUNDATION_ORIGINS: Final = ("established", "acquired", "other")
"""How a foundation school came by its foundation: it was established with it, or acquired it, by published proposals
under the Education and Inspections Act 2006; or it has it from elsewhere."""

CHURCHES: Final = {
    **dict.fromkeys(("church of england", "cofe", "c of e", "ce"), "Church of England"),
    **dict.fromkeys(("roman catholic", "catholic", "rc"), "Roman Catholic"),
}
"""The churches that the Regulations name, by what they are called, in small letters and without full stops."""

APPROVERS: Final = ("foundation_governors", "trustees", "diocesan_authority", "religious_body")
"""Those whose approval an instrument may need before it goes to the local authority."""

ASSOCIATE: Final = "associate member"
ADDITIONAL: Final = "additional governor"

OFFICES: Final = (*SEATS, ASSOCIATE, ADDITIONAL)
"""What a person may be: a governor of one of the categories, an associate member, or a governor added under
Part 4 of the Education and Inspections Act 2006."""

CAME_BY: Final = ("election", "appointment", "nomination", "ex officio", "substitution")
"""How a person came by the office; "substitution" is acting for an ex officio foundation governor."""

CHAIRS: Final = ("chair", "vice chair")
"""The offices that a governor may hold on top of the governorship."""

IN_POST: Final = "in post"
STANDINGS: Final = (
    IN_POST,
    "ended",
    "vacancy",
    "duplicate",
    "associate",
    "office",
    "note",
    "not a governor",
    "cannot tell",
)
"""What an entry of a register is. `office` is one of a chair that repeats a governor, `note` one that is of nobody."""

UNKNOWN: Final = "unknown"
"""A seat that is still to be settled."""


def member_words(text: str) -> str:
    """Turn words about governors into those for a pupil referral unit, whose committee has members.

    >>> member_words("2 local authority governors")
    '2 authority members'
    """
    for school, unit in _MEMBER_WORDS:
        text = text.replace(school, unit)
    return text


def federation_words(text: str) -> str:
    """Turn words about one school into those for a federation, whose governors may be employed at any of several.

    >>> federation_words("none of the 4 co-opted governors is employed at the school")
    'none of the 4 co-opted governors is employed at the federation or a federated school'
    """
    return text.replace("employed at the school", "employed at the federation or a federated school")


_MEMBER_WORDS: Final = (
    ("local authority governor", "authority member"),
    ("head teachers", "teachers in charge"),
    ("head teacher", "teacher in charge"),
    ("governor", "member"),
)


def seat_words(seat: str, count: int) -> str:
    """Say a category of governor in words that agree with the number.

    >>> seat_words("co_opted", 7)
    'co-opted governors'
    """
    one, many = SEAT_WORDS[seat]
    return one if count == 1 else many


def shown(value: object) -> str:
    """Show a value by the names of its fields: one function for many classes, each of which would compile its own."""
    fields = type(value).__attrs_attrs__  # type: ignore[attr-defined]  # those of attrs have them
    return (
        f"{type(value).__name__}({', '.join(f'{one.name}={getattr(value, one.name)!r}' for one in fields)})"
    )
