"""A model that writes as it should but for one field, in which it tries to place what somebody chose."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

from ai_features.tests.stubs.openai import Payload, Schema

Path = tuple[str | int, ...]


def fields(words: Any, at: Path = ()) -> Iterator[Path]:
    """Where the texts and choices of an answer are; of the items of a list the first stands for all."""
    if isinstance(words, dict):
        for name, part in words.items():
            yield from fields(part, (*at, name))
    elif isinstance(words, list):
        yield from fields(words[0], (*at, 0)) if words else [(*at, 0)]
    else:
        yield at


def planting(chosen: Any, at: Path, words: Any) -> Callable[[Payload, Schema], Any]:
    """The answer `words` with `chosen` in one of its fields, however often it is asked."""
    answer = copy.deepcopy(words)
    place = answer
    for name in at[:-1]:
        place = place[name]
    if isinstance(place, list) and not place:
        place.append(chosen)
    else:
        place[at[-1]] = chosen
    return lambda payload, schema: answer
