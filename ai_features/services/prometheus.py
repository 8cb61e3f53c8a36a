"""What Prometheus counts of AI features. No label names a business or a person."""

from prometheus_client import Counter, Gauge, Histogram

requests = Counter("ai_requests_total", "AI requests by how they ended.", ["feature", "outcome"])
request_seconds = Histogram(
    "ai_request_seconds",
    "From request to answer.",
    ["feature"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 120, 300),
)
refusals = Counter(
    "ai_refusals_total", "Requests refused before a model was asked, by error code.", ["feature", "code"]
)
tokens = Counter("ai_tokens_total", "Tokens, by direction: in, cached, out.", ["feature", "model", "direction"])
cost = Counter("ai_model_cost_ghs_total", "What the models cost us, in GHS.", ["feature", "model"])
credits = Counter("ai_credits_total", "Credits charged.", ["feature"])
model_seconds = Histogram(
    "ai_model_seconds", "One call to a model.", ["model"], buckets=(0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60)
)
model_failures = Counter("ai_model_failures_total", "Calls that brought no answer, by reason.", ["reason"])
circuits_open = Gauge(
    "ai_model_circuit_open", "1 while a process leaves the model alone.", ["model"], multiprocess_mode="livemax"
)
misunderstood = Counter(
    "ai_questions_misunderstood_total", "Questions reported as misunderstood; whether credits returned.", ["credits"]
)
bad_replies = Counter("ai_bad_replies_total", "Answers that failed their checks, by kind.", ["feature", "kind"])
in_flight = Gauge("ai_requests_in_flight", "AI requests with an open hold.", ["feature"], multiprocess_mode="livesum")
