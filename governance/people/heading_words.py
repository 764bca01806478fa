"""The words of headings in a register: of each field those that people use, and how they put others together."""

from collections.abc import Mapping
from typing import Final

from governance.files.columns import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EXACT: Final[Mapping[str, str]] = {
    "urn": "urn, unique reference number, school urn",
    "laestab": "laestab, la estab, dfe no, dfe number, dcsf no, dfes no, school number, school no, estab, estab no, est no, "
    "establishment number, establishment no, dfe code, dfe, dfe establishment number, la dfe number",
    "school": "school, school name, name of school, establishment, establishment name, account, board, governing body, "
    "governing board, name of governing body, school or federation, federation, body, organisation, establishment name, name of establishment, governing board name, "
    "school federation, school body, setting, school setting, board name",
    "key": "gid, gov id, gov ref, gov no, governor code, code, member id, member ref, record id, appointment id, unique ref, person ref, "
    "governor id, governor ref, governor reference, governor no, governor number, ref, ref no, reference, "
    "reference number, id, unique id, person id, governor key, key",
    "key name": "governor",
    "key office": "office",
    "name": "name, governor name, name of governor, full name, title, forename, forenames, forename 1, forename 2, "
    "first name, first names, firstname, given name, middle name, middle names, surname, last name, family name, "
    "known as, preferred name, initials, governors name",
    "category": "type of governor, governor type, category, category of governor, governor category, type, constituency, "
    "type of gov, gov type, governor type category, category of membership, membership type, governorship, kind of governor, "
    "class of governor, type category",
    "category office": "role, position, positions, post, governor role, role type",
    "office": "chair, chair of governors, vice chair, responsibility, responsibilities, office held, officer, additional role, "
    "special role, roles, co chair, chair vice chair, roles and responsibilities, link role, chair or vice chair, offices held, "
    "positions held, position held, roles held, role held, other roles, governor responsibilities",
    "appointed_by": "appointing body, appointed by, appointing organisation, nominated by, elected appointed by, how appointed, "
    "appointing authority, method of appointment, appointed elected by, nominating body, elected by, route, appointment route, "
    "appointed or elected by, body who appointed, appointer, who appointed, source, appointment type",
    "appointed_on appointed_by": "appointed, elected, appointment, elected or appointed, elected appointed",
    "first_appointed": "first appointed, original start, originally appointed, first appointment, original appointment",
    "term": "term, term of office, length of term, years, term length, length of term of office, term in years, term years, "
    "period of office, tenure, duration",
    "ends_on": "to, term ends ended, term of office ends ended, term of office end, next election, renewal, end of office",
    "ended_on": "left, resigned, stepped down, removed, leaver, leaving, resignation, ceased, ceased to be governor",
    "why": "reason, reason for leaving, why, leaving reason, reason left",
    "employed_at_school": "staff, staff member, employee of school, employed at the school, employed at school, employed by school, "
    "member of staff, employed, school employee, works at school, is staff, employee, paid employee, paid staff, works at the school, paid to work at the school, "
    "employed by the school, on the staff",
    "status": "status, current, active, current or former, state",
    "ignored": "email, e mail, telephone, tel, phone, mobile, telephone number, direct email address, postcode, home postcode, "
    "address, home address, date of birth, dob, birth, nationality, dbs, training, attendance, interests, gender, ethnicity, "
    "companies house number, uid, previous title, previous forename 1, previous forename 2, previous surname, notes, comments, "
    "committees, committee, skills, declaration of interests, original signatory member, original chair of trustees, "
    "email address, dbs number, la, local authority, phase, no, number, voting rights, induction, meetings attended, link, "
    "link governor, pecuniary interests, business interests, register of interests, photo, biography, bio",
}
"""The headings of each field as they are compared, without case and signs. Two fields are settled by what stands below."""

_START: Final = _words(
    "appointment appointed start starts started starting election elected effective from since commencement commenced commences "
    "commencing begin begins began beginning joined wef"
)
_END: Final = _words(
    "end ends ended ending expires expiry expire expiration expired until finish finishes to renewal due"
)
_LEFT: Final = _words("left stepped resigned resignation removed removal leaving leave ceased cessation")
_LENGTH: Final = _words("length years yrs duration period number")
_FIRST: Final = _words("first original originally initial initially")
_BESIDE: Final = _words(
    "date dates of the term terms office in on as a an s day when down governor governors or and appointed elected appointment "
    "election re with effect current latest last this school gb post held nominated coopted co opted"
)
_CHOSEN: Final = _words(
    "appointed elected nominated appointing nominating electing chosen body by or and organisation who whom which them that "
    "governor how method of was is appointment election authority the"
)
_HOLDS: Final = _words(
    "role roles position positions responsibility responsibilities held on of in within the governing body board governor "
    "governors gb s additional special other and or any specific"
)
GRAMMAR: Final = (
    ("first_appointed", _FIRST, _FIRST | _START | _BESIDE),
    ("appointed_by", _words("by body how who whom method"), _CHOSEN),
    ("ended_on", _LEFT, _LEFT | _BESIDE | _words("to be")),
    ("ends_on", _END, _END | _BESIDE),
    ("appointed_on", _START, _START | _BESIDE),
    ("term", _LENGTH, _LENGTH | _BESIDE),
    (
        "why",
        _words("reason why"),
        _words("reason why for leaving stepping down resignation left of end ending departure ceasing"),
    ),
    (
        "office",
        _words("chair vice"),
        _words("chair vice co of the governors is y n yes no or board governing body"),
    ),
    (
        "category",
        _words("type category kind"),
        _words("type category kind of governor governors gov membership member"),
    ),
    ("category office", _words("role position"), _HOLDS),
    ("office", _words("roles positions responsibility responsibilities"), _HOLDS),
    (
        "employed_at_school",
        _words("employed employee staff"),
        _words("employed employee staff at the by school member of is a y n yes no"),
    ),
)
"""A heading is of the first field of whose words it has one, and no word but those that may stand beside them."""

_PARTS: Final[Mapping[str, str]] = {
    "title": "title",
    "forename": "forename, forenames, forename 1, first name, first names, firstname, given name",
    "middle": "forename 2, middle name, middle names",
    "surname": "surname, last name, family name",
    "name": "name, governor name, name of governor, full name, governors name, governor",
}
_PART_OF: Final = {fold(word): part for part, words in _PARTS.items() for word in words.split(", ")}


def part_of(heading: str) -> str | None:
    """Give the part of a name that a heading is of; None for what stands in no record, such as a known-as.

    >>> part_of("Forename 1"), part_of("Name"), part_of("Known as")
    ('forename', 'name', None)
    """
    return _PART_OF.get(fold(heading))
