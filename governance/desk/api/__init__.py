"""The same answers for programs, under /api/v1. Each module lists its addresses in `urls`."""
