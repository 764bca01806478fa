"""What a document says beside its seats: names, days, terms, category, foundation, schools."""
