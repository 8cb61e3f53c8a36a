"""The Django app."""

from django.apps import AppConfig


class AiFeaturesConfig(AppConfig):
    name = "ai_features"
    verbose_name = "AI features"

    def ready(self) -> None:
        from ai_features import checks

        checks.register_all()
