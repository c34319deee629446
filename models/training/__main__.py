"""Prints how much training data there is: ``PYTHONPATH=models python -m training``."""

from . import figures, read_corpus

print(figures(read_corpus()), end="")
