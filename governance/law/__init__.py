"""The law as data: loads `rules/`, and gives the rule book of a day for a kind of school."""

from governance.law.book import RuleBook, book_for, cautions, rule_book
from governance.law.facts import Kind
from governance.law.provision import Instrument, Provision, Reading, Rule
from governance.law.regime import governing

__all__ = [
    "Instrument",
    "Kind",
    "Provision",
    "Reading",
    "Rule",
    "RuleBook",
    "book_for",
    "cautions",
    "governing",
    "rule_book",
]
