"""Writes into a desk's database, as a process of its own: `python desk_writer.py FOLDER DATABASE NUMBER`.

Each write reads, adds a proposal with its version and an event, and is answered by a line with its number.
"""

import sys
from pathlib import Path


def main(folder, database, number):
    """Write so many times, each in a transaction of its own."""
    from governance.desk import start

    start.open_desk(Path(folder), database=database)
    from django.db import transaction

    from governance.desk.events import record
    from governance.desk.models import Authority, Body, Proposal, ProposalVersion

    authority = Authority.objects.get()
    body, _ = Body.objects.get_or_create(authority=authority, name="A", category="community")
    for one in range(int(number)):
        with transaction.atomic():
            count = Proposal.objects.filter(body=body).count()
            proposal = Proposal.objects.create(body=body, title=f"after {count}")
            ProposalVersion.objects.create(proposal=proposal, number=1, data={}, tool_version="0", by="x")
            record(authority, "officer", "began a proposal", proposal, body=body)
        print(one, flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main(*sys.argv[1:])
