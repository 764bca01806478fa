"""Words that stand with the number of a whole governing body, and words that make it a number of something else."""

from typing import Final

WHO: Final = "(?:gove(?:rn|m)ors?|members|membership|seats|places|positions|(?:the )?(?:federated )?(?:governing (?:body|board)|board of governors|management committee)(?: members(?:hip)?)?)"
"""Whom, or what, a total counts."""

TOTALS: Final = (
    rf"total\s?(?:(?:voting|full)\s)?(?: ?(?:number|no\.?|membership|size|governors?))?(?: of)?(?: (?:all |the )?{WHO})*(?: on (?:the )?[a-z ]{{1,30}})?",
    r"number of (?:gove(?:rn|m)ors|members)(?: (?:on|in|of) (?:the |our )?[a-z ]{1,40})?",
    r"how many (?:governors|members)[a-z ]{0,40}\?",
    r"size of (?:the )?[a-z' ]{0,40}(?:body|board|committee)",
    r"^\s*all (?:the |our )?(?:governors|members)",
    r"overall(?: (?:number|size|total|membership))?",
    r"(?:governing )?(?:body|board|committee) size",
    r"(?:seats|places|governors|members) (?:on|in) (?:the|our) [a-z ]{1,40}",
    r"full (?:strength|complement|membership)(?: of (?:the |our )?[a-z ]{1,40})?",
    r"(?:membership|size|number|board|body|strength|complement) (?:now |will |shall |is |to )*(?:stands?|standing|remains?|set|fixed) at",
    r"number(?:s|ing)",
    r"total",
    r"totall?ing",
    r"membership",
)
"""Phrases that a total follows."""

IS: Final = (
    "is",
    "are",
    "be",
    "shall be",
    "will be",
    "to be",
    "should be",
    "would be",
    "of",
    "in",
    "shall",
    "now",
)
"""Words between such a phrase and the number; "in" is a slip for "is" that is seen in print."""

PEOPLE: Final = (
    "governor positions?",
    "governors?",
    "members?",
    "individuals",
    "people",
    "persons",
    "seats",
    "places",
    "governor places",
    "voting (?:governors|members)",
    "full governors",
)
"""Words after a number that may make it a total."""

OPTS_OUT: Final = (
    "given notice",
    "gives notice",
    "notice in writing",
    "choos",
    "chosen not",
    "chose not",
    "resign",
    "opts? out",
    "not to be a governor",
    "not be a governor",
    "is not a governor",
    "declin",
)
"""Words before a total that make it the one for when the head teacher is not a governor."""

NOT_A_TOTAL: Final = (
    "quorum",
    "vacanc",
    "attend",
    "were present",
    "apologies",
    "voted",
    "in post",
    "down by",
    "(?<!management )committees? (?:of|has|have|shall|will|with|consist)",
    "panel",
    "at any one time",
    "resigned",
    "who had changed",
    "forum",
    "stakeholder",
    "trust board",
    "pupil council|student council|school council",
    "change category",
)
"""Words of a sentence that counts people for another purpose."""
