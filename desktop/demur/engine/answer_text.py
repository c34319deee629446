"""The text of an answer, while its tokens come."""

import codecs


class AnswerText:
    """Puts the bytes of tokens together to characters; with ``one_line``, to the first line of words."""

    def __init__(self, one_line: bool) -> None:
        self._one_line = one_line
        self._decoder = codecs.getincrementaldecoder("utf-8")("ignore")
        self.text = ""
        self.finished = False

    def add(self, piece: bytes) -> str:
        """The characters that ``piece`` completes; what begins one is kept for the next."""
        words = self._decoder.decode(piece)
        if self._one_line:
            words = words if self.text else words.lstrip()
            words, line_end, _ = words.partition("\n")
            self.finished = bool(line_end)
        self.text += words
        return words
