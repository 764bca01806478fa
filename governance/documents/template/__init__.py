"""A council's own Word template, made safe, and our documents put into it."""

from governance.documents.template.dress import dressed
from governance.documents.template.template import Template, load_template, read_template

__all__ = ["Template", "dressed", "load_template", "read_template"]
