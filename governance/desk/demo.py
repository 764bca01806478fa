"""The synthetic authority of the demonstration. No school, body or office in it is real, and nobody has a name."""

import datetime
from typing import Any


def fill(authority: Any, today: datetime.date) -> None:
    """Make it."""
