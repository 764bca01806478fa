"""Instruments that someone else wrote: a file into lines, and lines into what they say of a governing body."""
