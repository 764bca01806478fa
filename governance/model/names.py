"""The field's words, in the law's spelling, once.

Seats and school categories are named as the Regulations name them; a key in a file, a name in a relation
and a column in a table are always one of these.
"""

from typing import Final

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

CO_OPTED_STAFF: Final = "co_opted_staff"
"""The co-opted governors who are eligible to be elected as staff governor."""

CATEGORIES: Final = (
    "community",
    "community special",
    "foundation",
    "foundation special",
    "voluntary aided",
    "voluntary controlled",
    "maintained nursery",
    "federation",
    "pupil referral unit",
)
"""The categories of school, and the two bodies that have Regulations of their own."""

FOUNDATION: Final = ("none", "foundation", "qualifying")
"""Whether the school has a foundation, and if so whether it is a qualifying foundation school."""

APPROVERS: Final = ("foundation_governors", "trustees", "diocesan_authority", "religious_body")
"""Those whose approval an instrument may need before it goes to the local authority."""

UNKNOWN: Final = "unknown"
"""A seat that is still to be settled."""


def seat_words(seat: str, count: int) -> str:
    """Say a category of governor in words that agree with the number.

    >>> seat_words("co_opted", 7)
    'co-opted governors'
    """
    one, many = SEAT_WORDS[seat]
    return one if count == 1 else many
