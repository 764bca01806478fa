"""The instrument of government as a document: what it says, what is missing, what it changes."""
