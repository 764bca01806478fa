"""The Word page itself: blocks, numbering, markup, and the proof that every word came through."""
