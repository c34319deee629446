"""What is written when drafting is measured."""

from collections import Counter

from demur.app.knowledge import Knowledge
from demur.templates import fill
from quality.drafts.material import MOVES, Person, letters, people, sentences
from training import read_corpus

CORPUS = read_corpus()
TEMPLATES = Knowledge().templates


def somebody(name: str) -> Person:
    return Person(name=name, about="", seen=True, shown=("I like soup.",), kept=("I like tea.",))


TEN = tuple(somebody(str(number)) for number in range(10))


def test_ten_voices_are_unseen_and_ten_seen() -> None:
    chosen = people(CORPUS)
    assert Counter(person.seen for person in chosen) == {False: 10, True: 10}
    held_out = {voice.name for voice in CORPUS.voices if voice.held_out}
    assert {person.name for person in chosen if not person.seen} == held_out


def test_what_the_outside_reader_knows_of_a_person_the_app_is_not_shown() -> None:
    assert not [person for person in people(CORPUS) if set(person.shown) & {*person.kept, *person.letters}]


def test_rewrites_of_shipped_sentences_are_no_letters_that_the_reader_knows() -> None:
    kinds = {sentence.text: sentence.kind for sentence in CORPUS.sentences}
    rewrites = {voice.name: voice.rewrites for voice in CORPUS.voices}
    for person in people(CORPUS):
        further = {text for source, text in rewrites[person.name].items() if kinds[source] == "further"}
        assert set(person.letters) <= further
        assert len(person.letters) + len(person.shipped) == len(rewrites[person.name])


def test_every_move_is_written_and_every_letter_can_be() -> None:
    tasks = list(letters(TEN, TEMPLATES, 3))
    written = Counter(task.move for task in tasks)
    assert {*written} == {*MOVES}
    assert {*written.values()} == {2}
    for task in tasks:
        assert task.move
        assert fill(TEMPLATES.template(task.move), task.slots)


def test_some_letters_have_no_more_than_they_need() -> None:
    assert [task for task in letters(TEN, TEMPLATES, 3) if "name" not in task.slots]


def test_ten_persons_say_every_held_out_sentence_once_with_its_slots_filled() -> None:
    tasks = list(sentences(TEN, CORPUS, 4))
    said = [sentence for task in tasks for sentence in task.sentences]
    assert len(said) == len({*said}) == sum(sentence.held_out for sentence in CORPUS.sentences) == 40
    assert not [sentence for sentence in said if "$" in sentence]
    assert all(len(task.sentences) == 4 for task in tasks)
