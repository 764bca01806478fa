"""The decision report: the paper on which a council's committee, member or officer decides."""

from governance.documents.report.house import HouseStyle, HouseStyleError, load_house_style
from governance.documents.report.report import report

__all__ = ["HouseStyle", "HouseStyleError", "load_house_style", "report"]
