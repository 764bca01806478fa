"""A governor or associate member, by office and never by name, and the facts about them that the law asks for."""

import datetime
from collections.abc import Mapping
from typing import Final, Literal

import attrs

from governance.model.names import IN_POST, SEAT_WORDS
from governance.model.term import Term

Kind = Literal["flag", "done", "day", "days", "number", "term", "sentences"]
KINDS: Final[tuple[Kind, ...]] = ("flag", "done", "day", "days", "number", "term", "sentences")
"""The kinds of fact about a person."""


@attrs.frozen
class FactWords:
    """A fact a rule may ask for: of what kind it is, and what it says.

    A `flag` is true or false, `done` true, false or the day it was done, `day` a day or false where it never
    happened, `days` a list of days, `number` a whole number, `term` a length of time.
    """

    kind: Kind
    words: str


FACTS: Final[Mapping[str, FactWords]] = {
    # Who the person is to the school.
    "born_on": FactWords("day", "born on"),
    "age_at_appointment": FactWords("number", "age when elected or appointed"),
    "registered_pupil": FactWords("flag", "a registered pupil at the school"),
    "employed_at_school": FactWords(
        "flag", "employed by the governing body or local authority under a contract to work at the school"
    ),
    "ceased_to_work_at_school": FactWords("flag", "has ceased to work at the school"),
    "paid_hours_at_school": FactWords("number", "hours paid to work at the school in twelve months"),
    "elected_member_of_local_authority": FactWords("flag", "an elected member of the local authority"),
    "employed_by_local_authority_in_education": FactWords(
        "flag", "employed by the local authority in connection with its education functions"
    ),
    "works_wholly_at_schools": FactWords(
        "flag", "employed to work wholly at schools that a local authority in England maintains"
    ),
    "governorships_at_school": FactWords("number", "governorships of this school"),
    # A parent.
    "parent_of_pupil": FactWords("flag", "a parent of a registered pupil at the school"),
    "parent_of_child_on_premises": FactWords("flag", "a parent of a child provided for on the premises"),
    "parent_of_former_pupil": FactWords("flag", "a parent of a former registered pupil at the school"),
    "parent_of_child_of_school_age": FactWords(
        "flag", "a parent of a child under or of compulsory school age"
    ),
    "parent_of_child_with_sen": FactWords(
        "flag",
        "a parent of a child under or of compulsory school age with special educational needs "
        "for which the school is approved",
    ),
    "parent_of_older_child_with_sen": FactWords(
        "flag", "a parent of a child over compulsory school age with special educational needs"
    ),
    "too_few_candidates": FactWords("flag", "fewer candidates than vacancies in the election"),
    "boarding_election_impracticable": FactWords(
        "flag", "an election not reasonably practicable in a school of boarders"
    ),
    "hospital_election_impracticable": FactWords(
        "flag", "an election not practicable in a special school in a hospital"
    ),
    "preceding_class_impracticable": FactWords(
        "flag", "not reasonably practicable to appoint from the class immediately before"
    ),
    "earlier_classes_exhausted": FactWords(
        "flag", "nobody of a class earlier in the order could be appointed"
    ),
    # How the person was chosen.
    "nominated_by_local_authority": FactWords("flag", "nominated by the local authority"),
    "appointed_by_local_authority": FactWords("flag", "appointed by the local authority"),
    "nominated_by_governor": FactWords("flag", "nominated by a governor of the school"),
    "too_few_eligible_nominees": FactWords("flag", "fewer eligible nominees than places"),
    "skills_in_opinion_of_appointer": FactWords("done", "has the skills, in the appointer's opinion"),
    "skills_in_opinion_of_nominator": FactWords("done", "has the skills, in the nominator's opinion"),
    "capable_in_opinion_of_appointer": FactWords(
        "done", "capable of achieving the purposes, in the appointer's opinion"
    ),
    "meets_criteria": FactWords("done", "meets the governing body's own criteria, in its opinion"),
    "appointed_for_one_school": FactWords(
        "flag", "appointed in respect of one particular school of the federation"
    ),
    "to_preserve_character": FactWords("flag", "appointed to preserve and develop the religious character"),
    "on_committee": FactWords("flag", "appointed to a committee of the governing body, and not a governor"),
    "notice_given": FactWords("done", "notice given to the clerk"),
    # In office.
    "term": FactWords("term", "term of office, as set at the election or appointment"),
    "left_the_post": FactWords("flag", "no longer holds the post"),
    "original_governor_able": FactWords(
        "flag", "notice given by the original governor of being able and willing to act"
    ),
    "post_taken_by_another": FactWords("flag", "the office taken by another person"),
    "absent_since": FactWords("day", "absent without consent since the meeting of"),
    "disqualified_for_absence_on": FactWords("day", "disqualified for absence on"),
    "removed_as_elected_governor_on": FactWords("day", "removed as an elected governor on"),
    "removal_first_meeting": FactWords("day", "first resolution to remove, on"),
    "removal_second_meeting": FactWords("day", "second resolution to remove, on"),
    # Grounds of disqualification.
    "estate_sequestrated": FactWords(
        "flag", "estate sequestrated, and not discharged, annulled or reduced since"
    ),
    "bankruptcy_restrictions": FactWords(
        "flag", "subject to a bankruptcy or debt relief restrictions order, or an interim one"
    ),
    "director_disqualified": FactWords(
        "flag", "subject to an order or undertaking against acting as director"
    ),
    "northern_ireland_director_disqualified": FactWords(
        "flag", "subject to a Northern Ireland order or undertaking against acting as director"
    ),
    "section_429_order": FactWords("flag", "subject to an order under section 429(2)(b)"),
    "removed_as_charity_trustee": FactWords("flag", "removed as a charity trustee for misconduct"),
    "removed_from_scottish_charity": FactWords("flag", "removed from managing a Scottish charity"),
    "on_children_act_list": FactWords("flag", "on the list under the Protection of Children Act 1999"),
    "section_142_direction": FactWords("flag", "subject to a direction under section 142"),
    "section_128_direction": FactWords("flag", "subject to a direction under section 128"),
    "barred_from_children": FactWords("flag", "barred from regulated activity relating to children"),
    "disqualified_from_working_with_children": FactWords("flag", "disqualified from working with children"),
    "disqualified_in_wales": FactWords("flag", "disqualified under Part 2 of the Welsh Measure of 2010"),
    "childcare_disqualified": FactWords("flag", "disqualified under Part 3 of the Childcare Act 2006"),
    "undischarged_bankrupt": FactWords("flag", "an undischarged bankrupt"),
    "unspent_dishonesty": FactWords("flag", "an unspent conviction of an offence of dishonesty or deception"),
    "unspent_specified_offence": FactWords(
        "flag",
        "an unspent conviction of bribery, money laundering, a terrorism offence, perjury or perverting the course "
        "of justice",
    ),
    "contempt_of_court": FactWords("flag", "found in contempt of court"),
    "on_sex_offender_register": FactWords("flag", "on the sex offender register"),
    "waived_by_charity_commission": FactWords(
        "flag", "the disqualification as charity trustee waived by the Charity Commission"
    ),
    "sentences": FactWords("sentences", "sentences of imprisonment"),
    "nuisance_fines": FactWords("days", "fined for nuisance on educational premises on"),
    "refuses_criminal_record_request": FactWords(
        "flag", "refuses to apply for a criminal records certificate"
    ),
    "has_enhanced_certificate": FactWords("flag", "has an enhanced criminal record certificate"),
    "certificate_applied_on": FactWords("day", "certificate applied for on"),
}
"""Every fact about a person that a rule may ask for; a test holds the list to what the rules ask."""


