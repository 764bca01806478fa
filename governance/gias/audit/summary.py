"""How many bodies are of each grade: in all, of those with enough people recorded, by kind and by authority."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from governance.gias.audit.finding import GRADES, LONG, OF_RECORD, QUALITY, Finding
from governance.gias.audit.one import MANY_EMPTY, Audited

_FEW: Final = 2
_ENDS: Final = ((0, 0), (1, _FEW), (_FEW + 1, MANY_EMPTY - 1), (MANY_EMPTY, None))
"""The runs in which empty seats are counted."""


@attrs.frozen
class Group:
    """Some bodies: how many of each grade, with how many empty seats, and how many have a finding of each rule and grade.

    `long_terms` counts those with a term that is too long, under whatever law it began.
    """

    bodies: int
    grades: Mapping[str, int]
    empty: Mapping[str, int]
    long_terms: int
    findings: Mapping[tuple[str, str, str], int]

    @classmethod
    def of(cls, bodies: Iterable[Audited]) -> "Group":
        """Count some bodies."""
        grades: Counter[str] = Counter()
        empty: Counter[str] = Counter({_run(one): 0 for one in _ENDS})
        found: Counter[tuple[str, str, str]] = Counter()
        long_terms = 0
        for one in bodies:
            grades[one.grade] += 1
            long_terms += any(_long_term(finding) for finding in one.findings)
            if one.empty is not None:
                empty[next(_run(ends) for ends in _ENDS if ends[1] is None or one.empty <= ends[1])] += 1
            found.update({(finding.rule, finding.citation, finding.grade) for finding in one.findings})
        ordered = {grade: grades[grade] for grade in GRADES}
        return cls(sum(grades.values()), ordered, empty, long_terms, dict(found.most_common()))

    def share(self, many: int) -> float:
        """Give a number as a share of the bodies, in per cent."""
        return round(100 * many / self.bodies, 1) if self.bodies else 0.0

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, with shares in per cent."""
        return {
            "bodies": self.bodies,
            "grades": {grade: self._with_share(many) for grade, many in self.grades.items()},
            "empty": {run: self._with_share(many) for run, many in self.empty.items()},
            "long_terms": self._with_share(self.long_terms),
            "findings": [
                {"rule": rule, "citation": citation, "grade": grade, **self._with_share(many)}
                for (rule, citation, grade), many in self.findings.items()
            ],
        }

    def _with_share(self, many: int) -> dict[str, Any]:
        return {"bodies": many, "share": self.share(many)}


@attrs.frozen
class Summary:
    """The groups of an audit. `enough` are the bodies of which as many are recorded as the law asks of any board."""

    all: Group
    enough: Group
    by_kind: Mapping[str, Group]
    by_authority: Mapping[str, Group]
    by_evidence: Mapping[str, int]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values; of kinds and authorities the grades alone."""
        return {
            "all": self.all.as_json(),
            "enough_recorded": self.enough.as_json(),
            "by_kind": {name: _grades(group) for name, group in self.by_kind.items()},
            "by_authority": {name: _grades(group) for name, group in self.by_authority.items()},
            "by_evidence": dict(self.by_evidence),
        }


def summary(bodies: Iterable[Audited]) -> Summary:
    """Count the bodies of an audit."""
    bodies = tuple(bodies)
    kinds: dict[str, list[Audited]] = defaultdict(list)
    authorities: dict[str, list[Audited]] = defaultdict(list)
    for one in bodies:
        kinds[one.kind].append(one)
        authorities[one.authority or "(not given)"].append(one)
    return Summary(
        Group.of(bodies),
        Group.of(one for one in bodies if one.enough),
        {name: Group.of(kinds[name]) for name in sorted(kinds)},
        {name: Group.of(authorities[name]) for name in sorted(authorities)},
        dict(Counter(one.evidence for one in bodies)),
    )


def _long_term(finding: Finding) -> bool:
    """Tell whether a finding is on terms that are too long."""
    return finding.rule == LONG or (finding.grade == QUALITY and not finding.rule.startswith(OF_RECORD))


def _run(ends: tuple[int, int | None]) -> str:
    """Say a run of numbers.

    >>> _run((0, 0)), _run((1, 2)), _run((6, None))
    ('0', '1-2', '6 or more')
    """
    low, high = ends
    return f"{low} or more" if high is None else str(low) if low == high else f"{low}-{high}"


def _grades(group: Group) -> dict[str, Any]:
    return {"bodies": group.bodies, **group.grades}
