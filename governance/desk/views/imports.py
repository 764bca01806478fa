from django.http import HttpRequest, HttpResponse
from django.urls import path
def begin(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x")
urls=[path("imports/new", begin, name="import-begin"), path("audit", begin, name="audit")]
