"""Phones, emails and digital addresses, found in text by their form."""

import re

_DIGIT = r"(?:\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"
FORMS = (
    (re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)*\.[^\W\d_]{2,}"), "[email]"),
    (re.compile(r"[\w.+-]+\s?[(\[]at[)\]]\s?[\w.-]+(?:\s?[(\[]dot[)\]]\s?\w+)*", re.IGNORECASE), "[email]"),
    (re.compile(r"[\w.+-]+\s+at\s+[\w-]+(?:\s+dot\s+[\w-]+)+", re.IGNORECASE), "[email]"),
    (re.compile(r"\b[A-Z][A-Z\d]-\d{3,4}-\d{4}\b"), "[address]"),  # Ghana's digital addresses
    (re.compile(r"(?<![\w.])(?!\d{4}-\d\d-\d\d\b)\(?(?:\+|00)?\d(?:[\s().-]?\d){8,14}(?![\w])"), "[phone]"),
    (re.compile(r"(?<![\w.])\(?(?:\+?233|0)(?:[\s()./_·–—-]{0,3}\d){9}(?!\d)"), "[phone]"),
    (re.compile(rf"\b{_DIGIT}(?:[\s,.-]+{_DIGIT}){{6,}}\b", re.IGNORECASE), "[phone]"),
)
"""Each form with what stands in its place."""
