"""The project as an app: it carries the system checks and starts error reporting."""

import gc

from django.apps import AppConfig as DjangoAppConfig


class AppConfig(DjangoAppConfig):
    name = "app"
    label = "app"

    def ready(self) -> None:
        from app import checks, error_reports

        checks.register_all()
        error_reports.start()
        gc.freeze()  # what is loaded by now stays: the collector need not go through it again
