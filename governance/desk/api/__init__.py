"""The answers for other programs, under /api/v1: those of the commands with `--json`, and what the desk keeps."""
