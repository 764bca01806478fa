"""The Department's identifiers for governance (Education Provider Registry), all of them, pinned.

They are those of its governance ontology 0.11 (30 July 2026) and establishment ontology as published on 19 August 2026,
under the Open Government Licence v3.0. Their status is "Provisional", so that they may move: they stand here alone. A
category that the ontology has no word for is a plain governor, as it has those that are published without one.
"""

from collections.abc import Mapping
from typing import Final

_MODELS: Final = "https://dfe-digital.github.io/education-provider-registry-docs/models"

PREFIXES: Final[Mapping[str, str]] = {
    "gov": f"{_MODELS}/governance/vocabulary/",
    "govo": f"{_MODELS}/governance/ontology/",
    "est": f"{_MODELS}/establishment/vocabulary/",
    "esto": f"{_MODELS}/establishment/ontology/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The namespaces, by their prefixes."""

COMMITTEE: Final = "gov:GovernanceBody"
"""The management committee of a pupil referral unit has no class of its own."""
BODY, CONSTITUTION, POSITION, VACANCY = (
    "gov:GoverningBody",
    "gov:Constitution",
    "gov:ConstitutionPosition",
    "gov:Vacancy",
)
APPOINTMENT, PERSON, TERM, ROLE_ASSIGNMENT, GID = (
    "gov:GovernanceAppointment",
    "gov:GovernancePerson",
    "gov:TermOfOffice",
    "gov:RoleAssignment",
    "gov:GovernanceIdentifier",
)
SCHOOL, IDENTITY, URN = "est:Establishment", "est:EstablishmentIdentity", "est:UniqueReferenceNumber"

HAS_BODY, HAS_CONSTITUTION, HAS_POSITION, HAS_VACANCY = (
    "govo:hasGovernanceBody",
    "govo:hasConstitution",
    "govo:hasConstitutionPosition",
    "govo:hasVacancy",
)
HAS_APPOINTMENT, APPOINTMENT_OF, FILLS, HAS_ROLE_TYPE = (
    "govo:hasGovernanceAppointment",
    "govo:appointmentOf",
    "govo:fills",
    "govo:hasRoleType",
)
HAS_APPOINTING_BODY, HAS_BASIS, HAS_TERM, STARTS, ENDS = (
    "govo:hasAppointingBody",
    "govo:hasAppointmentBasis",
    "govo:hasTermOfOffice",
    "govo:hasStartDate",
    "govo:hasEndDate",
)
HAS_GID, LAYERED_ON, ASSIGNS = "govo:hasGovernanceIdentifier", "govo:layeredOn", "govo:assignsRole"
HAS_IDENTITY, BY_URN = "esto:hasEstablishmentIdentity", "esto:identifiedByUrn"
LABEL, COMMENT, VALUE, DATE = "rdfs:label", "rdfs:comment", "rdf:value", "xsd:date"

STATUTORY: Final = "gov:StatutoryGovernanceAppointment"
GOVERNOR: Final = "gov:Governor"
GOVERNORS: Final[Mapping[str, str]] = {
    "parent": "gov:ParentGovernor",
    "staff": "gov:StaffGovernor",
    "head_teacher": "gov:ExOfficioGovernor",
    "local_authority": "gov:LocalAuthorityGovernor",
    "co_opted": "gov:CoOptedGovernor",
    "foundation": "gov:FoundationGovernor",
    "partnership": "gov:PartnershipGovernor",
}
"""The role type of each category of governor."""

CHAIRS: Final[Mapping[str, str]] = {"chair": "gov:Chair", "vice chair": "gov:ViceChair"}

APPOINTED: Final[Mapping[tuple[str, str | None], str]] = {
    ("parent", "election"): "gov:ElectedByParents",
    ("parent", "appointment"): "gov:ParentAppointedByGoverningBodyDueToNoElection",
    ("staff", None): "gov:ElectedByStaff",
    ("head_teacher", None): "gov:ExOfficioAppointment",
    ("local_authority", None): "gov:AppointedByLocalAuthority",
    ("co_opted", None): "gov:AppointedByGoverningBody",
    ("foundation", "ex officio"): "gov:ExOfficioAppointment",
    ("foundation", None): "gov:AppointedByFoundationOrTrust",
    ("partnership", None): "gov:NominatedByPartner",
}
"""Who appointed or elected, by the category and how the governor came by the office; None is any other way."""
