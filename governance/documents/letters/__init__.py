"""Letters to the chair: one module for each answer that is sent, and the page that they share."""

from typing import TYPE_CHECKING

from governance.documents.letters.letter import Letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from governance.answers.finding import Result
    from governance.answers.options import Options
    from governance.answers.repair import Repairs
    from governance.answers.unknowns import Unknowns
    from governance.model import Proposal
    from governance.people.transition import Transition

    Sent = Result | Repairs | Options | Unknowns | Transition | Letter

__all__ = ["Letter", "letter_of"]


def letter_of(
    answer: "Sent",
    proposal: "Proposal | None" = None,
    *,
    school: str | None = None,
    unread: "Sequence[str]" = (),
) -> Letter:
    """Give the letter on an answer; all but that on options need the `proposal` it is about.

    Of a transition it is the new instrument. `school` is the name of the school of one on options, and `unread` what of a draft could not be read.
    """
    from governance.answers.finding import Result  # noqa: PLC0415 - one letter needs one of these
    from governance.answers.options import Options  # noqa: PLC0415
    from governance.answers.repair import Repairs  # noqa: PLC0415
    from governance.answers.unknowns import Unknowns  # noqa: PLC0415
    from governance.documents.letters import options, repair, returned, transition, unknowns  # noqa: PLC0415
    from governance.errors import ArgumentError  # noqa: PLC0415
    from governance.model.proposal import the_proposal  # noqa: PLC0415
    from governance.people.transition import Transition  # noqa: PLC0415

    match answer:
        case Letter():
            return answer
        case Options():
            return options.letter(answer, school)
        case Repairs():
            return repair.letter(answer, the_proposal(proposal))
        case Unknowns():
            return unknowns.letter(answer, the_proposal(proposal))
        case Transition():
            return transition.letter(answer, the_proposal(proposal))
        case Result():
            return returned.letter(answer, the_proposal(proposal), unread=unread)
    raise ArgumentError(
        "A letter takes an answer",
        answer,
        "Get one from governance.check, repair, options, unknowns or transition.",
    )
