"""A shop's own search words: typed in by its managers, and learnt from searches that found nothing."""

import datetime as dt
import uuid
from typing import Any

from django.core.cache import cache
from django.db import IntegrityError, transaction

from common import clock, errors
from common.tenancy import MANAGEMENT, Caller
from inventory.models import SearchMiss, SearchWord
from inventory.search import Found

MISSES_KEPT = dt.timedelta(days=30)
SHORTEST = 3
_ONCE_IN = 600  # seconds
_TAKEN = "You have this word already."


def create_search_word(caller: Caller, **fields: Any) -> SearchWord:
    """A new word. Raises `InvalidInput` for one that is there."""
    caller.require(*MANAGEMENT)
    return _saved(SearchWord(business_id=caller.business_id, **fields))


def change_search_word(caller: Caller, word_id: uuid.UUID, *, changes: dict[str, Any]) -> SearchWord:
    """Change a word; a learnt one is the shop's own from then on."""
    caller.require(*MANAGEMENT)
    word = SearchWord.objects.get_or_404(caller.business_id, word_id)
    for name, value in {**changes, "learnt": False}.items():
        setattr(word, name, value)
    return _saved(word)


def delete_search_word(caller: Caller, word_id: uuid.UUID) -> None:
    """Forget a word."""
    caller.require(*MANAGEMENT)
    SearchWord.objects.get_or_404(caller.business_id, word_id).delete()


def learn_search_word(business_id: uuid.UUID, said: str, *, meant: str) -> bool:
    """Keep what a word turned out to mean, unless the shop has said so itself; whether it was new."""
    known = SearchWord.objects.of(business_id).filter(said__iexact=said)
    if known.exists():
        return False
    SearchWord.objects.create(business_id=business_id, said=said, meant=meant, learnt=True)
    return True


def note_search(caller: Caller, found: Found) -> None:
    """Keep the word that a search found nothing for, once in ten minutes and person, to learn from what is sold."""
    if found.is_sold or len(found.missing) != 1 or len(found.missing[0]) < SHORTEST:
        return
    said = found.missing[0][:60]
    if cache.add(f"search_miss:{caller.membership_id}:{uuid.uuid5(caller.business_id, said)}", 1, _ONCE_IN):
        SearchMiss.objects.create(business_id=caller.business_id, said=said, by_id=caller.membership_id, at=clock.now())


def forget_misses() -> int:
    """Remove the misses of more than a month ago; how many."""
    return int(SearchMiss.objects.filter(at__lt=clock.now() - MISSES_KEPT).delete()[0])


def _saved(word: SearchWord) -> SearchWord:
    try:
        with transaction.atomic():
            word.save()
    except IntegrityError as problem:
        raise errors.InvalidInput.field("said", _TAKEN) from problem
    return word
