"""Answers about credit given to customers."""

import datetime as dt
from typing import Annotated, Literal, get_args

from pydantic import Field

from reports.shapes import Id, Language, Money, OneOf, Shape, Weekday
from sales.models import REMINDER_TYPES

MessageType = Annotated[str, OneOf(REMINDER_TYPES)]
Direction = Literal["INCREASING", "STABLE", "DECREASING"]
DIRECTIONS = get_args(Direction)
"""The same for the page of the API."""


class AssessedCustomer(Shape):
    id: Id
    name: str
    current_limit: float | None
    requested_limit: float


class CreditAdvice(Shape):
    action: Literal["APPROVE_FULL", "APPROVE_PARTIAL", "DENY", "REQUIRE_MORE_INFO"]
    suggested_limit: float
    suggested_terms_days: int
    confidence: float = Field(description="From 0 to 1: the weight of the customer's own history.")


class ComparableCustomers(Shape):
    customers: int
    similar_approved_limit_avg: float | None
    default_rate_for_similar_profile: str | None


class CreditAnalysis(Shape):
    positive_factors: list[str]
    risk_factors: list[str]
    comparable_customers: ComparableCustomers


class ScorecardLine(Shape):
    factor: Literal["timeliness", "delinquency", "punctuality", "utilisation", "trend", "regularity", "tenure"]
    value: str
    points: float
    max_points: float = Field(description="0 for what is told and carries no weight.")


class CreditAssessment(Shape):
    """Whether to give credit and how much: advice, which a person decides on."""

    customer: AssessedCustomer
    risk_score: int | None
    risk_level: Literal["LOW", "MEDIUM", "HIGH", "VERY_HIGH"] | None
    grade: Literal["A", "B", "C", "D", "E"] | None
    recommendation: CreditAdvice
    analysis: CreditAnalysis
    conditions: list[str]
    explanation: str
    scorecard: list[ScorecardLine]
    knock_outs: list[Literal["hold", "very_late", "broken_promise"]]
    shop_median_score: float | None
    advice_only: Literal[True]


class CollectionSummary(Shape):
    total_overdue_customers: int
    total_overdue_amount: Money
    prioritized_count: int
    prioritized_amount: Money
    potential_recovery_30_days: Money
    as_of: dt.date


class Debtor(Shape):
    id: Id
    name: str
    outstanding_balance: Money
    overdue_amount: Money
    days_overdue: int
    credit_limit: Money | None


class SuggestedPlan(Shape):
    down_payment: float
    installments: int
    installment_amount: float
    frequency: Literal["weekly"]


class CollectionInsights(Shape):
    collection_likelihood: Literal["HIGH", "MEDIUM", "LOW"]
    recommended_approach: Literal["FRIENDLY", "FIRM_BUT_PROFESSIONAL", "ESCALATE_TO_FORMAL"]
    contact_today: bool
    reasoning: str
    talking_points: list[str]
    suggested_payment_plan: SuggestedPlan | None


class BuyingProfile(Shape):
    total_lifetime_purchases: Money
    average_payment_days: int | None
    previous_overdue_count: int
    last_purchase_date: dt.date | None
    purchase_frequency: Literal["INCREASING", "STABLE", "DECLINING"]


class CollectionCase(Shape):
    rank: int
    urgency: Literal["CRITICAL", "HIGH", "MEDIUM", "LOW"]
    priority: float
    customer: Debtor
    ai_insights: CollectionInsights
    customer_profile: BuyingProfile
    next_steps: list[str]


class NamedCustomer(Shape):
    id: Id
    name: str


class NotAskedToday(Shape):
    customer: NamedCustomer
    overdue_amount: Money
    reason: str
    until: dt.date | None


class CollectionHabits(Shape):
    best_collection_days: list[Weekday]
    best_contact_times: list[str]
    average_recovery_time: str | None
    success_rate_with_payment_plans: str | None


