"""The engine and the second oracle agree on every board up to fourteen seats or more, and on random ones to twenty-nine."""

import datetime
import itertools
import random
from collections.abc import Iterator

import pytest
from brute_force_others import boards, federation, school_of_2007, total_of, unit

from governance.law import Kind, rule_book
from governance.law.federation import MIXES
from governance.law.store.loader import load_instrument
from governance.model.names import SEATS

MOST, MOST_2007 = 14, {13: 15, 14: 15, 15: 15, 16: 15, 17: 15, 18: 16}
"""Up to so many seats every change of a number or a comparison shows that any board shows; beyond there are but more boards."""
BEYOND = 29
FEDERATIONS = load_instrument("federations-2012")
SCHOOLS_2007 = load_instrument("constitution-2007")
UNITS = load_instrument("pupil-referral-units-2007")
NOW = datetime.date(2018, 9, 18)
DAY_2007 = datetime.date(2008, 1, 1)

PARAGRAPHS = {
    "community": "none",
    "no foundation": "1",
    "foundation": "2",
    "qualifying": "3",
    "voluntary controlled": "4",
    "voluntary aided": "5",
    "voluntary controlled and community": "6",
    "mixed": "7",
}
"""The paragraph of regulation 22 for each mix of schools that it provides for."""

PERIODS = {
    "as made": datetime.date(2014, 8, 31),
    "posts counted": datetime.date(2014, 9, 1),
    "one parent each": datetime.date(2016, 8, 31),
    "two parents": datetime.date(2016, 9, 1),
}

REGULATIONS = {
    13: (("community", "none"), ("community special", "none"), ("maintained nursery", "none")),
    14: (("foundation", "none"), ("foundation special", "none")),
    15: (("foundation", "foundation"), ("foundation special", "foundation")),
    16: (("foundation", "qualifying"), ("foundation special", "qualifying")),
    17: (("voluntary controlled", "none"), ("voluntary controlled", "foundation")),
    18: (("voluntary aided", "none"), ("voluntary aided", "foundation")),
}
CATEGORIES_2007 = {
    13: ("parent", "staff", "head_teacher", "local_authority", "community", "sponsor"),
    14: ("parent", "staff", "head_teacher", "local_authority", "community", "partnership", "sponsor"),
    15: ("parent", "staff", "head_teacher", "local_authority", "community", "foundation", "sponsor"),
    16: ("parent", "staff", "head_teacher", "local_authority", "community", "foundation", "sponsor"),
    17: ("parent", "staff", "head_teacher", "local_authority", "community", "foundation", "sponsor"),
    18: ("parent", "staff", "head_teacher", "local_authority", "foundation", "sponsor"),
}


def relations(law, day, kind):
    """The rules of composition that the engine puts to a kind of body."""
    rules = rule_book(law, day, kind).rules
    return [rule.require for rule in rules if rule.require and rule.severity == "unlawful"]


def differences(found, lawful, engine) -> tuple[list[dict[str, int]], int]:
    """The boards on which the two do not agree (ten at most), and how many are lawful."""
    wrong, count = [], 0
    for seats in found:
        expected = lawful(seats)
        count += expected
        if expected is not all(relation.holds(seats) for relation in engine):
            wrong.append(seats)
    return wrong[:10], count


def with_parts(found, parts: dict[str, str]) -> Iterator[dict[str, int]]:
    """Each board with every number that the parts of its categories may have."""
    for seats in found:
        ranges = [range(seats[whole] + 1) for whole in parts.values()]
        for counts in itertools.product(*ranges):
            yield {**seats, **dict(zip(parts, counts, strict=True))}


def at_random(seed: str, number: int, likely: dict[str, range]) -> Iterator[dict[str, int]]:
    """Boards of more than fourteen seats and at most twenty-nine, of every category of seat."""
    pick = random.Random(seed)  # noqa: S311 - a sample, not a secret
    while number:
        seats = {seat: pick.choice(likely[seat]) if seat in likely else 0 for seat in SEATS}
        if pick.random() < 0.1:
            seats[pick.choice(SEATS)] += 1
        if MOST < total_of(seats) <= BEYOND:
            number -= 1
            yield seats


FEDERATION_SEATS = (
    "parent",
    "local_authority",
    "staff",
    "head_teacher",
    "co_opted",
    "foundation",
    "partnership",
)
LIKELY = {
    "parent": range(1, 4),
    "local_authority": range(1, 2),
    "staff": range(1, 2),
    "head_teacher": range(1, 4),
    "co_opted": range(16),
    "foundation": range(16),
    "partnership": range(6),
}
HEADS = ((2, 1, 0), (2, 2, 0), (3, 3, 0), (3, 1, 2))


