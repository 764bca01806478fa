"""The decision report: the paper on which a council's committee, member or officer decides."""

from governance.documents.report.house import HouseStyle, HouseStyleError, load_house_style
from governance.documents.report.paper_file import PaperError, load_paper
from governance.documents.report.report import FORMS, Report, report

__all__ = [
    "FORMS",
    "HouseStyle",
    "HouseStyleError",
    "PaperError",
    "Report",
    "load_house_style",
    "load_paper",
    "report",
]
