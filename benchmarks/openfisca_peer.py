"""SI 2012/1034 regs 13 and 14 as OpenFisca would state them: a variable a rule, its numbers in dated parameters."""

# ruff: noqa: D101, D102, D103, N801, N805 - OpenFisca names a class as its variable, and gives a formula no self

from pathlib import Path

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Board = build_entity(key="board", plural="boards", label="A governing body", is_person=True)

SEATS = (
    "parent",
    "local_authority",
    "staff",
    "head_teacher",
    "co_opted",
    "foundation",
    "partnership",
    "co_opted_staff",
)


class Category(Enum):
    """The categories of school."""

    community = "community"
    community_special = "community special"
    foundation = "foundation"
    foundation_special = "foundation special"
    voluntary_aided = "voluntary aided"
    voluntary_controlled = "voluntary controlled"
    maintained_nursery = "maintained nursery"


class Has(Enum):
    """Whether a school has a foundation, and if so whether it is a qualifying foundation school."""

    none = "none"
    foundation = "foundation"
    qualifying = "qualifying"


def seat(name):
    """Make the variable of one number of seats."""
    return type(
        name,
        (Variable,),
        {"value_type": int, "entity": Board, "definition_period": DateUnit.DAY, "label": name},
    )


class category(Variable):
    value_type = Enum
    possible_values = Category
    default_value = Category.community
    entity = Board
    definition_period = DateUnit.DAY
    label = "Category of school"


class has(Variable):
    value_type = Enum
    possible_values = Has
    default_value = Has.none
    entity = Board
    definition_period = DateUnit.DAY
    label = "Foundation"


class head_resigned(Variable):
    value_type = bool
    entity = Board
    definition_period = DateUnit.DAY
    label = "The head teacher has resigned as a governor"


class total(Variable):
    value_type = int
    entity = Board
    definition_period = DateUnit.DAY
    label = "All seats"

    def formula(board, period):
        return sum(board(name, period) for name in SEATS[:-1])


def rule(stated):
    """Make a variable of a rule: a yes or no for a board on a day."""
    own = {name: value for name, value in vars(stated).items() if not name.startswith("__")}
    kind = {"value_type": bool, "entity": Board, "definition_period": DateUnit.DAY}
    return type(stated.__name__, (Variable,), {**own, **kind})


def numbers(parameters, period):
    """The numbers of the law of a day."""
    return parameters(period).board


def is_foundation_school(board, period):
    kind = board("category", period)
    return (kind == Category.foundation) + (kind == Category.foundation_special)


@rule
class total_least:
    label = "13(2)"

    def formula_2012_09_01(board, period, parameters):
        return board("total", period) >= numbers(parameters, period).total_least


@rule
class parent_least:
    label = "13(3)(a)"

    def formula_2012_09_01(board, period, parameters):
        return board("parent", period) >= numbers(parameters, period).parent_least


@rule
class head:
    label = "13(3)(b)"

    def formula_2012_09_01(board, period, parameters):
        must = numbers(parameters, period).head_teacher
        count = board("head_teacher", period)
        return numpy.where(board("head_resigned", period), count <= must, count == must)


@rule
class one_staff:
    label = "13(3)(c)"

    def formula_2012_09_01(board, period, parameters):
        return board("staff", period) == numbers(parameters, period).staff


@rule
class one_local_authority:
    label = "13(3)(d)"

    def formula_2012_09_01(board, period, parameters):
        return board("local_authority", period) == numbers(parameters, period).local_authority


@rule
class staff_third:
    label = "13(5)"

    def formula_2012_09_01(board, period, parameters):
        counted = sum(board(name, period) for name in ("co_opted_staff", "staff", "head_teacher"))
        return counted * numbers(parameters, period).staff_share <= board("total", period)


@rule
class community:
    label = "14, community schools"

    def formula_2012_09_01(board, period):
        kind = board("category", period)
        among = (kind == Category.community) + (kind == Category.community_special)
        among += kind == Category.maintained_nursery
        return ~among + (board("foundation", period) + board("partnership", period) == 0)


