"""``demur voice``, as a person types it: learned, looked at, forgotten; nothing else is kept."""

from pathlib import Path

from command_line import demur
from demur.storage import read_voice
from sent_mail import JORDAN, ME, SECRETS, archive, folder, letter, mail, mbox


def sent(path: Path, count: int = 30) -> Path:
    return mbox(path / "Sent.mbox", [mail(letter(number)) for number in range(count)])


def stored(home: Path) -> str:
    """Everything in the app's folders, as text."""
    files = [path for path in home.rglob("*") if path.is_file()]
    return "\n".join(path.read_bytes().decode(errors="replace") for path in files)


def test_a_voice_is_learned_shown_used_and_forgotten(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = demur(home, "voice", "learn", str(sent(tmp_path)), "--name", "Work")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("30 messages read, 30 of them yours, by Sam Hill.\n")
    assert "This is stored as “Work”, and nothing else of your messages." in done.stdout
    assert demur(home, "voice", "list").stdout.startswith(
        "Work (your own, English)\nPlain (to start with)\n"
    )
    shown = demur(home, "voice", "show", "work").stdout
    assert shown.startswith("You open with “Hi”, not with “Dear”, and sign off with “Best”.\n")
    assert "own-1.toml, to be edited as you like." in shown
    assert "to be edited" not in demur(home, "voice", "show", "Plain").stdout
    first = next(line for line in shown.splitlines() if line.startswith("  1  "))
    assert first in done.stdout
    fewer = demur(home, "voice", "forget", "Work", "--sample", "1").stdout
    assert first.removeprefix("  1  ") not in fewer
    demur(home, "voice", "forget", "Work")
    assert list((home / "config" / "voices").iterdir()) == []
    again = demur(home, "voice", "show", "Work")
    assert (again.returncode, again.stdout) == (1, "")
    assert "There is no voice called “Work”." in again.stderr


def test_nothing_of_the_messages_is_kept_but_the_samples(tmp_path: Path) -> None:
    home, files = tmp_path / "home", tmp_path / "files"
    files.mkdir()
    box = sent(files).read_bytes()
    path = archive(files / "sent.zip", {"Sent.mbox": box, "inbox.eml": mail("Dear Sam, you.", JORDAN, ME)})
    dry = demur(home, "voice", "learn", str(path), "--me", "Sam Hill", "--dry-run")
    assert dry.stdout.endswith("Nothing is stored.\n")
    assert stored(home) == ""
    demur(home, "voice", "learn", str(path), "--me", "Sam Hill")
    (file,) = (home / "config" / "voices").iterdir()
    voice = read_voice(file)
    kept = stored(home)
    assert 6 <= len(voice.samples) <= 12
    for number in range(30):
        for sentence in letter(number).replace("\n", " ").split(". "):
            if len(sentence) > 12 and not any(sentence[:12] in sample for sample in voice.samples):
                assert sentence not in kept
    for word in ("Jordan", "Hill", "example", "Dear", *SECRETS):
        assert word not in kept
    assert sorted(one.name for one in files.iterdir()) == ["Sent.mbox", "sent.zip"]


def test_what_is_piped_is_learned_from_too(tmp_path: Path) -> None:
    text = "\n\n".join(letter(number).split("\nOn Mon")[0] for number in range(8))
    done = demur(tmp_path, "voice", "learn", "-", "--dry-run", given=text)
    assert done.stdout.startswith("8 messages read")


def test_what_does_not_do_says_so_and_what_to_do_next(tmp_path: Path) -> None:
    few = demur(tmp_path, "voice", "learn", str(folder(tmp_path / "few", {"a.txt": "See you soon."})))
    assert few.returncode == 1
    assert "too little to tell how you write" in few.stderr
    both = mbox(tmp_path / "All.mbox", [mail(letter(1)), mail("Dear Sam, no.", JORDAN, ME)])
    asked = demur(tmp_path, "voice", "learn", str(both))
    assert asked.returncode == 1
    assert "These people write: Sam Hill, Jordan Blake." in asked.stderr
    assert "--me" in asked.stderr
    gone = demur(tmp_path, "voice", "learn", str(tmp_path / "gone"))
    assert (gone.returncode, gone.stdout) == (1, "")
    assert demur(tmp_path, "voice", "forget", "Plain").returncode == 1
    assert demur(tmp_path, "voice").returncode == 2
