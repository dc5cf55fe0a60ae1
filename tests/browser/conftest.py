"""Tests in a real browser. The fixtures are in `tests.browser.plays`, which the scenarios use as well."""

from tests.browser.plays import *  # noqa: F403