def ask_federation(found, mix, day, numbers):
    """Put boards to the engine and to the oracle; the numbers are schools, heads and resigned heads."""
    schools, heads, resigned = numbers
    kind = Kind("federation", head_resigned=resigned > 0, mix=mix)
    facts = {"schools": schools, "heads": heads, "resigned_heads": resigned}

    def lawful(seats):
        only = {seat: count for seat, count in seats.items() if seat not in facts}
        return federation(PARAGRAPHS[mix], day, only, **facts)

    engine = relations(FEDERATIONS, day, kind)
    return differences(({**seats, **facts} for seats in found), lawful, engine)


class TestFederations:
    """SI 2012/1035 regulations 21 and 22."""

    @pytest.mark.parametrize("mix", PARAGRAPHS)
    def test_every_board(self, mix):
        """Every board of two schools with one head, for every mix."""
        wrong, count = ask_federation(boards(FEDERATION_SEATS, MOST), mix, NOW, (2, 1, 0))
        assert [] == wrong
        assert count > 0

    @pytest.mark.parametrize("numbers", HEADS, ids=str)
    @pytest.mark.parametrize("period", PERIODS)
    def test_every_period(self, period, numbers):
        """Every board whose staff and authority seats are near the law, in every period, for several heads."""
        few = (
            {"local_authority": 1, "staff": 1, **seats}
            for seats in boards(("parent", "head_teacher", "co_opted", "foundation"), MOST - 2)
        )
        found = with_parts(few, {"co_opted_staff": "co_opted"})
        wrong, count = ask_federation(found, "mixed", PERIODS[period], numbers)
        assert [] == wrong
        assert count > 0

    @pytest.mark.parametrize("numbers", HEADS, ids=str)
    @pytest.mark.parametrize("mix", PARAGRAPHS)
    def test_beyond(self, mix, numbers):
        """Random boards of up to twenty-nine seats, of every category there is."""
        for day in PERIODS.values():
            found = with_parts(at_random(f"{mix}{day}", 40, LIKELY), {"co_opted_staff": "co_opted"})
            assert [] == ask_federation(found, mix, day, numbers)[0]

    def test_every_mix(self):
        """Every mix is among them but the one for which regulation 22 does not provide."""
        assert set(MIXES) - {"foundation of several kinds"} == set(PARAGRAPHS)

    @pytest.mark.parametrize(
        ("mixes", "least", "least_if_loose"),
        [
            (("community",), (7, 9, 12, 15), (7, 7, 7, 8)),
            (("foundation", "mixed"), (7, 9, 12, 15), (7, 8, 9, 10)),
            (("voluntary controlled and community",), (7, 9, 12, 15), (7, 7, 8, 9)),
            (("no foundation", "voluntary controlled"), (8, 9, 12, 15), (8, 8, 9, 10)),
            (("qualifying",), (11, 13, 15, 17), (11, 13, 15, 17)),
            (("voluntary aided",), (12, 14, 16, 18), (12, 14, 16, 18)),
        ],
        ids=str,
    )
    def test_smallest_totals(self, mixes, least, least_if_loose):
        """The smallest lawful totals for one to four heads are those of table A.5, on both of its readings.

        On the loose reading the limit of one third has no effect, as no co-opted governor is eligible as staff.
        """
        for mix in mixes:
            for heads in range(1, 5):
                kind = Kind("federation", head_resigned=False, mix=mix)
                rules = [rule for rule in rule_book(FEDERATIONS, NOW, kind).rules if rule.require]
                strict = [rule.require for rule in rules]
                without_cap = [rule.require for rule in rules if rule.id != "FED-CAP-B"]
                core = {"parent": 2, "local_authority": 1, "staff": 1, "head_teacher": heads}
                found = [
                    {**core, **seats, "schools": 4, "heads": heads}
                    for seats in boards(("co_opted", "foundation", "partnership"), 14)
                ]
                for engine, expected in ((strict, least), (without_cap, least_if_loose)):
                    totals = {
                        total_of(seats) - 4 - heads
                        for seats in found
                        if all(relation.holds(seats) for relation in engine)
                    }
                    assert expected[heads - 1] == min(totals), (mix, heads)


