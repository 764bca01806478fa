"""What the desk is, who runs it and what it does not cover."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from governance.desk.look import page
from governance.law.library import compared, library, library_hash


def about(request: HttpRequest) -> HttpResponse:
    """Show it, with the version of the program and of the law."""
    volumes = library()
    said = {"compared": compared(volumes), "rules_hash": library_hash(volumes)}
    return page(request, "about/about.html", said, title="About the desk", section="about")


urls = [path("about", about, name="about")]
