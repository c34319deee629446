"""What the adapter of the embedded model learns from, and how.

``read_corpus`` reads the sentences and the voices that rewrite them; ``figures`` counts them.
"""

from .corpus import Corpus, Kind, Pair, Sentence, TrainingVoice, read_corpus
from .figures import figures

__all__ = ["Corpus", "Kind", "Pair", "Sentence", "TrainingVoice", "figures", "read_corpus"]
