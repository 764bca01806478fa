"""How people write a board down, as data: words and forms, each with an example."""
