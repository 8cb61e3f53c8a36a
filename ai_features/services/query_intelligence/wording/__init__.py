"""Results in words, without a model: the answer in slots, the plan in words, pictures, sources, what to ask next."""

from ai_features.services.query_intelligence.wording.follow_ups import next_questions
from ai_features.services.query_intelligence.wording.plans import plan_in_model_words, plan_in_words
from ai_features.services.query_intelligence.wording.sentences import notes, tell
from ai_features.services.query_intelligence.wording.tables import data, sources, visualizations

__all__ = [
    "data", "next_questions", "notes", "plan_in_model_words", "plan_in_words", "sources", "tell",
    "visualizations",
]  # fmt: skip
