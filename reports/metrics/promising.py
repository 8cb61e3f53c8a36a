"""Metrics of what customers promised to pay: how much, and what became of it."""

from reports.metrics.metric import Metric, Unit, cedis, number, said


def _promises(key: str, title: str, definition: str, more_is: str, phrases: str) -> Metric:
    return Metric(
        key,
        title,
        Unit.COUNT,
        definition,
        (key,),
        number(key),
        more_is,
        said(phrases),
        beside=("promises_broken_value" if key == "promises_broken" else "promised",),
        counts="promise",
        skips_zero=True,
    )


PROMISING = (
    _promises(
        "promises",
        "Promises to pay",
        "promises of customers to pay by a day, but for those that were cancelled; of the days they were made for",
        "",
        "number of promises, promise count, number of promises to pay",
    ),
    _promises(
        "promises_open",
        "Open promises",
        "promises whose day has not passed and that are not paid yet",
        "",
        "open promise, promise open, pending promise, promise pending, promise not due, promise still open,"
        "promise still running, promise outstanding",
    ),
    _promises(
        "promises_kept",
        "Promises kept",
        "promises of which all was paid by the day they were for",
        "better",
        "promise kept, kept promise, kept their promise, kept promise to pay, promised and paid, honoured promise,"
        "honour promise, promise honoured, keep promise, kept his promise to pay, kept her promise to pay,"
        "paid as promised, promise fulfilled",
    ),
    _promises(
        "promises_broken",
        "Broken promises",
        "promises whose day has passed without all of it being paid",
        "worse",
        "broken promise, promise broken, break promise, broke promise, promise not kept, not keep promise,"
        "promised to pay and not, promised to pay but not, promised and not pay, promised but not pay,"
        "promise to pay and not pay, promised to pay and failed, promised and failed, failed promise, promise failed,"
        "promised to pay and did not pay, not pay as promised, promised to pay and have not, promise overdue,"
        "disappointed on promise, did not keep promise, promised to pay and did not",
    ),
    Metric(
        "promises_broken_value",
        "Money of broken promises",
        Unit.MONEY,
        "what was promised of promises whose day has passed without all of it being paid",
        ("promises_broken_value",),
        cedis("promises_broken_value"),
        "worse",
        said(
            "money of broken promises, value of broken promises, amount of broken promises, worth of broken promises,"
            "money promised and not paid, amount promised and not paid"
        ),
        beside=("promises_broken",),
        skips_zero=True,
    ),
    Metric(
        "promised",
        "Money promised",
        Unit.MONEY,
        "what customers promised to pay, of the days it was promised for",
        ("promised",),
        cedis("promised"),
        said=said(
            "money promised, amount promised, value of promises, money customers promised, promised amount, promise,"
            "promise to pay, promised to pay, pledge, pledge to pay, promise due, promise made, promise falling due,"
            "promise we have, promised for, promised"
        ),
        beside=("promises",),
        skips_zero=True,
    ),
)
