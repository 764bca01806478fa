"""Every instrument in a folder read and checked: one row each, what needs attention first."""

from governance.documents.audit.folder import instruments
from governance.documents.audit.one import audit_one
from governance.documents.audit.row import Breach, Row, in_order
from governance.documents.audit.workers import audit

__all__ = ["Breach", "Row", "audit", "audit_one", "in_order", "instruments"]
