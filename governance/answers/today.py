"""The day whose law is put to a board that gives none: today, unless its words are of older law."""

import datetime

from governance.errors import CannotTellError
from governance.law.regime import in_force
from governance.law.store.instruments import board_law
from governance.model import Proposal
from governance.model.names import UNKNOWN, seat_words

_OLDER_SEATS = ("community", "sponsor")


def day_for(
    proposal: Proposal, today: datetime.date, *, made_under: str | None = None, old_words: str = ""
) -> datetime.date:
    """Give today, or the day on which the instrument is made where that is still to come.

    `made_under` is the id of the Regulations that a document cites or shows, and `old_words` quotes words of older
    law where it shows none. Raises CannotTellError where what it says is of law that no longer governs any body.
    """
    day = max(today, proposal.instrument.made_on or today)
    older = ""
    if made_under:
        older = "" if in_force(made_under, day, load=board_law) else f"it was made under {made_under}"
    elif proposal.school.category != "pupil referral unit":
        seats = proposal.seats.counts()
        words = [seat_words(seat, 2) for seat in _OLDER_SEATS if seats[seat] not in (0, UNKNOWN)]
        older = f"it speaks of {' and '.join(words)}" if words else old_words
    if older:
        raise CannotTellError(
            f"No day of effect is given, and the words are of older law: {older}. Today's law is not taken. "
            "Ask for a day with --on, or set effective_on under [instrument]."
        )
    return day
