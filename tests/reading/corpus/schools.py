"""Schools and councils that do not exist, and boards of the size that such schools have."""

import datetime
from random import Random

from corpus.truth import Truth

COUNCILS = (
    "Fenshire",
    "Wolderness",
    "Eastmoor",
    "Kelderdale",
    "Brackwater",
    "St Osyn",
    "Nether Vale with Oakham Cross",
)

SCHOOLS = {
    "community": (
        *(
            "Otterbrook Primary School",
            "Foundation Street Infant School",
            "The Lea Community School",
            "Trust Lane Junior School",
        ),
        *("Ten Acres Primary School", "Parent's Piece First School", "Staffa Road Primary School & Nursery"),
    ),
    "community special": (
        "Parent Street Community Special Primary School",
        "Heronsgate School",
        "The Two Rivers School",
    ),
    "maintained nursery": ("Lea Nursery School", "Four Winds Nursery School", "Little Wren Nursery"),
    "foundation": ("Community Way Primary School", "Ashlode College", "Aided Bridge High School"),
    "foundation special": ("Hollin Bank Special School",),
    "voluntary aided": (
        *(
            "Our Lady of the Fens Catholic Primary School",
            "St Wendreda's Church of England Aided Primary School",
        ),
        *("St Osyth and All Saints' Church of England (Aided) School", "Holy Cross Catholic School"),
    ),
    "voluntary controlled": (
        *(
            "Seaview Community School",
            "St Guthlac's C of E Primary School",
            "Wold Newbury CE VC Primary School",
        ),
        *("St Mary's 1st School, Eastmoor",),
    ),
    "federation": ("The Two Brooks Federation", "Federation of Otterbrook and Ten Acres Schools"),
    "pupil referral unit": ("Fenshire Short Stay School", "Eastmoor Pupil Referral Unit"),
}
"""Names by category, many with a word in them that says something else."""

APPOINTERS = (
    "the Wolderness Diocesan Board of Education",
    "the Parochial Church Council of the parish of St Wendreda",
    "the Bishop of Wolderness",
    "the Otterbrook Educational Trust",
    "the Dean and Chapter of Wolderness",
)
OFFICES = (
    "The principal officiating minister of the parish of St Wendreda",
    "The Vicar of St Guthlac",
    "The Rector",
)
FIRST_DAY = datetime.date(2012, 9, 1)


def truth(random: Random, category: str) -> Truth:
    """Give a school of a category with a board, days, perhaps terms, and those who appoint its foundation governors."""
    name = random.choice(SCHOOLS[category])
    made = FIRST_DAY + datetime.timedelta(days=random.randrange(4000))
    seats = _seats(random, category)
    ex_officio = (
        (random.choice(OFFICES),) if category.startswith("voluntary") and random.random() < 0.4 else ()
    )
    appointers = _appointers(random, seats.get("foundation", 0) - len(ex_officio))
    committee = "management committee" if category == "pupil referral unit" else "governing body"
    return Truth(
        name=name,
        category=category,
        seats=seats,
        total=sum(seats.values()),
        terms=random.choice(({}, {}, {"all": "4 years"}, {"all": "3 years"}, {"parent": "2 years"})),
        made_on=made,
        effective_on=made + datetime.timedelta(days=random.choice((0, 14, 61, 200))),
        governing_body=f"The {committee} of {name}",
        local_authority=random.choice(COUNCILS),
        appointers=appointers,
        ex_officio=ex_officio,
        silent=frozenset({"school.religious_character"}),
    )


def _seats(random: Random, category: str) -> dict[str, int]:
    if category == "pupil referral unit":
        others = {
            "parent": random.randint(1, 2),
            "staff": 1,
            "head_teacher": 1,
            "local_authority": random.randint(1, 3),
        }
        return others | {"community": sum(others.values()) + random.randint(1, 3)}
    seats = {"parent": random.randint(2, 5), "local_authority": 1, "staff": 1, "head_teacher": 1}
    match category:
        case "voluntary aided":
            seats["co_opted"] = random.choice((0, 0, 1, 3))
            seats["foundation"] = sum(seats.values()) + 2
        case "voluntary controlled":
            seats["co_opted"] = random.randint(2, 6)
            seats["foundation"] = random.randint(2, 3)
        case "foundation" | "foundation special":
            seats["co_opted"] = random.randint(1, 6)
            seats[random.choice(("partnership", "foundation"))] = random.randint(2, 3)
        case "federation":
            seats |= {"parent": 2, "head_teacher": random.randint(1, 2), "co_opted": random.randint(2, 8)}
        case _:
            seats["co_opted"] = random.randint(2, 9)
    return {seat: count for seat, count in seats.items() if count}


def _appointers(random: Random, number: int) -> tuple[tuple[str, int], ...]:
    if number < 1:
        return ()
    if number == 1 or random.random() < 0.5:
        return ((random.choice(APPOINTERS), number),)
    first = random.randint(1, number - 1)
    one, two = random.sample(APPOINTERS, 2)
    return ((one, first), (two, number - first))
