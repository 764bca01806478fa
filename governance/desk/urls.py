"""Every address of the desk: those that each module of `views`, and the API, names as its own."""

from importlib import import_module
from pkgutil import iter_modules

from governance.desk import api, views

urlpatterns = [
    pattern
    for package in (views, api)
    for module in sorted(one.name for one in iter_modules(package.__path__))
    for pattern in getattr(import_module(f"{package.__name__}.{module}"), "urls", ())
]

handler400 = "governance.desk.views.errors.bad_request"
handler403 = "governance.desk.views.errors.forbidden"
handler404 = "governance.desk.views.errors.not_found"
handler500 = "governance.desk.views.errors.failed"
