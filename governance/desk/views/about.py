"""What the desk is, who runs it and what it does not cover."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from governance.desk.look import page
from governance.law.library import edition


def about(request: HttpRequest) -> HttpResponse:
    """Show it, with the version of the program and of the law."""
    law = edition()
    said = {"compared": law.compared, "rules_hash": law.hash}
    return page(request, "about/about.html", said, title="About the desk", section="about")


urls = [path("about", about, name="about")]
