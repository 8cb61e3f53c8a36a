"""The page on which a customer of the local Paystack decides how a payment ends."""

from html import escape
from typing import Any
from urllib.parse import urlencode

from common import money

OUTCOMES = {"success": "Pay", "failed": "Let it fail", "ongoing": "Leave it waiting"}
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paystack, local</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:24rem;margin:12vh auto;padding:0 1rem;color:#111}}
h1{{font-size:2rem;margin:0 0 .5rem}}a{{display:block;padding:.75rem 1rem;margin:.5rem 0;border:1px solid #ced4da;
border-radius:8px;color:#111;text-align:center;text-decoration:none}}a:first-of-type{{background:#0b6b4f;color:#fff;
border-color:#0b6b4f}}p{{color:#5c6570}}</style></head>
<body><main><h1>GHS {amount}</h1><p>This page stands in for Paystack. No money moves.</p>{links}
<p>{reference}</p></main></body></html>"""


def checkout(transaction: dict[str, Any], callback_url: str) -> str:
    """HTML with one link for each way in which the payment can end."""
    links = "".join(
        f'<a href="?{escape(urlencode({"outcome": outcome, "callback_url": callback_url}))}">{label}</a>'
        for outcome, label in OUTCOMES.items()
    )
    amount = money.from_pesewas(transaction["amount"])
    return _PAGE.format(amount=f"{amount:,}", links=links, reference=escape(transaction["reference"]))
