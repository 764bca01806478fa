"""The database itself refuses to change an event or a version, whoever asks; events are not deleted either."""

from typing import Any

from django.db import migrations

_KEPT = (("desk_event", "UPDATE"), ("desk_event", "DELETE"), ("desk_proposalversion", "UPDATE"))


def keep(apps: Any, editor: Any) -> None:  # noqa: ARG001 - Django's own call
    """Make a trigger for each."""
    postgres = editor.connection.vendor == "postgresql"
    if postgres:
        editor.execute(
            "CREATE FUNCTION desk_kept() RETURNS trigger LANGUAGE plpgsql AS "
            "$$BEGIN RAISE EXCEPTION 'This is kept as it is.'; END$$"
        )
    for table, change in _KEPT:
        does = (
            "EXECUTE FUNCTION desk_kept()"
            if postgres
            else "BEGIN SELECT RAISE(ABORT, 'This is kept as it is.'); END"
        )
        row = "FOR EACH ROW " if postgres else ""
        editor.execute(f"CREATE TRIGGER {table}_{change.lower()} BEFORE {change} ON {table} {row}{does}")


def let_go(apps: Any, editor: Any) -> None:  # noqa: ARG001 - as above
    """Take them away again."""
    postgres = editor.connection.vendor == "postgresql"
    for table, change in _KEPT:
        editor.execute(f"DROP TRIGGER {table}_{change.lower()}{f' ON {table}' if postgres else ''}")
    if postgres:
        editor.execute("DROP FUNCTION desk_kept()")


class Migration(migrations.Migration):
    """It stands after the tables."""

    dependencies = (("desk", "0001_first"),)
    operations = (migrations.RunPython(keep, let_go),)
