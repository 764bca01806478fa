"""A file into lines: Word, PDF and text, each line with its place."""
