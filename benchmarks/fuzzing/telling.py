"""What a run found: how many requests were answered how, and what was not as described."""

from collections import Counter
from typing import Any

Record = dict[str, Any]
"""All that schemathesis sent to one operation, with the checks of each answer."""


def labels(page: dict[str, Any], tag: str) -> set[str]:
    """The operations of a chapter of the page as schemathesis calls them: `POST /ai/api/query/`."""
    found = ((path, method, of) for path, methods in page["paths"].items() for method, of in methods.items())
    return {f"{method.upper()} {path}" for path, method, of in found if tag in of["tags"]}


def statuses(records: list[Record]) -> Counter[int | None]:
    """How often each status was answered; None where nothing was."""
    sent = (each for record in records for each in record.get("interactions", {}).values())
    return Counter((each.get("response") or {}).get("status_code") for each in sent)


def faults(records: list[Record]) -> Counter[str]:
    """How often each check failed, by operation."""
    return Counter(
        f"{record['label']}: {check['name']}"
        for record in records
        for checks in record.get("checks", {}).values()
        for check in checks
        if check["status"] == "failure"
    )


def said(records: list[Record], features: set[str]) -> str:
    """All of it in lines, the AI features also by themselves."""
    of_ai = [record for record in records if record["label"] in features]
    lines = [
        f"{sum(found.values())} requests{what}: {dict(found.most_common())}"
        for what, found in (
            ("", statuses(records)),
            (f" to {len({record['label'] for record in of_ai})} operations of AI features", statuses(of_ai)),
        )
    ]
    return "\n".join([*lines, *(f"{count} × {fault}" for fault, count in faults(records).most_common())])
