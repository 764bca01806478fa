"""The tables, one module a subject. Each has a `visible_to`, the only door by which a view comes to rows."""

from governance.desk.models.accounts import OFFICE, Membership, User, the_office
from governance.desk.models.bodies import (
    VERDICTS,
    Authority,
    Body,
    BodySchool,
    Diocese,
    Instrument,
    Meeting,
    School,
)
from governance.desk.models.events import Event
from governance.desk.models.files import Correction, Document
from governance.desk.models.jobs import Feed, Job
from governance.desk.models.people import Appointment, Finding, ImportRun, Office, Person, Problem
from governance.desk.models.proposals import (
    AlwaysSameError,
    Approval,
    CopySent,
    Move,
    Proposal,
    ProposalVersion,
)

__all__ = [
    "OFFICE",
    "VERDICTS",
    "AlwaysSameError",
    "Appointment",
    "Approval",
    "Authority",
    "Body",
    "BodySchool",
    "CopySent",
    "Correction",
    "Diocese",
    "Document",
    "Event",
    "Feed",
    "Finding",
    "ImportRun",
    "Instrument",
    "Job",
    "Meeting",
    "Membership",
    "Move",
    "Office",
    "Person",
    "Problem",
    "Proposal",
    "ProposalVersion",
    "School",
    "User",
    "the_office",
]