@attrs.frozen
class Sentence:
    """A sentence of imprisonment passed on conviction, in whole months or in days.

    `fine_option` is a sentence with the option of a fine instead; `no_offence_in_uk` is a conviction abroad
    for what would be no offence in the relevant part of the United Kingdom.
    """

    on: datetime.date
    months: int | None = None
    days: int | None = None
    suspended: bool = False
    fine_option: bool = False
    no_offence_in_uk: bool = False

    def __str__(self) -> str:
        """Say how long it is."""
        return f"{self.days} days" if self.months is None else str(Term(self.months))


Fact = bool | int | datetime.date | Term | tuple[datetime.date, ...] | tuple[Sentence, ...]


@attrs.frozen
class Person:
    """One governor or associate member, or a candidate: an entry of [[people]], or a row of a register.

    `key` is a label that is no name, such as "parent governor A", and `category` is empty where it is not known.
    `inferred` is true where the category follows from the appointing body alone. `office` is held on top of the
    appointment: "chair" or "vice chair". `standing` is what the entry is; that an office has ended by a day, because
    its term is over, is for `people.in_post` to say. `line` is the row as a person counts it. `who` is a mark to tell
    the rows of one person from those of others, of one run of the program and never shown; `name` is kept only where
    it is asked for, and so are `names`, which are its parts: "title", "forename", "middle", "surname", or "name" whole.
    """

    key: str
    category: str
    came_by: str | None = None
    appointed_on: datetime.date | None = None
    facts: Mapping[str, Fact] = attrs.field(factory=dict)
    line: int | None = None
    body: str = ""
    appointed_by: str = ""
    inferred: bool = False
    stated_end: datetime.date | None = None
    ended_on: datetime.date | None = None
    office: str | None = None
    standing: str = IN_POST
    who: str = attrs.field(default="", repr=False, eq=False)
    name: str = attrs.field(default="", repr=False)
    names: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    urn: str = ""

    @property
    def words(self) -> str:
        """Say what the person is."""
        return SEAT_WORDS[self.category][0] if self.category in SEAT_WORDS else self.category or "governor"

    @property
    def employed_at_school(self) -> bool | None:
        """Tell whether the person is employed at the school; None where nobody has said."""
        found = self.facts.get("employed_at_school")
        return found if isinstance(found, bool) else None

    @property
    def term(self) -> Term | None:
        """Give the term that was set at the election or appointment, where it is given."""
        found = self.facts.get("term")
        return found if isinstance(found, Term) else None
