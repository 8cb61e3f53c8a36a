"""The project's settings without limits of how often somebody may ask, which would keep requests from getting far."""

from app.api_settings import ACCOUNT_RATES, REST_FRAMEWORK
from app.settings import *  # noqa: F403

OFTEN = "1000000/min"
ACCOUNT_RATES = dict.fromkeys(ACCOUNT_RATES, OFTEN)
REST_FRAMEWORK = REST_FRAMEWORK | {"DEFAULT_THROTTLE_RATES": ACCOUNT_RATES}
