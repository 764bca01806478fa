"""Documents written for the tests: every label, number, mark, date and order that the reader must cope with.

All schools, councils and sentences are made up. `one_factor` gives a document for each single variant,
`documents` realistic combinations by chance, and `hand_made` documents of other shapes; each comes as a `Sample`
with the truth of it, to be written as text or Word by `text` and `word`, and marked by `judge`.
"""

from corpus.by_hand import after_published, fresh, hand_made
from corpus.chance import documents
from corpus.judge import GROUPS, Mark, judge, wrong
from corpus.shared import shared, unseen
from corpus.truth import Part, Sample, Truth
from corpus.variants import one_factor
from corpus.writers import WORD, text, word

__all__ = [
    "GROUPS",
    "WORD",
    "Mark",
    "Part",
    "Sample",
    "Truth",
    "after_published",
    "documents",
    "fresh",
    "hand_made",
    "judge",
    "one_factor",
    "shared",
    "text",
    "unseen",
    "word",
    "wrong",
]
