"""The door of a desk on one's own machine: who may come in, and what every answer tells the browser.

No account is asked for. The key is a token that each run makes anew: it stands in the start address, and then in a cookie.
"""

import json
import re
import secrets
import threading
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

Answer = Callable[[HttpRequest], HttpResponse]

TOKEN: Final = "t"  # noqa: S105 - the name of the parameter
CONTENT: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": CONTENT,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With no-referrer a browser sends `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_SAFE: Final = ("GET", "HEAD", "OPTIONS")
_STATIC: Final = "/static/"
_API: Final = "/api/"
_FEED: Final = re.compile(r"/feed/[\w-]+\.ics")
"""A calendar program has no cookie of the run: the address of a feed holds a key of its own, and leads to nothing else."""
_NUL: Final = "\0"
_NO_LETTER: Final = "\ufffd"
_OURS: Final = ("same-origin", "none")


class Guard:
    """Lets in what names this host, comes from our own pages and has the run's token; and sets the headers."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.run = settings.DESK
        self.cookie = f"desk-{self.run.port}"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or refuse."""
        response = self._answer(request)
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        if not request.path.startswith(_STATIC):
            response["Cache-Control"] = "no-store"
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.META.get("HTTP_HOST", "") not in self.run.hosts:
            return refused(
                "The desk answers only at the address that it printed when it started.", request.path
            )
        if request.method not in _SAFE and not self._from_here(request):
            return refused("This did not come from a page of the desk.", request.path)
        if _FEED.fullmatch(request.path) and request.method in _SAFE:
            return self.answer(request)
        if (given := request.GET.get(TOKEN)) and request.method == "GET" and self._is_token(given):
            return self._let_in(request)
        if not self._is_token(request.COOKIES.get(self.cookie, "")):
            says = "Open the address that the desk printed when it started; each start has its own."
            return refused(says, request.path)
        return self.answer(request)

    def _from_here(self, request: HttpRequest) -> bool:
        origin = request.META.get("HTTP_ORIGIN")
        host = request.META["HTTP_HOST"]
        return origin in {None, f"http://{host}"} and request.META.get("HTTP_SEC_FETCH_SITE", "none") in _OURS

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self.run.token.encode())

    def _let_in(self, request: HttpRequest) -> HttpResponse:
        """Keep the token in a cookie and out of the address, where a history would keep it."""
        rest = request.GET.copy()
        del rest[TOKEN]
        query = f"?{urlencode(list(rest.items()))}" if rest else ""
        response = HttpResponseRedirect(f"/{request.path.lstrip('/')}{query}")
        response.set_cookie(self.cookie, self.run.token, httponly=True, samesite="Strict")
        return response


class Office:
    """Says who asks: with no accounts, the one office whose machine it is."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look the office up only where a page needs it."""
        from governance.desk.models import the_office  # noqa: PLC0415 - models are there once Django is set up

        request.user = SimpleLazyObject(the_office)
        return self.answer(request)


class Text:
    """Puts the mark of what is no letter in place of the character of number nought, which not every database keeps."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at what is asked and at a form; the API looks itself at what it is sent."""
        if not request.path.startswith(_API):
            request.GET = _text(request.GET)
            if request.method not in _SAFE:
                request.POST = _text(request.POST)
        return self.answer(request)


def _text(given: QueryDict) -> QueryDict:
    wrong = [name for name, values in given.lists() if any(_NUL in value for value in values)]
    if not wrong:
        return given
    found = given.copy()
    for name in wrong:
        found.setlist(name, [value.replace(_NUL, _NO_LETTER) for value in given.getlist(name)])
    return found


class NewDay:
    """Checks the instruments on file again once a new day has come, for its law may be another."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.day: object = None
        self.lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let no page show how an instrument stood on the day before."""
        if self.day != (today := timezone.localdate()):
            from governance.desk.on_file import check_again  # noqa: PLC0415 - as above

            with self.lock:
                if self.day != today:
                    check_again(today)
                self.day = today
        return self.answer(request)


def refused(says: str, path: str = "", *, status: int = 403) -> HttpResponse:
    """Refuse in one plain sentence, a program in JSON: a page of the desk would say more than a stranger should see."""
    if path.startswith(_API):
        from governance.desk.api.problems import MEDIA_TYPE, of  # noqa: PLC0415 - only programs are told so

        document = of("not-let-in", [{"says": says}]).document
        return HttpResponse(json.dumps(document), status=status, content_type=MEDIA_TYPE)
    return HttpResponse(f"{says}\n", status=status, content_type="text/plain; charset=utf-8")


def csrf_failure(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:  # noqa: ARG001 - Django's own call
    """Refuse a form whose token is not that of the page."""
    return refused(
        "The page was open for too long, or comes from another run. Go back, load it again and send it again."
    )
