"""The law on disk: finds the files, loads them, holds them against each other, and keeps them ready."""
