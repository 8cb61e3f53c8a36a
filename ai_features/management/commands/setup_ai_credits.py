"""`manage.py setup_ai_credits`: show packs and balances, grant credits, start over."""

import json
import re
import sys
import uuid
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import Business
from ai_features import packs, queries
from ai_features.models import CreditLot
from ai_features.services import AIBillingService
from ai_features.services.billing import resets
from common import clock, isolated_work, money
from common.money import written_quantity as units
from common.progress import ProgressBar

TEST_CREDITS = Decimal(50)
GRANTS = {"test": (TEST_CREDITS, "Test credits")} | {
    pack.key: (pack.total, f"{pack.name}, granted") for pack in packs.PACKS
}


FIGURE = re.compile(r"(GHS )?[\d.,%-]+")


class Command(BaseCommand):
    help = (
        "Show the credit packs, list the balances of all businesses, grant credits to all of them or to one, "
        "or delete all AI credit data. Without a flag the packs are shown."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        action = parser.add_mutually_exclusive_group()
        action.add_argument("--list-businesses", action="store_true", help="balances of all businesses")
        for name, (credits, _) in GRANTS.items():
            action.add_argument(
                f"--grant-{name}",
                dest="grant",
                action="store_const",
                const=name,
                help=f"grant {units(credits)} credits",
            )
        action.add_argument("--reset", action="store_true", help="DELETE all AI credit data; asks first")
        action.add_argument("--verify", action="store_true", help="check each account against its ledger")
        parser.add_argument("--business-id", metavar="UUID", help="only this business")
        parser.add_argument("--key", metavar="NAME", help="a grant of the same key is given once: go on after a stop")
        parser.add_argument("--yes", action="store_true", help="do not ask before --reset")
        parser.add_argument("--force", action="store_true", help="allow --reset outside DEBUG")
        parser.add_argument("--json", action="store_true", help="one JSON object, for scripts")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = self._businesses(options["business_id"])
        if options["grant"]:
            answer, text = self._grant(chosen, options["grant"], options["key"] or f"setup-{uuid.uuid4()}")
        elif options["reset"]:
            answer, text = self._reset(chosen, options)
        elif options["verify"]:
            answer, text = self._verify(chosen)
        elif options["list_businesses"] or options["business_id"]:
            answer, text = self._list(chosen)
        else:
            answer, text = self._packs()
        self.stdout.write(json.dumps(answer) if options["json"] else text)
        if answer.get("wrong"):
            raise CommandError(f"{len(answer['wrong'])} accounts do not add up.")

    def _businesses(self, business_id: str | None) -> list[Business]:
        everyone = Business.objects.order_by("name", "pk")
        if business_id is None:
            return list(everyone)
        try:
            found = list(everyone.filter(pk=uuid.UUID(business_id)))
        except ValueError as problem:
            raise CommandError(f"--business-id takes the id of a business, not {business_id!r}.") from problem
        if not found:
            raise CommandError(f"There is no business {business_id}.")
        return found

    def _packs(self) -> tuple[dict[str, Any], str]:
        rows = [
            (
                pack.name,
                money.written(pack.price),
                *map(units, (pack.credits, pack.bonus, pack.total)),
                f"{pack.savings}%",
            )
            for pack in packs.PACKS
        ]
        heads = ("Package", "Price", "Base credits", "Bonus", "Total credits", "Savings")
        months = settings.AI_CREDITS_EXPIRY_MONTHS
        lasting = f"Credits last {months} months." if months else "Credits do not expire."
        custom = (
            f"Any amount from GHS {units(packs.CUSTOM_LEAST)} to GHS {units(packs.CUSTOM_MOST)} buys a credit a cedi."
        )
        return {
            "packages": [_as_json(pack) for pack in packs.PACKS]
        }, f"{table(heads, rows)}\n{custom}\n{lasting} See --help for grants."

    def _list(self, chosen: list[Business]) -> tuple[dict[str, Any], str]:
        listed = [
            {
                "id": str(business.pk),
                "name": business.name,
                "balance": money.number(account.balance),
                "available": money.number(account.available),
                "expires_at": account.expires_at.isoformat() if account.expires_at else None,
                "is_active": account.is_active,
            }
            for business, account in AIBillingService.accounts_of(chosen)
        ]
        rows = [
            (str(row["id"]), _short(str(row["name"])), f"{row['balance']:,.2f}", str(row["expires_at"] or "-")[:10])
            for row in listed
        ]
        total = sum((Decimal(str(row["balance"])) for row in listed), start=Decimal(0))
        footer = f"{_counted(len(rows))}, {total:,.2f} credits."
        return {"businesses": listed}, f"{table(('Id', 'Business', 'Balance', 'Expires'), rows)}\n{footer}"

    def _grant(self, chosen: list[Business], name: str, key: str) -> tuple[dict[str, Any], str]:
        credits, reason = GRANTS[name]

        def give(business: Business) -> bool:
            lot = AIBillingService.grant(
                business_id=business.pk,
                credits=credits,
                source=CreditLot.Source.GRANT,
                reason=reason,
                key=f"{key}/{name}",
            )
            return lot.is_new

        try:
            given = list(isolated_work.each(self._with_progress(chosen, "businesses"), give, name="setup_ai_credits"))
        except isolated_work.SomeFailed as some:
            raise CommandError(
                f"{some}\nAll others are granted. Go on with --key {key} to give nobody twice."
            ) from some
        before = given.count(False)
        answer = {"granted": name, "credits": money.number(credits), "businesses": len(chosen), "key": key}
        had = f", {before:,} had them from before" if before else ""
        said = f"{units(credits)} credits granted to {_counted(given.count(True))}{had}."
        return answer | {"granted_before": before}, f"{said}\nRepeated with --key {key} it is not given twice."

    def _reset(self, chosen: list[Business], options: dict[str, Any]) -> tuple[dict[str, Any], str]:
        if not settings.DEBUG and not options["force"]:
            raise CommandError("Outside DEBUG --reset deletes real credits and invoices: add --force to do so.")
        ids = [business.pk for business in chosen]
        if not options["yes"]:
            self._confirm(resets.count(ids), len(ids))
        deleted = resets.reset(ids)
        return {"deleted": deleted, "businesses": len(ids)}, f"{deleted:,} rows deleted; all balances are 0."

    def _confirm(self, counts: dict[str, int], businesses: int) -> None:
        found = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "nothing"
        self.stderr.write(f"This deletes, for {_counted(businesses)} and for good: {found}.")
        try:
            said = input("Type 'yes' to go on: ")
        except EOFError as problem:
            raise CommandError("Nobody is there to ask: add --yes to delete without asking.") from problem
        if said.strip().lower() != "yes":
            raise CommandError("Nothing was deleted.")

    def _verify(self, chosen: list[Business]) -> tuple[dict[str, Any], str]:
        wrong = {}
        for business in self._with_progress(chosen, "accounts"):
            if problems := queries.audit.discrepancies(business.pk):
                wrong[str(business.pk)] = problems
        lines = [f"{business}: {problem}" for business, problems in wrong.items() for problem in problems]
        text = "\n".join(lines) or f"{len(chosen):,} accounts add up, on {clock.today()}."
        return {"checked": len(chosen), "wrong": wrong}, text

    def _with_progress(self, chosen: list[Business], what: str) -> Iterator[Business]:
        bar = ProgressBar(len(chosen), sys.stderr, what=what)
        for done, business in enumerate(chosen, start=1):
            yield business
            bar.show(done)


def _counted(businesses: int) -> str:
    return f"{businesses:,} business{'' if businesses == 1 else 'es'}"


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Columns as wide as they need to be: text to the left, figures, amounts and dates to the right."""
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    right = [bool(rows) and all(FIGURE.fullmatch(row[column]) for row in rows) for column in range(len(heads))]

    def line(row: tuple[str, ...]) -> str:
        cells = zip(row, widths, right, strict=True)
        return "  ".join(text.rjust(width) if end else text.ljust(width) for text, width, end in cells).rstrip()

    return "\n".join([line(heads), "-" * len(line(tuple("-" * width for width in widths))), *map(line, rows)])


def _as_json(pack: packs.Pack) -> dict[str, Any]:
    amounts = {"price": pack.price, "credits": pack.credits, "bonus_credits": pack.bonus, "total_credits": pack.total}
    return {"package": pack.key, "name": pack.name} | {name: money.number(amount) for name, amount in amounts.items()}


def _short(name: str, width: int = 18) -> str:
    return name if len(name) <= width else name[: width - 1] + "…"
