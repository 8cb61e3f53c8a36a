"""Every setting, read from the environment once. `.env.example` explains each variable."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from app import casts
from app.admin_menu import MENU
from app.api_settings import ACCOUNT_RATES as ACCOUNT_RATES
from app.api_settings import REST_FRAMEWORK as REST_FRAMEWORK
from app.api_settings import SPECTACULAR_SETTINGS as SPECTACULAR_SETTINGS
from app.environment import BASE_DIR, DATABASE_URL, DEBUG, env, read, secret

# --- The frame -----------------------------------------------------------------------------

SECRET_KEY = secret("SECRET_KEY", "development-only-key-that-signs-nothing-of-value-0123456789")
ALLOWED_HOSTS = read("ALLOWED_HOSTS", casts.words, ["localhost", "127.0.0.1", "[::1]", "testserver"] if DEBUG else [])
if not DEBUG and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is missing: outside DEBUG name the hosts this server answers for")
FRONTEND_URL = read("FRONTEND_URL", str, "http://localhost:5173").rstrip("/")

INSTALLED_APPS = [
    "unfold",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "corsheaders",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "knox",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_prometheus",
    "django_tasks",
    "django_tasks_db",
    "accounts",
    "inventory",
    "sales",
    "reports",
    "ai_features.apps.AiFeaturesConfig",
    "app.apps.AppConfig",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "app.middleware.RequestContextMiddleware",
    "app.middleware.CompressionMiddleware",
    "app.middleware.BrowserRulesMiddleware",
    "app.middleware.ApiNotFoundMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "app.urls"
WSGI_APPLICATION = "app.wsgi.application"
ASGI_APPLICATION = "app.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "app" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# --- Data ------------------------------------------------------------------------------------

DATABASE_POOL_SIZE = read("DATABASE_POOL_SIZE", casts.positive, 20)
DATABASE_WAIT_SECONDS = read("DATABASE_WAIT_SECONDS", casts.whole, 0)

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
_POSTGRESQL = {
    "connect_timeout": 2,
    "tcp_user_timeout": 10_000,
    "options": "-c jit=off",  # no page's query runs long enough to earn back the second that compiling takes
}


def _database() -> dict[str, Any]:
    found: dict[str, Any] = env.db_url_config(DATABASE_URL or f"sqlite:///{BASE_DIR / 'db.sqlite3'}")
    on_sqlite = found["ENGINE"].endswith("sqlite3")
    found["OPTIONS"] = (_SQLITE if on_sqlite else {**_POSTGRESQL, "pool": _pool()}) | found.get("OPTIONS", {})
    found["CONN_HEALTH_CHECKS"] = not on_sqlite
    found["DISABLE_SERVER_SIDE_CURSORS"] = read("DATABASE_BEHIND_PGBOUNCER", casts.truth, False)
    return found


def _pool() -> dict[str, Any]:
    """Wait briefly for a connection, and try again soon after the server was away."""
    from common.postgres import bounded

    return {
        "min_size": 1,
        "max_size": DATABASE_POOL_SIZE,
        "timeout": 2.5,
        "reconnect_timeout": 10,
        "connection_class": bounded(DATABASE_WAIT_SECONDS),
    }


DATABASES = {"default": _database()}
REDIS_URL = read("REDIS_URL", str, "")


def redis_cache(url: str) -> dict[str, Any]:
    """The cache in Redis: JSON, never pickles, which would run what somebody planted there."""
    quick = {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1}
    return {
        "BACKEND": "common.resilient_cache.ResilientRedisCache",
        "LOCATION": url,
        "KEY_PREFIX": "pos",
        "OPTIONS": quick | {"SERIALIZER": "app.cache.PlainSerializer"},
    }


_IN_PROCESS = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
CACHES: dict[str, Any] = {"default": redis_cache(REDIS_URL) if REDIS_URL else _IN_PROCESS}
SILENCED_SYSTEM_CHECKS = [] if DATABASE_URL else ["models.W040", "models.W047"]  # covering indexes; nulls as one value
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if read("TASKS_IN_WORKER", casts.truth, not DEBUG)
        else "django_tasks.backends.immediate.ImmediateBackend",
        "QUEUES": ["default"],
    }
}

# --- People ----------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
] + [{"NAME": "accounts.passwords.ShapeValidator"}]
KNOX_TOKEN_MODEL = "knox.AuthToken"
REST_KNOX = {
    "TOKEN_TTL": timedelta(days=read("TOKEN_DAYS", casts.positive, 30)),
    "TOKEN_LIMIT_PER_USER": None,
    "AUTO_REFRESH": False,
    "AUTH_HEADER_PREFIX": "Token",
}
TOKEN_LONGEST_DAYS = read("TOKEN_LONGEST_DAYS", casts.positive, 365)
OTP_TOTP_ISSUER = "POS for Ghana"
PASSWORD_LINK_HOURS = read("PASSWORD_LINK_HOURS", casts.positive, 1)
EMAIL_LINK_HOURS = read("EMAIL_LINK_HOURS", casts.positive, 72)
ADMIN_SECOND_FACTOR = read("ADMIN_SECOND_FACTOR", casts.truth, False)
ON_EMAIL_VERIFIED = "ai_features.services.billing.trials.grant_waiting"
API_DOCS_OPEN = read("API_DOCS_OPEN", casts.truth, DEBUG)
CORS_ALLOWED_ORIGINS = read("CORS_ALLOWED_ORIGINS", casts.words, [FRONTEND_URL])
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-type",
    "idempotency-key",
    "x-business-id",
    "x-request-id",
    "x-csrftoken",
    "traceparent",
    "tracestate",
    "baggage",
    "sentry-trace",
]
CORS_EXPOSE_HEADERS = ["content-disposition", "idempotent-replayed", "retry-after", "x-request-id"]

# --- The admin ---------------------------------------------------------------------------------

UNFOLD = {
    "SITE_TITLE": "POS staff",
    "SITE_HEADER": "POS staff",
    "LOGIN": {"form": "accounts.admin_log_in.LogInForm"},
    "SIDEBAR": {
        "show_search": True,
        "show_all_applications": True,
        "navigation": MENU,
    },
    "DASHBOARD_CALLBACK": "ai_features.admin.home.with_what_needs_a_hand",
}

# --- Place, time, language ---------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Africa/Accra"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
WHITENOISE_ROOT = BASE_DIR / "web" / "dist"
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+-[\w-]{8}\.(js|css)$|\.[0-9a-f]{12}\."  # their names change with them
STORAGES = {
    "default": read("STORAGE_URL", casts.storage, {"BACKEND": "common.uploads.Folder"}),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "common.uploads.TemporaryFiles",
]
MEDIA_ROOT = BASE_DIR / "media"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- Outside DEBUG the connection is encrypted ---------------------------------------------------

if not DEBUG:
    SECURE_SSL_REDIRECT = read("SECURE_SSL_REDIRECT", casts.truth, True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = read("CSRF_TRUSTED_ORIGINS", casts.words, [])

# --- Logs and errors -----------------------------------------------------------------------------

LOG_LEVEL = read("LOG_LEVEL", str, "INFO")
LOGGING_CONFIG = "app.logs.configure"
LOG_FORMAT = read("LOG_FORMAT", casts.log_format, "text" if DEBUG else "json")
LOGGING = {"level": LOG_LEVEL, "json": LOG_FORMAT == "json"}
SENTRY_DSN = read("SENTRY_DSN", str, "")
METRICS_TOKEN = read("METRICS_TOKEN", str, "")

# --- AI features ---------------------------------------------------------------------------------

AI_FEATURES_ENABLED = read("AI_FEATURES_ENABLED", casts.truth, True)
OPENAI_API_KEY = read("OPENAI_API_KEY", str, "")
OPENAI_BASE_URL = read("OPENAI_BASE_URL", str, "https://api.openai.com/v1")
OPENAI_ORGANIZATION = read("OPENAI_ORGANIZATION", str, "")
AI_PROVIDER = read("AI_PROVIDER", str, "openai" if OPENAI_API_KEY else ("offline" if DEBUG else ""))
if AI_PROVIDER not in ("openai", "offline"):
    raise ImproperlyConfigured(
        "OPENAI_API_KEY is missing: set it, or AI_PROVIDER=offline to answer without a model"
        if not AI_PROVIDER
        else f"AI_PROVIDER has a value that cannot be used: {AI_PROVIDER!r} is neither openai nor offline"
    )
AI_MODELS = {
    "cheap": read("AI_MODEL_CHEAP", str, "gpt-6-luna"),
    "standard": read("AI_MODEL_STANDARD", str, "gpt-6-luna"),
    "advanced": read("AI_MODEL_ADVANCED", str, "gpt-6.1-terra"),
}
AI_TRANSCRIBE_MODEL = read("AI_TRANSCRIBE_MODEL", str, "gpt-transcribe")
AI_TRANSCRIBE_USD_PER_HOUR = read("AI_TRANSCRIBE_USD_PER_HOUR", casts.amount, Decimal("0.27"))
AI_MODEL_PRICES = read("AI_MODEL_PRICES", "json", {})
AI_MODEL_SUPPORT: dict[str, Any] = read("AI_MODEL_SUPPORT", "json", {})
TIKTOKEN_CACHE_DIR = read("TIKTOKEN_CACHE_DIR", str, "")
AI_TIMEOUTS = {
    "cheap": read("AI_TIMEOUT_CHEAP", casts.positive, 25),
    "standard": read("AI_TIMEOUT_STANDARD", casts.positive, 45),
    "advanced": read("AI_TIMEOUT_ADVANCED", casts.positive, 60),
}
AI_STREAM_DROPS_PER_HOUR = read("AI_STREAM_DROPS_PER_HOUR", casts.whole, 5)
AI_BREAKER_FAILURES = read("AI_BREAKER_FAILURES", casts.whole, 5)
AI_BREAKER_SECONDS = read("AI_BREAKER_SECONDS", casts.positive, 30)
AI_RATE_LIMITS = {
    "requests_per_minute": read("AI_REQUESTS_PER_MINUTE", casts.positive, 10),
    "requests_per_hour": read("AI_REQUESTS_PER_HOUR", casts.positive, 100),
    "requests_per_day": read("AI_REQUESTS_PER_DAY", casts.positive, 500),
}
AI_BUDGET_CAPS = {
    "per_business_daily": read("AI_BUDGET_BUSINESS_DAILY", casts.amount, Decimal("10")),
    "per_business_monthly": read("AI_BUDGET_BUSINESS_MONTHLY", casts.amount, Decimal("200")),
    "platform_monthly": read("AI_BUDGET_PLATFORM_MONTHLY", casts.amount, Decimal("10000")),
}
AI_CACHE_DURATIONS: dict[str, int] = read("AI_CACHE_DURATIONS", "json", {})
AI_FREE_TRIAL_CREDITS = read("AI_FREE_TRIAL_CREDITS", casts.amount, Decimal("10"))
AI_CREDITS_EXPIRY_MONTHS = read("AI_CREDITS_EXPIRY_MONTHS", casts.whole, 6)
AI_HOLD_SECONDS = read("AI_HOLD_SECONDS", casts.positive, 300)
AI_USD_TO_GHS = read("AI_USD_TO_GHS", casts.amount, Decimal("16.00"))
CLOCK_DRIFT_SECONDS = read("CLOCK_DRIFT_SECONDS", casts.whole, 300)
CLOCK_LEAP_HOURS = read("CLOCK_LEAP_HOURS", casts.whole, 48)
JOBS_PING_URL = read("JOBS_PING_URL", str, "")
AI_LOW_BALANCE_THRESHOLD = read("AI_LOW_BALANCE_THRESHOLD", casts.amount, Decimal("10"))
AI_COST_ALERT_THRESHOLD = read("AI_COST_ALERT_THRESHOLD", casts.amount, Decimal("100"))
AI_SENTENCE_MODEL = read("AI_SENTENCE_MODEL", casts.truth, False)
AI_TEXT_RETENTION_DAYS = read("AI_TEXT_RETENTION_DAYS", casts.positive, 90)

# --- Payments --------------------------------------------------------------------------------------

PAYSTACK_BASE_URL = read("PAYSTACK_BASE_URL", str, "https://api.paystack.co").rstrip("/")
PAYSTACK_SECONDS = read("PAYSTACK_SECONDS", float, 20.0)
PAYSTACK_SECRET_KEY = read("PAYSTACK_SECRET_KEY", str, "")
PAYSTACK_PUBLIC_KEY = read("PAYSTACK_PUBLIC_KEY", str, "")
PAYMENT_CALLBACK_ORIGINS = read("PAYMENT_CALLBACK_ORIGINS", casts.words, [FRONTEND_URL])
AI_TAXES: list[dict[str, Any]] = read(
    "AI_TAXES", casts.taxes, casts.taxes('[{"name": "VAT", "rate": 15}, {"name": "NHIL", "rate": 2.5}]')
)
INVOICE_SELLER = {
    "name": read("INVOICE_SELLER_NAME", str, "POS for Ghana"),
    "address": read("INVOICE_SELLER_ADDRESS", str, "Accra, Ghana"),
    "tin": read("INVOICE_SELLER_TIN", str, ""),
}

# --- Messages ------------------------------------------------------------------------------------

_MAIL = read("EMAIL_URL", "email_url", {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"})
EMAIL_BACKEND = _MAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _MAIL.get("EMAIL_HOST") or "localhost", _MAIL.get("EMAIL_PORT") or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.get("EMAIL_HOST_USER") or "", _MAIL.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_TLS", False), _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = read("DEFAULT_FROM_EMAIL", str, "POS for Ghana <no-reply@localhost>")
STAFF_EMAIL = read("STAFF_EMAIL", str, "")
SUPPORT_EMAIL = read("SUPPORT_EMAIL", str, STAFF_EMAIL)
SMS_GATEWAY = read("SMS_GATEWAY", casts.sms_gateway, "console")
SMS_SENDER = read("SMS_SENDER", str, "POSGhana")
SMS_SECONDS = read("SMS_SECONDS", float, 15.0)
ARKESEL_API_KEY = read("ARKESEL_API_KEY", str, "")
ARKESEL_BASE_URL = read("ARKESEL_BASE_URL", str, "https://sms.arkesel.com").rstrip("/")
SMS_REPORTS_URL = read("SMS_REPORTS_URL", str, "")
WHATSAPP_TOKEN = read("WHATSAPP_TOKEN", str, "")
WHATSAPP_PHONE_ID = read("WHATSAPP_PHONE_ID", str, "")
WHATSAPP_BASE_URL = read("WHATSAPP_BASE_URL", str, "https://graph.facebook.com/v23.0").rstrip("/")
WHATSAPP_APP_SECRET = read("WHATSAPP_APP_SECRET", str, "")
WHATSAPP_VERIFY_TOKEN = read("WHATSAPP_VERIFY_TOKEN", str, "")
WHATSAPP_SECONDS = read("WHATSAPP_SECONDS", float, 15.0)
if SMS_GATEWAY == "arkesel" and not ARKESEL_API_KEY:
    raise ImproperlyConfigured("ARKESEL_API_KEY is missing: SMS_GATEWAY=arkesel needs it")
