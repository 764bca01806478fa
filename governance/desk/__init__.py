"""The product in a browser: the same answers as the commands, and a memory of bodies, instruments, proposals and people."""
