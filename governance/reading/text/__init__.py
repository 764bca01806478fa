"""Lines into passages, clauses, columns and cells, and the clutter between them set aside."""
