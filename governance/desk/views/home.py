"""Where an officer begins."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from governance.desk.look import page
from governance.desk.models import Body, Proposal
from governance.desk.statuses import OVER


def home(request: HttpRequest) -> HttpResponse:
    """Show what waits."""
    said = {
        "bodies": Body.objects.visible_to(request.user).count(),
        "proposals": Proposal.objects.visible_to(request.user).exclude(status__in=OVER).count(),
    }
    return page(request, "home/home.html", said, title="Home", section="home")


urls = [path("", home, name="home")]
