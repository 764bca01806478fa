"""The public record of governors (GIAS, Get Information about Schools): its files read, held against the law."""
