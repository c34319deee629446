"""Where Demur keeps what belongs to its user."""

import os
from pathlib import Path
from typing import Self

import platformdirs

from demur.domain.frozen import Frozen

from .errors import StorageError, file_errors

HOME = "DEMUR_HOME"


class Folders(Frozen):
    """The three folders of one user, and what lies in them."""

    data: Path
    config: Path
    cache: Path

    @classmethod
    def find(cls) -> Self:
        """The platform's folders, or those below ``$DEMUR_HOME`` (portable use, tests); creates nothing."""
        if home := os.environ.get(HOME):
            root = Path(home).expanduser().absolute()
            return cls(data=root / "data", config=root / "config", cache=root / "cache")
        places = platformdirs.PlatformDirs("demur", appauthor=False)
        return cls(data=places.user_data_path, config=places.user_config_path, cache=places.user_cache_path)

    def create(self) -> Self:
        """Make the folders that are missing, open to their owner only.

        Raises ``StorageError`` when one cannot be made or written to.
        """
        for folder in (self.data, self.config, self.cache, self.voices, self.rules):
            with file_errors(folder):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK | os.X_OK):
                raise StorageError(
                    f"The folder {folder} may only be read.",
                    f"Allow writing to it, or set {HOME} to a folder of your own.",
                )
        return self

    @property
    def ledger(self) -> Path:
        """The database of people and requests."""
        return self.data / "ledger.sqlite"

    @property
    def models(self) -> Path:
        """The models of the catalogue that the user got, one file each; made by whoever puts one there."""
        return self.data / "models"

    @property
    def trials(self) -> Path:
        """What models that the user brought were found to be able to do."""
        return self.data / "trials.toml"

    @property
    def outgoing(self) -> Path:
        """Replies that a mail program is to pick up."""
        return self.cache / "outgoing"

    @property
    def scratch(self) -> Path:
        """What stands in the paste box."""
        return self.data / "scratch.txt"

    @property
    def profile(self) -> Path:
        """What the user told about themself."""
        return self.config / "profile.toml"

    @property
    def settings(self) -> Path:
        """What the user chose."""
        return self.config / "settings.toml"

    @property
    def window(self) -> Path:
        """Where the window stood last."""
        return self.config / "window.ini"

    @property
    def voices(self) -> Path:
        """The user's own voices, one file each."""
        return self.config / "voices"

    @property
    def rules(self) -> Path:
        """The user's own rule packs, one file each."""
        return self.config / "rules"
