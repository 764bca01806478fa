"""The desk as a WSGI application; the settings are given before it is imported."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
