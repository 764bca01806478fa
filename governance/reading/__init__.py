"""A document into what it says: how people write a board down, as data, and the few steps that use it."""
