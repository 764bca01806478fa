"""The product in a browser, for those who will never type a command."""
