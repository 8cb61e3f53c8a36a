"""`manage.py enrol_second_factor EMAIL`: a second factor for one of our own staff, set up at the server."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from accounts.services import second_factor
from common.errors import DomainError


class Command(BaseCommand):
    help = "Set up the second factor of an account: shows a secret for the app, takes its first code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email=options["email"].lower(), is_active=True).first()
        if user is None:
            raise CommandError("There is no active account with this email.")
        try:
            begun = second_factor.begin(user, password=None)
            self.stdout.write(f"Type this secret into the authenticator app: {begun.secret}\nor open: {begun.url}")
            codes = second_factor.confirm(user, code=input("The code that it shows now: ").strip())
        except DomainError as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write("It is on. Recovery codes, each good once, not shown again:\n  " + "\n  ".join(codes))
