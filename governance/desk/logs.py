"""What the desk writes to its log: what went wrong and where, and nothing that a person typed."""

import logging
import traceback


class Plain(logging.Formatter):
    """A line for what happened; of an error its kind and the places in the program, never its words or values."""

    def format(self, record: logging.LogRecord) -> str:
        """Leave out the message of an error, the request's address and its query."""
        said = f"{record.levelname}: {str(record.msg).partition('%')[0].strip()}".rstrip()
        if not record.exc_info or record.exc_info[0] is None:
            return said
        kind, _, trace = record.exc_info
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        return "\n".join((f"{said} {kind.__name__}", *places))
