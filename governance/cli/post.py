"""`--letter`: what the commands share whose answer goes to the chair of governors in Word."""

import datetime
import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs
import click

from governance.cli.common import Day

if TYPE_CHECKING:
    from governance.documents.letters import Sent
    from governance.documents.template import Template
    from governance.model import Proposal


@attrs.frozen(kw_only=True, repr=False)
class Post:
    """Where a letter goes and how: its file, its day, whose it is, in whose template, and whether to overwrite."""

    output: str
    dated: datetime.date
    sender: str | None
    style: str | None
    pdf: bool
    force: bool

    def send(
        self,
        answer: "Sent",
        proposal: "Proposal | None" = None,
        *,
        school: str | None = None,
        unread: Sequence[str] = (),
    ) -> bool:
        """Write the letter on an answer, and tell whether it could be written."""
        from pathlib import Path  # noqa: PLC0415 - most answers are not sent

        from governance.cli.writing import Job, Where, write_one  # noqa: PLC0415

        def make(template: "Template | None") -> tuple[bytes, tuple[str, ...]]:
            import governance  # noqa: PLC0415 - Word is slow to load

            data = governance.letter(
                answer,
                proposal,
                school=school,
                unread=unread,
                dated=self.dated,
                sender=self.sender,
                template=template,
            )
            return data, () if self.sender else (
                "The letter has a marked place for its sender. Give --from.",
            )

        where = Where(output=Path(self.output), folder=None, style=self.style, pdf=self.pdf, force=self.force)
        source = (proposal.source,) if proposal else ("the answer",)
        return write_one(Job("letter", source, make), where)


def letter_options(command: Callable[..., Any], *, look: bool = True) -> Callable[..., Any]:
    """Add --letter and what goes with it; the command is given a `Post`, or None, as `post`.

    Without `look` the command has --style and --force already, and is given them, too.
    """

    @functools.wraps(command)
    def run(*args: Any, **given: Any) -> Any:
        output, dated, sender, pdf = (given.pop(name) for name in ("letter", "dated", "sender", "pdf"))
        style, force = (given.pop(name) if look else given[name] for name in ("style", "force"))
        if output is None and (dated or sender or pdf or (look and (style or force))):
            raise click.UsageError("Say with --letter OUT.docx where to write the letter.")
        today = datetime.date.today()  # noqa: DTZ011 - the day where the writer is
        post = output and Post(
            output=output, dated=dated or today, sender=sender, style=style, pdf=pdf, force=force
        )
        return command(*args, post=post, **given)

    options = (
        click.option(
            "--letter",
            metavar="OUT.docx",
            help="Write the answer as a letter to the chair in Word, too.",
        ),
        click.option("--dated", type=Day(), metavar="DATE", help="The day of the letter. Default: today."),
        click.option(
            "--from", "sender", metavar="OFFICE", help="Whose letter it is: an office, and no name."
        ),
        click.option("--pdf", is_flag=True, help="Write a tagged PDF beside the letter, by LibreOffice."),
        *(
            (
                click.option("--style", metavar="TEMPLATE", help="Your own Word template, as for draft."),
                click.option("--force", is_flag=True, help="Overwrite the letter if it is there."),
            )
            if look
            else ()
        ),
    )
    for option in reversed(options):
        run = option(run)
    return run
