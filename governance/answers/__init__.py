"""Questions asked of a rule book, and their answers. No rule of law is restated here."""

from governance.answers.check import check
from governance.answers.finding import Doubt, Finding, Repair, Result

__all__ = ["Doubt", "Finding", "Repair", "Result", "check"]
