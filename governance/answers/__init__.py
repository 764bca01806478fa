"""Questions asked of a rule book, and their answers. No rule of law is restated here."""
