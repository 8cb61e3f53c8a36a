"""How the API answers, how often it may be asked, and how it describes itself."""

from app import casts
from app.environment import DEBUG, read

ACCOUNT_RATES = {
    "login": read("LOGIN_RATE", casts.rate, "10/min"),  # from one network address
    "login_pair": "30/hour",  # on one account from one address
    "login_strangers": "10/hour",  # addresses that try one account and never got in
    "register": "20/hour",
    "invite": "20/hour",
    "invite_address": "60/hour",
    "invite_business": "50/day",
    "invited": "5/day",  # to one email, whoever invites
    "forgot": "10/hour",
    "forgot_email": "3/hour",
    "link": "30/hour",
    "password": "10/hour",
    "code": "10/hour",
    "verify": "5/hour",
    "upload": read("UPLOAD_RATE", casts.rate, "30/hour"),  # by one user
    "upload_address": "120/hour",
    "photo": "200/hour",  # by one user
    "photo_address": "600/hour",
    "customer_message": "500/day",  # receipts and statements that one business sends by SMS and email
    "supplier_mail": "100/day",  # orders emailed by one business
    "report": read("REPORT_RATE", casts.rate, "120/min"),  # by one user
    "report_address": "600/min",
}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["accounts.permissions.IsMember"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["common.parsers.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "common.api.Page",
    "DEFAULT_FILTER_BACKENDS": [
        "django_filters.rest_framework.DjangoFilterBackend",
        "common.api.Search",
        "common.api.Ordering",
    ],
    "DEFAULT_SCHEMA_CLASS": "app.openapi.schema.ApiSchema",
    "DEFAULT_THROTTLE_RATES": ACCOUNT_RATES,
    "EXCEPTION_HANDLER": "app.api_errors.exception_handler",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "URL_FORMAT_OVERRIDE": None,
    "COERCE_DECIMAL_TO_STRING": True,
    "NUM_PROXIES": read("NUM_PROXIES", casts.whole, 0 if DEBUG else 1),
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Point of sale for Ghana, with answers",
    "DESCRIPTION": "The shop's data, its reports, and AI features paid for with prepaid credits.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["app.docs.MayRead"],
    "SERVE_AUTHENTICATION": ["app.docs.AdminSession"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "SERVERS": [{"url": "/", "description": "The server that this page comes from."}],
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enums", "app.openapi.hooks.finish"],
    "ENUM_NAME_OVERRIDES": {
        "PurchasePackageEnum": "ai_features.models.AICreditPurchase.Package",
        "DirectionEnum": "ai_features.shapes.credit.DIRECTIONS",
        "AiFeatureEnum": "ai_features.serializers.fields.FEATURES",
        "UnavailableReasonEnum": "ai_features.serializers.fields.UNAVAILABLE",
        "PurchaseStatusEnum": "ai_features.models.AICreditPurchase.Status",
        "ChosenPlanEnum": "ai_features.serializers.plans.CHOICES",
        "ImportStatusEnum": "common.imports.ImportJob.Status",
        "OrderChannelEnum": "inventory.models.PurchaseOrder.Channel",
        "SupplierBillKindEnum": "inventory.models.SupplierBill.Kind",
        "SupplierPaymentMethodEnum": "inventory.models.SupplierPayment.Method",
        "FigureKindEnum": "reports.visualizations.KINDS",
        "LanguageEnum": "sales.models.Customer.Language",
        "SaleKindEnum": "sales.models.Sale.Kind",
        "SaleStatusEnum": "sales.queries.SALE_STATUSES",
        "MoneyKindEnum": "sales.models.Payment.Kind",
        "TillEventKindEnum": "sales.models.TillEvent.Kind",
        "TillMovementKindEnum": "sales.models.TillMovement.Kind",
        "TillPaymentMethodEnum": "sales.models.Payment.Method",
        "MoneyMethodEnum": "sales.serializers.sales.MONEY_METHODS",
        "AutomationKindEnum": "ai_features.models.proposals.AUTOMATED",
        "SendingChannelEnum": "sales.services.sending.Channel",
        "ContactChannelEnum": "sales.models.CollectionNote.Channel",
        "MessageChannelEnum": "ai_features.serializers.proposals.CHANNELS",
        "CreditAlertSeverityEnum": "ai_features.models.CreditAlert.Severity",
        "LossAlertSeverityEnum": "ai_features.models.LossAlert.Severity",
        "ProposalKindEnum": "ai_features.models.Proposal.Kind",
        "ProposalStateEnum": "ai_features.models.Proposal.State",
        "ReminderToneEnum": "ai_features.features.credit.collection_message.TONES",
        "DescriptionToneEnum": "ai_features.features.selling.product_description.TONES",
        "AlertTypeEnum": "ai_features.models.AIUsageAlert.Type",
        "CategoryEnum": "sales.models.ExpenseCategory",
        "ChangeWayEnum": "reports.catalogue.change.WAYS",
        "CreditAlertTypeEnum": "ai_features.features.credit.credit_alert.TYPES",
        "DriverKindEnum": "reports.shapes.DRIVER_KINDS",
        "LossAlertTypeEnum": "ai_features.features.reports.loss_alert.TYPES",
        "LossSignalEnum": "reports.losses.signals.SIGNALS",
        "LotSourceEnum": "ai_features.models.CreditLot.Source",
        "MessageTypeEnum": "sales.models.REMINDER_TYPES",
        "MetricEnum": "reports.metrics.METRICS",
        "MonthEnum": "reports.habits.MONTHS",
        "PriceTierEnum": "sales.models.PriceTier",
        "TrendDirectionEnum": ["up", "down", "stable"],
        "WeekdayEnum": "reports.habits.WEEKDAYS",
    },
}
