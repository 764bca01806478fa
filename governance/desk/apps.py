"""The desk as Django knows it."""

from django.apps import AppConfig


class Desk(AppConfig):
    """One application: its tables are called desk_something."""

    name = "governance.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
