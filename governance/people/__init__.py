"""The people on a governing body: whether they may be, and may go on being, what they are."""
