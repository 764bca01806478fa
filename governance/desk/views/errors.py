"""What a page says when there is no answer: nothing of the program, and what to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from governance.desk.look import page


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001 - Django's own call
    """Refuse what no form of ours sends."""
    return _page(request, "This cannot be read", "Go back, and send the form again.", 400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001 - as above
    """Refuse what is not allowed."""
    return _page(request, "This is not allowed", "Go back, and load the page again.", 403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:  # noqa: ARG001 - as above
    """Say that there is no such page, be it that it is not there or not for whoever asks."""
    return _page(request, "Page not found", "Check the address, or begin at the home page.", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the mistake is ours, and that nothing was changed."""
    return _page(
        request,
        "Sorry, there is a mistake in the program",
        "Nothing was changed. What went wrong stands in the window in which the desk was started.",
        500,
    )


def _page(request: HttpRequest, title: str, says: str, status: int) -> HttpResponse:
    return page(request, "error.html", {"says": says}, title=title, status=status)
