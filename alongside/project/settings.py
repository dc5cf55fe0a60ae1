"""One file of settings for every door, read from the environment alone (see environment.py)."""

import secrets
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import global_settings
from django.utils.translation import gettext_lazy as _
from jinja2 import StrictUndefined

from alongside.project import environment as env
from alongside.project import tongues
from alongside.project.demo import mark

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(env.text("ALONGSIDE_DATA"))
KEYS = env.KeyFolder(env.folder("ALONGSIDE_KEYS") or DATA / "keys")
# Where copies go: data in one folder, keys in another, best on another disk. Set, they are made every night.
BACKUPS = env.folder("ALONGSIDE_BACKUPS")
KEY_BACKUPS = env.folder("ALONGSIDE_KEY_BACKUPS")
MODE = env.one_of("ALONGSIDE_MODE", env.MODES, "production")
DOOR = env.one_of("ALONGSIDE_DOOR", env.DOORS, "desk")
DATABASE_ROLE = env.one_of("ALONGSIDE_ROLE", env.ROLES, DOOR)
# Whose signature tells the database who acts: the worker's actor is nobody at the desk, and the other way round.
SIGNS_AS = "worker" if DATABASE_ROLE == "worker" else DOOR

# The worker signs nothing that a browser keeps, so it is not given the doors' key for that.
SECRET_KEY = secrets.token_hex(32) if DATABASE_ROLE == "worker" else KEYS.read("django.key")
DEBUG = False
ORIGIN = env.text("ALONGSIDE_ORIGIN", "http://desk.localhost:8000")
# Where a point of contact of a partner comes in: what the desk writes into their link.
WORKSPACE_ORIGIN = env.text("ALONGSIDE_WORKSPACE_ORIGIN", "http://partner.localhost:8002")
ALLOWED_HOSTS = env.text("ALONGSIDE_HOSTS", "desk.localhost").split(",")
CSRF_TRUSTED_ORIGINS = [ORIGIN]
ROOT_URLCONF = f"alongside.project.urls_{DOOR}"
WSGI_APPLICATION = "alongside.project.wsgi.application"

# The rooms, from the ground up: the floors that the import contracts in pyproject.toml hold.
_CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
ROOMS = [room.strip() for floor in reversed(_CONTRACTS[0]["layers"]) for room in floor.split("|")]
INSTALLED_APPS = [
    *[f"alongside.{room}" for room in ROOMS],
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "alongside.project.telling.TellingMiddleware",
    "alongside.project.headers.HeadersMiddleware",
    "alongside.project.telling.EarlyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "alongside.project.hosts.HostMiddleware",
    "alongside.project.headers.CompressMiddleware",
    "alongside.access.tries.WaitMiddleware",
    "alongside.access.middleware.WallMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "alongside.project.limits.LimitsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alongside.access.middleware.ActorMiddleware",
    "alongside.drafts.sent_once.SentOnceMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
_around_every_page = [
    "django.template.context_processors.request",
    "django.contrib.messages.context_processors.messages",
    "alongside.project.frames.frame",
    "alongside.project.limits.room",
]
# Pages stand in `templates/<room>/`, or, moved to Jinja2, in `jinja2/<room>/`; no page stands in both (ADR 0046).
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": _around_every_page,
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "alongside.ui.templatetags.ui",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [*_around_every_page, "alongside.ui.frame.token_of_forms"],
            "environment": "alongside.ui.jinja.environment",
            "extensions": ["jinja2.ext.i18n"],
            "undefined": StrictUndefined,  # a name that nobody gave is a fault, not an empty place
            "autoescape": True,
            "lstrip_blocks": True,
            "auto_reload": False,
            "cache_size": -1,  # each page is compiled once in a process and kept
        },
    },
]
FORM_RENDERER = "alongside.ui.forms.Renderer"

_passwords = KEYS.role_passwords()
_connection = env.database(env.text("ALONGSIDE_DATABASE"), DATABASE_ROLE, _passwords.get(DATABASE_ROLE))
DATABASES = {"default": _connection, "ledger": dict(_connection)}
LEDGER = "default" if MODE == "test" else "ledger"  # a test counts inside its own transaction
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "alongside.access.ledger.Ledger"}}

