#!/usr/bin/env python
"""Django's commands, for people who run an installation. Everyday use needs only ./run and ./test."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
