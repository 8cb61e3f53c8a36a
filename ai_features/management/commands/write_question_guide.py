"""`write_question_guide`: docs/asking_questions.md anew from the vocabulary."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ai_features.services.query_intelligence import guide


class Command(BaseCommand):
    help = "Write docs/asking_questions.md from the vocabulary of questions."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / "docs" / "asking_questions.md"
        path.write_text(guide.page(), encoding="utf-8")
        self.stdout.write(f"Written: {path.name}")