# Accounts -------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "access.Account"
BACKENDS = {
    "desk": "alongside.access.backends.StaffBackend",
    "workspace": "alongside.access.backends.PartnerBackend",
}
AUTHENTICATION_BACKENDS = [BACKENDS[DOOR]]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "alongside.access.adapters.AccountAdapter"
MFA_ADAPTER = "alongside.access.adapters.FactorAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Ours take the place of these: by account and by client address, and nobody is shut out (access/tries.py).
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None, "reauthenticate": None}
MFA_RATE_LIMITS = {"webauthn_login": None}  # a passkey cannot be guessed
MFA_FORMS = {
    "authenticate": "alongside.access.forms.CodeForm",
    "reauthenticate": "alongside.access.forms.CodeAgainForm",
}
# Proxies in front of this door that each write down whom they were asked by (X-Forwarded-For).
TRUSTED_PROXIES = env.number("ALONGSIDE_TRUSTED_PROXIES", 0)
# Whether this door is reached from this machine alone, as ./run serves it: then a wrong address leads to the right one.
ON_THIS_MACHINE = (
    env.is_loopback(env.optional("ALONGSIDE_BIND"))
    and env.is_loopback(urlsplit(ORIGIN).hostname or "")
    and not TRUSTED_PROXIES
)
# And whether it is the demo, in the folder that was filled with it: then cards open it (project/demo/cards.py).
DEMO_CARDS = (
    MODE == "demo" and ON_THIS_MACHINE and DATABASE_ROLE == DOOR and mark.fits(DATA, DOOR, SECRET_KEY)
)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# At the partner's door even the name of the program says nothing.
MFA_TOTP_ISSUER = "Alongside" if DOOR == "desk" else "Shared page"
MFA_TOTP_TOLERANCE = 1  # phones whose clock is half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ORIGIN.startswith("http://")
IDLE_SECONDS = 15 * 60

SESSION_ENGINE = "alongside.access.session_store"
SESSION_COOKIE_NAME = f"{DOOR}_session"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{DOOR}_token"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # like every other, it goes with the browser
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "alongside.ui.held.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ORIGIN.startswith("https://")
# Django's message cookie has one name at every door; the session keeps them apart.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ORIGIN.startswith("https://") else None
APPEND_SLASH = False
# So much is read, so that the words of what is too much (see limits.py) can be given back.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# A large upload waits in memory while it is read, where the system has such a place, and never on a disk. ./run
# names a folder in memory as the one for what is laid aside.
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - its files are ours alone, and their names cannot be guessed
_OWN = env.folder("TMPDIR")
FILE_UPLOAD_TEMP_DIR = _OWN if _OWN or not IN_MEMORY.is_dir() else IN_MEMORY

# Mail, where an agency has a server for it: ALONGSIDE_SMTP=smtp://user:password@host:587 ----------------------
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
_mail = env.mail_server(env.optional("ALONGSIDE_SMTP"))
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS, EMAIL_USE_SSL = _mail
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.optional("ALONGSIDE_MAIL_FROM") or "no-reply@localhost"

# Language and time ----------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
ADDED = tongues.added(ROOT / "locale")
LANGUAGES = [("en", _("English")), ("es", _("Spanish")), *ADDED]
LANGUAGES_BIDI = [*global_settings.LANGUAGES_BIDI, *tongues.from_right_to_left(ADDED)]
LANGUAGE_COOKIE_NAME = f"{DOOR}_language"
FIND_KEY_COOKIE_NAME = f"{DOOR}_find_key"
LOCALE_PATHS = [ROOT / "build" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.text("ALONGSIDE_TIME_ZONE", "America/Chicago")

# Static files ---------------------------------------------------------------------------------------------
STATIC_URL = "/s/"
STATIC_ROOT = ROOT / "build" / "static"
STATICFILES_DIRS = [ROOT / "build" / "assets"]
FONTS = ROOT / "build" / "fonts"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# A sign-in name is unique per door and without regard to case: a constraint holds it, not the field.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
# "requests" tells a line of each answer, "errors" only what goes wrong (see telling.py).
LOG = env.one_of("ALONGSIDE_LOG", ("requests", "errors"), "requests" if MODE == "production" else "errors")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "alongside.project.telling.Lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "alongside.requests": {"level": "INFO" if LOG == "requests" else "WARNING"},
        "alongside.house": {"level": "INFO"},
    },
}
# A folder on the disk that holds the database, where that is this machine's.
DISK = env.folder("ALONGSIDE_DISK")
# Where the web processes of one machine write their numbers down for one another (see numbers.py).
NUMBERS = env.folder("ALONGSIDE_NUMBERS")
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
