#!/usr/bin/env python
"""Django's command line: `python manage.py help` lists every command."""

import os
import sys

from django.core.management import execute_from_command_line

from app.json_lines import JsonLines

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
    if os.environ.get("LOG_FORMAT") == "json" and "--json" not in sys.argv:
        command = sys.argv[1] if len(sys.argv) > 1 else "help"
        sys.stdout, sys.stderr = JsonLines(sys.stdout, command), JsonLines(sys.stderr, command)
    execute_from_command_line(sys.argv)
