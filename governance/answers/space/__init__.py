"""Boards as whole numbers: which there are, which is nearest, and why there is none."""
