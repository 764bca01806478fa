"""The words that people put things in: labels, numbers, totals, dates and sentences, each one way to say it."""

import datetime

ONES = (
    *(
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)

LABELS: dict[str, tuple[tuple[str, str], ...]] = {
    "parent": (
        ("parent governor", "parent governors"),
        ("Parent Governor", "Parent Governors"),
        ("Parent", "Parents"),
        ("elected parent governor", "elected parent governors"),
        ("Elected Parent", "Elected Parents"),
        ("Parent Governor (elected)", "Parent Governors (elected)"),
        ("parent governor elected by the parents", "parent governors elected by the parents"),
    ),
    "local_authority": (
        ("local authority governor", "local authority governors"),
        ("LA governor", "LA governors"),
        ("LA governors", "LA governors"),
        ("Local Authority Governor", "Local Authority Governors"),
        ("Local Authority", "Local Authority"),
        ("LEA Governor", "LEA Governors"),
        ("LEA", "LEA"),
        ("authority governor", "authority governors"),
        ("Local Authority representative", "Local Authority representatives"),
        (
            "representative of the Local Education Authority",
            "representatives of the Local Education Authority",
        ),
        (
            "Nominated by the Local Authority (Fenshire Council)",
            "Nominated by the Local Authority (Fenshire Council)",
        ),
        ("Local Authority appointed governor", "Local Authority appointed governors"),
        ("Governor appointed by the Local Authority", "Governors appointed by the Local Authority"),
    ),
    "staff": (
        ("staff governor", "staff governors"),
        ("Staff Governors", "Staff Governors"),
        ("Staff", "Staff"),
        ("elected member of Staff", "elected members of Staff"),
        ("Staff Governor (elected)", "Staff Governors (elected)"),
    ),
    "head_teacher": (
        ("head teacher", "head teachers"),
        ("Headteacher", "Headteachers"),
        ("Head Teacher", "Head Teachers"),
        ("Headmaster", "Headmasters"),
        ("Headteacher Governor", "Headteacher Governors"),
        ("Executive Headteacher", "Executive Headteachers"),
        ("Headteacher (Ex-officio)", "Headteachers (Ex-officio)"),
        ("Headteacher ( Ex Officio)", "Headteachers ( Ex Officio)"),
        (
            "head Teacher governor (unless the Head Teacher gives up the office of governor)",
            "head Teacher governors (unless a Head Teacher gives up the office of governor)",
        ),
    ),
    "co_opted": (
        ("co-opted governor", "co-opted governors"),
        ("Co-opted Governor", "Co-opted Governors"),
        ("Co-Opted", "Co-Opted"),
        ("Coopted governor", "Coopted governors"),
        ("Co opted Governor", "Co opted Governors"),
        ("co- opted governor", "co- opted governors"),
        ("co-opted governor", "co-opted governor"),
        (
            "Co-opted Governor appointed by the Governing Body",
            "Co-opted Governors appointed by the Governing Body",
        ),
    ),
    "foundation": (
        ("foundation governor", "foundation governors"),
        ("Foundation Governor", "Foundation Governors"),
        ("Foundation governor", "Foundation governor"),
        ("Foundation", "Foundation"),
        ("Foundation (church)", "Foundation (church)"),
        (
            "Representative of the church (also known as a Foundation governor)",
            "Representatives of the church (also known as Foundation governors)",
        ),
        ("Trust Governor", "Trust Governors"),
    ),
    "partnership": (
        ("partnership governor", "partnership governors"),
        ("Partnership Governor", "Partnership Governors"),
    ),
    "community": (
        ("community governor", "community governors"),
        ("Community Governor", "Community Governors"),
        ("Governor from the community", "Governors from the community"),
    ),
    "sponsor": (("sponsor governor", "sponsor governors"),),
}
"""Each category of governor as documents name it: one of them, and several; the plain label first."""

MEMBERS: dict[str, tuple[str, str]] = {
    "parent": ("parent member", "parent members"),
    "local_authority": ("local authority member", "local authority members"),
    "staff": ("staff member", "staff members"),
    "head_teacher": ("teacher in charge", "teachers in charge"),
    "community": ("community member", "community members"),
    "sponsor": ("sponsor member", "sponsor members"),
}
"""The same for the management committee of a unit."""

HEAD_INSIDE = (
    "{two} staff governors (including the headteacher)",
    "{two} Members of Staff (Including the Headteacher)",
    "{two} Staff Governors (Headteacher + 1)",
    "{two} Staff Governors - Headteacher and one other",
    "{two} staff governors, one of which is for the Headteacher",
)
"""The head teacher counted among the staff governors."""

NUMBERS = (
    *(
        "digits",
        "words",
        "capital words",
        "times",
        "times close",
        "times before",
        "after dash",
        "after long dash",
    ),
    *("after colon", "in brackets", "run together", "run close", "wide", "both", "vacancy", "dots"),
)
"""The ways to write how many."""


def seat_words(label: tuple[str, str], count: int, number: str) -> str:
    """Write a seat and its number, in one of NUMBERS.

    >>> seat_words(("Parent", "Parents"), 2, "in brackets")
    'Parents (2)'
    """
    words = label[0] if count == 1 else label[1]
    match number:
        case "words":
            return f"{ONES[count]} {words}"
        case "capital words":
            return f"{ONES[count].capitalize()} {words}"
        case "times":
            return f"{count} x {words}"
        case "times close":
            return f"{count}x {words}"
        case "times before":
            return f"x {count} {words}"
        case "after dash":
            return f"{words} - {count}"
        case "after long dash":
            return f"{words} – {count}"
        case "after colon":
            return f"{words}: {count}"
        case "in brackets":
            return f"{words} ({count})"
        case "run together":
            return f"{count}{words.replace(' ', '')}"
        case "run close":
            return f"{count}{words}"
        case "wide":
            return f"{count}   {words}"
        case "both":
            return f"{ONES[count].capitalize()} ({count}) {words}"
        case "vacancy":
            return f"{count} {words} (one vacancy)" if count > 1 else f"{count} {words}"
        case "dots":
            return f"{words} ........ {count}"
        case "article":
            return f"{'an' if words[0].lower() in 'aeiou' or words[:2] == 'LA' else 'a'} {words}"
        case "the":
            return f"the {words}"
        case "The":
            return f"The {words}"
        case "none":
            return words
    return f"{count} {words}"


TOTALS = (
    "The total number of governors is {n}.",
    "Total number of governors {n}",
    "Total number of governors: {n}",
    "Total number of governors:{n}",
    "Total number of governors : {n}",
    "The total number of governors is {n} .",
    "The total number of governors shall be {n}.",
    "The total number of governors in {words}.",
    "Total number of governors: {Words}",
    "Total: {n} Governors",
    "Total Governors {n}",
    "The governing body has {n} members in all.",
    "Total number of governors:\n{Words}",
    "Total number of governors:\n{n}",
    "Total number of governors ({n})",
    "TOTAL {n}",
    "Total membership = {n}",
    "Size of the governing body: {n}",
    "Total number of governors: {n} (or {less} where the headteacher has given notice of not wishing to be a governor)",
    (
        "The total number of governors is {n}, except where the headteacher gives notice of not being a governor, "
        "when it is {less}."
    ),
    "Total number of governors : {n} (the headteacher to say in writing of choosing not to be one).",
)
"""The total as a clause of its own."""

LIST_TOTALS = ("{n} in total", "Total: {n}", "Total {n}")
"""The total as one more item of the list."""

LEAD_TOTALS = (
    "The governing body is made up of {n} individuals:",
    "Our governing board has {n} governors:",
    "{n} members comprising:",
    "There are {n} Governor positions, as follows:",
    "By its constitution the governing body has {words} members:",
)
"""The total in the sentence that leads in the list."""

DATES = (
    *(
        "{d} {Month} {y}",
        "{th} {Month} {y}",
        "{th} {Month}, {y}",
        "{weekday} {th} {Month} {y}",
        "{d} {Mon} {y}",
    ),
    *("{dd}/{mm}/{yy}", "{dd}/{mm}/{y}", "{dd}.{mm}.{yy}", "{d}.{m}.{y}", "{dd}-{mm}-{y}", "{y}-{mm}-{dd}"),
    *("the {th} day of {Month} {y}", "{Month} {d}, {y}", "{th} of {Month} {y}"),
)
"""Days as people write them, the day before the month unless the month is in words or the year comes first."""

NO_DATES = ("{Month} {y}", "{th} {Month}", "{y}", "..................", "[date]", "")
"""What is written where no day can be read."""


def day_words(day: datetime.date, form: str) -> str:
    """Write a day in one of DATES or NO_DATES.

    >>> day_words(datetime.date(2015, 9, 1), "{th} {Month}, {y}")
    '1st September, 2015'
    """
    ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return form.format(
        d=day.day,
        dd=f"{day.day:02}",
        m=day.month,
        mm=f"{day.month:02}",
        y=day.year,
        yy=f"{day.year % 100:02}",
        th=f"{day.day}{ending}",
        Month=f"{day:%B}",
        Mon=f"{day:%b}",
        weekday=f"{day:%A}",
    )


BEFORE_AND_AFTER = (
    ("Present number", "Proposed number"),
    ("Before", "After"),
    ("Current", "New"),
    ("Current constitution", "Proposed constitution"),
    ("Existing", "Reconstituted"),
)
"""The headings of the two columns of a table that shows what is to change."""

LEADS = (
    "The {body} shall consist of:",
    "The {body} shall consist of:-",
    "The {body} shall consist of :",
    "The {body} shall consist of",
    "{Body} membership:",
    "Make-up of the {body}:-",
    "The {body} is made up as follows:",
    "Constitution of the {body}",
    "Our {body} has these members:",
    "",
)
"""What comes before the seats."""

NAMES = (
    "The name of the school is {name}.",
    "School name: {name}",
    "School name:{name}",
    "Name of school: {name}.",
    "School: {name}",
)
CATEGORIES = (
    "The school is {a} {category} school.",
    "The school is {a} {Category} School.",
    "It is {a} {Category} school.",
    "Category: {Category} School",
    "Category of school: {Category}",
    "Category: {category} school.",
    "Type of school: {Category}",
    "The category of the school is {category}.",
)
BODIES = (
    "The name of the {body} is {quoted}.",
    "Name of {body}: {quoted}",
    "{Body}'s name: {quoted}.",
    "The {body} is to be known as {quoted}.",
)
QUOTES = ('"{}"', "“{}”", "'{}'", "‘{}’", "{}", '"{}', "“{}")
"""Quotation marks round the name of the body; the last two are never closed."""

EFFECTS = (
    "This instrument of government comes into effect on {day}.",
    "This instrument of government came into effect on {day}.",
    "Comes into effect on {day}.",
    "Takes effect on {day}",
    "In effect from {day}",
    "This instrument has effect from {day}.",
    "Effective date: {day}",
    "Date of effect: {day}",
    "This instrument of government comes into effect on {day}, in place of the instrument made on {other}.",
)
MAKINGS = (
    "This instrument was made by order of {authority} on {day}.",
    "Made by order of {authority} on {day}",
    "This Instrument is made by {authority} on {day}.",
    "Made on {day} by order of {authority}.",
    "Date made: {day}, by order of {authority}",
    (
        "This instrument was made by order of {authority} on {day} to comply with Part 5 (Regulations 26-31) of the "
        "School Governance (Constitution) (England) Regulations 2012."
    ),
)
AUTHORITIES = (
    *("{la} Local Authority", "{la} Local Education Authority", "{la} County Council", "{la} Council"),
    *(
        "the {la} Council Local Education Authority",
        "{la} Borough Council",
        "the London Borough of {la}",
        "{la} LA",
    ),
)
TERMS = (
    "The term of office of all governors is {term}.",
    "All governors serve a term of office of {term}.",
    "Term of office: {term}.",
    "Term of office, all governors: {term}",
    "Term of office of all governors (except the headteacher): {term}.",
    "Governors hold office for {term}.",
    "The term of office for each category of governor is {term}.",
)
PARENT_TERMS = (
    "The term of office of parent governors is {term}.",
    "Parent governors hold office for {term}.",
    "Term of office of a parent governor: {term}",
)
