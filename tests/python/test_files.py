"""A mistake in a file is told in a sentence, in the language of the reader."""
from __future__ import annotations

import json
import pickle
import re
from pathlib import Path

import pytest

import innoscore
import world
from conftest import SOURCE
from innoscore._file_sentences import SENTENCES

KINDS = set(json.loads((SOURCE / "tests/golden/formats/manifest.json").read_text(encoding="utf-8"))["sentences"])


def test_every_kind_has_a_sentence_in_both_languages() -> None:
    assert set(SENTENCES) == KINDS | {"judgements"}
    for english, vietnamese in SENTENCES.values():
        assert english.isascii() and not vietnamese.isascii()
        assert re.findall("{.*?}", english) == re.findall("{.*?}", vietnamese)
        assert set(re.findall("{.*?}", english)) <= {"{what}"}


@pytest.mark.parametrize("text, sentence", [
    (None, "data.csv: the file cannot be opened: No such file"),
    ("", "data.csv:1: the file is empty"),
    ("code,a\n", 'data.csv:1: there is no row below'),
    ("code,a\nU1,1\n", 'data.csv:1: there is no column "unit"; add it'),
    ("unit,a\nU1,1\n", 'data.csv:1: there is no column "b"; add it'),
    ("unit,a,b,c,d,people\nU1,1,2,x,4,5\n", 'data.csv:2: column "c": "x" is not a number'),
    ("unit,a,b,c,d,people\nU1,1,2,3,4,5\nU1,1,2,3,4,5\n", 'data.csv:3: column "unit": the unit "U1" is there twice'),
])
def test_the_sentence_says_where_and_what(tmp_path: Path, text: str | None, sentence: str) -> None:
    path = tmp_path / "data.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(innoscore.FormatError, match=re.escape(sentence)):
        world.method().score(path)


def test_the_sentence_is_in_the_language_of_the_context(tmp_path: Path) -> None:
    innoscore.set_language("vi")
    try:
        with pytest.raises(innoscore.FormatError, match="không mở được tệp") as caught:
            innoscore.Framework.from_csv(tmp_path / "none.csv")
    finally:
        innoscore.set_language("en")
    assert caught.value.message.startswith("không mở được tệp: ")


def test_a_mistake_in_a_method_repeats_the_line(tmp_path: Path) -> None:
    path = tmp_path / "method.ini"
    path.write_text("[normalization]\nrule minmax\n", encoding="utf-8")
    with pytest.raises(innoscore.FormatError, match=r'method.ini:2: "rule minmax" is neither a \[section\] nor key = value'):
        innoscore.Method.from_ini(path, world.framework())


def test_the_error_crosses_to_another_process(tmp_path: Path) -> None:
    with pytest.raises(innoscore.FormatError) as caught:
        innoscore.Framework.from_csv(tmp_path / "none.csv")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.kind, again.file) == (str(caught.value), "open", "none.csv")
