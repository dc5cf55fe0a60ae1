"""What seasons are called, as an agency may wish to call them."""

from alongside.connection.choices import Season

WORDS = {f"label.season.{season.value}": season.label for season in Season}
