"""What Demur keeps: folders, the ledger, and the files that a user may edit."""

from .address_books import read_contacts
from .atomic import atomic_write
from .errors import StorageError
from .files import (
    Settings,
    delete_voice,
    read_pack,
    read_packs,
    read_profile,
    read_scratch,
    read_settings,
    read_voice,
    read_voices,
    voice_file,
    write_profile,
    write_scratch,
    write_settings,
    write_voice,
)
from .folders import Folders
from .ledger import Ledger
from .records import (
    Contact,
    FollowUp,
    Imported,
    Interaction,
    LedgerCopy,
    Note,
    Outcome,
    Person,
    Promise,
    PromiseState,
)
from .trials import TriedModel, keep_trial, read_trials

__all__ = [
    "Contact",
    "Folders",
    "FollowUp",
    "Imported",
    "Interaction",
    "Ledger",
    "LedgerCopy",
    "Note",
    "Outcome",
    "Person",
    "Promise",
    "PromiseState",
    "Settings",
    "StorageError",
    "TriedModel",
    "atomic_write",
    "delete_voice",
    "keep_trial",
    "read_contacts",
    "read_pack",
    "read_packs",
    "read_profile",
    "read_scratch",
    "read_settings",
    "read_trials",
    "read_voice",
    "read_voices",
    "voice_file",
    "write_profile",
    "write_scratch",
    "write_settings",
    "write_voice",
]
