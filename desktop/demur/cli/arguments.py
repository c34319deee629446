"""What may be typed after ``demur``."""

import argparse
import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from demur import __version__
from demur.domain.advice import MoveId
from demur.domain.template import Slot
from demur.storage import PromiseState

COMMANDS = ("check", "draft", "rewrite", "guard", "voice", "ledger", "rules", "doctor")


def parse(argv: list[str]) -> argparse.Namespace:
    """The command and its options; exits with status 2 and a line of help when they make no sense."""
    parser = argparse.ArgumentParser(
        prog="demur",
        description="Answer networking requests kindly, in your own voice, on your own machine.",
        epilog="Without a command, demur opens its window; files given then are opened in it.",
    )
    parser.add_argument("--version", action="version", version=f"Demur {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_check(commands.add_parser("check", help="show what in a request speaks for and against"))
    _add_draft(commands.add_parser("draft", help="write the reply"))
    _add_rewrite(commands.add_parser("rewrite", help="say a sentence in somebody's voice"))
    _add_guard(commands.add_parser("guard", help="check a rewrite of a sentence"))
    _add_voice(
        commands.add_parser("voice", help="learn your voice from sent messages; see, change, forget it")
    )
    _add_ledger(commands.add_parser("ledger", help="import, look up, export and forget people"))
    _add_rules(commands.add_parser("rules", help="check rules of your own, and explain any rule"))
    commands.add_parser("doctor", help="show what is installed, where data lies and what is missing")
    options = parser.parse_args(argv)
    if contradiction := _contradiction(options):
        commands.choices[options.command].error(contradiction)
    return options


def _contradiction(options: argparse.Namespace) -> str:
    """What is wrong with options that are right one by one."""
    if options.command == "guard" and bool(options.jsonl) == (options.candidate is not None):
        return "give TEMPLATE and CANDIDATE, or --jsonl"
    if options.command == "draft" and options.quote and not options.eml:
        return "--quote goes with --eml"
    if options.command == "rewrite" and options.jsonl and (options.voice or options.samples):
        return "with --jsonl, each line brings its own voice"
    return ""


def _add_check(check: argparse.ArgumentParser) -> None:
    source = check.add_mutually_exclusive_group(required=True)
    source.add_argument("path", nargs="?", metavar="PATH|-", help="a message file, or - for standard input")
    _add_lines(source, 'many messages: {"id", "text"}')
    _add_user(check)


def _add_draft(draft: argparse.ArgumentParser) -> None:
    draft.add_argument("path", metavar="PATH|-", help="a message file, or - for standard input")
    draft.add_argument(
        "--move", type=_move, metavar="ID", help=f"another than advised: {', '.join(MoveId)}"
    )
    draft.add_argument(
        "--slot", type=_slot, action="append", default=[], metavar="NAME=VALUE", help="fill in what is open"
    )
    draft.add_argument("--voice", type=Path, metavar="PATH", help="a voice file")
    draft.add_argument(
        "--eml",
        type=_draft_file,
        metavar="FILE",
        help="write the reply as a draft for your mail program, too",
    )
    draft.add_argument("--quote", action="store_true", help="with --eml: the message below the reply")
    _add_model(draft)
    _add_user(draft)


def _add_rewrite(rewrite: argparse.ArgumentParser) -> None:
    source = rewrite.add_mutually_exclusive_group(required=True)
    source.add_argument("sentence", nargs="?", type=_sentence, help="what to say")
    _add_lines(source, 'many sentences: {"id", "template", "voice": [samples]}')
    voice = rewrite.add_mutually_exclusive_group()
    voice.add_argument(
        "--voice", type=Path, metavar="PATH", help="a voice file, in place of your own voice"
    )
    voice.add_argument(
        "--samples", metavar="PATH|-", help="messages that somebody wrote, one after the other, as text"
    )
    _add_model(rewrite)
    _add_json(rewrite)


def _add_guard(guard: argparse.ArgumentParser) -> None:
    source = guard.add_mutually_exclusive_group(required=True)
    source.add_argument("template", nargs="?", type=_sentence, help="the sentence as it was")
    _add_lines(source, 'many pairs: {"id", "template", "candidate"}')
    guard.add_argument("candidate", nargs="?", help="the sentence as it was rewritten")
    _add_json(guard)


def _add_voice(voice: argparse.ArgumentParser) -> None:
    actions = voice.add_subparsers(dest="action", required=True, metavar="ACTION")
    learn = actions.add_parser(
        "learn", help="learn a voice from sent messages; nothing else of them is kept"
    )
    learn.add_argument(
        "paths",
        nargs="+",
        metavar="PATH|-",
        help="message files, folders, mailboxes (.mbox), LinkedIn's messages.csv, or .zip files of these; "
        "- for messages one after the other on standard input",
    )
    learn.add_argument("--name", default="", help="what to call the voice")
    learn.add_argument(
        "--me", default="", metavar="WHO", help="your name or address, where others write too"
    )
    learn.add_argument(
        "--dry-run", action="store_true", help="show what would be learned, and store nothing"
    )
    actions.add_parser("list", help="show the voices to choose from")
    show = actions.add_parser("show", help="say how a voice writes, and number its samples")
    show.add_argument("name", metavar="NAME")
    forget = actions.add_parser("forget", help="delete a voice of your own, or one of its samples")
    forget.add_argument("name", metavar="NAME")
    forget.add_argument("--sample", type=_number, metavar="N", help="only this one, as show numbers them")


def _add_ledger(ledger: argparse.ArgumentParser) -> None:
    ledger.add_argument("--ledger", type=Path, metavar="PATH", help="a ledger in place of the stored one")
    actions = ledger.add_subparsers(dest="action", required=True, metavar="ACTION")
    people = actions.add_parser("people", help="show people, with their numbers")
    people.add_argument("text", nargs="?", default="", help="a part of their name or address")
    taken = actions.add_parser("import", help="add or update people from an address book or a table")
    taken.add_argument("path", type=Path, metavar="PATH", help="a .vcf or .csv file")
    export = actions.add_parser("export", help="write the whole ledger as JSON")
    export.add_argument("path", type=Path, metavar="PATH", help="the file to write")
    forget = actions.add_parser("forget", help="delete a person completely")
    forget.add_argument("who", metavar="NUMBER|ADDRESS|NAME")
    address = actions.add_parser("address", help="say that an address is somebody's")
    address.add_argument("number", type=_number, metavar="NUMBER", help="of the person, as people shows it")
    address.add_argument("address", metavar="ADDRESS")
    actions.add_parser("accepted", help="show what you accepted and have neither kept nor broken")
    settle = actions.add_parser("settle", help="say what became of a request that you accepted")
    settle.add_argument("number", type=_number, metavar="NUMBER", help="of the request, as in accepted")
    settle.add_argument("state", type=_state, metavar="open|kept|broken")


def _add_rules(rules: argparse.ArgumentParser) -> None:
    actions = rules.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("check", help="check a file with rules of your own, and run its examples")
    check.add_argument("pack", type=Path, metavar="PACK", help="the file, such as my.toml")
    explain = actions.add_parser("explain", help="show why a rule holds for a message or not")
    explain.add_argument(
        "rule", metavar="ID", help="a signal such as too-soon, or an act such as ask:refer"
    )
    explain.add_argument("path", metavar="PATH|-", help="a message file, or - for standard input")
    _add_person(explain)


def _add_lines(source: argparse._MutuallyExclusiveGroup, what: str) -> None:
    source.add_argument(
        "--jsonl",
        nargs="?",
        const="-",
        metavar="FILE",
        help=f"{what} a line in, an answer a line out; without FILE from standard input",
    )


def _add_model(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--model", metavar="ID", help="a model of the catalogue, a GGUF file of your own, or none"
    )


def _add_user(command: argparse.ArgumentParser) -> None:
    _add_person(command)
    _add_json(command)


def _add_person(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--profile", type=Path, metavar="PATH", help="a profile in place of the stored one"
    )
    command.add_argument("--ledger", type=Path, metavar="PATH", help="a ledger in place of the stored one")
    command.add_argument(
        "--today", type=_day, metavar="DATE", help="as if it were that day, such as 2026-03-14"
    )


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--json", action="store_true", help="answer in JSON (its schema: desktop/README.md)"
    )


def _draft_file(text: str) -> Path:
    if not text.lower().endswith(".eml"):
        raise argparse.ArgumentTypeError(
            f"'{text}' does not end in .eml, by which mail programs know a mail"
        )
    return Path(text)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' is not a number")
    return int(text)


def _move(text: str) -> MoveId:
    return MoveId(_one_of(text, MoveId))


def _state(text: str) -> PromiseState:
    return PromiseState(_one_of(text, PromiseState))


def _one_of(text: str, known: Iterable[str]) -> str:
    if text not in list(known):
        raise argparse.ArgumentTypeError(f"'{text}' is none of {', '.join(known)}")
    return text


def _sentence(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("a sentence is empty")
    return text


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day such as 2026-03-14") from error


def _slot(text: str) -> tuple[Slot, str]:
    name, equals, value = text.partition("=")
    if not equals or name not in list(Slot):
        names = ", ".join(Slot)
        raise argparse.ArgumentTypeError(f"'{text}' is not NAME=VALUE with a NAME of {names}")
    return Slot(name), value
