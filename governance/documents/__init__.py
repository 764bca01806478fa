"""Documents in and out: what a council prints, signs, files and reads back."""
