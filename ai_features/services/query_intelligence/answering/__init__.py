"""From a plan to its answer: the figures, then the words, data and pictures made of them."""

from ai_features.services.query_intelligence.answering.following import going_on, next_questions
from ai_features.services.query_intelligence.answering.notes import notes
from ai_features.services.query_intelligence.answering.pictures import visualizations
from ai_features.services.query_intelligence.answering.plans import plan_in_model_words, plan_in_words
from ai_features.services.query_intelligence.answering.result import Result, Row
from ai_features.services.query_intelligence.answering.running import TooSlow, run
from ai_features.services.query_intelligence.answering.tables import data, kind_of_question, sources
from ai_features.services.query_intelligence.answering.telling import tell
from ai_features.services.query_intelligence.answering.why import drivers

__all__ = [
    "Result",
    "Row",
    "TooSlow",
    "data",
    "drivers",
    "going_on",
    "kind_of_question",
    "next_questions",
    "notes",
    "plan_in_model_words",
    "plan_in_words",
    "run",
    "sources",
    "tell",
    "visualizations",
]
