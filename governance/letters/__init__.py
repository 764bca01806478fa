"""Every answer as words for a terminal, a letter or a notebook: one module for each answer."""
