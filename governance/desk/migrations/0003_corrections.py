"""What was corrected in a document that was read; the database refuses to change it, as it does an event."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


def keep(apps: Any, editor: Any) -> None:  # noqa: ARG001 - Django's own call
    """Make a trigger, as the migration before makes others."""
    postgres = editor.connection.vendor == "postgresql"
    stop = "BEGIN SELECT RAISE(ABORT, 'This is kept as it is.'); END"
    does = "FOR EACH ROW EXECUTE FUNCTION desk_kept()" if postgres else stop
    editor.execute(f"CREATE TRIGGER desk_correction_update BEFORE UPDATE ON desk_correction {does}")


def let_go(apps: Any, editor: Any) -> None:  # noqa: ARG001 - as above
    """Take it away again."""
    of = " ON desk_correction" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER desk_correction_update{of}")


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0002_never_changed"),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("field", models.CharField(max_length=60)),
                ("read", models.TextField(blank=True)),
                ("said", models.TextField(blank=True)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="desk.document",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
            },
        ),
        migrations.RunPython(keep, let_go),
    ]
