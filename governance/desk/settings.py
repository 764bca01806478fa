"""Django's settings, from where the data is, on which port the desk answers, the run's token and the database."""

from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

import attrs
import django
from django.conf import settings

HERE: Final = Path(__file__).parent
HOST: Final = "127.0.0.1"
"""The desk answers this machine alone."""
BUSY_SECONDS: Final = 120
"""How long a write waits for others. SQLite keeps no queue: on a slow disk one of many writers may find the file taken each
time it looks, until the others are done."""
UPLOAD_BYTES: Final = 20_000_000
"""An instrument is a few pages; a register of an authority is a few megabytes."""
BODY_BYTES: Final = 1_000_000


@attrs.frozen
class Run:
    """One run of the desk: its data folder, port, token and, where it is not the file in the folder, its database."""

    folder: Path
    port: int
    token: str = attrs.field(repr=False)
    secret: str = attrs.field(repr=False)
    database: str = attrs.field(default="", repr=False)

    @property
    def origin(self) -> str:
        """Give the address of the desk."""
        return f"http://{HOST}:{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Give the hosts, with the port, that a request may name."""
        return (f"{HOST}:{self.port}", f"localhost:{self.port}")


def configure(run: Run) -> None:
    """Give Django its settings, once in a process."""
    if not settings.configured:
        settings.configure(**values(run))
        django.setup()


def values(run: Run) -> dict[str, Any]:
    """Give every setting that differs from Django's own."""
    return {
        "DESK": run,
        "DEBUG": False,
        "SECRET_KEY": run.secret,
        "ALLOWED_HOSTS": [HOST, "localhost"],
        "ROOT_URLCONF": "governance.desk.urls",
        "WSGI_APPLICATION": "governance.desk.wsgi.application",
        "INSTALLED_APPS": [
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.messages",
            "governance.desk.apps.Desk",
        ],
        "AUTH_USER_MODEL": "desk.User",
        "MIDDLEWARE": [
            "governance.desk.guard.Guard",
            "whitenoise.middleware.WhiteNoiseMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "governance.desk.guard.Text",
            "governance.desk.guard.Office",
            "governance.desk.guard.NewDay",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.jinja2.Jinja2",
                "DIRS": [HERE / "templates"],
                "OPTIONS": {"environment": "governance.desk.look.environment"},
            }
        ],
        "DATABASES": {"default": database(run)},
        "MESSAGE_STORAGE": "django.contrib.messages.storage.cookie.CookieStorage",
        "STATIC_URL": "/static/",
        "STATIC_ROOT": HERE / "static",
        "WHITENOISE_MAX_AGE": 3600,
        "CSRF_COOKIE_NAME": f"desk-csrf-{run.port}",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "governance.desk.guard.csrf_failure",
        "SESSION_COOKIE_SAMESITE": "Strict",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": BODY_BYTES,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 5_000,
        # An upload is held in memory: no file of it, and no part of its name, lies about in a folder.
        "FILE_UPLOAD_HANDLERS": ["django.core.files.uploadhandler.MemoryFileUploadHandler"],
        "FILE_UPLOAD_MAX_MEMORY_SIZE": UPLOAD_BYTES + BODY_BYTES,
        "LANGUAGE_CODE": "en-gb",
        "TIME_ZONE": "Europe/London",
        "USE_TZ": True,
        "USE_I18N": False,
        "APPEND_SLASH": False,
        "SILENCED_SYSTEM_CHECKS": _NOT_ASKED,
        "LOGGING_CONFIG": "logging.config.dictConfig",
        "LOGGING": _LOGGING,
    }


_NOT_ASKED: Final = [
    "security.W001",  # the guard sets these headers
    "security.W002",  # and this one
    "security.W004",  # the desk speaks HTTP to its own machine, where no certificate is to be had
    "security.W008",
    "security.W016",
]
_LOGGING: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "governance.desk.logs.Plain"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "desk": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "waitress": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}


def database(run: Run) -> dict[str, Any]:
    """Give the file in the data folder, or the PostgreSQL database that an address names."""
    if not run.database:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": run.folder / "desk.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": BUSY_SECONDS,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    at = urlsplit(run.database)
    if at.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"{at.scheme or run.database!r} is not a database that the desk knows")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(at.path.lstrip("/")),
        "USER": unquote(at.username or ""),
        "PASSWORD": unquote(at.password or ""),
        "HOST": unquote(at.hostname or ""),
        "PORT": at.port or "",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(at.query)),
    }
