"""The seats of a board, found and settled against each other and the total."""
