"""The pages, one module a subject. Each module lists its addresses in `urls`, and `desk.urls` finds them."""
