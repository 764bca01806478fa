"""Every instrument in a folder read and checked: one row each, what needs attention first."""

from governance.audit.folder import instruments
from governance.audit.one import audit_one
from governance.audit.row import Breach, Row, in_order
from governance.audit.schools import Schools, load_schools
from governance.audit.workers import audit

__all__ = ["Breach", "Row", "Schools", "audit", "audit_one", "in_order", "instruments", "load_schools"]