@rule
class no_foundation:
    label = "14(1)"

    def formula_2012_09_01(board, period, parameters):
        law = numbers(parameters, period)
        partnership = board("partnership", period)
        among = is_foundation_school(board, period) * (board("has", period) == Has.none)
        kept = (partnership >= law.partnership_least) * (board("foundation", period) == 0)
        return ~among + kept * (partnership * law.partnership_share <= board("total", period))


@rule
class with_foundation:
    label = "14(2)"

    def formula_2012_09_01(board, period, parameters):
        law = numbers(parameters, period)
        foundation = board("foundation", period)
        among = is_foundation_school(board, period) * (board("has", period) == Has.foundation)
        kept = (foundation >= law.foundation_least) * (board("partnership", period) == 0)
        return ~among + kept * (foundation * 100 <= board("total", period) * law.foundation_percent)


@rule
class qualifying:
    label = "14(3)"

    def formula_2012_09_01(board, period, parameters):
        law = numbers(parameters, period)
        ahead = 2 * board("foundation", period) - board("total", period)
        among = is_foundation_school(board, period) * (board("has", period) == Has.qualifying)
        kept = (ahead >= law.qualifying_ahead_least) * (ahead <= law.qualifying_ahead_most)
        return ~among + kept * (board("partnership", period) == 0)


@rule
class aided:
    label = "14(4)"

    def formula_2012_09_01(board, period, parameters):
        ahead = 2 * board("foundation", period) - board("total", period)
        among = board("category", period) == Category.voluntary_aided
        kept = ahead == numbers(parameters, period).aided_ahead
        return ~among + kept * (board("partnership", period) == 0)


@rule
class controlled:
    label = "14(5)"

    def formula_2012_09_01(board, period, parameters):
        law = numbers(parameters, period)
        foundation = board("foundation", period)
        among = board("category", period) == Category.voluntary_controlled
        kept = (foundation >= law.foundation_least) * (board("partnership", period) == 0)
        return ~among + kept * (foundation * law.controlled_share <= board("total", period))


RULES = (
    total_least,
    parent_least,
    head,
    one_staff,
    one_local_authority,
    staff_third,
    community,
    no_foundation,
    with_foundation,
    qualifying,
    aided,
    controlled,
)


@rule
class lawful:
    label = "Every rule is met"

    def formula_2012_09_01(board, period):
        met = board(RULES[0].__name__, period)
        for rule in RULES[1:]:
            met = met * board(rule.__name__, period)
        return met


def system():
    """The rules, loaded."""
    found = TaxBenefitSystem([Board])
    found.load_parameters(str(Path(__file__).parent / "openfisca_parameters"))
    for variable in (*(seat(name) for name in SEATS), category, has, head_resigned, total, *RULES, lawful):
        found.add_variable(variable)
    return found


def one(rules, kind, seats, day, *, resigned=False):
    """A single case, as its web service answers one: built from names and numbers, and calculated."""
    given = {name: {day: count} for name, count in seats.items()}
    given["category"] = {day: Category(kind[0]).name}
    given["has"] = {day: kind[1]}
    given["head_resigned"] = {day: resigned}
    simulation = SimulationBuilder().build_from_entities(rules, {"boards": {"one": given}})
    return bool(simulation.calculate("lawful", day)[0])


def many(rules, kind, columns, day, *, resigned=False):
    """Many boards of one kind of school at once: a column of numbers for each category of governor."""
    count = len(next(iter(columns.values())))
    simulation = SimulationBuilder().build_default_simulation(rules, count)
    for name, column in columns.items():
        simulation.set_input(name, day, column)
    simulation.set_input("category", day, numpy.full(count, list(Category).index(Category(kind[0]))))
    simulation.set_input("has", day, numpy.full(count, list(Has).index(Has(kind[1]))))
    simulation.set_input("head_resigned", day, numpy.full(count, resigned))
    return simulation.calculate("lawful", day)
