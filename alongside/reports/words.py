"""What phases of support are called in reports: an agency gives each the name that its funders use."""

from alongside.reports.choices import Phase

WORDS = {f"phase.{each.value}": each.label for each in Phase}
