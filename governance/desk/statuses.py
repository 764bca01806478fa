"""The statuses of a proposal, as the course of a proposal under the law has them."""

from governance.answers.procedures.course import OVER, STATUSES

__all__ = ["OVER", "STATUSES"]
