"""The statuses of a proposal, in the order of the law."""

from typing import Final

STATUSES: Final[dict[str, str]] = {
    "draft": "Draft",
    "shared": "Shared for advice",
    "agreed": "Agreed by the governing body",
    "approved": "Approved by the foundation side",
    "submitted": "Submitted",
    "checked": "Checked",
    "returned": "Returned",
    "content": "The authority is content",
    "disagreement": "In disagreement",
    "decided": "Decided",
    "made": "Made",
    "copies_sent": "Copies sent",
    "people_placed": "People placed",
    "closed": "Closed",
    "withdrawn": "Withdrawn",
}
"""Each status, and what it is called on a page. Between `checked` and `decided` the way may lead back."""

OVER: Final = ("closed", "withdrawn")
"""Nothing waits any more for a proposal in one of these."""
