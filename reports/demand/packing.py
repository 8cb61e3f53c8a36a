"""Outlooks as text, for the cache that all processes share: arrays of numbers alone, so reading them runs nothing."""

import base64
import datetime as dt
import hashlib
import io
import uuid
from dataclasses import asdict, fields
from typing import Any

import numpy as np

from reports.demand.forecast import Forecast, Missed
from reports.demand.outlook import Outlook

ARRAYS = ("offered", "last_sold", "known_days", "weekly_variation")
OF_FORECAST = ("level", "index", "factors", "season", "dispersion", "spread")
_NAMES = [field.name for kind in (Outlook, Forecast, Missed) for field in fields(kind)]
FORM = hashlib.sha256(" ".join(_NAMES).encode()).hexdigest()[:8]
"""Another one as soon as a field is added: what an earlier release packed is not read."""


def packed(outlooks: list[Outlook]) -> list[str]:
    """One text for each storefront, some hundred bytes a product."""
    return [_written(_arrays(each)) for each in outlooks]


def unpacked(texts: list[str]) -> list[Outlook]:
    """What was packed."""
    return [_outlook(np.load(io.BytesIO(base64.b64decode(text)), allow_pickle=False)) for text in texts]


def _written(arrays: dict[str, Any]) -> str:
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return base64.b64encode(buffer.getvalue()).decode()


def _arrays(outlook: Outlook) -> dict[str, Any]:
    forecast = outlook.forecast
    ids = b"".join(each.bytes for each in (outlook.storefront_id, *outlook.products))
    return {
        "ids": np.frombuffer(ids, dtype=np.uint8),
        "start": forecast.start.toordinal(),
        "seasonal": forecast.seasonal,
        "spans": list(forecast.ranges),
        "ranges": list(forecast.ranges.values()),
        **{name: getattr(outlook, name) for name in ARRAYS},
        **{name: getattr(forecast, name) for name in OF_FORECAST},
        **{f"missed_{name}": units for name, units in asdict(forecast.missed).items()},
    }


def _outlook(held: Any) -> Outlook:
    ids = held["ids"].tobytes()
    storefront, *products = (uuid.UUID(bytes=ids[at : at + 16]) for at in range(0, len(ids), 16))
    ranges = zip(held["spans"].tolist(), held["ranges"].tolist(), strict=True)
    forecast = Forecast(
        start=dt.date.fromordinal(int(held["start"])),
        ranges={span: (low, high) for span, (low, high) in ranges},
        missed=Missed(*(held[f"missed_{name}"] for name in ("sold", "recipe", "four_weeks"))),
        seasonal=bool(held["seasonal"]),
        **{name: held[name] for name in OF_FORECAST},
    )
    return Outlook(storefront, tuple(products), forecast, **{name: held[name] for name in ARRAYS})