class CollectionPriority(Shape):
    """Whom to ask for money first."""

    summary: CollectionSummary
    priority_list: list[CollectionCase]
    not_asked_today: list[NotAskedToday]
    strategic_insights: CollectionHabits
    message: str


class FollowUpSchedule(Shape):
    next_reminder: dt.date
    escalation_date: dt.date
    final_notice_date: dt.date


class WrittenMessage(Shape):
    subject: str
    body: str
    sms_version: str
    whatsapp_version: str
    follow_up_schedule: FollowUpSchedule


class MessageCustomer(Shape):
    id: Id


class MessageInvoice(Shape):
    invoice_id: str
    amount: Money
    due_date: dt.date
    days_overdue: int


class CollectionMessage(Shape):
    """A reminder to a customer; `message` is null where nothing is overdue, and `notices` say so."""

    customer: MessageCustomer
    message_type: MessageType
    message_type_requested: MessageType
    language: Language
    notices: list[str]
    total_overdue: Money
    message: WrittenMessage | None
    cultural_notes: list[str]
    sms_segments: int
    whatsapp_link: str | None
    invoices: list[MessageInvoice] | None = None
    payment_plan: SuggestedPlan | None = None
    reviewed_translation: bool | None = None


class PredictedCustomer(Shape):
    id: Id
    name: str
    outstanding_invoices: int
    total_due: Money


class PaymentForecast(Shape):
    """When one invoice will be paid; without a date, `prediction_reasoning` says why."""

    invoice_id: str
    id: Id
    amount: Money
    due_date: dt.date | None
    days_overdue: int
    disputed: bool
    predicted_payment_date: dt.date | None
    interval: list[dt.date] | None = Field(description="The earliest and the latest likely day.")
    confidence: float | None
    prediction_reasoning: str
    recommended_action: str


class PaymentPattern(Shape):
    average_payment_day_after_due: int | None
    payment_consistency: Literal["HIGH", "MEDIUM", "LOW", "UNKNOWN"]
    preferred_payment_days: list[Weekday]
    monthly_cash_flow_cycle: str | None
    seasonality: str | None
    settled_invoices: int


class PaymentPrediction(Shape):
    customer: PredictedCustomer
    predictions: list[PaymentForecast]
    payment_pattern_analysis: PaymentPattern
    message: str


class PortfolioHealth(Shape):
    overall_score: int | None
    status: Literal["EXCELLENT", "GOOD", "MODERATE_RISK", "HIGH_RISK", "CRITICAL"] | None
    trend: Literal["IMPROVING", "STABLE", "DETERIORATING"] | None
    previous_score: int | None


class PortfolioFigures(Shape):
    total_credit_extended: Money
    total_outstanding: Money
    overdue_amount: Money
    overdue_percentage: float | None
    average_collection_days: int | None
    default_risk_amount: Money
    utilization_percentage: float | None
    customers_owing: int
    customers_overdue: int


class PortfolioRisk(Shape):
    risk: str
    amount: Money
    customers: int
    action: str


class PortfolioOpportunity(Shape):
    opportunity: str
    potential_revenue: str
    customers: int
    action: str


class PortfolioTrends(Shape):
    payment_days_trend: Direction
    utilization_trend: Direction
    default_rate_trend: Direction
    explanation: str


class PortfolioInsights(Shape):
    biggest_risks: list[PortfolioRisk]
    opportunities: list[PortfolioOpportunity]
    trends: PortfolioTrends


class TopDebtor(Shape):
    id: Id
    name: str
    outstanding_balance: Money
    days_overdue: int


class PortfolioDashboard(Shape):
    """How healthy the credit given to customers is."""

    portfolio_health: PortfolioHealth
    ai_executive_summary: str
    key_metrics: PortfolioFigures
    ai_insights: PortfolioInsights
    recommendations: list[str]
    top_debtors: list[TopDebtor]


class AlertExplanation(Shape):
    risk_explanation: str
