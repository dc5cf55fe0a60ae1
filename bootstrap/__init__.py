"""Setting the house up: environment, database server, keys, front-end assets and serving.

Everything here runs on the Python of a fresh machine and imports the standard library only, but for `roles`,
which is run by the environment's own Python once that exists.
"""
