"""Every instrument in a folder read and checked: one row each, what needs attention first."""

from governance.audit.folder import instruments
from governance.audit.one import audit_one
from governance.audit.row import Breach, Row, in_order
from governance.audit.workers import audit

__all__ = ["Breach", "Row", "audit", "audit_one", "in_order", "instruments"]
