"""What the model is told."""

from string import Template as Text

from demur.domain.data_file import parse_data_file
from demur.domain.frozen import Frozen
from demur.domain.model import Prompt
from demur.domain.voice import Voice
from demur.voice import style_line


class RewritePrompt(Frozen):
    """What the model is told; ``user`` holds ``$samples``, ``$style`` and ``$sentence``."""

    system: str
    user: str

    @classmethod
    def load(cls, text: str, name: str) -> "RewritePrompt":
        """The prompt in the TOML ``text`` of the file ``name``; raises ``DataFileError``."""
        return parse_data_file(text, name, cls)

    def ask(self, sentence: str, voice: Voice) -> Prompt:
        """The prompt for one sentence; everything up to it is the same for all sentences of a voice."""
        samples = "\n".join(f"- {sample}" for sample in voice.samples)
        user = Text(self.user).substitute(samples=samples, style=style_line(voice), sentence=sentence)
        return Prompt(system=self.system, user=user)
