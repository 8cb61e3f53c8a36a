"""The project as an app: it carries the system checks and starts error reporting."""

from django.apps import AppConfig as DjangoAppConfig


class AppConfig(DjangoAppConfig):
    name = "app"
    label = "app"

    def ready(self) -> None:
        from app import checks, error_reports

        checks.register_all()
        error_reports.start()