class TestSchoolsOf2007:
    """SI 2007/957 regulations 12 to 18."""

    @pytest.mark.parametrize(
        ("regulation", "phase"),
        [*((one, "primary") for one in REGULATIONS), *((one, "secondary") for one in (13, 14, 15, 17))],
    )
    def test_every_board(self, regulation, phase):
        """Every board up to fifteen seats or sixteen, for each category of school under the regulation.

        Of a secondary school it is every board that has more sponsors than a primary school may have: with fewer the
        phase makes no difference, and under regulations 16 and 18 no board of that size is lawful with so many.
        """
        parts = {"foundation_parent": "foundation", "extra_foundation": "foundation"}

        def lawful(seats):
            return school_of_2007(regulation, seats, secondary=phase == "secondary")

        def found():
            *others, sponsor = CATEGORIES_2007[regulation]
            assert "sponsor" == sponsor
            walked = boards(CATEGORIES_2007[regulation], MOST_2007[regulation])
            if phase == "secondary":
                most = MOST_2007[regulation] - 3
                walked = (
                    {**seats, sponsor: count}
                    for seats in boards(tuple(others), most)
                    for count in range(3, 4 + most - sum(seats.values()))
                )
            for seats in walked:
                if regulation not in (16, 18):
                    yield seats
                elif abs(2 * seats["foundation"] - total_of(seats)) > 3 or seats["head_teacher"] > 1:
                    yield {**seats, "foundation_parent": seats["foundation"]}
                else:
                    yield from with_parts([seats], parts)

        asked = {
            tuple(one.text for one in relations(SCHOOLS_2007, DAY_2007, Kind(*kind, phase=phase)))
            for kind in REGULATIONS[regulation]
        }
        assert 1 == len(asked)
        engine = relations(SCHOOLS_2007, DAY_2007, Kind(*REGULATIONS[regulation][0], phase=phase))
        wrong, count = differences(found(), lawful, engine)
        assert [] == wrong
        assert count > 0

    @pytest.mark.parametrize("regulation", REGULATIONS)
    def test_beyond(self, regulation):
        """Random boards of up to twenty-nine seats, of every category there is."""
        likely = {seat: range(12) for seat in CATEGORIES_2007[regulation]}
        likely |= {"head_teacher": range(2), "sponsor": range(5), "staff": range(8)}
        engine = relations(SCHOOLS_2007, DAY_2007, Kind(*REGULATIONS[regulation][0], phase="secondary"))
        parts = {"foundation_parent": "foundation"}
        found = with_parts(at_random(f"2007 {regulation}", 4000, likely), parts)
        lawful = lambda seats: school_of_2007(regulation, seats, secondary=True)  # noqa: E731
        assert [] == differences(found, lawful, engine)[0]

    def test_table_of_community_schools(self):
        """The numbers for a community school after rounding are those of the table in the notes, C.1."""
        table = {
            "total": (9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20),
            "parent": (3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7),
            "staff": (3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7),
            "local_authority": (2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4),
            "community": (2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4),
        }
        by_id = {rule.id: rule.require for rule in SCHOOLS_2007.rules}
        for number, total in enumerate(table["total"]):

            def held(rule, seat, count, total=total):
                rest = "partnership" if seat != "partnership" else "parent"
                return by_id[f"C07-COM-{rule}"].holds({seat: count, rest: total - count})

            assert table["parent"][number] == min(c for c in range(total) if held("PARENT", "parent", c))
            assert table["staff"][number] == max(c for c in range(total) if held("STAFF-THIRD", "staff", c))
            assert table["community"][number] == min(
                c for c in range(total) if held("COMMUNITY", "community", c)
            )
            both = [
                c
                for c in range(total)
                if held("LA-LEAST", "local_authority", c) and held("LA-MOST", "local_authority", c)
            ]
            assert [table["local_authority"][number]] == both


class TestUnits:
    """SI 2007/2978 regulation 14."""

    SEATS = ("parent", "staff", "head_teacher", "local_authority", "community", "sponsor")

    def test_every_board(self):
        """Every board up to fourteen seats."""
        engine = relations(UNITS, NOW, Kind("pupil referral unit"))
        wrong, count = differences(boards(self.SEATS, MOST), unit, engine)
        assert [] == wrong
        assert count > 0

    def test_beyond(self):
        """Random boards of up to twenty-nine seats, of every category there is."""
        likely = dict.fromkeys(self.SEATS, range(7)) | {"community": range(8, 15), "sponsor": range(4)}
        engine = relations(UNITS, NOW, Kind("pupil referral unit"))
        assert [] == differences(at_random("unit", 40000, likely), unit, engine)[0]
