// Generated from the API's description by `make client`. Do not edit.

export type paths = {
    "/accounts/api/audit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what and when, the latest first
         * @description For views: `self.caller`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/business/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The business
         * @description For views: `self.caller`.
         */
        get: operations["getBusiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the business
         * @description For views: `self.caller`.
         */
        patch: operations["updateBusiness"];
        trace?: never;
    };
    "/accounts/api/email/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an email by its link
         * @description For people who have no token yet; an old one they still send does not matter.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/export/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Copies of the data */
        get: operations["listExports"];
        put?: never;
        /** Ask for a copy of everything, or of one customer's data */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/export/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One copy */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/export/{id}/download/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file: a zip of CSV tables */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/invitations/accept/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a business and log in
         * @description For people who have no token yet; an old one they still send does not matter.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/invitations/look/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whose invitation it is
         * @description For people who have no token yet; an old one they still send does not matter.
         */
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/login/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in on one more device
         * @description For people who have no token yet; an old one they still send does not matter.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/logout-all/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out on every device
         * @description For a user, whatever the business.
         */
        post: operations["logoutAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/logout/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out on this device
         * @description For a user, whatever the business.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am and where I work
         * @description For a user, whatever the business.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my name or phone
         * @description For a user, whatever the business.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/accounts/api/me/email/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My email, and whether it is confirmed
         * @description For a user, whatever the business.
         */
        get: operations["getMyEmail"];
        put?: never;
        /**
         * Change my email: it counts once its link was followed
         * @description For a user, whatever the business.
         */
        post: operations["changeMyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/me/password/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password; every other device is logged out
         * @description For a user, whatever the business.
         */
        post: operations["changeMyPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/me/sessions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am logged in */
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/me/sessions/{session_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Log one device out
         * @description For a user, whatever the business.
         */
        delete: operations["endMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/me/two-factor/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether my log-in has a second step
         * @description For a user, whatever the business.
         */
        get: operations["getMyTwoFactor"];
        put?: never;
        /**
         * A secret for my authenticator app; `confirm/` switches it on
         * @description For a user, whatever the business.
         */
        post: operations["startMyTwoFactor"];
        /**
         * Switch the second step off
         * @description For a user, whatever the business.
         */
        delete: operations["endMyTwoFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/me/two-factor/confirm/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the second step on by a first code
         * @description For a user, whatever the business.
         */
        post: operations["confirmMyTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/me/two-factor/recovery-codes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ten new recovery codes in place of the old ones
         * @description For a user, whatever the business.
         */
        post: operations["renewMyRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/password/forgot/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a link to choose a new password, if there is such an account
         * @description For people who have no token yet; an old one they still send does not matter.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/password/reset/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password by the link; every device is logged out
         * @description For people who have no token yet; an old one they still send does not matter.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/register/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a business
         * @description For people who have no token yet; an old one they still send does not matter.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/staff/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works here */
        get: operations["listStaff"];
        put?: never;
        /** Invite somebody by email */
        post: operations["inviteStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/staff/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["getStaffMember"];
        put?: never;
        post?: never;
        /** Let a person go; their history stays */
        delete: operations["removeStaffMember"];
        options?: never;
        head?: never;
        /** Change role, name or storefront, or let a person go or come back */
        patch: operations["updateStaffMember"];
        trace?: never;
    };
    "/accounts/api/staff/invitations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers not yet accepted */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/staff/invitations/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an offer back */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/storefronts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Storefronts */
        get: operations["listStorefronts"];
        put?: never;
        /** Open a storefront; the plan's price follows */
        post: operations["createStorefront"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/storefronts/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One storefront */
        get: operations["getStorefront"];
        put?: never;
        post?: never;
        /** Close a storefront; its history stays */
        delete: operations["deleteStorefront"];
        options?: never;
        head?: never;
        /** Change, close or open a storefront again */
        patch: operations["updateStorefront"];
        trace?: never;
    };
    "/accounts/api/subscription/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The storefront plan and what it costs
         * @description For views: `self.caller`.
         */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/api/subscription/pay/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the payment of the storefront plan; its months begin when it is paid
         * @description Open the payment of the storefront plan; its months begin when it is paid.
         */
        post: operations["paySubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/addon/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The monthly add-on or plan of the business, or the last one it had
         * @description The monthly add-on or plan of the business, or the last one it had. `rollover` is the add-on's.
         */
        get: operations["getAddon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/addon/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the add-on at the end of the paid month, or at once
         * @description End the add-on at the end of the paid month, or at once.
         */
        post: operations["cancelAddon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/addon/resume/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a cancellation at the end of the paid month, before that end
         * @description Take back a cancellation at the end of the paid month, before that end.
         */
        post: operations["resumeAddon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/addon/subscribe/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the payment of the add-on's first month; it is credited when paid
         * @description Open the payment of the add-on's first month; it is credited when paid.
         */
        post: operations["subscribeAddon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/alerts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the owner was told about the credits, the latest first
         * @description What the owner was told about the credits, the latest first.
         */
        get: operations["listBillingAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/automations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Standing approvals
         * @description What is done without asking you each time: off unless an owner said yes; managers can end it too.
         */
        get: operations["listAutomations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a standing approval, or end all
         * @description What is done without asking you each time: off unless an owner said yes; managers can end it too.
         */
        patch: operations["changeAutomation"];
        trace?: never;
    };
    "/ai/api/brief/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs you today
         * @description What needs you today: at most five cards. Free, and the same all day.
         */
        get: operations["getBrief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/brief/{id}/dismiss/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A card is not useful
         * @description Not useful: the card goes; twice in 30 days, and its kind is left out for 30 days.
         */
        post: operations["dismissBrief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/capabilities/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may do here: your role, its operations, and each AI feature with its price
         * @description What you may do here: your role, its operations, and each AI feature with its price. Free.
         */
        get: operations["getCapabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/check-availability/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether you can ask a feature now and, if not, why; all features without `?feature=`
         * @description Whether you can ask a feature now and, if not, why; all features without `?feature=`.
         */
        get: operations["checkAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/collections/message/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a reminder to a customer
         * @description Write a reminder to a customer
         */
        post: operations["writeCollectionMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/conversations/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your conversations, the latest first
         * @description Your conversations, the latest first. They are deleted after the days that texts are kept.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/conversations/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversation
         * @description One conversation, turn by turn.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /**
         * Delete a conversation
         * @description One conversation, turn by turn.
         */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credit/alerts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customers whose credit is changing for the worse, the latest first
         * @description Customers whose credit is changing for the worse, the latest first.
         */
        get: operations["listCreditAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credit/alerts/{alert_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One alert: read, with `?explain=1` in words for credits, or acknowledged
         * @description One alert: read, with `?explain=1` in words for credits, or acknowledged.
         */
        get: operations["getCreditAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * One alert: read, with `?explain=1` in words for credits, or acknowledged
         * @description One alert: read, with `?explain=1` in words for credits, or acknowledged.
         */
        patch: operations["updateCreditAlert"];
        trace?: never;
    };
    "/ai/api/credit/assess/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assess a customer's credit
         * @description Assess a customer's credit
         */
        post: operations["assessCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credit/collection-priority/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom to ask for money first
         * @description Whom to ask for money first
         */
        get: operations["getCollectionPriority"];
        put?: never;
        /**
         * Whom to ask for money first
         * @description Whom to ask for money first
         */
        post: operations["postCollectionPriority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credit/collection-strategy/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom to ask for money first
         * @deprecated
         * @description Whom to ask for money first
         */
        get: operations["getCollectionPriorityAlias"];
        put?: never;
        /**
         * Whom to ask for money first
         * @deprecated
         * @description Whom to ask for money first
         */
        post: operations["postCollectionPriorityAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credit/communication/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a reminder to a customer
         * @deprecated
         * @description Write a reminder to a customer
         */
        post: operations["writeCollectionMessageAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credit/dashboard/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How healthy your customers' credit is
         * @deprecated
         * @description How healthy your customers' credit is
         */
        get: operations["getPortfolioDashboardAlias"];
        put?: never;
        /**
         * How healthy your customers' credit is
         * @deprecated
         * @description How healthy your customers' credit is
         */
        post: operations["postPortfolioDashboardAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credit/payment-prediction/{customer_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a customer will pay
         * @description When a customer will pay
         */
        get: operations["predictPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credit/risk-assessment/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assess a customer's credit
         * @deprecated
         * @description Assess a customer's credit
         */
        post: operations["assessCreditAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credits/balance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The credits of the business, lot by lot, the next to be spent first
         * @description The credits of the business, lot by lot, the next to be spent first.
         */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credits/ledger/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of the balance, the latest first: their sum is the balance
         * @description Every change of the balance, the latest first: their sum is the balance.
         */
        get: operations["listCreditLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credits/purchase/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a purchase; the customer then pays at `authorization_url`
         * @description Open a purchase; the customer then pays at `authorization_url`.
         */
        post: operations["purchaseCredits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credits/purchases/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every purchase of the business, the latest first
         * @description Every purchase of the business, the latest first.
         */
        get: operations["listPurchases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credits/purchases/{reference}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One purchase, by its reference
         * @description One purchase, by its reference.
         */
        get: operations["getPurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credits/purchases/{reference}/invoice/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invoice of a completed purchase, as JSON, HTML or PDF
         * @description The invoice of a completed purchase, as JSON, HTML or PDF.
         */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credits/purchases/{reference}/refund/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the money of what a purchase has left unspent
         * @description Ask for the money of what a purchase has left unspent.
         */
        post: operations["refundPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/credits/verify/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of a payment
         * @description What became of a payment. Safe to ask again and again; pending stays pending.
         */
        get: operations["verifyPurchase"];
        put?: never;
        /**
         * What became of a payment
         * @description What became of a payment. Safe to ask again and again; pending stays pending.
         */
        post: operations["postVerifyPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/fraud-alerts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Patterns in the records that are unusual, the latest first, for owners alone
         * @description Patterns in the records that are unusual, the latest first, for owners alone. At most two new ones a week.
         */
        get: operations["listFraudAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/fraud-alerts/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One alert: read, with `?explain=1` in words for credits, or given a verdict
         * @description One alert: read, with `?explain=1` in words for credits, or given a verdict.
         */
        get: operations["getFraudAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * One alert: read, with `?explain=1` in words for credits, or given a verdict
         * @description One alert: read, with `?explain=1` in words for credits, or given a verdict.
         */
        patch: operations["updateFraudAlert"];
        trace?: never;
    };
    "/ai/api/insights/query/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a question about the shop
         * @deprecated
         * @description Ask a question about the shop
         */
        post: operations["askQuestionAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/inventory/alerts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goods that run out before a delivery, expire before they sell, or lie too long; the latest first
         * @description Goods that run out before a delivery, expire before they sell, or lie too long; the latest first. Free.
         */
        get: operations["listStockAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/inventory/alerts/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Acknowledge a stock alert
         * @description One alert, which a person marks as seen, or as not seen.
         */
        patch: operations["acknowledgeStockAlert"];
        trace?: never;
    };
    "/ai/api/inventory/forecast/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a product will sell
         * @description What a product will sell
         */
        post: operations["forecastInventory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/messages/sms/{secret}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of a text message
         * @description The SMS gateway's reports; the last part of the address is the secret of `SMS_REPORTS_URL`.
         */
        get: operations["receiveSmsReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/messages/whatsapp/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Meta asks whether this address is ours
         * @description Meta's reports and customers' answers: the raw body, signed in `X-Hub-Signature-256`.
         */
        get: operations["confirmWhatsAppAddress"];
        put?: never;
        /**
         * What became of WhatsApp messages
         * @description Meta's reports and customers' answers: the raw body, signed in `X-Hub-Signature-256`.
         */
        post: operations["receiveWhatsAppNews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/payments/paystack/webhook/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Paystack's events: the raw body, signed with our key in `x-paystack-signature`
         * @description Paystack's events: the raw body, signed with our key in `x-paystack-signature`.
         */
        post: operations["receivePaystackEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/plans/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plans on offer, which one the business has, and how far its fair use is used
         * @description The plans on offer, which one the business has, and how far its fair use is used.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/plans/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the plan at the end of the paid month, or at once
         * @description End the plan at the end of the paid month, or at once.
         */
        post: operations["cancelPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/plans/resume/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a cancellation or change at the end of the paid month, before that end
         * @description Take back a cancellation or change at the end of the paid month, before that end.
         */
        post: operations["resumePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/plans/subscribe/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a plan, or change to it: to a dearer one with a payment now, to a cheaper one when the paid month ends
         * @description Begin a plan, or change to it: to a dearer one with a payment now, to a cheaper one when the paid month ends.
         */
        post: operations["subscribeToPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/portfolio/dashboard/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How healthy your customers' credit is
         * @description How healthy your customers' credit is
         */
        get: operations["getPortfolioDashboard"];
        put?: never;
        /**
         * How healthy your customers' credit is
         * @description How healthy your customers' credit is
         */
        post: operations["postPortfolioDashboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/pricing-optimizer/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What to ask for a product
         * @description What to ask for a product
         */
        post: operations["optimizePrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/pricing-optimizer/what-if/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What if a price were another
         * @description What if a price were another
         */
        post: operations["tryPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/pricing/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Packs, prices of features and the monthly add-on, as they are now
         * @description Packs, prices of features and the monthly add-on, as they are now.
         */
        get: operations["getPricing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/products/generate-description/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Describe a product
         * @description Describe a product
         */
        post: operations["describeProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/products/generate-descriptions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Describe up to twenty products
         * @description Describe up to twenty products
         */
        post: operations["describeProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/proposals/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is suggested, agreed to, done or over; the latest first
         * @description What is suggested, agreed to, done or over; the latest first.
         */
        get: operations["listProposals"];
        put?: never;
        /**
         * Propose something
         * @description A reminder by its customer is worded at the price of `collections/message/`; all else is free.
         *
         *     What is proposed already and still waits is given again.
         */
        post: operations["createProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/proposals/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One proposal
         * @description One proposal. Taking a step again changes nothing.
         */
        get: operations["getProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/proposals/{id}/approve/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to a proposal
         * @description It is done ten minutes later; a WhatsApp link is given at once.
         *
         *     409 where what it rests on has moved since: then it is withdrawn, and the message says why.
         */
        post: operations["approveProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/proposals/{id}/dismiss/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say no to a proposal
         * @description One proposal. Taking a step again changes nothing.
         */
        post: operations["dismissProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/proposals/{id}/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a yes back
         * @description As long as it is not done; for ten minutes, where it was done at once.
         */
        post: operations["undoProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/query/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a question about the shop
         * @description Ask a question about the shop
         */
        post: operations["askQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/query/stream/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a question about the shop, as server-sent events
         * @description The same answer as server-sent events.
         */
        post: operations["streamQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/query/voice/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask by voice
         * @description Ask by voice: the recording is written down, shown, and answered where its reading is sure.
         */
        post: operations["askByVoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/sales-assistant/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What to offer a customer at the counter
         * @description What to offer a customer at the counter
         */
        post: operations["askSalesAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/sales-assistant/stream/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What to offer a customer at the counter, as server-sent events
         * @description The same answer as server-sent events.
         */
        post: operations["streamSalesAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/settings/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The AI settings of the business
         * @description The AI settings of the business. Only an owner changes them.
         *
         *     Agreeing the first time brings the free trial, as soon as the owner's email is confirmed.
         */
        get: operations["getAiSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * The AI settings of the business
         * @description The AI settings of the business. Only an owner changes them.
         *
         *     Agreeing the first time brings the free trial, as soon as the owner's email is confirmed.
         */
        patch: operations["updateAiSettings"];
        trace?: never;
    };
    "/ai/api/starters/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Questions for an empty box, which this shop's own data can answer today
         * @description Questions for an empty box, which this shop's own data can answer today. Free.
         */
        get: operations["getStarters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/support-chat/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Help
         * @description Answers how something is done and what the state of your account is, or passes it to a person. Free.
         */
        post: operations["askSupport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/transactions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every request to an AI feature, charged or not
         * @description Every request to an AI feature, charged or not.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/transactions/{transaction_id}/feedback/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether an answer was helpful, or that the question was misunderstood: then its credits come back, once
         * @description Say whether an answer was helpful, or that the question was misunderstood: then its credits come back, once.
         */
        post: operations["giveFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/usage-stats/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same under the URL that the first front end asked for
         * @deprecated
         * @description The same under the URL that the first front end asked for.
         */
        get: operations["getUsageAlias"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ai/api/usage/stats/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests and credits over the last days: totals, by feature and by day
         * @description Requests and credits over the last days: totals, by feature and by day.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/adjustments/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries and corrections, newest first */
        get: operations["listAdjustments"];
        put?: never;
        /** Take in a delivery, correct stock, or enter a count */
        post: operations["createAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/batches/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches with something left, soonest to expire first */
        get: operations["listBatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/batches/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/categories/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Categories, as a list or as a tree
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["listCategories"];
        put?: never;
        /**
         * Add a category
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/categories/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One category
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["getCategory"];
        put?: never;
        post?: never;
        /**
         * Remove an empty category
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        delete: operations["deleteCategory"];
        options?: never;
        head?: never;
        /**
         * Rename or move a category
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        patch: operations["updateCategory"];
        trace?: never;
    };
    "/inventory/api/competitor-prices/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What other shops ask, the latest seen first
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["listCompetitorPrices"];
        put?: never;
        /**
         * Write down what another shop asks
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        post: operations["createCompetitorPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/competitor-prices/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One price of another shop
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["getCompetitorPrice"];
        put?: never;
        post?: never;
        /**
         * Forget it
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        delete: operations["deleteCompetitorPrice"];
        options?: never;
        head?: never;
        /**
         * Correct it
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        patch: operations["updateCompetitorPrice"];
        trace?: never;
    };
    "/inventory/api/counts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock counts, newest first */
        get: operations["listCounts"];
        put?: never;
        /** Begin a count: what should be there is frozen */
        post: operations["createCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/counts/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One stock count */
        get: operations["getCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/counts/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a count up */
        post: operations["cancelCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/counts/{id}/complete/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct stock by what was found */
        post: operations["completeCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/counts/{id}/enter/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter what is on the shelf */
        post: operations["enterCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/counts/{id}/lines/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of a count, by product */
        get: operations["listCountLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/imports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of products, newest first */
        get: operations["listProductImports"];
        put?: never;
        /** Import products from a CSV file, in the background */
        post: operations["importProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/imports/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import's progress and its bad lines */
        get: operations["getProductImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/imports/{id}/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a whole import back */
        post: operations["undoProductImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/packs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Packs in which products are sold
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["listPacks"];
        put?: never;
        /**
         * Add a pack: a carton of 24
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        post: operations["createPack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/packs/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One pack
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["getPack"];
        put?: never;
        post?: never;
        /**
         * Take a pack off sale; its history stays
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        delete: operations["deletePack"];
        options?: never;
        head?: never;
        /**
         * Change the name, barcode or prices of a pack
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        patch: operations["updatePack"];
        trace?: never;
    };
    "/inventory/api/price-history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What prices were and became, newest first */
        get: operations["listPriceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/price-history/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change of prices */
        get: operations["getPriceChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/price-lists/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Price lists
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["listPriceLists"];
        put?: never;
        /**
         * Add a price list
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        post: operations["createPriceList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/price-lists/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One price list with its prices
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["getPriceList"];
        put?: never;
        post?: never;
        /**
         * Remove a price list; its customers pay the prices of their tier
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        delete: operations["deletePriceList"];
        options?: never;
        head?: never;
        /**
         * Change a price list
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        patch: operations["updatePriceList"];
        trace?: never;
    };
    "/inventory/api/products/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products, each with its stock in all and by storefront
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["listProducts"];
        put?: never;
        /**
         * Add a product
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/products/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        /**
         * Take a product off sale; its history stays
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        /**
         * Change a product
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        patch: operations["updateProduct"];
        trace?: never;
    };
    "/inventory/api/products/search/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find goods as they are asked for at the counter
         * @description Goods as people ask for them at the counter. Free.
         */
        get: operations["searchProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/purchase-orders/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders to suppliers, newest first
         * @description Lists for owners and managers.
         */
        get: operations["listPurchaseOrders"];
        put?: never;
        /**
         * Draft an order
         * @description Lists for owners and managers.
         */
        post: operations["createPurchaseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/purchase-orders/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order
         * @description Lists for owners and managers.
         */
        get: operations["getPurchaseOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a draft
         * @description Lists for owners and managers.
         */
        patch: operations["updatePurchaseOrder"];
        trace?: never;
    };
    "/inventory/api/purchase-orders/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Expect nothing more of it
         * @description Lists for owners and managers.
         */
        post: operations["cancelPurchaseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/purchase-orders/{id}/receive/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in what came, all or a part
         * @description Lists for owners and managers.
         */
        post: operations["receivePurchaseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/purchase-orders/{id}/send/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it by email, as a WhatsApp link, or mark it as told
         * @description Lists for owners and managers.
         */
        post: operations["sendPurchaseOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/purchase-orders/from-plan/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft the orders of the reorder plan
         * @description Drafts of the orders of a plan, by supplier and storefront; nothing is sent.
         */
        post: operations["draftPurchaseOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/receipts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goods received, newest first
         * @description Lists for owners and managers.
         */
        get: operations["listReceipts"];
        put?: never;
        /**
         * Take in goods without an order
         * @description Lists for owners and managers.
         */
        post: operations["createReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/receipts/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One receipt
         * @description Lists for owners and managers.
         */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/search-words/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shop's own search words, typed in or learnt
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["listSearchWords"];
        put?: never;
        /**
         * Say what a word of your customers means
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        post: operations["createSearchWord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/search-words/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One search word
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["getSearchWord"];
        put?: never;
        post?: never;
        /**
         * Forget a search word
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        delete: operations["deleteSearchWord"];
        options?: never;
        head?: never;
        /**
         * Change a search word
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        patch: operations["updateSearchWord"];
        trace?: never;
    };
    "/inventory/api/stock-movements/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of stock, newest first */
        get: operations["listStockMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/stock-movements/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One movement */
        get: operations["getStockMovement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/stock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units of each product at each storefront */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/stock/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One total */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-bills/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suppliers' bills, newest first
         * @description Lists for owners and managers.
         */
        get: operations["listSupplierBills"];
        put?: never;
        /**
         * Enter a bill; what was paid in advance settles it
         * @description Lists for owners and managers.
         */
        post: operations["createSupplierBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-bills/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One bill
         * @description Lists for owners and managers.
         */
        get: operations["getSupplierBill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-bills/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a bill
         * @description Lists for owners and managers.
         */
        post: operations["cancelSupplierBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-bills/ageing/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is owed to each supplier, by days overdue
         * @description Lists for owners and managers.
         */
        get: operations["getSupplierBillsAgeing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-payments/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments to suppliers and what they settled
         * @description Lists for owners and managers.
         */
        get: operations["listSupplierPayments"];
        put?: never;
        /**
         * Pay a supplier: it settles the bills named, then the oldest due
         * @description Lists for owners and managers.
         */
        post: operations["createSupplierPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-payments/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payment to a supplier
         * @description Lists for owners and managers.
         */
        get: operations["getSupplierPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-payments/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a payment: a mistake, or a cheque that bounced
         * @description Lists for owners and managers.
         */
        post: operations["cancelSupplierPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-returns/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goods sent back to suppliers, newest first
         * @description Lists for owners and managers.
         */
        get: operations["listSupplierReturns"];
        put?: never;
        /**
         * Send goods back; what they credit settles the bill first
         * @description Lists for owners and managers.
         */
        post: operations["createSupplierReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/supplier-returns/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One return to a supplier
         * @description Lists for owners and managers.
         */
        get: operations["getSupplierReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/suppliers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suppliers
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["listSuppliers"];
        put?: never;
        /**
         * Add a supplier
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        post: operations["createSupplier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/suppliers/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One supplier
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        get: operations["getSupplier"];
        put?: never;
        post?: never;
        /**
         * Forget a supplier of no product
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        delete: operations["deleteSupplier"];
        options?: never;
        head?: never;
        /**
         * Change a supplier or the lead time
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        patch: operations["updateSupplier"];
        trace?: never;
    };
    "/inventory/api/suppliers/import/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring in suppliers and opening balances from a file
         * @description Reading for all, writing for owners and managers. A child says which service writes.
         */
        post: operations["importSuppliers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/transfers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers between storefronts, newest first */
        get: operations["listTransfers"];
        put?: never;
        /** Send goods to another storefront */
        post: operations["createTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/api/transfers/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transfer */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/cash/tills/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cash in the tills
         * @description Till sessions opened in the period: what should be in each, what was counted, and the difference.
         */
        get: operations["reportCashTills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/customer/audience/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customers of a segment who may be written to, a tenth held out
         * @description Whom to write to in a segment: who agreed to offers and has a phone, with a message for each.
         */
        get: operations["reportCustomerAudience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/customer/segmentation/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Customer segments
         * @description RFM segments over the period; without `from`, over the twelve months up to `to`.
         */
        get: operations["reportCustomerSegmentation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/customer/top/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Top customers
         * @description Known customers by what they bought.
         */
        get: operations["reportCustomerTop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/financial/ar-aging/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receivables by age
         * @description Open invoices by days overdue at the end of `to`. DSO and collection effectiveness cover the period.
         */
        get: operations["reportFinancialArAging"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/financial/profit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Profit after expenses
         * @description Gross profit less the expenses of the period, by category. Where the shop writes down no expenses, profit after them is not told.
         */
        get: operations["reportFinancialProfit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/financial/revenue-profit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revenue and profit
         * @description Sales net of returns, and gross before them; the cost of the goods sold, gross profit and margin. Sales of unknown cost are left out of profit.
         */
        get: operations["reportFinancialRevenueProfit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/inventory/expiring/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Expiring stock
         * @description Batches that expire within 30 days or are past their date, their value at cost, and what of them would not sell in time at the rate of the period.
         */
        get: operations["reportInventoryExpiring"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/inventory/movement/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock movement
         * @description Units in and out by kind of movement.
         */
        get: operations["reportInventoryMovement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/inventory/reorder/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reorder plan
         * @description The plan; with `?narrative=1` in words too. When those are refused, `ai_error` says why beside the plan.
         */
        get: operations["reportInventoryReorder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/inventory/stock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock on hand
         * @description Stock as it stands now, its value, and how many days it lasts at the period's rate of sale.
         */
        get: operations["reportInventoryStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/product/performance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Product performance
         * @description Sales, profit and returns of each product or category.
         */
        get: operations["reportProductPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/sales/change/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What moved sales
         * @description The change of sales from like days before, taken apart: price, volume and mix; customers who are new, came back, stayed or did not come; products, categories and storefronts. `drivers` sum to `change`, and so does each `by` of the results. Days to come are left out on both sides. It says what moved, not what caused it.
         */
        get: operations["reportSalesChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/sales/summary/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales summary
         * @description What was sold, in all and over time: `revenue` is net of returns, `gross_sales` is before them.
         */
        get: operations["reportSalesSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/api/staff/performance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Staff performance
         * @description Sales, discounts and returns by the person who rang them up.
         */
        get: operations["reportStaffPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/carts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Carts that wait */
        get: operations["listCarts"];
        put?: never;
        /** Hold a cart */
        post: operations["createCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/carts/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cart */
        get: operations["getCart"];
        put?: never;
        post?: never;
        /** Drop a cart; that is kept as an event */
        delete: operations["deleteCart"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/carts/{id}/take-up/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a cart up: one till gets it, and it waits no longer */
        post: operations["takeUpCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/collection-notes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts with customers about debts */
        get: operations["listCollectionNotes"];
        put?: never;
        /** Write down a contact */
        post: operations["createCollectionNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/collection-notes/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contact */
        get: operations["getCollectionNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customer-merges/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merges of customers */
        get: operations["listCustomerMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customer-merges/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One merge */
        get: operations["getCustomerMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customer-merges/{id}/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Part the two again, within a day */
        post: operations["undoCustomerMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, each with what they owe */
        get: operations["listCustomers"];
        put?: never;
        /** Add a customer */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customers/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer, their credit limit, terms or hold */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/sales/api/customers/{id}/apply-credit/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle open invoices with the customer's unused credit */
        post: operations["applyCustomerCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customers/{id}/erase/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a customer's personal data for good */
        post: operations["eraseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customers/{id}/opening-balance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what the customer owed before the shop kept its books here */
        post: operations["setOpeningBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customers/{id}/send-statement/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the customer their account, once they agreed */
        post: operations["sendStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customers/{id}/statement/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customer's account between two days */
        get: operations["getCustomerStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customers/import/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in customers and opening balances from a file */
        post: operations["importCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/customers/merge/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two customers one */
        post: operations["mergeCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/expenses/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Expenses, the latest first */
        get: operations["listExpenses"];
        put?: never;
        /** Write down an expense */
        post: operations["createExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/expenses/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One expense */
        get: operations["getExpense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/expenses/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back an expense that was a mistake */
        post: operations["cancelExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/expenses/{id}/photo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photo of the receipt */
        get: operations["getExpensePhoto"];
        put?: never;
        /** Keep a photo of the receipt */
        post: operations["attachExpensePhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/imports/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of past sales, newest first */
        get: operations["listSalesImports"];
        put?: never;
        /** Import past sales from a CSV file, in the background */
        post: operations["importSales"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/imports/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import's progress and its bad lines */
        get: operations["getSalesImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/imports/{id}/undo/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a whole import back */
        post: operations["undoSalesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/payment-plans/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payment plans and how they are kept */
        get: operations["listPaymentPlans"];
        put?: never;
        /** Agree on a payment plan */
        post: operations["createPaymentPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/payment-plans/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment plan */
        get: operations["getPaymentPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/payment-plans/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a payment plan */
        post: operations["cancelPaymentPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/payments/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments and what they settled */
        get: operations["listPayments"];
        put?: never;
        /** Take money from a customer: it settles the oldest due first, or the invoices it names */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/payments/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/payments/{id}/refund/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a payment back: a mistake, a bounce, or credit that is wanted in cash */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/promises/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promises to pay: open, kept or broken */
        get: operations["listPromises"];
        put?: never;
        /** Write down a promise to pay */
        post: operations["createPromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/promises/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One promise */
        get: operations["getPromise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/promises/{id}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a promise entered by mistake */
        post: operations["cancelPromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/recurring-expenses/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Expenses that come again */
        get: operations["listRecurringExpenses"];
        put?: never;
        /** An expense for every week or month */
        post: operations["createRecurringExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/recurring-expenses/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them */
        get: operations["getRecurringExpense"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/recurring-expenses/{id}/stop/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No further ones */
        post: operations["stopRecurringExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales and returns
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        get: operations["listSales"];
        put?: never;
        /**
         * Sell
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["createSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One sale with its lines and payments
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        get: operations["getSale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/customer/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say later whose a sale was
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["setSaleCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/dispute/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark an invoice as disputed
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["disputeSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/exchange/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange goods: lines both ways
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["exchangeSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/receipt/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The receipt, as JSON, an 80 mm page, or text of 32 or 42 columns
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        get: operations["getSaleReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/refund/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take goods back: a return tied to its lines
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["refundSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/resolve-dispute/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift the mark of a dispute
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["resolveSaleDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/send-receipt/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the receipt to the customer, once they agreed
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["sendReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/{id}/void/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a sale of today whose till is open
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["voidSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sales/returns/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take goods back without a receipt
         * @description Sales; a receipt with `?ai=1` is whole also when the AI part is refused.
         */
        post: operations["createSalesReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/sync/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed for a till since its cursor: goods, prices, stock, customers; everything without one
         * @description For the view that tills synchronise with.
         */
        get: operations["getChanges"];
        put?: never;
        /**
         * Send what a till did without a connection: each item once, in order, or refused with its reason
         * @description For the view that tills synchronise with.
         */
        post: operations["sendOfflineWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/till-events/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened at tills, the latest first */
        get: operations["listTillEvents"];
        put?: never;
        /** Send events of a till, each once for ever */
        post: operations["recordTillEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/till-events/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event */
        get: operations["getTillEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/tills/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Till sessions; `?status=open` for what should be in the tills now */
        get: operations["listTills"];
        put?: never;
        /** Open a till */
        post: operations["openTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/tills/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One till session */
        get: operations["getTill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/tills/{id}/approve/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a closed session */
        post: operations["approveTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/tills/{id}/close/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count and close */
        post: operations["closeTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/tills/{id}/explain/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say why the count differs */
        post: operations["explainTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/tills/{id}/movements/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put cash in or take it out */
        post: operations["recordTillMovement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/api/tills/{id}/report/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The X or Z report, as JSON, an 80 mm page, or text of 32 or 42 columns */
        get: operations["getTillReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        AcceptRequest: {
            /** @description Where the account has a second factor. */
            code?: string;
            /** @description For a new account. */
            name?: string;
            /** @description Of the account with the invited email, or for a new one. */
            password: string;
            secret: string;
        };
        /**
         * Action
         * @description What to do, the most pressing first.
         * @enum {string}
         */
        Action: "ORDER" | "TRANSFER" | "DEAD" | "OVERSTOCK" | "NO_ACTION";
        /** @description `renews_by` is card when a reusable card is saved, else pay_link. */
        Addon: {
            auto_renew: boolean;
            cancel_at_period_end: boolean;
            /** Format: double */
            readonly credits: number;
            /** Format: date */
            end_date: string | null;
            /**
             * @description What it changes to when the paid month ends; empty: it stays as it is.
             *
             *     * `starter` - Starter
             *     * `value` - Value
             *     * `premium` - Premium
             *     * `custom` - Custom amount
             *     * `addon` - Monthly add-on
             *     * `ai_powered` - AI-Powered plan
             *     * `enterprise` - Enterprise plan
             *     * `storefront` - Storefront plan
             */
            next_package: components["schemas"]["PurchasePackageEnum"] | components["schemas"]["BlankEnum"];
            /** Format: date */
            next_renewal: string | null;
            package: components["schemas"]["PurchasePackageEnum"];
            payment_method: components["schemas"]["PaymentMethodEnum"];
            /**
             * Format: date
             * @description The first day of the month that is paid.
             */
            period_start: string | null;
            /** Format: double */
            readonly price: number;
            readonly renews_by: string;
            /** Format: date */
            start_date: string | null;
            status: components["schemas"]["AddonStatusEnum"];
        };
        AddonAnswer: {
            addon: components["schemas"]["Addon"] | null;
            has_monthly_addon: boolean;
            /** Format: double */
            readonly rollover: number;
        };
        AddonDetails: {
            /** Format: double */
            readonly credits: number;
            /** Format: date */
            next_renewal: string | null;
            /** Format: double */
            readonly price: number;
        };
        /** @description A price with its taxes of today; `total_amount` is what a purchase charges. */
        AddonOffer: {
            available: boolean;
            /** Format: double */
            readonly base_amount: number;
            /** Format: double */
            readonly credits: number;
            currency: string;
            description: string;
            /**
             * Format: double
             * @description GHS a month before taxes.
             */
            readonly price: number;
            /** Format: double */
            readonly rollover: number;
            savings: string;
            taxes: components["schemas"]["PricedTax"][];
            /** Format: double */
            readonly total_amount: number;
            /** Format: double */
            readonly total_tax: number;
        };
        /**
         * @description * `waiting` - Waiting for the first payment
         *     * `active` - Active
         *     * `lapsed` - Lapsed
         *     * `cancelled` - Cancelled
         * @enum {string}
         */
        AddonStatusEnum: "waiting" | "active" | "lapsed" | "cancelled";
        /**
         * @description * `adjustment` - Adjustment
         *     * `purchase` - Purchase
         * @enum {string}
         */
        AdjustmentKindEnum: "adjustment" | "purchase";
        /** @description Units that came or went, or units that were counted: one of the two. */
        AdjustmentLineRequest: {
            /** Format: decimal */
            counted_quantity?: string | null;
            /** Format: uuid */
            product_id: string;
            /**
             * Format: decimal
             * @description Positive came, negative went.
             */
            quantity?: string | null;
            /**
             * Format: decimal
             * @description GHS a unit, of a delivery.
             */
            unit_cost?: string | null;
        };
        /** @description A delivery (`purchase`) or a correction (`adjustment`) of one product, or of several in `lines`. */
        AdjustmentRequest: {
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: decimal */
            counted_quantity?: string | null;
            /** @default adjustment */
            kind?: components["schemas"]["AdjustmentKindEnum"];
            lines?: components["schemas"]["AdjustmentLineRequest"][];
            /** Format: uuid */
            product_id?: string;
            /** Format: decimal */
            quantity?: string | null;
            /** @default  */
            reason?: string;
            /** Format: uuid */
            storefront_id: string;
            /** Format: decimal */
            unit_cost?: string | null;
        };
        /** @description All suppliers with something open, the largest balance first, and their sums. */
        Ageing: {
            /** Format: decimal */
            readonly advance: string;
            /** Format: date */
            as_of: string;
            /** Format: decimal */
            readonly balance: string;
            buckets: components["schemas"]["Buckets"];
            /** Format: decimal */
            readonly overdue: string;
            /** Format: decimal */
            readonly owed: string;
            results: components["schemas"]["SupplierAccount"][];
        };
        AgeingBuckets: {
            /** Format: decimal */
            current: string;
            /** Format: decimal */
            days_1_30: string;
            /** Format: decimal */
            days_31_60: string;
            /** Format: decimal */
            days_61_90: string;
            /** Format: decimal */
            days_over_90: string;
        };
        AgeingRollRates: {
            current: number | null;
            days_1_30: number | null;
            days_31_60: number | null;
            days_61_90: number | null;
        };
        AgeingRow: {
            credit_limit: string | null;
            /** Format: decimal */
            current: string;
            customer_id: string | null;
            customer_name: string;
            /** Format: decimal */
            days_1_30: string;
            /** Format: decimal */
            days_31_60: string;
            /** Format: decimal */
            days_61_90: string;
            days_beyond_terms: number | null;
            /** Format: decimal */
            days_over_90: string;
            days_overdue: number;
            open_invoices: number;
            /** Format: decimal */
            overdue: string;
            promise_keeping: number | null;
            /** Format: decimal */
            total: string;
            utilisation: number | null;
        };
        AgeingTotals: {
            /** Format: date */
            as_of: string;
            best_possible_dso: number | null;
            buckets: components["schemas"]["AgeingBuckets"];
            collection_effectiveness: number | null;
            count_back_dso: number | null;
            customers?: number | null;
            days_beyond_terms: number | null;
            days_sales_outstanding: number | null;
            /** Format: decimal */
            disputed_amount: string;
            /** @description Measures that could not be taken, each with the reason. */
            not_available: {
                [key: string]: string;
            };
            open_invoices: number;
            /** Format: decimal */
            overdue_amount: string;
            overdue_invoices: number;
            overdue_percentage: number | null;
            promise_keeping: number | null;
            roll_rates: components["schemas"]["AgeingRollRates"];
            /** Format: decimal */
            total_outstanding: string;
            unallocated_credit: string | null;
            utilisation: number | null;
        };
        /**
         * @description * `natural_language_query` - natural_language_query
         *     * `product_description` - product_description
         *     * `voice_question` - voice_question
         *     * `report_narrative` - report_narrative
         *     * `segment_recommendations` - segment_recommendations
         *     * `smart_receipt` - smart_receipt
         *     * `sales_assistant` - sales_assistant
         *     * `alert_explanation` - alert_explanation
         *     * `support_chat` - support_chat
         *     * `collection_message` - collection_message
         *     * `payment_prediction` - payment_prediction
         *     * `credit_assessment` - credit_assessment
         *     * `collection_priority` - collection_priority
         *     * `portfolio_dashboard` - portfolio_dashboard
         *     * `inventory_forecast` - inventory_forecast
         *     * `pricing_optimizer` - pricing_optimizer
         * @enum {string}
         */
        AiFeatureEnum: "natural_language_query" | "product_description" | "voice_question" | "report_narrative" | "segment_recommendations" | "smart_receipt" | "sales_assistant" | "alert_explanation" | "support_chat" | "collection_message" | "payment_prediction" | "credit_assessment" | "collection_priority" | "portfolio_dashboard" | "inventory_forecast" | "pricing_optimizer";
        /** @description A plan as it is offered today. `price` and `total` are GHS a month, before and with taxes. */
        AIPlan: {
            /**
             * Format: double
             * @description For each month.
             */
            readonly credits: number;
            current: boolean;
            /**
             * Format: double
             * @description Answers cost nothing up to so many credits at list price.
             */
            readonly fair_use: number | null;
            key: components["schemas"]["ChosenPlanEnum"];
            /** @description Of the current plan, where answers cost nothing. */
            meter: components["schemas"]["Meter"] | null;
            name: string;
            /** Format: double */
            readonly price: number;
            /**
             * Format: double
             * @description Of the unused, so many go on into a paid next month.
             */
            readonly rollover: number;
            /**
             * Format: double
             * @description On top of a starter pack bought while the plan runs.
             */
            readonly starter_bonus: number;
            /** Format: double */
            readonly total: number;
        };
        /** @description `subscription` is the add-on or plan that was paid for, null on the standard plan. */
        AIPlans: {
            plans: components["schemas"]["AIPlan"][];
            subscription: components["schemas"]["Addon"] | null;
        };
        Alert: {
            alert_type: components["schemas"]["AlertTypeEnum"];
            /** Format: date-time */
            readonly created_at: string;
            /** Format: double */
            readonly current_balance: number;
            /** Format: uuid */
            readonly id: string;
            /** Format: double */
            readonly threshold: number;
        };
        AlertAnalysis: {
            recommended_actions: string[];
            /** @description With `?explain=1`, for credits. */
            risk_explanation: string | null;
            similar_cases: string | null;
            summary: string;
            warning_signs: string[];
        };
        AlertCustomer: {
            /** Format: decimal */
            credit_limit: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: decimal */
            outstanding_balance: string;
        };
        /**
         * @description * `low_balance` - Low balance
         *     * `depleted` - Used up
         *     * `expiring` - About to expire
         *     * `expired` - Expired
         *     * `cost` - Cost of models
         *     * `fair_use` - Fair use nearly reached
         *     * `fair_end` - Fair use reached
         * @enum {string}
         */
        AlertTypeEnum: "low_balance" | "depleted" | "expiring" | "expired" | "cost" | "fair_use" | "fair_end";
        Allocation: {
            /** Format: decimal */
            amount: string;
            /** Format: uuid */
            readonly bill_id: string;
            readonly number: string;
        };
        Amounts: {
            /** Format: double */
            readonly base_amount: number;
            readonly currency: string;
            taxes: components["schemas"]["Tax"][];
            /** Format: double */
            readonly total_amount: number;
            /** Format: double */
            readonly total_tax: number;
        };
        ApproveTillRequest: {
            /** @default  */
            reason?: string;
        };
        ArAgingReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["ArAgingReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["AgeingRow"][];
            summary: components["schemas"]["AgeingTotals"];
            transaction_id?: string | null;
        };
        ArAgingReportChanges: {
            as_of?: number | null;
            best_possible_dso?: number | null;
            buckets?: number | null;
            collection_effectiveness?: number | null;
            count_back_dso?: number | null;
            customers?: number | null;
            days_beyond_terms?: number | null;
            days_sales_outstanding?: number | null;
            disputed_amount?: number | null;
            not_available?: number | null;
            open_invoices?: number | null;
            overdue_amount?: number | null;
            overdue_invoices?: number | null;
            overdue_percentage?: number | null;
            promise_keeping?: number | null;
            roll_rates?: number | null;
            total_outstanding?: number | null;
            unallocated_credit?: number | null;
            utilisation?: number | null;
        };
        ArAgingReportComparison: {
            change_percent: components["schemas"]["ArAgingReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["AgeingTotals"];
        };
        Arrival: {
            /** Format: uuid */
            product_id: string;
            product_name: string;
            /** Format: decimal */
            readonly quantity: string;
        };
        /** @description Days, both included. */
        AskedDays: {
            /** Format: date */
            from: string;
            label: string;
            /** Format: date */
            to: string;
        };
        AskedMetric: {
            definition: string;
            key: string;
            title: string;
        };
        AssessedCustomer: {
            current_limit: number | null;
            /** Format: uuid */
            id: string;
            name: string;
            requested_limit: number;
        };
        AssessmentInputsRequest: {
            /** @default new_credit */
            assessment_type?: components["schemas"]["AssessmentTypeEnum"];
            /** Format: uuid */
            customer_id: string;
            /** Format: decimal */
            requested_credit_limit: string;
        };
        /**
         * @description * `new_credit` - new_credit
         *     * `increase` - increase
         *     * `renewal` - renewal
         * @enum {string}
         */
        AssessmentTypeEnum: "new_credit" | "increase" | "renewal";
        AssistantInputsRequest: {
            context?: components["schemas"]["CounterInputsRequest"] | null;
            /** Format: uuid */
            conversation_id?: string | null;
            /** @description What the customer wants, in your own words. */
            message: string;
        };
        AudienceMember: {
            /** Format: uuid */
            customer_id: string;
            customer_name: string;
            days_since_purchase: number;
            /** @description Not to be written to, so that the others can be compared with them. */
            held_out: boolean;
            /** @description Empty for who is held out. */
            message: string;
            phone: string;
            /** Format: decimal */
            revenue: string;
        };
        /** @description `by` is null where our own staff acted. */
        AuditEntry: {
            readonly action: components["schemas"]["AuditEntryActionEnum"];
            /** Format: date-time */
            readonly at: string;
            readonly by: components["schemas"]["By"] | null;
            /** @description Our own staff acted, in the admin. */
            readonly by_staff: boolean;
            details: {
                [key: string]: components["schemas"]["Json"];
            };
            /** Format: uuid */
            readonly id: string;
            /** @description What it was done to, in words. */
            readonly subject: string;
            /**
             * Format: uuid
             * @description The id of the row it was done to.
             */
            readonly subject_id: string | null;
        };
        /**
         * @description * `role_changed` - Role changed
         *     * `member_left` - Person let go
         *     * `member_returned` - Person taken back
         *     * `member_joined` - Person joined
         *     * `invited` - Invitation sent
         *     * `invitation_ended` - Invitation ended
         *     * `business_changed` - Business changed
         *     * `credit_terms_changed` - Customer's credit changed
         *     * `credit_overridden` - Credit limit overridden
         *     * `price_changed` - Price changed
         *     * `customer_erased` - Customer erased
         *     * `customers_merged` - Customers merged
         *     * `customers_parted` - Merged customers parted again
         *     * `expense_cancelled` - Expense taken back
         *     * `sale_refunded` - Goods taken back
         *     * `sale_voided` - Sale voided
         *     * `sale_exchanged` - Goods exchanged
         *     * `returned_without_receipt` - Goods taken back without a receipt
         *     * `payment_refunded` - Payment paid back
         *     * `opening_balance_set` - Opening balance set
         *     * `till_closed` - Till closed
         *     * `till_approved` - Till approved
         *     * `credits_granted` - AI credits granted
         *     * `ai_suspended` - AI suspended
         *     * `ai_resumed` - AI resumed
         *     * `credits_refunded` - AI credits refunded
         *     * `ai_settings_changed` - AI settings changed
         *     * `automation_changed` - Standing approval changed
         *     * `second_factor_on` - Second factor switched on
         *     * `second_factor_off` - Second factor switched off
         *     * `exported` - Data exported
         *     * `order_sent` - Order sent to a supplier
         *     * `goods_received` - Goods received
         *     * `goods_sent_back` - Goods sent back
         *     * `supplier_paid` - Supplier paid
         *     * `supplier_entry_cancelled` - Supplier's bill or payment cancelled
         *     * `stock_counted` - Stock count completed
         * @enum {string}
         */
        AuditEntryActionEnum: "role_changed" | "member_left" | "member_returned" | "member_joined" | "invited" | "invitation_ended" | "business_changed" | "credit_terms_changed" | "credit_overridden" | "price_changed" | "customer_erased" | "customers_merged" | "customers_parted" | "expense_cancelled" | "sale_refunded" | "sale_voided" | "sale_exchanged" | "returned_without_receipt" | "payment_refunded" | "opening_balance_set" | "till_closed" | "till_approved" | "credits_granted" | "ai_suspended" | "ai_resumed" | "credits_refunded" | "ai_settings_changed" | "automation_changed" | "second_factor_on" | "second_factor_off" | "exported" | "order_sent" | "goods_received" | "goods_sent_back" | "supplier_paid" | "supplier_entry_cancelled" | "stock_counted";
        /** @description A standing yes to one kind of proposal, and its bounds. */
        Automation: {
            /** Format: date-time */
            changed_at: string | null;
            changed_by: string | null;
            /**
             * @description Of reminders; orders go by email.
             *
             *     * `sms` - sms
             *     * `whatsapp` - whatsapp
             *     * `email` - email
             */
            channel: components["schemas"]["MessageChannelEnum"];
            enabled: boolean;
            hours: components["schemas"]["Hours"];
            kind: components["schemas"]["AutomationKindEnum"];
            /**
             * Format: decimal
             * @description GHS: of a debt reminded of, or of an order.
             */
            max_amount: string;
            max_level: components["schemas"]["MaxLevelEnum"];
        };
        /**
         * @description * `reminder` - Reminder to a customer
         *     * `purchase_order` - Order to a supplier
         * @enum {string}
         */
        AutomationKindEnum: "reminder" | "purchase_order";
        Automations: {
            automations: components["schemas"]["Automation"][];
        };
        /** @description `reason` is null, or an error code that the feature would answer with; `permission_denied`: not in this role. */
        Availability: {
            available: boolean;
            /** Format: double */
            readonly current_balance: number;
            feature: components["schemas"]["AiFeatureEnum"];
            feature_name: string;
            has_credits: boolean;
            reason: components["schemas"]["UnavailableReasonEnum"] | components["schemas"]["NullEnum"];
            /** Format: double */
            readonly required: number;
            /** Format: double */
            readonly shortfall: number;
        };
        AvailabilityAnswer: components["schemas"]["Availability"] | components["schemas"]["AvailabilityList"];
        AvailabilityList: {
            features: components["schemas"]["Availability"][];
        };
        AverageOver: {
            count: number;
            per: string | null;
            value: string | number | null;
        };
        /** @description `balance` counts what is held for requests under way; `available` does not. */
        Balance: {
            /** Format: double */
            readonly available: number;
            /** Format: double */
            readonly balance: number;
            /** Format: date-time */
            expires_at: string | null;
            has_monthly_addon: boolean;
            /** Format: double */
            readonly held: number;
            is_active: boolean;
            lots: components["schemas"]["Lot"][];
            low_balance: boolean;
            monthly_addon_details: components["schemas"]["AddonDetails"] | null;
            /** Format: double */
            readonly total_purchased: number;
            /** Format: double */
            readonly total_used: number;
        };
        Bar: {
            data: components["schemas"]["Point"][];
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "bar";
            unit: components["schemas"]["FigureKindEnum"];
        };
        Batch: {
            code: string;
            /** @description 0 on the last good day; below zero when past it. */
            readonly days_left: number;
            /**
             * Format: date
             * @description The last day on which it is good.
             */
            expires_on: string;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            /** Format: decimal */
            quantity: string;
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
        };
        /** @description A supplier's bill; for goods that were received, its amount is theirs unless said. */
        BillRequest: {
            /** Format: decimal */
            amount?: string | null;
            /**
             * Format: date
             * @description Today unless said.
             */
            billed_on?: string | null;
            /**
             * Format: date
             * @description After the supplier's terms unless said.
             */
            due_on?: string | null;
            /** @default  */
            note?: string;
            /** @default  */
            number?: string;
        };
        /** @enum {unknown} */
        BlankEnum: "";
        /** @description Password and code: for what must not be done by whoever finds an open till. */
        BothRequest: {
            code: string;
            current_password: string;
        };
        Break: {
            /** Format: decimal */
            readonly min_quantity: string;
            /**
             * Format: decimal
             * @description GHS a unit from that quantity on.
             */
            price: string;
        };
        BreakEven: {
            change_percent: number | null;
            units_percent: number | null;
        };
        /** @description The cards of today, the weightiest first; none when nothing waits. */
        Brief: {
            cards: components["schemas"]["BriefCard"][];
            /** Format: date */
            date: string;
            nothing_needs_you: boolean;
        };
        BriefCard: {
            action: components["schemas"]["CardAction"];
            figure: string;
            /** Format: uuid */
            readonly id: string;
            kind: components["schemas"]["BriefCardKindEnum"];
            /**
             * Format: decimal
             * @description GHS.
             */
            stake: string;
            title: string;
            why_now: string;
        };
        /**
         * @description * `collect` - Money to collect
         *     * `promise_due` - Promises due
         *     * `runs_out` - Runs out before the next delivery
         *     * `expiring` - Expires before it sells
         *     * `dead_stock` - Lies too long
         *     * `credit_alert` - A customer is paying worse
         *     * `loss_alert` - Unusual records to check
         *     * `payment_stuck` - A payment for credits is stuck
         *     * `credits_expiring` - Credits expire
         *     * `unusual_day` - An unusual day
         * @enum {string}
         */
        BriefCardKindEnum: "collect" | "promise_due" | "runs_out" | "expiring" | "dead_stock" | "credit_alert" | "loss_alert" | "payment_stuck" | "credits_expiring" | "unusual_day";
        /** @description GHS of open bills by days overdue. */
        Buckets: {
            /** Format: decimal */
            readonly current: string;
            /** Format: decimal */
            readonly days_1_30: string;
            /** Format: decimal */
            readonly days_31_60: string;
            /** Format: decimal */
            readonly days_61_90: string;
            /** Format: decimal */
            readonly days_over_90: string;
        };
        BulkInputsRequest: {
            /** @default en */
            language?: components["schemas"]["LanguageEnum"];
            product_ids: string[];
            /** @default professional */
            tone?: components["schemas"]["DescriptionToneEnum"];
        };
        Business: {
            address: string;
            closes_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** @description For shops that close after midnight: until then it is still the day before. */
            day_ends_at: string | null;
            /** @description Where bills and alerts go; the owner's address when empty. */
            email: string;
            /** Format: uuid */
            readonly id: string;
            name: string;
            opens_at: string | null;
            phone: string;
            /** Tax identification number */
            tin: string;
            vat_registered: boolean;
        };
        /** @description The customer as a cashier may know them; `on_account` is whether this may be owed, never how much is. */
        Buyer: {
            /** Format: uuid */
            id: string;
            last: components["schemas"]["LastTime"] | null;
            on_account: boolean | null;
            price_tier: string;
        };
        BuyingProfile: {
            average_payment_days: number | null;
            last_purchase_date: string | null;
            previous_overdue_count: number;
            purchase_frequency: components["schemas"]["PurchaseFrequencyEnum"];
            /** Format: decimal */
            total_lifetime_purchases: string;
        };
        /** @description The person who acted. */
        By: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        CancelRequest: {
            /** @default false */
            immediate?: boolean;
        };
        Capabilities: {
            /** @description Operations that this role may call, by their operation id. */
            can: string[];
            features: components["schemas"]["Capability"][];
            role: components["schemas"]["RoleEnum"];
        };
        /** @description `reason` is null, or the error code of the refusal; `price` is in credits. */
        Capability: {
            available: boolean;
            feature: components["schemas"]["AiFeatureEnum"];
            /** Format: double */
            readonly price: number;
            reason: components["schemas"]["UnavailableReasonEnum"] | components["schemas"]["NullEnum"];
        };
        /** @description What the one button of a card does. */
        CardAction: {
            body: components["schemas"]["CardBody"] | null;
            label: string;
            method: string;
            path: string;
        };
        CardBody: {
            /** Format: uuid */
            card_id?: string;
            reference?: string;
        };
        Cart: {
            /** Format: uuid */
            readonly customer_id: string | null;
            readonly customer_name: string | null;
            /** Format: date-time */
            readonly held_at: string;
            /** Format: uuid */
            readonly held_by_id: string;
            readonly held_by_name: string | null;
            /** @description How the till tells it from the others. */
            readonly held_for: string;
            /** Format: uuid */
            readonly id: string;
            readonly lines: components["schemas"]["CartLine"][];
            /** Format: uuid */
            readonly storefront_id: string;
        };
        /** @description A line as a sale takes it. */
        CartLine: {
            discount: string;
            /** Format: uuid */
            pack_id: string | null;
            /** Format: uuid */
            product_id: string;
            quantity: string;
            unit_price: string | null;
        };
        CartLineInputsRequest: {
            /** Format: uuid */
            product_id: string;
            /**
             * Format: decimal
             * @default 1.000
             */
            quantity?: string;
        };
        Category: {
            /** Format: uuid */
            readonly id: string;
            name: string;
            /** Format: uuid */
            parent_id: string | null;
            /** @default 0 */
            readonly product_count: number;
        };
        /**
         * @description * `rent` - Rent
         *     * `wages` - Wages
         *     * `utilities` - Electricity and water
         *     * `transport` - Transport
         *     * `fuel` - Fuel
         *     * `repairs` - Repairs
         *     * `supplies` - Shop supplies and packaging
         *     * `communication` - Airtime and data
         *     * `security` - Security and cleaning
         *     * `marketing` - Marketing
         *     * `charges` - Bank and mobile money charges
         *     * `taxes` - Taxes and permits
         *     * `welfare` - Staff welfare
         *     * `other` - Other
         * @enum {string}
         */
        CategoryEnum: "rent" | "wages" | "utilities" | "transport" | "fuel" | "repairs" | "supplies" | "communication" | "security" | "marketing" | "charges" | "taxes" | "welfare" | "other";
        CategoryRequest: {
            name: string;
            /** Format: uuid */
            parent_id?: string | null;
        };
        /** @description A part of a change; all of them sum to it. */
        ChangeDriver: {
            /** Format: decimal */
            change: string;
            kind: string;
            name: string;
            /** @description Percent of the change. */
            share: number | null;
        };
        /** @description Rows to keep under their ids. */
        Changes: {
            customers: components["schemas"]["TillCustomer"][];
            packs: components["schemas"]["TillPack"][];
            price_lists: components["schemas"]["TillPriceList"][];
            products: components["schemas"]["TillProduct"][];
            stock: components["schemas"]["TillStock"][];
        };
        Channels: {
            /** @description What needs you today, at seven in the morning. */
            brief?: boolean;
            email?: boolean;
            email_to?: string;
            phone?: string;
            sms?: boolean;
        };
        ChannelsRequest: {
            /** @description What needs you today, at seven in the morning. */
            brief?: boolean;
            email?: boolean;
            email_to?: string;
            phone?: string;
            sms?: boolean;
        };
        ChoosePlanRequest: {
            /** @default  */
            callback_url?: string;
            /** @default mobile_money */
            payment_method?: components["schemas"]["PaymentMethodEnum"];
            plan: components["schemas"]["ChosenPlanEnum"];
        };
        /**
         * @description * `standard` - Standard
         *     * `ai_powered` - AI-Powered
         *     * `enterprise` - Enterprise
         *     * `addon` - Monthly add-on
         * @enum {string}
         */
        ChosenPlanEnum: "standard" | "ai_powered" | "enterprise" | "addon";
        /** @description What was counted: cash always, other ways to pay where the shop counts them. */
        CloseTillRequest: {
            counted: components["schemas"]["CountedRequest"][];
            /** @default  */
            reason?: string;
        };
        CodeRequest: {
            code: string;
        };
        CollectionCase: {
            ai_insights: components["schemas"]["CollectionInsights"];
            customer: components["schemas"]["Debtor"];
            customer_profile: components["schemas"]["BuyingProfile"];
            next_steps: string[];
            priority: number;
            rank: number;
            urgency: components["schemas"]["UrgencyEnum"];
        };
        CollectionHabits: {
            average_recovery_time: string | null;
            best_collection_days: string[];
            best_contact_times: string[];
            success_rate_with_payment_plans: string | null;
        };
        CollectionInsights: {
            collection_likelihood: components["schemas"]["CollectionLikelihoodEnum"];
            contact_today: boolean;
            reasoning: string;
            recommended_approach: components["schemas"]["RecommendedApproachEnum"];
            suggested_payment_plan: components["schemas"]["SuggestedPlan"] | null;
            talking_points: string[];
        };
        /** @enum {string} */
        CollectionLikelihoodEnum: "HIGH" | "MEDIUM" | "LOW";
        /** @description Write a reminder to a customer */
        CollectionMessageAnswer: {
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            credits_used: number;
            cultural_notes: string[];
            customer: components["schemas"]["MessageCustomer"];
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            invoices?: components["schemas"]["MessageInvoice"][] | null;
            language: string;
            message: components["schemas"]["WrittenMessage"] | null;
            message_type: string;
            message_type_requested: string;
            /** @description `offline` for wording of our own. */
            model: string;
            notices: string[];
            payment_plan?: components["schemas"]["SuggestedPlan"] | null;
            processing_time_ms: number;
            reviewed_translation?: boolean | null;
            sms_segments: number;
            /** Format: decimal */
            total_overdue: string;
            transaction_id: string | null;
            whatsapp_link: string | null;
        };
        /** @description A contact with a customer about a debt. */
        CollectionNote: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            channel: components["schemas"]["ContactChannelEnum"];
            /** Format: uuid */
            customer_id: string;
            readonly customer_name: string | null;
            /** Format: uuid */
            readonly id: string;
            /** @description first_reminder … when a reminder was sent. */
            message_type: string;
            /** Format: date */
            next_action_on: string | null;
            outcome: components["schemas"]["CollectionNoteOutcomeEnum"];
            text: string;
        };
        /**
         * @description * `reached` - Reached
         *     * `not_reached` - Not reached
         *     * `promised` - Promised to pay
         *     * `disputed` - Disputed
         *     * `refused` - Refused
         *     * `sent` - Message sent
         *     * `delivered` - Message delivered
         *     * `failed` - Message did not get there
         * @enum {string}
         */
        CollectionNoteOutcomeEnum: "reached" | "not_reached" | "promised" | "disputed" | "refused" | "sent" | "delivered" | "failed";
        /** @description A contact with a customer about a debt. */
        CollectionNoteRequest: {
            /** Format: date-time */
            at?: string;
            channel: components["schemas"]["ContactChannelEnum"];
            /** Format: uuid */
            customer_id: string;
            /** @description first_reminder … when a reminder was sent. */
            message_type?: string;
            /** Format: date */
            next_action_on?: string | null;
            outcome: components["schemas"]["CollectionNoteOutcomeEnum"];
            text?: string;
        };
        /** @description Whom to ask for money first */
        CollectionPriorityAnswer: {
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            credits_used: number;
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            message: string;
            /** @description `offline` for wording of our own. */
            model: string;
            not_asked_today: components["schemas"]["NotAskedToday"][];
            priority_list: components["schemas"]["CollectionCase"][];
            processing_time_ms: number;
            strategic_insights: components["schemas"]["CollectionHabits"];
            summary: components["schemas"]["CollectionSummary"];
            transaction_id: string | null;
        };
        CollectionSummary: {
            /** Format: date */
            as_of: string;
            /** Format: decimal */
            potential_recovery_30_days: string;
            /** Format: decimal */
            prioritized_amount: string;
            prioritized_count: number;
            /** Format: decimal */
            total_overdue_amount: string;
            total_overdue_customers: number;
        };
        /** @description A column of a table; `key` names it in each row, `unit` is written beside its figures, null where nothing is. */
        Column: {
            key: string;
            kind: components["schemas"]["FigureKindEnum"];
            title: string;
            unit: ("GHS" | "%" | "days") | null;
        };
        ComparableCustomers: {
            customers: number;
            default_rate_for_similar_profile: string | null;
            similar_approved_limit_avg: number | null;
        };
        CompetitorPrice: {
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            competitor: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            readonly id: string;
            note: string;
            /**
             * Format: decimal
             * @description GHS for one unit.
             */
            price: string;
            /** Format: uuid */
            product_id: string;
            readonly product_name: string | null;
            /** Format: date */
            seen_on: string;
        };
        CompetitorPriceRequest: {
            competitor: string;
            note?: string;
            /**
             * Format: decimal
             * @description GHS for one unit.
             */
            price: string;
            /** Format: uuid */
            product_id: string;
            /** Format: date */
            seen_on?: string;
        };
        CompetitorSeen: {
            competitor: string;
            /** Format: decimal */
            price: string;
            /** Format: date */
            seen_on: string;
        };
        ConsentText: {
            text: string;
            version: string;
        };
        ConstraintsRequest: {
            /**
             * Format: decimal
             * @default 20.0
             */
            max_discount_percent?: string;
            /**
             * Format: decimal
             * @default 10.0
             */
            min_margin_percent?: string;
        };
        /**
         * @description * `call` - Call
         *     * `sms` - SMS
         *     * `whatsapp` - WhatsApp
         *     * `email` - Email
         *     * `visit` - Visit
         * @enum {string}
         */
        ContactChannelEnum: "call" | "sms" | "whatsapp" | "email" | "visit";
        /** @description A conversation in a list, with its first question. */
        Conversation: {
            /** Format: date-time */
            readonly created_at: string;
            feature: string;
            /** Format: uuid */
            readonly id: string;
            /** @description Its first question. */
            title: string;
            turns: number;
            /** Format: date-time */
            updated_at: string;
        };
        CountedRequest: {
            /** Format: decimal */
            amount: string;
            method: components["schemas"]["MoneyMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
        };
        /** @description Everything but the words. */
        Counter: {
            alternatives: components["schemas"]["OfferedGood"][];
            customer: components["schemas"]["Buyer"] | null;
            missing: string[];
            products: components["schemas"]["OfferedGood"][];
            upsell: components["schemas"]["OfferedGood"][];
        };
        /** @description Who is being served, where, and what is in the cart already. */
        CounterInputsRequest: {
            cart?: components["schemas"]["CartLineInputsRequest"][];
            /** Format: uuid */
            customer_id?: string | null;
            /** Format: uuid */
            storefront_id?: string | null;
        };
        CreditAdvice: {
            action: components["schemas"]["CreditAdviceActionEnum"];
            /** @description From 0 to 1: the weight of the customer's own history. */
            confidence: number;
            suggested_limit: number;
            suggested_terms_days: number;
        };
        /** @enum {string} */
        CreditAdviceActionEnum: "APPROVE_FULL" | "APPROVE_PARTIAL" | "DENY" | "REQUIRE_MORE_INFO";
        /** @description An alert with its signs and what to do about them. */
        CreditAlert: {
            /** Format: date-time */
            acknowledged_at: string | null;
            acknowledged_by: string | null;
            ai_analysis: components["schemas"]["AlertAnalysis"];
            alert_type: string;
            /** Format: date-time */
            cleared_at: string | null;
            customer: components["schemas"]["AlertCustomer"];
            /** Format: date-time */
            detected_at: string;
            /** Format: uuid */
            id: string;
            severity: components["schemas"]["CreditAlertSeverityEnum"];
        };
        /**
         * @description * `HIGH` - High
         *     * `MEDIUM` - Medium
         * @enum {string}
         */
        CreditAlertSeverityEnum: "HIGH" | "MEDIUM";
        CreditAnalysis: {
            comparable_customers: components["schemas"]["ComparableCustomers"];
            positive_factors: string[];
            risk_factors: string[];
        };
        CreditApplied: {
            /** Format: decimal */
            readonly applied: string;
            customer: components["schemas"]["Customer"];
        };
        /** @description Assess a customer's credit */
        CreditAssessmentAnswer: {
            /** @constant */
            advice_only: true;
            analysis: components["schemas"]["CreditAnalysis"];
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            conditions: string[];
            credits_used: number;
            customer: components["schemas"]["AssessedCustomer"];
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            explanation: string;
            grade: string | null;
            knock_outs: string[];
            /** @description `offline` for wording of our own. */
            model: string;
            processing_time_ms: number;
            recommendation: components["schemas"]["CreditAdvice"];
            risk_level: ("LOW" | "MEDIUM" | "HIGH" | "VERY_HIGH") | null;
            risk_score: number | null;
            scorecard: components["schemas"]["ScorecardLine"][];
            shop_median_score: number | null;
            transaction_id: string | null;
        };
        CurrentPasswordRequest: {
            current_password: string;
        };
        CurrentPricing: {
            margin_percent: number | null;
            /** Format: decimal */
            retail_price: string;
            wholesale_price: string | null;
        };
        CustomAmount: {
            /** Format: double */
            readonly credits_per_cedi: number;
            /** Format: double */
            readonly maximum: number;
            /** Format: double */
            readonly minimum: number;
            /** @description Of the amount that was asked for; null without one. */
            quote: components["schemas"]["CustomQuote"] | null;
        };
        /** @description A customer; `balance` above zero is owed to the shop, below zero is the customer's credit. */
        Customer: {
            readonly address: string;
            /**
             * Format: decimal
             * @description What may still be bought on account; null without a limit.
             */
            readonly available_credit: string | null;
            /**
             * Format: decimal
             * @description outstanding - credit
             */
            readonly balance: string;
            /** Format: date-time */
            readonly created_at: string;
            /**
             * Format: decimal
             * @description Paid or returned, and not used yet.
             */
            readonly credit: string;
            /** @description No further sale on account. */
            readonly credit_hold: boolean;
            readonly credit_hold_reason: string;
            /** Format: decimal */
            readonly credit_limit: string | null;
            /** @description May be empty. */
            readonly email: string;
            /**
             * Format: date-time
             * @description When the personal data was removed.
             */
            readonly erased_at: string | null;
            /** @description As the customer likes it: Madam, Owura. */
            readonly form_of_address: string;
            /** Format: uuid */
            readonly id: string;
            readonly language: components["schemas"]["LanguageEnum"];
            /** @description Agreed to hear of offers. */
            readonly marketing_allowed: boolean;
            readonly name: string;
            /** Format: date */
            readonly oldest_due: string | null;
            /**
             * Format: decimal
             * @description The sum of the open invoices.
             */
            readonly outstanding: string;
            /**
             * Format: decimal
             * @description What of it is past its due date, less the customer's unused credit.
             */
            readonly overdue: string;
            /** @description E.164: +233241234567. */
            readonly phone: string;
            /**
             * Format: uuid
             * @description The prices of the customer's group, before those of the tier.
             */
            readonly price_list_id: string | null;
            readonly price_tier: components["schemas"]["PriceTierEnum"];
            /** @description Agreed to get receipts and statements as messages. */
            readonly receipts_allowed: boolean;
            readonly reminders_allowed: boolean;
            readonly terms_days: number;
        };
        /** @description At most 5,000 lines: name, phone, email, address, price_tier, credit_limit, terms_days, opening_balance, … */
        CustomerFileRequest: {
            /** @default  */
            dates?: components["schemas"]["DatesEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            decimal?: components["schemas"]["DecimalEnum"] | components["schemas"]["BlankEnum"];
            /**
             * Format: binary
             * @description CSV or .xlsx, at most 1 MB.
             */
            file: Blob;
        };
        /** @description What can be written of a customer. The terms of credit are for owners and managers. */
        CustomerInputRequest: {
            address?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            credit_hold?: boolean;
            credit_hold_reason?: string;
            /** Format: decimal */
            credit_limit?: string | null;
            email?: string;
            form_of_address?: string;
            language?: components["schemas"]["LanguageEnum"];
            /** @description Only after the customer agreed. */
            marketing_allowed?: boolean;
            name: string;
            /** @description Any usual form; kept as +233… */
            phone?: string;
            /** Format: uuid */
            price_list_id?: string | null;
            price_tier?: components["schemas"]["PriceTierEnum"];
            /** @description Only after the customer agreed. */
            receipts_allowed?: boolean;
            reminders_allowed?: boolean;
            terms_days?: number;
        };
        /** @description What became of the message. */
        CustomerMessage: {
            channel: components["schemas"]["ContactChannelEnum"];
            /** Format: date-time */
            delivered_at: string | null;
            problem: string;
            /** Format: date-time */
            sent_at: string | null;
            /**
             * Format: date-time
             * @description When the facts were read for the last time.
             */
            started_at: string;
            status: components["schemas"]["CustomerMessageStatusEnum"];
        };
        /**
         * @description * `sending` - On its way out
         *     * `handed_over` - Given to a person as a link
         *     * `sent` - Taken by the network
         *     * `delivered` - Delivered
         *     * `failed` - Did not get there
         *     * `uncertain` - Not known whether it left; never tried again
         * @enum {string}
         */
        CustomerMessageStatusEnum: "sending" | "handed_over" | "sent" | "delivered" | "failed" | "uncertain";
        CustomerSegmentationReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            ai_recommendations?: components["schemas"]["SegmentAdvice"][] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["CustomerSegmentationReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["SegmentationRow"][];
            summary: components["schemas"]["SegmentationTotals"];
            transaction_id?: string | null;
        };
        CustomerSegmentationReportChanges: {
            average_revenue?: number | null;
            customers?: number | null;
            customers_not_seen_lately?: number | null;
            method?: number | null;
            revenue?: number | null;
        };
        CustomerSegmentationReportComparison: {
            change_percent: components["schemas"]["CustomerSegmentationReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["SegmentationTotals"];
        };
        /** @description What became of a file of customers. */
        CustomersTaken: {
            created: number;
            /** @description Those that were there already; they stay as they are. */
            known: number;
            /** @description How many were entered of what was owed before. */
            opening_balances: number;
            problems: components["schemas"]["ImportProblem"][];
        };
        /** @description A price with its taxes of today; `total_amount` is what a purchase charges. */
        CustomQuote: {
            /** Format: double */
            readonly base_amount: number;
            /** Format: double */
            readonly credits: number;
            currency: string;
            taxes: components["schemas"]["PricedTax"][];
            /** Format: double */
            readonly total_amount: number;
            /** Format: double */
            readonly total_tax: number;
        };
        DashboardInputsRequest: {
            /**
             * Format: uuid
             * @description One storefront; the whole shop when empty.
             */
            storefront_id?: string;
        };
        /**
         * @description * `day-first` - day-first
         *     * `month-first` - month-first
         * @enum {string}
         */
        DatesEnum: "day-first" | "month-first";
        DayForecast: {
            /** Format: date */
            date: string;
            expected: number;
            high: number;
            low: number;
        };
        DaysRange: {
            /** @description In how many of all cases the units lie between `low` and `high`. */
            confidence: number;
            days: number;
            high: number;
            low: number;
            predicted_units: number;
        };
        DayUse: {
            /** Format: double */
            readonly credits: number;
            /** Format: date */
            date: string;
            requests: number;
        };
        Debtor: {
            credit_limit: string | null;
            days_overdue: number;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: decimal */
            outstanding_balance: string;
            /** Format: decimal */
            overdue_amount: string;
        };
        /**
         * @description * `point` - point
         *     * `comma` - comma
         * @enum {string}
         */
        DecimalEnum: "point" | "comma";
        DescribedProduct: {
            description: string;
            language: string;
            meta_description: string;
            /** Format: uuid */
            product_id: string;
            seo_keywords: string[];
            short_description: string;
            /** @constant */
            status: "done";
            suggestions: components["schemas"]["DescriptionSuggestions"];
            translation_reviewed?: boolean | null;
        };
        DescriptionSuggestions: {
            complementary_products: string[];
            upsell_opportunities: string[];
        };
        /**
         * @description * `professional` - professional
         *     * `casual` - casual
         *     * `technical` - technical
         *     * `marketing` - marketing
         * @enum {string}
         */
        DescriptionToneEnum: "professional" | "casual" | "technical" | "marketing";
        /** @enum {string} */
        DirectionEnum: "INCREASING" | "STABLE" | "DECREASING";
        DisputeRequest: {
            reason: string;
        };
        /** @description The drafts, each with the message to its supplier, and what nobody is known to supply. */
        Drafted: {
            lines_without_supplier: number;
            orders: components["schemas"]["SentOrder"][];
        };
        Elsewhere: {
            name: string;
            /**
             * Format: decimal
             * @description Null for a cashier of another storefront.
             */
            readonly quantity: string | null;
            /** Format: uuid */
            storefront_id: string;
        };
        /** @description The email of a user; `pending_email` waits for its link to be followed. */
        Email: {
            /** Format: email */
            email: string;
            pending_email: string;
            readonly verified: boolean;
        };
        EmailChangeRequest: {
            current_password: string;
            /**
             * Format: email
             * @description A new one, or the present one to be sent its link again.
             */
            email: string;
        };
        Enhancements: {
            language: string;
            personalized_message: string;
            product_tips: string[];
            recommendations: string[];
            /** @description Off for phrases that no native speaker has read yet. */
            reviewed: boolean;
        };
        Enrolment: {
            /** @description To type into the authenticator app. */
            secret: string;
            /** @description otpauth://…, to show as a QR code. */
            url: string;
        };
        EnterCountRequest: {
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            lines: components["schemas"]["FoundRequest"][];
        };
        /** @description Every error: `message` can be shown to a shop owner as it is. */
        Error: {
            available?: string;
            /** @description With `business_required`: those to choose from. */
            businesses?: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** @description With `confirmation_required`: the unlikely fields. */
            confirm?: string[];
            /** @description With `credit_limit_exceeded`. */
            credit_limit?: string;
            /** @description With `insufficient_credits`: what is available. */
            current_balance?: number;
            error: components["schemas"]["ErrorCode"];
            /** @description With `validation_error`: problems by field. */
            fields?: {
                [key: string]: components["schemas"]["FieldProblems"];
            };
            headroom?: string;
            message: string;
            outstanding?: string;
            /** @description With `out_of_stock`. */
            product_id?: string;
            requested?: string;
            required_credits?: number;
            /** @description Seconds to wait; also in the `Retry-After` header. */
            retry_after?: number;
            shortfall?: number;
        };
        /** @enum {string} */
        ErrorCode: "ai_disabled" | "ai_service_error" | "budget_exceeded" | "business_required" | "confirmation_required" | "conflict" | "consent_required" | "credit_limit_exceeded" | "idempotency_conflict" | "insufficient_credits" | "invalid_signature" | "method_not_allowed" | "not_acceptable" | "not_authenticated" | "not_found" | "out_of_stock" | "payload_too_large" | "payment_provider_error" | "permission_denied" | "rate_limited" | "request_in_progress" | "second_factor_required" | "server_error" | "service_unavailable" | "unsupported_media_type" | "validation_error" | "wrong_credentials";
        /**
         * @description * `week` - Week
         *     * `month` - Month
         * @enum {string}
         */
        EveryEnum: "week" | "month";
        /** @description A record to open. */
        Evidence: {
            /** Format: decimal */
            amount: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            kind: string;
            path: string;
        };
        /** @description Lines of the sale that come back, and new ones. `payments` meet what is due; `method` pays back what is over. */
        ExchangeRequest: {
            back: components["schemas"]["ReturnLineRequest"][];
            /**
             * @description Made by the till, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            lines: components["schemas"]["NewLineRequest"][];
            /** @default cash */
            method?: components["schemas"]["MoneyMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            note?: string;
            payments?: components["schemas"]["NewPaymentRequest"][];
            /** @default  */
            reference?: string;
            /** @default true */
            restock?: boolean;
            /**
             * Format: uuid
             * @description An open till; else your own, if you have one open.
             */
            till_id?: string | null;
        };
        Expense: {
            /** Format: decimal */
            readonly amount: string;
            /** Format: uuid */
            readonly by_id: string;
            readonly by_name: string | null;
            /** Format: date-time */
            readonly cancelled_at: string | null;
            readonly category: components["schemas"]["CategoryEnum"];
            readonly client_id: string;
            readonly has_photo: boolean;
            /** Format: uuid */
            readonly id: string;
            readonly method: components["schemas"]["TillPaymentMethodEnum"];
            readonly network: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            readonly note: string;
            /** Format: uuid */
            readonly recurring_id: string | null;
            readonly reference: string;
            /** Format: date */
            readonly spent_on: string;
            /** Format: uuid */
            readonly storefront_id: string | null;
            readonly storefront_name: string | null;
            /** Format: uuid */
            readonly supplier_id: string | null;
            readonly supplier_name: string | null;
            /** Format: uuid */
            readonly till_id: string | null;
        };
        ExpiringRow: {
            /** Format: decimal */
            at_risk: string;
            /** Format: uuid */
            batch_id: string;
            code: string;
            days_left: number;
            /** Format: date */
            expires_on: string;
            product: string;
            /** Format: uuid */
            product_id: string;
            storefront: string;
            /** Format: uuid */
            storefront_id: string;
            /** Format: decimal */
            units: string;
            /** Format: decimal */
            value: string;
            /** Format: decimal */
            value_at_risk: string;
            /** Format: decimal */
            would_sell: string;
        };
        ExpiringStockReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["ExpiringStockReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["ExpiringRow"][];
            summary: components["schemas"]["ExpiringTotals"];
            transaction_id?: string | null;
        };
        ExpiringStockReportChanges: {
            batches?: number | null;
            products?: number | null;
            value?: number | null;
            value_at_risk?: number | null;
            value_past_date?: number | null;
        };
        ExpiringStockReportComparison: {
            change_percent: components["schemas"]["ExpiringStockReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["ExpiringTotals"];
        };
        ExpiringTotals: {
            batches: number;
            products: number;
            /** Format: decimal */
            value: string;
            /** Format: decimal */
            value_at_risk: string;
            /** Format: decimal */
            value_past_date: string;
        };
        /** @description With an explanation in words, what that cost. */
        ExplainedAlert: {
            /** Format: date-time */
            acknowledged_at: string | null;
            acknowledged_by: string | null;
            ai_analysis: components["schemas"]["AlertAnalysis"];
            alert_type: string;
            /** Format: double */
            balance?: number;
            cached?: boolean;
            /** Format: date-time */
            cleared_at: string | null;
            /** Format: double */
            credits_used?: number;
            customer: components["schemas"]["AlertCustomer"];
            degraded?: boolean;
            /** Format: date-time */
            detected_at: string;
            /** Format: uuid */
            id: string;
            model?: string;
            processing_time_ms?: number;
            severity: components["schemas"]["CreditAlertSeverityEnum"];
            /** Format: uuid */
            transaction_id?: string | null;
        };
        /** @description With an explanation in words, what that cost. */
        ExplainedLossAlert: {
            ai_analysis: components["schemas"]["LossAnalysis"];
            /** Format: double */
            balance?: number;
            cached?: boolean;
            chances: number;
            /** Format: double */
            credits_used?: number;
            degraded?: boolean;
            /** Format: date-time */
            detection_time: string;
            events: number;
            evidence: components["schemas"]["Evidence"][];
            /** Format: double */
            expected: number;
            /** Format: uuid */
            id: string;
            /** Format: decimal */
            loss: string;
            /** Format: uuid */
            member_id: string | null;
            member_name: string | null;
            model?: string;
            peers: components["schemas"]["Peers"] | null;
            processing_time_ms?: number;
            severity: components["schemas"]["LossAlertSeverityEnum"];
            signal: string;
            /** Format: uuid */
            storefront_id: string;
            storefront_name: string;
            title: string;
            /** Format: uuid */
            transaction_id?: string | null;
            type: string;
            verdict: components["schemas"]["VerdictEnum"] | components["schemas"]["NullEnum"];
            /** Format: date-time */
            verdict_at: string | null;
            verdict_by: string | null;
            verdict_note: string;
            /**
             * Format: date
             * @description The Monday of the last week that was counted.
             */
            week: string;
            weeks: number;
        };
        ExplainTillRequest: {
            /** @description Why counted and expected differ. */
            reason: string;
        };
        Export: {
            by_name: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /**
             * Format: uuid
             * @description Of one customer; empty for the whole business.
             */
            readonly customer_id: string | null;
            /**
             * Format: date-time
             * @description When the file is deleted.
             */
            readonly expires_at: string | null;
            /** Format: date-time */
            readonly finished_at: string | null;
            /** Format: uuid */
            readonly id: string;
            /** @description Whether `download/` has the file. */
            readonly is_kept: boolean;
            readonly rows: number;
            readonly status: components["schemas"]["ExportStatusEnum"];
        };
        /**
         * @description * `waiting` - Waiting
         *     * `running` - Running
         *     * `done` - Done
         *     * `failed` - Failed
         * @enum {string}
         */
        ExportStatusEnum: "waiting" | "running" | "done" | "failed";
        FeatureCost: {
            category: string;
            /** Format: double */
            readonly credits: number;
            description: string;
            enabled: boolean;
            feature: components["schemas"]["AiFeatureEnum"];
            name: string;
            popular: boolean;
        };
        FeatureUse: {
            count: number;
            /** Format: double */
            readonly credits: number;
            feature: components["schemas"]["AiFeatureEnum"];
            name: string;
        };
        FeedbackGiven: {
            /** Format: double */
            balance: number;
            /** Format: double */
            credits_returned: number;
            message: string;
        };
        /** @description `misunderstood`: the answer was to another question than the one asked; its credits may be given back. */
        FeedbackRequest: {
            helpful?: boolean | null;
            /** @default false */
            misunderstood?: boolean;
            /** @default  */
            note?: string;
        };
        /** @description What is wrong with a field: sentences, or the same for each part of it. */
        FieldProblems: string[] | components["schemas"]["Json"][] | {
            [key: string]: components["schemas"]["Json"];
        };
        Figure: {
            text: string;
            unit: components["schemas"]["FigureKindEnum"];
            value: number | null;
        };
        /** @enum {string} */
        FigureKindEnum: "money" | "units" | "count" | "percent" | "days" | "date" | "text";
        /** @description The tax authority's marks; the last two are empty until a certified sales data controller gives them. */
        Fiscal: {
            qr: string | null;
            sdc_id: string | null;
            tin: string;
            vat_registered: boolean;
        };
        /**
         * @description * `oversold` - oversold
         *     * `clock` - clock
         * @enum {string}
         */
        FlagsEnum: "oversold" | "clock";
        FollowUpSchedule: {
            /** Format: date */
            escalation_date: string;
            /** Format: date */
            final_notice_date: string;
            /** Format: date */
            next_reminder: string;
        };
        /** @description How far the forecasts of the last days were off, beside the mean of four weeks. */
        ForecastAccuracy: {
            days: number;
            four_week_average_missed_percent: number;
            missed_percent: number;
            units_sold: number;
        };
        ForecastInputsRequest: {
            /** @default 30 */
            forecast_days?: number;
            /** @default true */
            include_recommendations?: boolean;
            /** @default true */
            include_seasonality?: boolean;
            /** Format: uuid */
            product_id: string;
            /**
             * Format: uuid
             * @description All storefronts when empty.
             */
            storefront_id?: string | null;
        };
        ForecastProduct: {
            current_stock: number;
            /** Format: uuid */
            id: string;
            name: string;
        };
        ForgotRequest: {
            /** Format: email */
            email: string;
        };
        Found: {
            /** @description When nothing fits the price or size, or all is out of stock. */
            alternatives: components["schemas"]["Hit"][];
            /** @description Off when the shop has nothing of the kind. */
            is_sold: boolean;
            /** @description Words that no product answers. */
            missing: string[];
            results: components["schemas"]["Hit"][];
            understood: components["schemas"]["Understood"];
        };
        FoundRequest: {
            /**
             * Format: decimal
             * @description Units on the shelf; null takes an entry back.
             */
            counted: string | null;
            /** Format: uuid */
            product_id: string;
        };
        GoodsReceipt: {
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** @description The sender's own id: one receipt, for ever. */
            client_id: string;
            /** Format: decimal */
            duty: string;
            /** Format: decimal */
            freight: string;
            /**
             * Format: decimal
             * @description GHS for the goods, without freight and duty.
             */
            goods_value: string;
            /** Format: uuid */
            readonly id: string;
            readonly lines: components["schemas"]["GoodsReceiptLine"][];
            note: string;
            /** Format: uuid */
            readonly order_id: string | null;
            readonly order_number: string | null;
            /** Format: date-time */
            received_at: string;
            /** @description The number of the delivery note. */
            reference: string;
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            /** Format: uuid */
            readonly supplier_id: string | null;
            readonly supplier_name: string | null;
        };
        GoodsReceiptLine: {
            batch_code: string;
            /** Format: date */
            expires_on: string | null;
            /** Format: uuid */
            readonly id: string;
            /**
             * Format: decimal
             * @description GHS of freight and duty that fall to this line.
             */
            landed: string;
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            /** Format: decimal */
            quantity: string;
            /**
             * Format: decimal
             * @description GHS a unit; empty if unknown.
             */
            unit_cost: string | null;
        };
        Heard: {
            received: boolean;
        };
        /** @description What can be pressed: a request, with its price on the label. */
        HelpAction: {
            body: components["schemas"]["HelpActionBody"];
            label: string;
            method: string;
            path: string;
        };
        HelpActionBody: {
            query: string;
        };
        /** @description A reply with what every AI answer has; help costs nothing. */
        HelpAnswer: {
            /** @description A question for `query/`, with its price on the label. */
            action: components["schemas"]["HelpAction"] | null;
            /** Format: double */
            balance: number;
            cached: boolean;
            choices: components["schemas"]["OfferedCard"][];
            /** Format: uuid */
            conversation_id: string;
            /** Format: double */
            credits_used: number;
            degraded: boolean;
            /** @description Whether a person answers by email. */
            readonly escalate: boolean;
            model: string;
            processing_time_ms: number;
            reply: string;
            sources: components["schemas"]["Source"][];
            /** Format: uuid */
            ticket_id: string | null;
            /** Format: uuid */
            transaction_id: string;
        };
        HelpQuestionRequest: {
            /** @description The id of one of the `choices`, in place of `message`. */
            card?: string;
            /** Format: uuid */
            conversation_id?: string | null;
            /** @default  */
            message?: string;
        };
        /** @description A product found. Never its cost. */
        Hit: {
            barcode: string;
            brand: string;
            /** @description Quantities from which a unit costs less. */
            breaks: components["schemas"]["Break"][];
            category: string;
            elsewhere: components["schemas"]["Elsewhere"][];
            /** Format: uuid */
            id: string;
            in_stock: boolean;
            name: string;
            packs: components["schemas"]["PackPrice"][];
            /**
             * Format: decimal
             * @description By the price lists, for the quantity asked for.
             */
            price: string;
            sku: string;
            unit: string;
            /**
             * Format: decimal
             * @description At the storefront of the search; at all of them where there is none.
             */
            readonly units: string;
        };
        /** @description Whole hours in Accra: from one until, not at, the other. */
        Hours: {
            from: number;
            until: number;
        };
        /** @description Whole hours in Accra: from one until, not at, the other. */
        HoursRequest: {
            from: number;
            until: number;
        };
        ImportProblem: {
            line: number;
            reason: string;
        };
        /**
         * @description * `waiting` - Waiting
         *     * `running` - Running
         *     * `done` - Done
         *     * `failed` - Failed
         *     * `undone` - Undone
         * @enum {string}
         */
        ImportStatusEnum: "waiting" | "running" | "done" | "failed" | "undone";
        Instalment: {
            /** Format: decimal */
            readonly amount: string;
            /** Format: date */
            due_on: string;
            /** Format: decimal */
            readonly paid: string;
            status: components["schemas"]["InstalmentStatusEnum"];
        };
        /**
         * @description * `paid` - paid
         *     * `open` - open
         *     * `overdue` - overdue
         * @enum {string}
         */
        InstalmentStatusEnum: "paid" | "open" | "overdue";
        /** @description What a product will sell */
        InventoryForecastAnswer: {
            accuracy: components["schemas"]["ForecastAccuracy"] | null;
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            credits_used: number;
            daily: components["schemas"]["DayForecast"][];
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            forecast: components["schemas"]["UnitsForecast"] | null;
            message: string;
            /** @description `offline` for wording of our own. */
            model: string;
            processing_time_ms: number;
            product: components["schemas"]["ForecastProduct"];
            recommendations: components["schemas"]["StockAdvice"] | null;
            seasonal_insights: components["schemas"]["Seasons"] | null;
            transaction_id: string | null;
        };
        Invitation: {
            /** Format: date-time */
            readonly created_at: string;
            /** Format: email */
            readonly email: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** Format: uuid */
            readonly id: string;
            readonly invited_by: string;
            readonly role: components["schemas"]["RoleEnum"];
        };
        InviteRequest: {
            /** Format: email */
            email: string;
            role: components["schemas"]["RoleEnum"];
        };
        Invoice: {
            /** Format: double */
            readonly base_amount: number;
            buyer: components["schemas"]["Party"];
            /** Format: double */
            readonly credits: number;
            readonly currency: string;
            /** Format: date-time */
            issued_at: string;
            number: string;
            package: components["schemas"]["PurchasePackageEnum"];
            payment_method: string;
            reference: string;
            seller: components["schemas"]["Party"];
            taxes: components["schemas"]["Tax"][];
            /** Format: double */
            readonly total_amount: number;
            /** Format: double */
            readonly total_tax: number;
        };
        /** @description Any JSON. */
        Json: unknown;
        /** @description The events of a batch, in its order; those kept before too. */
        KeptEvents: {
            events: components["schemas"]["TillEvent"][];
        };
        /**
         * @description * `en` - English
         *     * `tw` - Twi
         * @enum {string}
         */
        LanguageEnum: "en" | "tw";
        LastTime: {
            /** Format: date */
            on: string;
            /** Format: decimal */
            usual_quantity: string;
        };
        /** @description One change of the balance: in above zero, out below. */
        LedgerEntry: {
            /** Format: date-time */
            readonly created_at: string;
            /** Format: double */
            readonly credits: number;
            readonly feature: string | null;
            /** Format: uuid */
            readonly id: string;
            kind: components["schemas"]["LedgerEntryKindEnum"];
            /** @description Where the credits came from. */
            readonly lot_source: string;
            /** @description Of the purchase that the credits came with. */
            readonly reference: string | null;
            /** Format: uuid */
            readonly transaction_id: string | null;
        };
        /**
         * @description * `grant` - Granted
         *     * `spend` - Spent
         *     * `expire` - Expired
         *     * `refund` - Refunded
         *     * `void` - Voided
         *     * `debt` - Taken for a debt
         *     * `return` - Given back after a misunderstood question
         * @enum {string}
         */
        LedgerEntryKindEnum: "grant" | "spend" | "expire" | "refund" | "void" | "debt" | "return";
        Line: {
            data: components["schemas"]["Point"][];
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "line";
            unit: components["schemas"]["FigureKindEnum"];
        };
        LinkRequest: {
            /** @description From the link in the email. */
            token: string;
        };
        /** @description A device that is logged in; `current` is the one that asks. */
        LogIn: {
            /** @description The network address it came from. */
            address: string;
            /** Format: date-time */
            created_at: string;
            readonly current: boolean;
            /** @description As the browser or app calls itself. */
            device: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            readonly id: string;
            /**
             * Format: date-time
             * @description To the day; empty until the second day.
             */
            last_used_at: string | null;
        };
        LoginRequest: {
            /** @description Where a second factor is on. */
            code?: string;
            /** Format: email */
            email: string;
            password: string;
        };
        /** @description A pattern in the records that is unusual. `loss` in GHS in four weeks, beyond what was to be expected. */
        LossAlert: {
            ai_analysis: components["schemas"]["LossAnalysis"];
            chances: number;
            /** Format: date-time */
            detection_time: string;
            events: number;
            evidence: components["schemas"]["Evidence"][];
            /** Format: double */
            expected: number;
            /** Format: uuid */
            id: string;
            /** Format: decimal */
            loss: string;
            /** Format: uuid */
            member_id: string | null;
            member_name: string | null;
            peers: components["schemas"]["Peers"] | null;
            severity: components["schemas"]["LossAlertSeverityEnum"];
            signal: string;
            /** Format: uuid */
            storefront_id: string;
            storefront_name: string;
            title: string;
            type: string;
            verdict: components["schemas"]["VerdictEnum"] | components["schemas"]["NullEnum"];
            /** Format: date-time */
            verdict_at: string | null;
            verdict_by: string | null;
            verdict_note: string;
            /**
             * Format: date
             * @description The Monday of the last week that was counted.
             */
            week: string;
            weeks: number;
        };
        /**
         * @description * `HIGH` - High
         *     * `MEDIUM` - Medium
         *     * `LOW` - Low
         * @enum {string}
         */
        LossAlertSeverityEnum: "HIGH" | "MEDIUM" | "LOW";
        LossAnalysis: {
            context: string;
            /** @description With `?explain=1`, for credits. */
            explanation: string | null;
            honest_causes: string[];
            recommended_action: string;
            /** @description What the number is held against. */
            risk_factors: string[];
            summary: string;
            what_to_check: string;
        };
        Lot: {
            /** Format: date-time */
            expires_at: string | null;
            /** Format: double */
            readonly remaining: number;
            source: components["schemas"]["LotSourceEnum"];
        };
        /**
         * @description * `purchase` - Purchase
         *     * `bonus` - Bonus
         *     * `grant` - Staff grant
         *     * `trial` - Free trial
         *     * `addon` - Monthly add-on
         *     * `plan` - Plan
         *     * `rollover` - Rolled over
         * @enum {string}
         */
        LotSourceEnum: "purchase" | "bonus" | "grant" | "trial" | "addon" | "plan" | "rollover";
        /**
         * @description * `first_reminder` - First reminders alone
         *     * `second_reminder` - First and second reminders
         * @enum {string}
         */
        MaxLevelEnum: "first_reminder" | "second_reminder";
        Me: {
            businesses: components["schemas"]["MyBusiness"][];
            user: components["schemas"]["User"];
        };
        /** @description A merge; `customer-merges/{id}/undo/` parts the two again within a day. */
        Merged: {
            /** Format: date-time */
            readonly at: string;
            /** Format: uuid */
            readonly by_id: string;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly kept_id: string;
            /** Format: uuid */
            readonly merged_id: string;
            /** Format: date-time */
            readonly undone_at: string | null;
        };
        MergeRequest: {
            /**
             * Format: uuid
             * @description The customer who stays.
             */
            keep_id: string;
            /**
             * Format: uuid
             * @description The one whose account goes to the other.
             */
            merge_id: string;
        };
        /**
         * @description * `sms` - sms
         *     * `whatsapp` - whatsapp
         *     * `email` - email
         * @enum {string}
         */
        MessageChannelEnum: "sms" | "whatsapp" | "email";
        MessageCustomer: {
            /** Format: uuid */
            id: string;
        };
        MessageInputsRequest: {
            /** Format: uuid */
            customer_id: string;
            /** @default false */
            include_payment_plan?: boolean;
            /**
             * @description The customer's own when empty.
             *
             *     * `en` - English
             *     * `tw` - Twi
             */
            language?: components["schemas"]["LanguageEnum"];
            /** @default first_reminder */
            message_type?: components["schemas"]["MessageTypeEnum"];
            /** @default professional_friendly */
            tone?: components["schemas"]["ReminderToneEnum"];
        };
        MessageInvoice: {
            /** Format: decimal */
            amount: string;
            days_overdue: number;
            /** Format: date */
            due_date: string;
            invoice_id: string;
        };
        /**
         * @description * `first_reminder` - first_reminder
         *     * `second_reminder` - second_reminder
         *     * `final_notice` - final_notice
         *     * `payment_plan_offer` - payment_plan_offer
         * @enum {string}
         */
        MessageTypeEnum: "first_reminder" | "second_reminder" | "final_notice" | "payment_plan_offer";
        /** @description How much of the paid month's fair use is used, in credits at list price; it begins anew on `until`. */
        Meter: {
            /** Format: double */
            readonly limit: number;
            percent: number;
            /** Format: date */
            until: string;
            /** Format: double */
            readonly used: number;
        };
        /**
         * @description * `add` - Add
         *     * `update` - Update
         * @enum {string}
         */
        ModeEnum: "add" | "update";
        /**
         * @description * `received` - Received
         *     * `refund` - Refund
         * @enum {string}
         */
        MoneyKindEnum: "received" | "refund";
        /**
         * @description * `cash` - Cash
         *     * `mobile_money` - Mobile money
         *     * `card` - Card
         *     * `bank` - Bank
         * @enum {string}
         */
        MoneyMethodEnum: "cash" | "mobile_money" | "card" | "bank";
        Movement: {
            /** Format: date-time */
            at: string;
            /** Format: decimal */
            balance_after: string;
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /**
             * Format: uuid
             * @description The sale, return, receipt or count behind it.
             */
            document_id: string | null;
            /** Format: uuid */
            readonly id: string;
            kind: components["schemas"]["MovementKindEnum"];
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            /**
             * Format: decimal
             * @description Positive into the storefront, negative out of it.
             */
            quantity: string;
            reason: string;
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            /** Format: uuid */
            readonly transfer_id: string | null;
            /** Format: decimal */
            unit_cost: string | null;
        };
        /**
         * @description * `purchase` - Purchase
         *     * `sent_back` - Returned to the supplier
         *     * `sale` - Sale
         *     * `return` - Return
         *     * `adjustment` - Adjustment
         *     * `transfer` - Transfer
         * @enum {string}
         */
        MovementKindEnum: "purchase" | "sent_back" | "sale" | "return" | "adjustment" | "transfer";
        /** @description What an adjustment wrote; nothing when every count was right. */
        Movements: {
            movements: components["schemas"]["Movement"][];
        };
        /** @description A business of the user's, and the role in it. */
        MyBusiness: {
            /** Format: uuid */
            id: string;
            name: string;
            role: components["schemas"]["RoleEnum"];
        };
        NameCustomerRequest: {
            /** Format: uuid */
            customer_id: string;
        };
        NamedCustomer: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        NarratedReorderPlan: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            /** Format: date */
            as_of: string;
            balance?: number;
            budget: components["schemas"]["PlanBudget"] | null;
            cached?: boolean;
            /** @description How many results there are, beyond `limit` too. */
            count: number;
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            orders: components["schemas"]["PlanOrder"][];
            processing_time_ms?: number;
            results: components["schemas"]["PlanLine"][];
            summary: components["schemas"]["PlanSummary"];
            transaction_id?: string | null;
            transfers: components["schemas"]["PlanTransfer"][];
        };
        /** @description A report in plain words. */
        Narrative: {
            key_insights: string[];
            recommendations: string[];
            risk_factors: string[];
            summary: string;
            trends: components["schemas"]["TrendTold"][];
        };
        /** @description Ask a question about the shop */
        NaturalLanguageQueryAnswer: {
            actions?: components["schemas"]["QuestionAction"][] | null;
            answer: string;
            assumptions: string[];
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            change?: string | number | null;
            choices?: components["schemas"]["QuestionChoice"][] | null;
            confidence: number;
            /** Format: uuid */
            conversation_id: string;
            credits_used: number;
            data: components["schemas"]["QuestionData"] | null;
            data_sources: string[];
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            drivers?: components["schemas"]["QuestionDriver"][] | null;
            follow_up_questions: string[];
            /** @description `offline` for wording of our own. */
            model: string;
            /** @description How the question was understood, in words. */
            plan: string;
            processing_time_ms: number;
            query_type: components["schemas"]["QueryTypeEnum"];
            suggestions: string[];
            transaction_id: string | null;
            /** @description The answer in one sentence. */
            verdict: string;
            visualizations: (components["schemas"]["Number"] | components["schemas"]["Bar"] | components["schemas"]["Line"] | components["schemas"]["Pie"] | components["schemas"]["Table"] | components["schemas"]["Waterfall"])[];
        };
        NaturalLanguageQueryDataEvent: {
            data: components["schemas"]["QuestionFigures"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "data";
        };
        NaturalLanguageQueryDoneEvent: {
            data: components["schemas"]["NaturalLanguageQueryAnswer"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "done";
        };
        NaturalLanguageQueryErrorEvent: {
            data: components["schemas"]["Refused"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "error";
        };
        /** NaturalLanguageQueryEvent */
        NaturalLanguageQueryEvent: components["schemas"]["NaturalLanguageQueryPlanEvent"] | components["schemas"]["NaturalLanguageQueryDataEvent"] | components["schemas"]["NaturalLanguageQuerySentenceEvent"] | components["schemas"]["NaturalLanguageQueryReplaceEvent"] | components["schemas"]["NaturalLanguageQueryDoneEvent"] | components["schemas"]["NaturalLanguageQueryErrorEvent"];
        NaturalLanguageQueryPlanEvent: {
            data: components["schemas"]["QuestionPlan"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "plan";
        };
        NaturalLanguageQueryReplaceEvent: {
            data: components["schemas"]["Sentence"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "replace";
        };
        NaturalLanguageQuerySentenceEvent: {
            data: components["schemas"]["Sentence"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "sentence";
        };
        /**
         * @description * `mtn` - MTN MoMo
         *     * `telecel` - Telecel Cash
         *     * `at` - AT Money
         * @enum {string}
         */
        NetworkEnum: "mtn" | "telecel" | "at";
        /** @description A supplier's bill; for goods that were received, its amount is theirs unless said. */
        NewBillRequest: {
            /** Format: decimal */
            amount?: string | null;
            /**
             * Format: date
             * @description Today unless said.
             */
            billed_on?: string | null;
            /**
             * @description Made by the sender, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /**
             * Format: date
             * @description After the supplier's terms unless said.
             */
            due_on?: string | null;
            /** @default invoice */
            kind?: components["schemas"]["SupplierBillKindEnum"];
            /** @default  */
            note?: string;
            /** @default  */
            number?: string;
            /** Format: uuid */
            receipt_id?: string | null;
            /** Format: uuid */
            supplier_id: string;
        };
        NewCartRequest: {
            /** Format: uuid */
            customer_id?: string | null;
            /** @default  */
            held_for?: string;
            lines: components["schemas"]["NewLineRequest"][];
            /** Format: uuid */
            storefront_id: string;
        };
        NewCountRequest: {
            /**
             * Format: uuid
             * @description Only this category and all below it.
             */
            category_id?: string | null;
            /** @default  */
            note?: string;
            /** Format: uuid */
            storefront_id: string;
        };
        /**
         * @description * `cart_cancelled` - Cart cancelled
         *     * `line_removed` - Line removed after payment began
         *     * `drawer_opened` - Drawer opened without a sale
         *     * `receipt_reprinted` - Receipt printed again
         *     * `price_overridden` - Price overridden
         *     * `discount_refused` - Discount refused
         * @enum {string}
         */
        NewEventKindEnum: "cart_cancelled" | "line_removed" | "drawer_opened" | "receipt_reprinted" | "price_overridden" | "discount_refused";
        NewEventRequest: {
            /**
             * Format: decimal
             * @description What was in the cart, or taken off.
             */
            amount?: string | null;
            /** Format: date-time */
            at: string;
            /** @description Made by the till, once for each event. */
            client_id: string;
            kind: components["schemas"]["NewEventKindEnum"];
            /** @default  */
            note?: string;
            /** Format: uuid */
            product_id?: string | null;
            /** Format: decimal */
            quantity?: string | null;
            /** Format: uuid */
            sale_id?: string | null;
            /** Format: uuid */
            storefront_id: string;
            /** Format: uuid */
            till_id?: string | null;
        };
        NewEventsRequest: {
            events: components["schemas"]["NewEventRequest"][];
        };
        /** @description What an expense and a recurring one have in common. */
        NewExpenseRequest: {
            /** Format: decimal */
            amount: string;
            category: components["schemas"]["CategoryEnum"];
            /**
             * @description Made by the till, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** @default cash */
            method?: components["schemas"]["MoneyMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            note?: string;
            /** @default  */
            reference?: string;
            /**
             * Format: date
             * @description Today without it.
             */
            spent_on?: string | null;
            /** Format: uuid */
            storefront_id?: string | null;
            /** Format: uuid */
            supplier_id?: string | null;
            /**
             * Format: uuid
             * @description An open till; else your own, if you have one open.
             */
            till_id?: string | null;
        };
        NewExportRequest: {
            /**
             * Format: uuid
             * @description Of one customer; left out: everything.
             */
            customer_id?: string | null;
        };
        NewInstalmentRequest: {
            /** Format: decimal */
            amount: string;
            /** Format: date */
            due_on: string;
        };
        NewLineRequest: {
            /**
             * Format: decimal
             * @description Off the whole line, in GHS.
             * @default 0.00
             */
            discount?: string;
            /** Format: uuid */
            pack_id?: string | null;
            /** Format: uuid */
            product_id: string;
            /**
             * Format: decimal
             * @description Units, or packs where `pack_id` names one.
             */
            quantity: string;
            /**
             * Format: decimal
             * @description GHS for a unit, or for a pack. Another than the listed one is for owners and managers.
             */
            unit_price?: string | null;
        };
        /** @description A draft of an order. */
        NewOrderRequest: {
            /**
             * @description Made by the sender, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: date */
            expected_on?: string | null;
            lines: components["schemas"]["OrderLineInRequest"][];
            /** @default  */
            note?: string;
            /**
             * Format: uuid
             * @description Where the goods are to come.
             */
            storefront_id: string;
            /** Format: uuid */
            supplier_id: string;
        };
        /**
         * @description * `cash` - Cash
         *     * `mobile_money` - Mobile money
         *     * `card` - Card
         *     * `bank` - Bank
         *     * `on_account` - On account
         *     * `customer_credit` - Customer's credit
         * @enum {string}
         */
        NewPaymentMethodEnum: "cash" | "mobile_money" | "card" | "bank" | "on_account" | "customer_credit";
        /** @description Money from a customer. Without `invoices` it settles the oldest due first; the rest is their credit. */
        NewPaymentOnAccountRequest: {
            /** Format: decimal */
            amount: string;
            /**
             * @description Made by the till, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: uuid */
            customer_id: string;
            invoices?: components["schemas"]["SettleRequest"][];
            method: components["schemas"]["MoneyMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            /** Format: date-time */
            received_at?: string | null;
            /** @default  */
            reference?: string;
            /** Format: uuid */
            storefront_id?: string | null;
            /**
             * Format: uuid
             * @description An open till; else your own, if you have one open.
             */
            till_id?: string | null;
        };
        NewPaymentRequest: {
            /**
             * Format: decimal
             * @description Cash may be more than is due: the difference is the change.
             */
            amount: string;
            method: components["schemas"]["NewPaymentMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            reference?: string;
        };
        /** @description Instalments in the order of their days; `total`, where given, is what they must add up to. */
        NewPlanRequest: {
            /** Format: uuid */
            customer_id: string;
            instalments: components["schemas"]["NewInstalmentRequest"][];
            /** Format: decimal */
            total?: string | null;
        };
        /** @description A file of at most `most_megabytes`, and how to read it; a child says what is in it. */
        NewProductImportRequest: {
            /**
             * @description Only show what would come in (also as ?check=1).
             * @default false
             */
            check_only?: boolean;
            /** @default  */
            dates?: components["schemas"]["DatesEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            decimal?: components["schemas"]["DecimalEnum"] | components["schemas"]["BlankEnum"];
            /**
             * Format: binary
             * @description CSV, plain or gzipped, or .xlsx, at most 10 MB; columns sku, name, …
             */
            file: Blob;
            /**
             * @description update: what the file says takes the place of what is there.
             *
             *     * `add` - Add
             *     * `update` - Update
             * @default add
             */
            mode?: components["schemas"]["ModeEnum"];
        };
        /**
         * @description What to propose: `card_id`, for what a card of the brief says, or a `kind` with what it needs.
         *
         *     `reminder`: `customer_id`; `purchase_order`: `order_id` of a draft; `transfer`: `product_id`,
         *     `from_storefront_id`, `to_storefront_id`, `quantity`; `price_change`: `product_id`, `new_price`; `credit_limit`:
         *     `customer_id`, `credit_limit`; `credit_hold`: `customer_id`.
         */
        NewProposalRequest: {
            /** Format: uuid */
            card_id?: string;
            /**
             * @description Of a reminder or an order.
             *
             *     * `sms` - sms
             *     * `whatsapp` - whatsapp
             *     * `email` - email
             */
            channel?: components["schemas"]["MessageChannelEnum"];
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: decimal */
            credit_limit?: string;
            /** Format: uuid */
            customer_id?: string;
            /** Format: uuid */
            from_storefront_id?: string;
            kind?: components["schemas"]["ProposalKindEnum"];
            /**
             * @description The customer's own.
             *
             *     * `en` - English
             *     * `tw` - Twi
             */
            language?: components["schemas"]["LanguageEnum"];
            /**
             * @description Of a reminder.
             *
             *     * `first_reminder` - first_reminder
             *     * `second_reminder` - second_reminder
             *     * `final_notice` - final_notice
             *     * `payment_plan_offer` - payment_plan_offer
             */
            message_type?: components["schemas"]["MessageTypeEnum"];
            /** Format: decimal */
            new_price?: string;
            /** Format: uuid */
            order_id?: string;
            /** Format: uuid */
            product_id?: string;
            /** Format: decimal */
            quantity?: string;
            /** @description Of a hold. */
            reason?: string;
            /** Format: uuid */
            to_storefront_id?: string;
            /**
             * @description Of a reminder.
             *
             *     * `professional_friendly` - professional_friendly
             *     * `firm` - firm
             *     * `formal_legal` - formal_legal
             */
            tone?: components["schemas"]["ReminderToneEnum"];
        };
        /** @description What came without an order. */
        NewReceiptRequest: {
            bill?: components["schemas"]["BillRequest"] | null;
            /**
             * @description Made by the sender, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /**
             * Format: decimal
             * @description GHS; shared out over the lines by value.
             * @default 0.00
             */
            duty?: string;
            /**
             * Format: decimal
             * @description GHS; shared out over the lines by value.
             * @default 0.00
             */
            freight?: string;
            lines: components["schemas"]["ReceivedLineRequest"][];
            /** @default  */
            note?: string;
            /** Format: date-time */
            received_at?: string | null;
            /** @default  */
            reference?: string;
            /** Format: uuid */
            storefront_id: string;
            /** Format: uuid */
            supplier_id?: string | null;
        };
        /** @description What an expense and a recurring one have in common. */
        NewRecurringRequest: {
            /** Format: decimal */
            amount: string;
            category: components["schemas"]["CategoryEnum"];
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: date */
            ends_on?: string | null;
            every: components["schemas"]["EveryEnum"];
            /** @default cash */
            method?: components["schemas"]["MoneyMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            note?: string;
            /** Format: date */
            starts_on: string;
            /** Format: uuid */
            storefront_id?: string | null;
            /** Format: uuid */
            supplier_id?: string | null;
        };
        /** @description A sale at the till. What the payments leave open goes on the customer's account. */
        NewSaleRequest: {
            /**
             * @description Made by the till, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /**
             * @description An owner's or manager's, to go beyond.
             * @default
             */
            credit_approval_reason?: string;
            /** Format: uuid */
            customer_id?: string | null;
            /**
             * Format: decimal
             * @description Off the whole sale, in GHS.
             * @default 0.00
             */
            discount?: string;
            /** Format: date */
            due_date?: string | null;
            lines: components["schemas"]["NewLineRequest"][];
            /** @default  */
            note?: string;
            payments?: components["schemas"]["NewPaymentRequest"][];
            price_tier?: components["schemas"]["PriceTierEnum"] | components["schemas"]["NullEnum"];
            /** Format: date-time */
            sold_at?: string | null;
            /** Format: uuid */
            storefront_id: string;
            /**
             * Format: uuid
             * @description An open till; else your own, if you have one open.
             */
            till_id?: string | null;
        };
        /** @description A file of at most `most_megabytes`, and how to read it; a child says what is in it. */
        NewSalesImportRequest: {
            /**
             * @description Only show what would come in (also as ?check=1).
             * @default false
             */
            check_only?: boolean;
            /** @default  */
            dates?: components["schemas"]["DatesEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            decimal?: components["schemas"]["DecimalEnum"] | components["schemas"]["BlankEnum"];
            /**
             * Format: binary
             * @description CSV, plain or gzipped, or .xlsx, at most 64 MB, with the columns invoice_no, sold_at, product, quantity, unit_price; also understood: sku, category, list_price, unit_cost, customer, customer_phone, storefront, payment_method, staff, due_date, paid_at.
             */
            file: Blob;
            /**
             * @description update: what the file says takes the place of what is there.
             *
             *     * `add` - Add
             *     * `update` - Update
             * @default add
             */
            mode?: components["schemas"]["ModeEnum"];
            /**
             * Format: uuid
             * @description For lines that name no storefront.
             */
            storefront_id?: string | null;
        };
        NewStorefrontRequest: {
            address?: string;
            name: string;
            phone?: string;
        };
        /** @description Money paid, or a credit note of the supplier; it settles the bills named, then the oldest due. */
        NewSupplierPaymentRequest: {
            /** Format: decimal */
            amount: string;
            bill_ids?: string[];
            /**
             * @description Made by the sender, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            method: components["schemas"]["SupplierPaymentMethodEnum"];
            /** @default  */
            note?: string;
            /** Format: date-time */
            paid_at?: string | null;
            /** @default  */
            reference?: string;
            /** Format: uuid */
            supplier_id: string;
        };
        /** @description Goods that go back, credited by the supplier unless said. */
        NewSupplierReturnRequest: {
            /**
             * @description Made by the sender, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /**
             * @description Whether the supplier takes their value off what is owed.
             * @default true
             */
            is_credited?: boolean;
            lines: components["schemas"]["SentBackLineRequest"][];
            reason: string;
            /**
             * Format: uuid
             * @description On which they came: no more goes back than came.
             */
            receipt_id?: string | null;
            /**
             * Format: uuid
             * @description Where they stood.
             */
            storefront_id: string;
            /** Format: uuid */
            supplier_id: string;
        };
        NewTillMovementRequest: {
            /** Format: decimal */
            amount: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            kind: components["schemas"]["TillMovementKindEnum"];
            reason: string;
        };
        NewTransferRequest: {
            /** Format: uuid */
            from_storefront_id: string;
            lines: components["schemas"]["TransferLineRequest"][];
            /** @default  */
            note?: string;
            /** Format: uuid */
            to_storefront_id: string;
        };
        NotAskedToday: {
            customer: components["schemas"]["NamedCustomer"];
            /** Format: decimal */
            overdue_amount: string;
            reason: string;
            until: string | null;
        };
        NotDescribed: {
            error: string;
            /** Format: uuid */
            product_id: string;
            /** @constant */
            status: "failed";
        };
        NullEnum: null;
        Number: {
            data: components["schemas"]["Figure"];
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "number";
        };
        /** @description What an invitation says to whoever holds its secret. */
        Offered: {
            readonly business: string;
            /** Format: email */
            readonly email: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** @description Accept with the password of the account; else choose one. */
            has_account: boolean;
            readonly invited_by: string;
            readonly role: components["schemas"]["RoleEnum"];
        };
        OfferedCard: {
            id: string;
            title: string;
        };
        OfferedElsewhere: {
            name: string;
            /** @description Null for a cashier who is bound to a storefront. */
            units: string | null;
        };
        /** @description A product to offer, at the customer's price. */
        OfferedGood: {
            elsewhere: components["schemas"]["OfferedElsewhere"][];
            /** Format: uuid */
            id: string;
            in_stock: boolean;
            name: string;
            /** Format: decimal */
            price: string;
            unit: string;
            /** Format: decimal */
            units: string;
            why: string[];
        };
        /**
         * @description * `sale` - Sale
         *     * `payment` - Payment
         *     * `event` - Event
         * @enum {string}
         */
        OfflineItemKindEnum: "sale" | "payment" | "event";
        /** @description One thing that was done; `body` as its own address takes it, without moment and `client_id`. */
        OfflineItemRequest: {
            /**
             * Format: date-time
             * @description When it was done, by the till's clock.
             */
            at: string;
            body: {
                [key: string]: components["schemas"]["Json"];
            };
            /** @description Made by the till, once for each. */
            client_id: string;
            kind: components["schemas"]["OfflineItemKindEnum"];
        };
        OfflineRequest: {
            /**
             * Format: date-time
             * @description The till's clock now: times are corrected by it.
             */
            device_time?: string | null;
            items: components["schemas"]["OfflineItemRequest"][];
        };
        OneInputsRequest: {
            attributes?: {
                [key: string]: components["schemas"]["Json"];
            };
            category?: string;
            /** @default en */
            language?: components["schemas"]["LanguageEnum"];
            /** Format: uuid */
            product_id?: string;
            product_name?: string;
            /** @default professional */
            tone?: components["schemas"]["DescriptionToneEnum"];
        };
        /**
         * @description Where to send the customer, and what they will pay and get.
         *
         *     `access_code` and `public_key` are for paying inside the page or app with Paystack's own libraries instead.
         */
        Opened: {
            access_code: string;
            authorization_url: string;
            /** Format: double */
            readonly credits_to_add: number;
            invoice: components["schemas"]["Amounts"];
            readonly public_key: string;
            reference: string;
        };
        /** @description What a customer owed before the shop kept its books here; zero takes it back. */
        OpeningBalanceRequest: {
            /** Format: decimal */
            amount: string;
            /**
             * Format: date
             * @description After the customer's terms unless said.
             */
            due_on?: string | null;
            /**
             * Format: uuid
             * @description The oldest storefront unless said.
             */
            storefront_id?: string | null;
        };
        OpenTillRequest: {
            /**
             * Format: uuid
             * @description Owners and managers: for whom; else for yourself.
             */
            cashier_id?: string | null;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /**
             * Format: decimal
             * @description Cash in the till now.
             * @default 0.00
             */
            opening_float?: string;
            /** Format: uuid */
            storefront_id: string;
            /** @description What the shop calls the till: Till 1. */
            till: string;
        };
        /**
         * @description * `profit_maximization` - profit_maximization
         *     * `volume` - volume
         *     * `competitive` - competitive
         * @enum {string}
         */
        OptimizationGoalEnum: "profit_maximization" | "volume" | "competitive";
        Order: {
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** @description The sender's own id: one order, for ever. */
            client_id: string;
            /**
             * Format: date-time
             * @description When it was received in full, or cancelled.
             */
            closed_at: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date */
            expected_on: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly lines: components["schemas"]["OrderLine"][];
            note: string;
            readonly number: string;
            /** Format: date-time */
            sent_at: string | null;
            sent_by: components["schemas"]["OrderChannelEnum"] | components["schemas"]["BlankEnum"];
            status: components["schemas"]["OrderStatusEnum"];
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            /** Format: uuid */
            readonly supplier_id: string;
            readonly supplier_name: string | null;
            /** @description GHS as agreed; null while a cost is not known. */
            readonly total: string | null;
        };
        /**
         * @description * `email` - Email
         *     * `whatsapp` - WhatsApp
         *     * `other` - By phone or in person
         * @enum {string}
         */
        OrderChannelEnum: "email" | "whatsapp" | "other";
        /**
         * @description * `` -
         *     * `cheapest` - cheapest
         *     * `dearest` - dearest
         *     * `smallest` - smallest
         *     * `largest` - largest
         * @enum {string}
         */
        OrderEnum: "cheapest" | "dearest" | "smallest" | "largest";
        OrderLine: {
            /** Format: date */
            expected_on: string | null;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            /** Format: decimal */
            quantity: string;
            /** Format: decimal */
            received: string;
            readonly sku: string;
            readonly unit: string;
            /**
             * Format: decimal
             * @description GHS a unit as agreed; empty if unknown.
             */
            unit_cost: string | null;
        };
        OrderLineInRequest: {
            /** Format: date */
            expected_on?: string | null;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            quantity: string;
            /**
             * Format: decimal
             * @description GHS a unit as agreed.
             */
            unit_cost?: string | null;
        };
        /**
         * @description * `draft` - Draft
         *     * `sent` - Sent
         *     * `part_received` - Part received
         *     * `received` - Received
         *     * `cancelled` - Cancelled
         * @enum {string}
         */
        OrderStatusEnum: "draft" | "sent" | "part_received" | "received" | "cancelled";
        Outcome: {
            client_id: string;
            /** @description As the item's own endpoint would have responded. */
            error: {
                [key: string]: components["schemas"]["Json"];
            } | null;
            flags: components["schemas"]["FlagsEnum"][];
            /** Format: uuid */
            id: string | null;
            status: components["schemas"]["OutcomeStatusEnum"];
        };
        Outcomes: {
            /** @description By how much the till's clock is wrong; 0 when it is not. */
            clock_ahead_seconds: number;
            /** @description What to tell the person at the till; empty when all is well. */
            message: string;
            results: components["schemas"]["Outcome"][];
        };
        /**
         * @description * `taken` - taken
         *     * `repeated` - repeated
         *     * `refused` - refused
         * @enum {string}
         */
        OutcomeStatusEnum: "taken" | "repeated" | "refused";
        OwnPriceChange: {
            /** Format: decimal */
            new_price: string;
            /** Format: decimal */
            old_price: string;
            units_change_percent: number;
            /** Format: date */
            week_of: string;
            weeks_compared: number;
        };
        /** @description A price with its taxes of today; `total_amount` is what a purchase charges. */
        Pack: {
            /** Format: double */
            readonly base_amount: number;
            /** Format: double */
            readonly bonus_credits: number;
            /** Format: double */
            readonly cost_per_credit: number;
            /** Format: double */
            readonly credits: number;
            currency: string;
            name: string;
            /**
             * Format: double
             * @description GHS before taxes.
             */
            readonly price: number;
            recommended: boolean;
            savings: string;
            taxes: components["schemas"]["PricedTax"][];
            /** Format: double */
            readonly total_amount: number;
            /** Format: double */
            readonly total_credits: number;
            /** Format: double */
            readonly total_tax: number;
            type: string;
        };
        PackPrice: {
            barcode: string;
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: decimal
             * @description GHS for one pack.
             */
            price: string;
            /** Format: decimal */
            readonly units: string;
        };
        PaginatedAlertList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Alert"][];
        };
        PaginatedAudienceMemberList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["AudienceMember"][];
        };
        PaginatedAuditEntryList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["AuditEntry"][];
        };
        PaginatedBatchList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Batch"][];
        };
        PaginatedCartList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Cart"][];
        };
        PaginatedCategoryList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Category"][];
        };
        PaginatedCollectionNoteList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["CollectionNote"][];
        };
        PaginatedCompetitorPriceList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["CompetitorPrice"][];
        };
        PaginatedConversationList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Conversation"][];
        };
        PaginatedCreditAlertList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["CreditAlert"][];
        };
        PaginatedCustomerList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Customer"][];
        };
        PaginatedExpenseList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Expense"][];
        };
        PaginatedExportList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Export"][];
        };
        PaginatedGoodsReceiptList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["GoodsReceipt"][];
        };
        PaginatedInvitationList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Invitation"][];
        };
        PaginatedLedgerEntryList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["LedgerEntry"][];
        };
        PaginatedLogInList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["LogIn"][];
        };
        PaginatedLossAlertList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["LossAlert"][];
        };
        PaginatedMergedList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Merged"][];
        };
        PaginatedMovementList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Movement"][];
        };
        PaginatedOrderList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Order"][];
        };
        PaginatedPaymentList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Payment"][];
        };
        PaginatedPlanList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Plan"][];
        };
        PaginatedPriceChangeList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["PriceChange"][];
        };
        PaginatedPriceListRowList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["PriceListRow"][];
        };
        PaginatedProductImportRowList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["ProductImportRow"][];
        };
        PaginatedProductList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Product"][];
        };
        PaginatedProductPackList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["ProductPack"][];
        };
        PaginatedPromiseList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Promise"][];
        };
        PaginatedProposalList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Proposal"][];
        };
        PaginatedPurchaseList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Purchase"][];
        };
        PaginatedRecurringList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Recurring"][];
        };
        PaginatedSaleList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Sale"][];
        };
        PaginatedSalesImportRowList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["SalesImportRow"][];
        };
        PaginatedSearchWordList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["SearchWord"][];
        };
        PaginatedStaffList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Staff"][];
        };
        PaginatedStockAlertList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["StockAlert"][];
        };
        PaginatedStockCountLineList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["StockCountLine"][];
        };
        PaginatedStockCountList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["StockCount"][];
        };
        PaginatedStockList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Stock"][];
        };
        PaginatedStorefrontList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Storefront"][];
        };
        PaginatedSupplierBillList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["SupplierBill"][];
        };
        PaginatedSupplierList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Supplier"][];
        };
        PaginatedSupplierPaymentList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["SupplierPayment"][];
        };
        PaginatedSupplierReturnList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["SupplierReturn"][];
        };
        PaginatedTillEventList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["TillEvent"][];
        };
        PaginatedTillSessionList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["TillSession"][];
        };
        PaginatedTransactionList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Transaction"][];
        };
        PaginatedTransferList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous: string | null;
            results: components["schemas"]["Transfer"][];
        };
        Party: {
            address: string;
            name: string;
            tin: string;
        };
        PasswordChangeRequest: {
            current_password: string;
            new_password: string;
        };
        PatchedAcknowledgeRequest: {
            acknowledged?: boolean;
        };
        /** @description `stop_all` ends every standing yes; else `kind` and what is to change of it. */
        PatchedAutomationChangeRequest: {
            channel?: components["schemas"]["MessageChannelEnum"];
            enabled?: boolean;
            hours?: components["schemas"]["HoursRequest"];
            kind?: components["schemas"]["AutomationKindEnum"];
            /** Format: decimal */
            max_amount?: string;
            max_level?: components["schemas"]["MaxLevelEnum"];
            /** @default false */
            stop_all?: boolean;
        };
        PatchedBusinessRequest: {
            address?: string;
            closes_at?: string | null;
            /** @description For shops that close after midnight: until then it is still the day before. */
            day_ends_at?: string | null;
            /** @description Where bills and alerts go; the owner's address when empty. */
            email?: string;
            name?: string;
            opens_at?: string | null;
            phone?: string;
            /** Tax identification number */
            tin?: string;
            vat_registered?: boolean;
        };
        PatchedCategoryRequest: {
            name?: string;
            /** Format: uuid */
            parent_id?: string | null;
        };
        PatchedCompetitorPriceRequest: {
            competitor?: string;
            note?: string;
            /**
             * Format: decimal
             * @description GHS for one unit.
             */
            price?: string;
            /** Format: uuid */
            product_id?: string;
            /** Format: date */
            seen_on?: string;
        };
        /** @description What can be written of a customer. The terms of credit are for owners and managers. */
        PatchedCustomerInputRequest: {
            address?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            credit_hold?: boolean;
            credit_hold_reason?: string;
            /** Format: decimal */
            credit_limit?: string | null;
            email?: string;
            form_of_address?: string;
            language?: components["schemas"]["LanguageEnum"];
            /** @description Only after the customer agreed. */
            marketing_allowed?: boolean;
            name?: string;
            /** @description Any usual form; kept as +233… */
            phone?: string;
            /** Format: uuid */
            price_list_id?: string | null;
            price_tier?: components["schemas"]["PriceTierEnum"];
            /** @description Only after the customer agreed. */
            receipts_allowed?: boolean;
            reminders_allowed?: boolean;
            terms_days?: number;
        };
        /** @description What changes of a draft; `lines` replace those it had. */
        PatchedOrderChangeRequest: {
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: date */
            expected_on?: string | null;
            lines?: components["schemas"]["OrderLineInRequest"][];
            note?: string;
        };
        /** @description A price list with its prices; `entries` that are sent take the place of all that it had. */
        PatchedPriceListRequest: {
            /**
             * Format: date
             * @description The last day on which it holds.
             */
            ends_on?: string | null;
            entries?: components["schemas"]["PriceListEntryRequest"][];
            /** @description Off: for the customers who are given this list. */
            for_everyone?: boolean;
            is_active?: boolean;
            name?: string;
            /** Format: date */
            starts_on?: string | null;
        };
        /** @description Several units sold as one thing. Prices in GHS for one pack. */
        PatchedProductPackRequest: {
            barcode?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            is_active?: boolean;
            /** @description carton of 24, bag of 50 kg, olonka. */
            name?: string;
            /** Format: uuid */
            product_id?: string;
            /** Format: decimal */
            retail_price?: string;
            /**
             * Format: decimal
             * @description Units of the product in one pack; stays as it is.
             */
            units?: string;
            /** Format: decimal */
            wholesale_price?: string | null;
        };
        /** @description A product with its stock; `cost` is null for cashiers. */
        PatchedProductRequest: {
            attributes?: {
                [key: string]: components["schemas"]["Json"];
            };
            barcode?: string;
            brand?: string;
            /** Format: uuid */
            category_id?: string | null;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: decimal */
            cost?: string;
            description?: string;
            is_active?: boolean;
            /** Format: decimal */
            minimum_order_quantity?: string;
            name?: string;
            /** Format: decimal */
            reorder_level?: string;
            /** Format: decimal */
            retail_price?: string;
            sku?: string;
            /** Format: uuid */
            supplier_id?: string | null;
            /** @description Off for services: delivery, repairs, airtime. */
            tracks_stock?: boolean;
            unit?: string;
            /** @description Sold in whole numbers; off for what is weighed or measured. */
            whole_units_only?: boolean;
            /** Format: decimal */
            wholesale_price?: string | null;
        };
        /** @description A word of the shop's customers: `said` "nkate", `meant` "groundnut paste | peanut butter". */
        PatchedSearchWordRequest: {
            meant?: string;
            said?: string;
        };
        PatchedSeenRequest: {
            acknowledged?: boolean;
        };
        /** @description What an owner may change; a field left out stays. */
        PatchedSettingsChangeRequest: {
            ai_enabled?: boolean;
            consent?: boolean;
            /** Format: decimal */
            low_balance_threshold?: string | null;
            notification_channels?: components["schemas"]["ChannelsRequest"];
            voice?: boolean;
        };
        /** @description A person who works here; `email` is null for one known only from imported history. */
        PatchedStaffRequest: {
            is_active?: boolean;
            /** @description As the business calls this person. */
            name?: string;
            role?: components["schemas"]["RoleEnum"];
            /** Format: uuid */
            storefront_id?: string | null;
        };
        PatchedStorefrontRequest: {
            address?: string;
            is_active?: boolean;
            name?: string;
            phone?: string;
        };
        PatchedSupplierRequest: {
            email?: string;
            lead_time_days?: number;
            /** Format: decimal */
            minimum_order?: string | null;
            name?: string;
            /** Format: decimal */
            order_cost?: string | null;
            phone?: string;
            terms_days?: number;
        };
        PatchedUserRequest: {
            name?: string;
            phone?: string;
        };
        /** @description What the owner found out; null takes it back. */
        PatchedVerdictRequest: {
            /** @default  */
            note?: string;
            verdict?: components["schemas"]["VerdictEnum"] | components["schemas"]["NullEnum"];
        };
        /** @description Money received or paid back; `unallocated` is the customer's credit. */
        Payment: {
            /**
             * Format: decimal
             * @description Sum of its allocations and of what was paid back; for money paid back, all of it.
             */
            readonly allocated: string;
            readonly allocations: components["schemas"]["SettledInvoice"][];
            /** Format: decimal */
            readonly amount: string;
            /** @description The till's own id: one payment, for ever. */
            readonly client_id: string;
            /** Format: uuid */
            readonly customer_id: string | null;
            readonly customer_name: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["MoneyKindEnum"];
            readonly method: components["schemas"]["TillPaymentMethodEnum"];
            /** @description mtn, telecel or at; empty when not mobile money. */
            readonly network: string;
            readonly note: string;
            /** Format: date-time */
            readonly received_at: string;
            /** Format: uuid */
            readonly received_by_id: string | null;
            readonly received_by_name: string | null;
            readonly reference: string;
            /**
             * Format: uuid
             * @description The payment that this one pays back.
             */
            readonly reverses_id: string | null;
            /**
             * Format: uuid
             * @description Paid at the till.
             */
            readonly sale_id: string | null;
            readonly sale_number: string | null;
            /** Format: uuid */
            readonly storefront_id: string | null;
            /**
             * Format: decimal
             * @description Cash handed over, when more than the amount; the rest was change.
             */
            readonly tendered: string | null;
            /** Format: uuid */
            readonly till_id: string | null;
            /** Format: decimal */
            readonly unallocated: string;
        };
        /** @description When one invoice will be paid; without a date, `prediction_reasoning` says why. */
        PaymentForecast: {
            /** Format: decimal */
            amount: string;
            confidence: number | null;
            days_overdue: number;
            disputed: boolean;
            due_date: string | null;
            /** Format: uuid */
            id: string;
            /** @description The earliest and the latest likely day. */
            interval: string[] | null;
            invoice_id: string;
            predicted_payment_date: string | null;
            prediction_reasoning: string;
            recommended_action: string;
        };
        /**
         * @description * `mobile_money` - Mobile money
         *     * `card` - Card
         * @enum {string}
         */
        PaymentMethodEnum: "mobile_money" | "card";
        PaymentPattern: {
            average_payment_day_after_due: number | null;
            monthly_cash_flow_cycle: string | null;
            payment_consistency: string;
            preferred_payment_days: string[];
            seasonality: string | null;
            settled_invoices: number;
        };
        /** @description When a customer will pay */
        PaymentPredictionAnswer: {
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            credits_used: number;
            customer: components["schemas"]["PredictedCustomer"];
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            message: string;
            /** @description `offline` for wording of our own. */
            model: string;
            payment_pattern_analysis: components["schemas"]["PaymentPattern"];
            predictions: components["schemas"]["PaymentForecast"][];
            processing_time_ms: number;
            transaction_id: string | null;
        };
        PayStorefrontsRequest: {
            /** @default  */
            callback_url?: string;
            /** @default 1 */
            months?: number;
            /** @default mobile_money */
            payment_method?: components["schemas"]["PaymentMethodEnum"];
        };
        /** @description Events for each opportunity, of the others. */
        Peers: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
        };
        /** @description Low, middle and high, in percent. */
        PercentRange: {
            high: number | null;
            low: number | null;
            mid: number | null;
        };
        PhotoRequest: {
            /**
             * Format: binary
             * @description JPEG, PNG or PDF of at most 5 MB.
             */
            photo: Blob;
        };
        Pie: {
            data: components["schemas"]["Point"][];
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "pie";
            unit: components["schemas"]["FigureKindEnum"];
        };
        Place: {
            address: string;
            name: string;
            phone: string;
        };
        /** @description A payment plan, filled in order by what the customer paid since it was agreed. */
        Plan: {
            /** Format: date */
            readonly agreed_on: string;
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** Format: date-time */
            readonly cancelled_at: string | null;
            /** Format: uuid */
            readonly customer_id: string;
            readonly customer_name: string | null;
            /** Format: decimal */
            readonly due_by_now: string;
            /** Format: uuid */
            readonly id: string;
            readonly instalments: components["schemas"]["Instalment"][];
            /** Format: decimal */
            readonly received: string;
            readonly status: components["schemas"]["PlanStatusEnum"];
            /** Format: decimal */
            readonly total: string;
        };
        PlanBudget: {
            /** Format: decimal */
            given: string;
            /** Format: decimal */
            left: string;
            lines_cut: number;
            lines_left_out: number;
            lines_without_cost: number;
            /** Format: decimal */
            spent: string;
        };
        /** @description `payment` is to be made now (status 201); without one the change comes on `changes_on` (status 200). */
        PlanChosen: {
            /** Format: date */
            changes_on: string | null;
            payment: components["schemas"]["Opened"] | null;
            subscription: components["schemas"]["Addon"] | null;
        };
        /** @description A product at a storefront. */
        PlanLine: {
            abc: string;
            action: components["schemas"]["Action"];
            daily_demand: number;
            /** @description Null where nothing sells. */
            days_of_cover: number | null;
            /** Format: decimal */
            excess_units: string;
            /** Format: decimal */
            excess_value: string;
            /** Format: decimal */
            from_other_storefronts: string;
            lead_time_days: number;
            /** @description From how many receipts it was measured. */
            lead_time_receipts: number;
            /** Format: decimal */
            margin_at_risk: string;
            /**
             * Format: decimal
             * @description Units below which the supplier sells none.
             */
            minimum_order_quantity: string;
            /** Format: decimal */
            on_hand: string;
            /** Format: decimal */
            on_order: string;
            /** @description For how many days of sales an order is. */
            order_days: number;
            order_up_to: number;
            order_value: string | null;
            /** Format: decimal */
            pack_units: string;
            /**
             * Format: decimal
             * @description On hand and on order.
             */
            position: string;
            product: string;
            /** Format: uuid */
            product_id: string;
            reason: string;
            reorder_point: number;
            runs_out_on: string | null;
            safety_stock: number;
            service_level: number;
            sku: string;
            storefront: string;
            /** Format: uuid */
            storefront_id: string;
            /** Format: decimal */
            suggested_quantity: string;
            supplier: string;
            supplier_id: string | null;
            unit: string;
            /** @description Null: not known. */
            unit_cost: string | null;
            urgency: components["schemas"]["Urgency"];
            xyz: string;
        };
        /** @description What to buy from one supplier for one storefront; its first 200 lines. */
        PlanOrder: {
            /** Format: date */
            expected_on: string;
            line_count: number;
            lines: components["schemas"]["PlanOrderLine"][];
            lines_without_cost: number;
            /**
             * Format: decimal
             * @description GHS by which it is below the supplier's minimum.
             */
            missing_to_minimum: string;
            storefront: string;
            /** Format: uuid */
            storefront_id: string;
            supplier: string;
            /** @description Null: the shop has not said from whom. */
            supplier_id: string | null;
            /** Format: decimal */
            total: string;
        };
        PlanOrderLine: {
            product: string;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            quantity: string;
            reason: string;
            unit: string;
            unit_cost: string | null;
            value: string | null;
        };
        /**
         * @description * `active` - active
         *     * `behind` - behind
         *     * `completed` - completed
         *     * `cancelled` - cancelled
         * @enum {string}
         */
        PlanStatusEnum: "active" | "behind" | "completed" | "cancelled";
        /** @description The plan in a few figures. */
        PlanSummary: {
            /** Format: decimal */
            dead_stock_value: string;
            /**
             * Format: decimal
             * @description Margin that will be missed if nothing is ordered.
             */
            margin_at_risk: string;
            /** Format: decimal */
            order_value: string;
            out_of_stock: number;
            /** Format: decimal */
            overstock_value: string;
            products: number;
            /** @description Products to order, one for each storefront. */
            to_order: number;
            transfers: number;
        };
        /** @description Units to move before anything is bought. */
        PlanTransfer: {
            from_storefront: string;
            /** Format: uuid */
            from_storefront_id: string;
            product: string;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            quantity: string;
            reason: string;
            /** Format: decimal */
            saves: string;
            to_storefront: string;
            /** Format: uuid */
            to_storefront_id: string;
            unit: string;
        };
        /** @description A bar, a slice or a place on a line. `date` is the first day where the label is of time. */
        Point: {
            before?: number | null;
            date?: string | null;
            label: string;
            value: number | null;
        };
        /** @description How healthy your customers' credit is */
        PortfolioDashboardAnswer: {
            ai_executive_summary: string;
            ai_insights: components["schemas"]["PortfolioInsights"];
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            credits_used: number;
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            key_metrics: components["schemas"]["PortfolioFigures"];
            /** @description `offline` for wording of our own. */
            model: string;
            portfolio_health: components["schemas"]["PortfolioHealth"];
            processing_time_ms: number;
            recommendations: string[];
            top_debtors: components["schemas"]["TopDebtor"][];
            transaction_id: string | null;
        };
        PortfolioFigures: {
            average_collection_days: number | null;
            customers_overdue: number;
            customers_owing: number;
            /** Format: decimal */
            default_risk_amount: string;
            /** Format: decimal */
            overdue_amount: string;
            overdue_percentage: number | null;
            /** Format: decimal */
            total_credit_extended: string;
            /** Format: decimal */
            total_outstanding: string;
            utilization_percentage: number | null;
        };
        PortfolioHealth: {
            overall_score: number | null;
            previous_score: number | null;
            status: ("EXCELLENT" | "GOOD" | "MODERATE_RISK" | "HIGH_RISK" | "CRITICAL") | null;
            trend: ("IMPROVING" | "STABLE" | "DETERIORATING") | null;
        };
        PortfolioInsights: {
            biggest_risks: components["schemas"]["PortfolioRisk"][];
            opportunities: components["schemas"]["PortfolioOpportunity"][];
            trends: components["schemas"]["PortfolioTrends"];
        };
        PortfolioOpportunity: {
            action: string;
            customers: number;
            opportunity: string;
            potential_revenue: string;
        };
        PortfolioRisk: {
            action: string;
            /** Format: decimal */
            amount: string;
            customers: number;
            risk: string;
        };
        PortfolioTrends: {
            default_rate_trend: components["schemas"]["DirectionEnum"];
            explanation: string;
            payment_days_trend: components["schemas"]["DirectionEnum"];
            utilization_trend: components["schemas"]["DirectionEnum"];
        };
        PredictedCustomer: {
            /** Format: uuid */
            id: string;
            name: string;
            outstanding_invoices: number;
            /** Format: decimal */
            total_due: string;
        };
        PriceAdvice: {
            changes: boolean;
            confidence: number | null;
            expected_impact: components["schemas"]["PriceImpact"] | null;
            reasoning: string;
            rests_on: string;
            /** Format: decimal */
            suggested_retail_price: string;
            suggested_wholesale_price: string | null;
        };
        PriceChange: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** Format: uuid */
            readonly id: string;
            /** Format: decimal */
            new_cost: string;
            /** Format: decimal */
            new_retail_price: string;
            /** Format: decimal */
            new_wholesale_price: string | null;
            /** Format: decimal */
            old_cost: string;
            /** Format: decimal */
            old_retail_price: string;
            /** Format: decimal */
            old_wholesale_price: string | null;
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            source: components["schemas"]["PriceChangeSourceEnum"];
        };
        /**
         * @description * `product` - Product page
         *     * `import` - File of products
         *     * `delivery` - Delivery
         *     * `staff` - Support staff
         * @enum {string}
         */
        PriceChangeSourceEnum: "product" | "import" | "delivery" | "staff";
        PricedProduct: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** @description `rate` is in percent. */
        PricedTax: {
            /** Format: double */
            readonly amount: number;
            name: string;
            /** Format: double */
            readonly rate: number;
        };
        /** @description The product's own changes of price, oldest first. */
        PriceEvidence: {
            is_enough: boolean;
            own_changes: components["schemas"]["OwnPriceChange"][];
            weeks_sold: number;
        };
        PriceImpact: {
            profit_impact: string | null;
            profit_range_percent: components["schemas"]["PercentRange"] | null;
            volume_increase_percent: number | null;
            volume_range_percent: components["schemas"]["PercentRange"] | null;
        };
        PriceInputsRequest: {
            constraints?: components["schemas"]["ConstraintsRequest"];
            /** @default profit_maximization */
            optimization_goal?: components["schemas"]["OptimizationGoalEnum"];
            /** Format: uuid */
            product_id: string;
        };
        /** @description A price list with its prices; `entries` that are sent take the place of all that it had. */
        PriceList: {
            /** Format: date-time */
            readonly created_at: string;
            /**
             * Format: date
             * @description The last day on which it holds.
             */
            ends_on: string | null;
            entries: components["schemas"]["PriceListEntry"][];
            readonly entry_count: number;
            /** @description Off: for the customers who are given this list. */
            for_everyone: boolean;
            /** Format: uuid */
            readonly id: string;
            is_active: boolean;
            name: string;
            /** Format: date */
            starts_on: string | null;
        };
        PriceListEntry: {
            /**
             * Format: decimal
             * @description Units, or packs.
             * @default 0.000
             */
            min_quantity: string;
            /** Format: uuid */
            pack_id: string | null;
            readonly pack_name: string | null;
            /**
             * Format: decimal
             * @description GHS for one unit, or for one pack.
             */
            price: string;
            /** Format: uuid */
            product_id: string;
            readonly product_name: string | null;
        };
        PriceListEntryRequest: {
            /**
             * Format: decimal
             * @description Units, or packs.
             * @default 0.000
             */
            min_quantity?: string;
            /** Format: uuid */
            pack_id?: string | null;
            /**
             * Format: decimal
             * @description GHS for one unit, or for one pack.
             */
            price: string;
            /** Format: uuid */
            product_id: string;
        };
        /** @description A price list with its prices; `entries` that are sent take the place of all that it had. */
        PriceListRequest: {
            /**
             * Format: date
             * @description The last day on which it holds.
             */
            ends_on?: string | null;
            entries?: components["schemas"]["PriceListEntryRequest"][];
            /** @description Off: for the customers who are given this list. */
            for_everyone?: boolean;
            is_active?: boolean;
            name: string;
            /** Format: date */
            starts_on?: string | null;
        };
        /** @description A price list in a list, without its prices. */
        PriceListRow: {
            /** Format: date-time */
            readonly created_at: string;
            /**
             * Format: date
             * @description The last day on which it holds.
             */
            ends_on: string | null;
            readonly entry_count: number;
            /** @description Off: for the customers who are given this list. */
            for_everyone: boolean;
            /** Format: uuid */
            readonly id: string;
            is_active: boolean;
            name: string;
            /** Format: date */
            starts_on: string | null;
        };
        PriceRule: {
            /** Format: decimal */
            each_further: string;
            steps: components["schemas"]["PriceStep"][];
        };
        PriceStep: {
            /** Format: decimal */
            monthly_price: string;
            storefronts: number;
        };
        /**
         * @description * `retail` - Retail
         *     * `wholesale` - Wholesale
         * @enum {string}
         */
        PriceTierEnum: "retail" | "wholesale";
        Pricing: {
            credit_packs: components["schemas"]["Pack"][];
            custom_amount: components["schemas"]["CustomAmount"];
            feature_costs: components["schemas"]["FeatureCost"][];
            monthly_addon: components["schemas"]["AddonOffer"];
        };
        /** @description What to ask for a product */
        PricingOptimizerAnswer: {
            /** @description Credits left. */
            balance: number;
            break_even: components["schemas"]["BreakEven"][];
            cached: boolean;
            competitors: components["schemas"]["CompetitorSeen"][];
            credits_used: number;
            current_pricing: components["schemas"]["CurrentPricing"];
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            evidence: components["schemas"]["PriceEvidence"];
            /** @description `offline` for wording of our own. */
            model: string;
            processing_time_ms: number;
            product: components["schemas"]["PricedProduct"];
            promotion: components["schemas"]["PromotionAdvice"];
            quantity_break: components["schemas"]["QuantityBreak"] | null;
            recommendations: components["schemas"]["PriceAdvice"];
            test_plan: string | null;
            transaction_id: string | null;
        };
        /** @description What if a price were another */
        PricingWhatIfAnswer: {
            /** @description Credits left. */
            balance: number;
            break_even_units_percent: number | null;
            cached: boolean;
            change_percent: number | null;
            credits_used: number;
            current_pricing: components["schemas"]["CurrentPricing"];
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            evidence: components["schemas"]["PriceEvidence"];
            expected: components["schemas"]["PercentRange"] | null;
            expected_units: components["schemas"]["PercentRange"] | null;
            /** @description `offline` for wording of our own. */
            model: string;
            /** Format: decimal */
            new_price: string;
            probability_of_gain: number | null;
            processing_time_ms: number;
            product: components["schemas"]["PricedProduct"];
            reasoning: string;
            test_plan: string | null;
            transaction_id: string | null;
        };
        PriorityInputsRequest: {
            /**
             * Format: decimal
             * @default 0.00
             */
            min_amount?: string;
            /**
             * @description False: open invoices that are not yet due too.
             * @default true
             */
            overdue_only?: boolean;
            /** Format: uuid */
            storefront_id?: string;
        };
        /** @description A product with its stock; `cost` is null for cashiers. */
        Product: {
            attributes: {
                [key: string]: components["schemas"]["Json"];
            };
            barcode: string;
            brand: string;
            /** Format: uuid */
            category_id: string | null;
            readonly category_name: string | null;
            /** Format: decimal */
            cost: string | null;
            /** Format: date-time */
            readonly created_at: string;
            description: string;
            /** Format: uuid */
            readonly id: string;
            is_active: boolean;
            /** @description At or below the reorder level. */
            readonly low_stock: boolean;
            /** Format: decimal */
            minimum_order_quantity: string;
            name: string;
            /** Format: decimal */
            reorder_level: string;
            /** Format: decimal */
            retail_price: string;
            sku: string;
            /**
             * Format: decimal
             * @description Units over all storefronts.
             */
            readonly stock: string;
            readonly stock_by_storefront: components["schemas"]["StockAt"][];
            /** Format: uuid */
            supplier_id: string | null;
            readonly supplier_name: string | null;
            /** @description Off for services: delivery, repairs, airtime. */
            tracks_stock: boolean;
            unit: string;
            /** @description Sold in whole numbers; off for what is weighed or measured. */
            whole_units_only: boolean;
            /** Format: decimal */
            wholesale_price: string | null;
        };
        /** @description Describe a product */
        ProductDescriptionAnswer: {
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            credits_used: number;
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            description: string;
            language: string;
            meta_description: string;
            /** @description `offline` for wording of our own. */
            model: string;
            processing_time_ms: number;
            seo_keywords: string[];
            short_description: string;
            suggestions: components["schemas"]["DescriptionSuggestions"];
            transaction_id: string | null;
            translation_reviewed?: boolean | null;
        };
        /** @description Describe up to twenty products */
        ProductDescriptionsAnswer: {
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            credits_used: number;
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            /** @description `offline` for wording of our own. */
            model: string;
            processing_time_ms: number;
            results: (components["schemas"]["DescribedProduct"] | components["schemas"]["NotDescribed"])[];
            transaction_id: string | null;
        };
        /** @description How far an import has come and what was wrong with its lines. */
        ProductImport: {
            readonly by_name: string | null;
            /** @description Only shows what would come in; nothing was changed. */
            readonly check_only: boolean;
            /** Format: date-time */
            readonly created_at: string;
            readonly dates: components["schemas"]["DatesEnum"] | components["schemas"]["BlankEnum"];
            readonly decimal: components["schemas"]["DecimalEnum"] | components["schemas"]["BlankEnum"];
            /** @description Why the whole file was refused. */
            readonly error: string;
            /** Format: date-time */
            readonly finished_at: string | null;
            readonly first_rows: {
                [key: string]: components["schemas"]["Json"];
            }[];
            /** Format: uuid */
            readonly id: string;
            readonly lines_imported: number;
            readonly lines_read: number;
            readonly lines_refused: number;
            /** @description Already there from an earlier run. */
            readonly lines_skipped: number;
            readonly lines_total: number;
            /** @description Took the place of what was there. */
            readonly lines_updated: number;
            readonly mode: components["schemas"]["ModeEnum"];
            readonly notices: components["schemas"]["ImportProblem"][];
            readonly original_name: string;
            readonly problems: components["schemas"]["ImportProblem"][];
            readonly status: components["schemas"]["ImportStatusEnum"];
        };
        /** @description An import in a list, without its problems. */
        ProductImportRow: {
            readonly by_name: string | null;
            /** @description Only shows what would come in; nothing was changed. */
            readonly check_only: boolean;
            /** Format: date-time */
            readonly created_at: string;
            readonly dates: components["schemas"]["DatesEnum"] | components["schemas"]["BlankEnum"];
            readonly decimal: components["schemas"]["DecimalEnum"] | components["schemas"]["BlankEnum"];
            /** @description Why the whole file was refused. */
            readonly error: string;
            /** Format: date-time */
            readonly finished_at: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly lines_imported: number;
            readonly lines_read: number;
            readonly lines_refused: number;
            /** @description Already there from an earlier run. */
            readonly lines_skipped: number;
            readonly lines_total: number;
            /** @description Took the place of what was there. */
            readonly lines_updated: number;
            readonly mode: components["schemas"]["ModeEnum"];
            readonly original_name: string;
            readonly status: components["schemas"]["ImportStatusEnum"];
        };
        /** @description Several units sold as one thing. Prices in GHS for one pack. */
        ProductPack: {
            barcode: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            readonly id: string;
            is_active: boolean;
            /** @description carton of 24, bag of 50 kg, olonka. */
            name: string;
            /** Format: uuid */
            product_id: string;
            readonly product_name: string | null;
            /** Format: decimal */
            retail_price: string;
            /**
             * Format: decimal
             * @description Units of the product in one pack; stays as it is.
             */
            units: string;
            /** Format: decimal */
            wholesale_price: string | null;
        };
        /** @description Several units sold as one thing. Prices in GHS for one pack. */
        ProductPackRequest: {
            barcode?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            is_active?: boolean;
            /** @description carton of 24, bag of 50 kg, olonka. */
            name: string;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            retail_price: string;
            /**
             * Format: decimal
             * @description Units of the product in one pack; stays as it is.
             */
            units: string;
            /** Format: decimal */
            wholesale_price?: string | null;
        };
        ProductPerformanceReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["ProductPerformanceReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["ProductPerformanceRow"][];
            summary: components["schemas"]["ProductPerformanceTotals"];
            transaction_id?: string | null;
        };
        ProductPerformanceReportChanges: {
            margin?: number | null;
            products_sold?: number | null;
            profit?: number | null;
            revenue?: number | null;
            units?: number | null;
        };
        ProductPerformanceReportComparison: {
            change_percent: components["schemas"]["ProductPerformanceReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["ProductPerformanceTotals"];
        };
        ProductPerformanceRow: {
            /** @description Average price: sales divided by units sold. */
            average_price: string | null;
            category: string;
            category_id?: string | null;
            /** @description Profit margin: gross profit as a share of the sales whose cost is known. */
            margin: number | null;
            product?: string;
            /** Format: uuid */
            product_id?: string;
            /**
             * Format: decimal
             * @description Gross profit: sales less the cost of the goods sold, where the cost is known.
             */
            profit: string;
            rank: number;
            /** @description Return rate: pieces brought back as a share of pieces sold. */
            return_rate: number | null;
            /**
             * Format: decimal
             * @description Returns: the value of goods brought back, before tax.
             */
            returns: string;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            share_of_revenue: number | null;
            sku?: string;
            /**
             * Format: decimal
             * @description Units sold: pieces sold, less pieces returned.
             */
            units: string;
        };
        ProductPerformanceTotals: {
            /** @description Profit margin: gross profit as a share of the sales whose cost is known. */
            margin: number | null;
            /** @description Different products sold: products with at least one unit sold. */
            products_sold: number;
            /**
             * Format: decimal
             * @description Gross profit: sales less the cost of the goods sold, where the cost is known.
             */
            profit: string;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            /**
             * Format: decimal
             * @description Units sold: pieces sold, less pieces returned.
             */
            units: string;
        };
        /** @description A product with its stock; `cost` is null for cashiers. */
        ProductRequest: {
            attributes?: {
                [key: string]: components["schemas"]["Json"];
            };
            barcode?: string;
            brand?: string;
            /** Format: uuid */
            category_id?: string | null;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: decimal */
            cost?: string;
            description?: string;
            is_active?: boolean;
            /** Format: decimal */
            minimum_order_quantity?: string;
            name: string;
            /** Format: decimal */
            reorder_level?: string;
            /** Format: decimal */
            retail_price?: string;
            sku: string;
            /** Format: uuid */
            supplier_id?: string | null;
            /** @description Off for services: delivery, repairs, airtime. */
            tracks_stock?: boolean;
            unit?: string;
            /** @description Sold in whole numbers; off for what is weighed or measured. */
            whole_units_only?: boolean;
            /** Format: decimal */
            wholesale_price?: string | null;
        };
        ProfitReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["ProfitReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["ProfitRow"][];
            summary: components["schemas"]["ProfitTotals"];
            transaction_id?: string | null;
        };
        ProfitReportChanges: {
            cost?: number | null;
            expenses?: number | null;
            expenses_recorded?: number | null;
            profit?: number | null;
            profit_after_expenses?: number | null;
            revenue?: number | null;
            revenue_without_known_cost?: number | null;
        };
        ProfitReportComparison: {
            change_percent: components["schemas"]["ProfitReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["ProfitTotals"];
        };
        ProfitRow: {
            /** Format: decimal */
            amount: string;
            category: string;
            name: string;
            share: number | null;
        };
        ProfitTotals: {
            /**
             * Format: decimal
             * @description Cost of goods sold: what the goods sold had cost, where that is known.
             */
            cost: string;
            expenses: string | null;
            expenses_recorded: boolean;
            /**
             * Format: decimal
             * @description Gross profit: sales less the cost of the goods sold, where the cost is known.
             */
            profit: string;
            profit_after_expenses: string | null;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            /** Format: decimal */
            revenue_without_known_cost: string;
        };
        /** @description A promise to pay; `status` follows from what was paid between the promise and its day. */
        Promise: {
            /** Format: decimal */
            amount: string;
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** Format: date-time */
            readonly cancelled_at: string | null;
            /** Format: uuid */
            customer_id: string;
            readonly customer_name: string | null;
            /** Format: date */
            due_on: string;
            /** Format: uuid */
            readonly id: string;
            note: string;
            /** Format: date */
            readonly promised_on: string;
            /** Format: decimal */
            readonly received: string;
            readonly status: components["schemas"]["PromiseStatusEnum"];
        };
        /** @description A promise to pay; `status` follows from what was paid between the promise and its day. */
        PromiseRequest: {
            /** Format: decimal */
            amount: string;
            /** Format: uuid */
            customer_id: string;
            /** Format: date */
            due_on: string;
            note?: string;
        };
        /**
         * @description * `open` - open
         *     * `kept` - kept
         *     * `broken` - broken
         *     * `cancelled` - cancelled
         * @enum {string}
         */
        PromiseStatusEnum: "open" | "kept" | "broken" | "cancelled";
        PromotionAdvice: {
            advised: boolean;
            reason: string;
            weekdays: string[];
            weeks_ahead: number[];
        };
        /** @description A proposal, what will be done, and its log. */
        Proposal: {
            /**
             * Format: date-time
             * @description When it may be done: until then it can be undone.
             */
            acts_at: string | null;
            /**
             * Format: decimal
             * @description GHS that it is about.
             */
            amount: string | null;
            /** @description Agreed to by a standing yes. */
            by_automation: boolean;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            readonly customer_id: string | null;
            /** Format: date-time */
            executed_at: string | null;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            readonly id: string;
            kind: components["schemas"]["ProposalKindEnum"];
            /** @description For a person to open and send, where nothing leaves by itself. */
            readonly link: string | null;
            log: components["schemas"]["ProposalStep"][];
            readonly message: components["schemas"]["CustomerMessage"] | null;
            outcome: string;
            /** @description What will be done: ids, amounts, and the text to be sent. */
            readonly payload: {
                [key: string]: components["schemas"]["Json"];
            };
            state: components["schemas"]["ProposalStateEnum"];
            readonly summary: string;
            /**
             * Format: date-time
             * @description Until when a yes can be taken back for sure.
             */
            readonly undo_until: string | null;
        };
        /**
         * @description * `reminder` - Reminder to a customer
         *     * `purchase_order` - Order to a supplier
         *     * `transfer` - Goods to another storefront
         *     * `price_change` - New price
         *     * `credit_limit` - New credit limit
         *     * `credit_hold` - No further sale on account
         * @enum {string}
         */
        ProposalKindEnum: "reminder" | "purchase_order" | "transfer" | "price_change" | "credit_limit" | "credit_hold";
        /**
         * @description * `proposed` - Waits for a yes
         *     * `approved` - Agreed, to be done
         *     * `executed` - Done
         *     * `withdrawn` - Withdrawn, as the facts moved
         *     * `expired` - Too old
         *     * `dismissed` - Not wanted
         *     * `undone` - Taken back
         * @enum {string}
         */
        ProposalStateEnum: "proposed" | "approved" | "executed" | "withdrawn" | "expired" | "dismissed" | "undone";
        /** @description `by` is null where a periodic job did it. */
        ProposalStep: {
            /** Format: date-time */
            at: string;
            by: string | null;
            note: string;
            state: components["schemas"]["ProposalStateEnum"];
        };
        /** @description What was proposed, and in `notices` what could not be, and why. */
        Proposed: {
            notices: string[];
            proposals: components["schemas"]["Proposal"][];
        };
        Purchase: {
            /** Format: double */
            readonly amount_paid: number;
            /** @description Where to pay; empty once that is over. */
            readonly authorization_url: string;
            /** Format: double */
            readonly bonus_credits: number;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: double */
            readonly credits_purchased: number;
            /** Format: uuid */
            readonly id: string;
            package: components["schemas"]["PurchasePackageEnum"];
            payment_method: components["schemas"]["PaymentMethodEnum"];
            payment_reference: string;
            payment_status: components["schemas"]["PurchaseStatusEnum"];
            /**
             * Format: date-time
             * @description When the money was seen.
             */
            purchased_at: string | null;
        };
        /** @enum {string} */
        PurchaseFrequencyEnum: "INCREASING" | "STABLE" | "DECLINING";
        /** @enum {string} */
        PurchaseInputPackageEnum: "starter" | "value" | "premium" | "pro" | "custom";
        /** @description `custom_amount` is needed for, and only looked at with, the package `custom`. */
        PurchaseInputRequest: {
            /** @default  */
            callback_url?: string;
            /**
             * Format: decimal
             * @description GHS, 5.00 to 10000.00
             */
            custom_amount?: string | null;
            /** @description `pro` is another name of `premium`. */
            package: components["schemas"]["PurchaseInputPackageEnum"];
            /** @default mobile_money */
            payment_method?: components["schemas"]["PaymentMethodEnum"];
        };
        /**
         * @description * `starter` - Starter
         *     * `value` - Value
         *     * `premium` - Premium
         *     * `custom` - Custom amount
         *     * `addon` - Monthly add-on
         *     * `ai_powered` - AI-Powered plan
         *     * `enterprise` - Enterprise plan
         *     * `storefront` - Storefront plan
         * @enum {string}
         */
        PurchasePackageEnum: "starter" | "value" | "premium" | "custom" | "addon" | "ai_powered" | "enterprise" | "storefront";
        /**
         * @description * `pending` - Pending
         *     * `completed` - Completed
         *     * `failed` - Failed
         *     * `refunded` - Refunded
         * @enum {string}
         */
        PurchaseStatusEnum: "pending" | "completed" | "failed" | "refunded";
        QuantityBreak: {
            break_even_units_percent: number | null;
            discount_percent: number | null;
            min_quantity: number;
            /** Format: decimal */
            price: string;
        };
        QueryInputsRequest: {
            /**
             * Format: uuid
             * @description The id of one of the `choices` that were offered, in place of `query`.
             */
            choice?: string | null;
            context?: string | null;
            /** Format: uuid */
            conversation_id?: string | null;
            /**
             * @description The question, in your own words.
             * @default
             */
            query?: string;
            /** Format: uuid */
            storefront_id?: string | null;
        };
        /** @enum {string} */
        QueryTypeEnum: "sales" | "product" | "customer" | "inventory" | "financial" | "clarify" | "what_if" | "not_answerable";
        /** @description The request that answers instead, with its charge in the label. */
        QuestionAction: {
            body: {
                [key: string]: string;
            };
            label: string;
            method: string;
            path: string;
        };
        /** @description What the question may mean: ask again with its `id` as `choice`. */
        QuestionChoice: {
            /** Format: uuid */
            id: string;
            plan: string;
            question: string;
        };
        /** @description The figures of an answer; `rows` have the dimensions and metrics of the question as fields. */
        QuestionData: {
            average?: components["schemas"]["AverageOver"] | null;
            before?: {
                [key: string]: string | number | null;
            } | null;
            compared_with: components["schemas"]["AskedDays"] | null;
            metrics: components["schemas"]["AskedMetric"][];
            moved?: {
                [key: string]: components["schemas"]["QuestionDriver"][];
            } | null;
            period: components["schemas"]["AskedDays"] | null;
            row_count: number;
            rows: {
                [key: string]: string | number | null;
            }[];
            share_percent?: number | null;
            total: {
                [key: string]: string | number | null;
            };
        };
        /** @description A part of a change; all of them sum to it. */
        QuestionDriver: {
            change: string | number;
            kind: string;
            name: string;
            share: number | null;
        };
        QuestionFigures: {
            data: components["schemas"]["QuestionData"] | null;
            data_sources: string[];
            visualizations: (components["schemas"]["Number"] | components["schemas"]["Bar"] | components["schemas"]["Line"] | components["schemas"]["Pie"] | components["schemas"]["Table"] | components["schemas"]["Waterfall"])[];
        };
        QuestionPlan: {
            confidence: number;
            plan: string;
        };
        ReceiptItem: {
            /** Format: decimal */
            readonly discount: string;
            name: string;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            readonly quantity: string;
            sku: string;
            /** Format: decimal */
            readonly total: string;
            unit: string;
            /** Format: decimal */
            readonly unit_price: string;
        };
        ReceiptPayment: {
            /** Format: decimal */
            readonly amount: string;
            method: string;
            name: string;
            reference: string;
            /** Format: decimal */
            readonly tendered: string | null;
        };
        ReceiptRefused: {
            error: string;
            message: string;
        };
        ReceiptTax: {
            /** Format: decimal */
            readonly amount: string;
            name: string;
        };
        Received: {
            received: boolean;
        };
        ReceivedLineRequest: {
            /** @default  */
            batch_code?: string;
            /**
             * Format: date
             * @description The last day on which it is good.
             */
            expires_on?: string | null;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            quantity: string;
            /**
             * Format: decimal
             * @description GHS a unit, without freight and duty; of an order, as agreed where it is left out.
             */
            unit_cost?: string | null;
        };
        /** @description What came on an order. */
        ReceiveRequest: {
            bill?: components["schemas"]["BillRequest"] | null;
            /**
             * @description Made by the sender, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /**
             * Format: decimal
             * @description GHS; shared out over the lines by value.
             * @default 0.00
             */
            duty?: string;
            /**
             * Format: decimal
             * @description GHS; shared out over the lines by value.
             * @default 0.00
             */
            freight?: string;
            lines: components["schemas"]["ReceivedLineRequest"][];
            /** @default  */
            note?: string;
            /** Format: date-time */
            received_at?: string | null;
            /** @default  */
            reference?: string;
        };
        /** @enum {string} */
        RecommendedApproachEnum: "FRIENDLY" | "FIRM_BUT_PROFESSIONAL" | "ESCALATE_TO_FORMAL";
        RecoveryCodes: {
            /** @description Each opens once. They are not shown again. */
            recovery_codes: string[];
        };
        Recurring: {
            /** Format: decimal */
            readonly amount: string;
            /** Format: uuid */
            readonly by_id: string;
            readonly by_name: string | null;
            readonly category: components["schemas"]["CategoryEnum"];
            /**
             * Format: date
             * @description No further ones after this day.
             */
            readonly ends_on: string | null;
            readonly every: components["schemas"]["EveryEnum"];
            /** Format: uuid */
            readonly id: string;
            readonly method: components["schemas"]["TillPaymentMethodEnum"];
            readonly network: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            readonly note: string;
            /**
             * Format: date
             * @description The day of the first one; the others fall on the same day.
             */
            readonly starts_on: string;
            /** Format: date-time */
            readonly stopped_at: string | null;
            /** Format: uuid */
            readonly storefront_id: string | null;
            readonly storefront_name: string | null;
            /** Format: uuid */
            readonly supplier_id: string | null;
            readonly supplier_name: string | null;
            /** @description How many were written so far. */
            readonly written: number;
        };
        ReferenceRequest: {
            reference: string;
        };
        Refund: {
            /** Format: double */
            readonly amount: number;
            /** Format: double */
            readonly credits: number;
            reference: string;
            status: string;
        };
        RefundInputRequest: {
            reason: string;
        };
        /**
         * @description * `cash` - Cash
         *     * `mobile_money` - Mobile money
         *     * `card` - Card
         *     * `bank` - Bank
         *     * `credit_note` - Credit note
         * @enum {string}
         */
        RefundMethodEnum: "cash" | "mobile_money" | "card" | "bank" | "credit_note";
        /** @description Money that goes back to the customer. Without `amount`, all that is left of the payment. */
        RefundPaymentRequest: {
            /** Format: decimal */
            amount?: string | null;
            /** @default cash */
            method?: components["schemas"]["MoneyMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            reason: string;
            /** @default  */
            reference?: string;
            /**
             * Format: uuid
             * @description An open till; else your own, if you have one open.
             */
            till_id?: string | null;
        };
        /** @description Goods that come back. Without `lines`, all that is left of the sale. */
        RefundRequest: {
            /**
             * @description Made by the till, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            lines?: components["schemas"]["ReturnLineRequest"][] | null;
            /** @default cash */
            method?: components["schemas"]["RefundMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            note?: string;
            /** @default  */
            reference?: string;
            /** @default true */
            restock?: boolean;
            /**
             * Format: uuid
             * @description An open till; else your own, if you have one open.
             */
            till_id?: string | null;
        };
        /** @description Why the AI part of an answer is missing; the rest of it is whole. */
        Refused: {
            error: string;
            message: string;
        };
        RegisterRequest: {
            business_name: string;
            /** Format: email */
            email: string;
            name: string;
            password: string;
            /** @default  */
            phone?: string;
        };
        /**
         * @description * `professional_friendly` - professional_friendly
         *     * `firm` - firm
         *     * `formal_legal` - formal_legal
         * @enum {string}
         */
        ReminderToneEnum: "professional_friendly" | "firm" | "formal_legal";
        /** @description Ids to forget. */
        Removed: {
            customers: string[];
            packs: string[];
            price_lists: string[];
            products: string[];
            stock: string[];
        };
        /** @description Days, both included. */
        ReportPeriod: {
            days: number;
            /** Format: date */
            from: string;
            storefront_id: string | null;
            /** Format: date */
            to: string;
        };
        ResetRequest: {
            new_password: string;
            /** @description From the link in the email. */
            token: string;
        };
        ReturnLineRequest: {
            /** Format: uuid */
            line_id: string;
            /** Format: decimal */
            quantity: string;
        };
        ReturnOfSale: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["SaleKindEnum"];
            readonly note: string;
            readonly number: string;
            /** Format: date-time */
            readonly sold_at: string;
            /**
             * Format: decimal
             * @description Subtotal - discount, tax included.
             */
            readonly total: string;
        };
        RevenueProfitReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["RevenueProfitReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["RevenueProfitRow"][];
            summary: components["schemas"]["RevenueProfitTotals"];
            transaction_id?: string | null;
        };
        RevenueProfitReportChanges: {
            cost?: number | null;
            discount?: number | null;
            gross_sales?: number | null;
            margin?: number | null;
            profit?: number | null;
            returns?: number | null;
            revenue?: number | null;
            revenue_without_known_cost?: number | null;
            tax?: number | null;
        };
        RevenueProfitReportComparison: {
            change_percent: components["schemas"]["RevenueProfitReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["RevenueProfitTotals"];
        };
        RevenueProfitRow: {
            /**
             * Format: decimal
             * @description Cost of goods sold: what the goods sold had cost, where that is known.
             */
            cost: string;
            /** @description Profit margin: gross profit as a share of the sales whose cost is known. */
            margin: number | null;
            /** Format: date */
            period: string;
            /**
             * Format: decimal
             * @description Gross profit: sales less the cost of the goods sold, where the cost is known.
             */
            profit: string;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
        };
        RevenueProfitTotals: {
            /**
             * Format: decimal
             * @description Cost of goods sold: what the goods sold had cost, where that is known.
             */
            cost: string;
            /**
             * Format: decimal
             * @description Discounts given: what was taken off prices at the till.
             */
            discount: string;
            /**
             * Format: decimal
             * @description Gross sales: the value of what was sold, after discounts, before returns are taken off, before tax.
             */
            gross_sales: string;
            /** @description Profit margin: gross profit as a share of the sales whose cost is known. */
            margin: number | null;
            /**
             * Format: decimal
             * @description Gross profit: sales less the cost of the goods sold, where the cost is known.
             */
            profit: string;
            /**
             * Format: decimal
             * @description Returns: the value of goods brought back, before tax.
             */
            returns: string;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            /** Format: decimal */
            revenue_without_known_cost: string;
            /**
             * Format: decimal
             * @description Tax collected: tax charged on sales, less tax on returns.
             */
            tax: string;
        };
        /**
         * @description * `owner` - Owner
         *     * `manager` - Manager
         *     * `cashier` - Cashier
         * @enum {string}
         */
        RoleEnum: "owner" | "manager" | "cashier";
        /** @description A sale or return in a list. */
        Sale: {
            /** @description The till's own id: one sale, for ever. */
            readonly client_id: string;
            /** Format: uuid */
            readonly customer_id: string | null;
            readonly customer_name: string | null;
            /** Format: decimal */
            readonly discount: string;
            readonly dispute_reason: string;
            /** Format: date-time */
            readonly disputed_at: string | null;
            /**
             * Format: date
             * @description Empty when it was paid at once.
             */
            readonly due_date: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly imported: boolean;
            readonly kind: components["schemas"]["SaleKindEnum"];
            readonly note: string;
            readonly number: string;
            /**
             * Format: decimal
             * @description total - paid
             */
            readonly open_amount: string;
            /** Format: uuid */
            readonly original_id: string | null;
            readonly original_number: string | null;
            /** Format: decimal */
            readonly paid: string;
            readonly price_tier: components["schemas"]["PriceTierEnum"];
            /**
             * Format: date-time
             * @description When the last of it was paid.
             */
            readonly settled_at: string | null;
            /** Format: date-time */
            readonly sold_at: string;
            /** Format: uuid */
            readonly sold_by_id: string | null;
            readonly sold_by_name: string | null;
            readonly status: components["schemas"]["SaleStatusEnum"];
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            /**
             * Format: decimal
             * @description Quantity × unit price of all lines, before discount.
             */
            readonly subtotal: string;
            /**
             * Format: decimal
             * @description Contained in the total; zero unless VAT registered.
             */
            readonly tax: string;
            /** Format: uuid */
            readonly till_id: string | null;
            /**
             * Format: decimal
             * @description Subtotal - discount, tax included.
             */
            readonly total: string;
            /**
             * Format: date-time
             * @description Undone on its day, as if it had not been.
             */
            readonly voided_at: string | null;
        };
        /**
         * @description A sale with its lines, the payments at the till, all that settled it, and its returns.
         *
         *     A return has in `settles` the invoices that its value went to.
         */
        SaleDetail: {
            /**
             * Format: decimal
             * @description Cash to give back at the till.
             */
            readonly change: string;
            /** @description The till's own id: one sale, for ever. */
            readonly client_id: string;
            readonly credit_approval_reason: string;
            /** Format: uuid */
            readonly credit_approved_by_id: string | null;
            readonly credit_approved_by_name: string | null;
            /** Format: uuid */
            readonly customer_id: string | null;
            readonly customer_name: string | null;
            /** Format: decimal */
            readonly discount: string;
            readonly dispute_reason: string;
            /** Format: date-time */
            readonly disputed_at: string | null;
            /**
             * Format: date
             * @description Empty when it was paid at once.
             */
            readonly due_date: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly imported: boolean;
            readonly kind: components["schemas"]["SaleKindEnum"];
            readonly lines: components["schemas"]["SaleLine"][];
            readonly note: string;
            readonly number: string;
            /**
             * Format: decimal
             * @description total - paid
             */
            readonly open_amount: string;
            /** Format: uuid */
            readonly original_id: string | null;
            readonly original_number: string | null;
            /** Format: decimal */
            readonly paid: string;
            readonly payments: components["schemas"]["TillPayment"][];
            readonly price_tier: components["schemas"]["PriceTierEnum"];
            readonly returns: components["schemas"]["ReturnOfSale"][];
            /**
             * Format: date-time
             * @description When the last of it was paid.
             */
            readonly settled_at: string | null;
            readonly settlements: components["schemas"]["Settlement"][];
            readonly settles: components["schemas"]["SettledInvoice"][];
            /** Format: date-time */
            readonly sold_at: string;
            /** Format: uuid */
            readonly sold_by_id: string | null;
            readonly sold_by_name: string | null;
            readonly status: components["schemas"]["SaleStatusEnum"];
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            /**
             * Format: decimal
             * @description Quantity × unit price of all lines, before discount.
             */
            readonly subtotal: string;
            /**
             * Format: decimal
             * @description Contained in the total; zero unless VAT registered.
             */
            readonly tax: string;
            /** Format: uuid */
            readonly till_id: string | null;
            /**
             * Format: decimal
             * @description Subtotal - discount, tax included.
             */
            readonly total: string;
            /**
             * Format: date-time
             * @description Undone on its day, as if it had not been.
             */
            readonly voided_at: string | null;
        };
        /**
         * @description * `sale` - Sale
         *     * `return` - Return
         *     * `exchange` - Exchange
         *     * `void` - Void
         *     * `opening` - Opening balance
         * @enum {string}
         */
        SaleKindEnum: "sale" | "return" | "exchange" | "void" | "opening";
        SaleLine: {
            /** Format: decimal */
            readonly discount: string;
            /** Format: uuid */
            readonly id: string;
            /**
             * Format: decimal
             * @description What a unit cost by the shop's prices at that time; empty when not known.
             */
            readonly list_price: string | null;
            /** Format: uuid */
            readonly original_line_id: string | null;
            /** Format: uuid */
            readonly pack_id: string | null;
            readonly pack_name: string | null;
            /**
             * Format: decimal
             * @description GHS for one pack, when sold by the pack.
             */
            readonly pack_price: string | null;
            /**
             * Format: decimal
             * @description Packs, when sold by the pack.
             */
            readonly pack_quantity: string | null;
            readonly price_tier: components["schemas"]["PriceTierEnum"];
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            /**
             * Format: decimal
             * @description Negative on a return.
             */
            readonly quantity: string;
            /**
             * Format: decimal
             * @description Units that came back.
             */
            readonly returned: string;
            readonly sku: string;
            /** Format: decimal */
            readonly tax: string;
            /**
             * Format: decimal
             * @description What the customer pays for the line, tax included.
             */
            readonly total: string;
            /**
             * Format: decimal
             * @description GHS for a unit; of a pack the nearest pesewa to its share.
             */
            readonly unit_price: string;
        };
        /** @description What to offer a customer at the counter */
        SalesAssistantAnswer: {
            alternatives: components["schemas"]["OfferedGood"][];
            /** @description Credits left. */
            balance: number;
            cached: boolean;
            /** Format: uuid */
            conversation_id: string;
            credits_used: number;
            customer: components["schemas"]["Buyer"] | null;
            /** @description Worded without the model, which could not be reached: right, plainer, free. */
            degraded: boolean;
            missing: string[];
            /** @description `offline` for wording of our own. */
            model: string;
            processing_time_ms: number;
            products: components["schemas"]["OfferedGood"][];
            reply: string;
            transaction_id: string | null;
            upsell: components["schemas"]["OfferedGood"][];
        };
        SalesAssistantDataEvent: {
            data: components["schemas"]["Counter"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "data";
        };
        SalesAssistantDoneEvent: {
            data: components["schemas"]["SalesAssistantAnswer"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "done";
        };
        SalesAssistantErrorEvent: {
            data: components["schemas"]["Refused"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "error";
        };
        /** SalesAssistantEvent */
        SalesAssistantEvent: components["schemas"]["SalesAssistantDataEvent"] | components["schemas"]["SalesAssistantSentenceEvent"] | components["schemas"]["SalesAssistantReplaceEvent"] | components["schemas"]["SalesAssistantDoneEvent"] | components["schemas"]["SalesAssistantErrorEvent"];
        SalesAssistantReplaceEvent: {
            data: components["schemas"]["Sentence"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "replace";
        };
        SalesAssistantSentenceEvent: {
            data: components["schemas"]["Sentence"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            event: "sentence";
        };
        SalesChangeReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["SalesChangeReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            drivers?: components["schemas"]["ChangeDriver"][];
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["SalesChangeRow"][];
            summary: components["schemas"]["SalesChangeTotals"];
            transaction_id?: string | null;
            visualizations?: components["schemas"]["Waterfall"][];
        };
        SalesChangeReportChanges: {
            average_sale?: number | null;
            buyers?: number | null;
            change?: number | null;
            change_percent?: number | null;
            mix?: number | null;
            price?: number | null;
            revenue?: number | null;
            revenue_before?: number | null;
            sales_count?: number | null;
            units?: number | null;
            volume?: number | null;
        };
        SalesChangeReportComparison: {
            change_percent: components["schemas"]["SalesChangeReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["SalesChangeTotals"];
        };
        SalesChangeRow: {
            before: string | null;
            by: string;
            /** Format: decimal */
            change: string;
            id: string | null;
            kind: string;
            name: string;
            now: string | null;
            share: number | null;
        };
        SalesChangeTotals: {
            /** @description Average sale: sales, less returns, divided by the number of sales. */
            average_sale: string | null;
            /** @description Customers who bought: known customers with at least one sale. */
            buyers: number;
            change?: string | null;
            change_percent?: number | null;
            mix?: string | null;
            price?: string | null;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            revenue_before?: string | null;
            /** @description Number of sales: sales rung up, returns not counted. */
            sales_count: number;
            /**
             * Format: decimal
             * @description Units sold: pieces sold, less pieces returned.
             */
            units: string;
            volume?: string | null;
        };
        /** @description How far an import has come and what was wrong with its lines. */
        SalesImport: {
            readonly by_name: string | null;
            /** @description Only shows what would come in; nothing was changed. */
            readonly check_only: boolean;
            /** Format: date-time */
            readonly created_at: string;
            readonly dates: components["schemas"]["DatesEnum"] | components["schemas"]["BlankEnum"];
            readonly decimal: components["schemas"]["DecimalEnum"] | components["schemas"]["BlankEnum"];
            /** @description Why the whole file was refused. */
            readonly error: string;
            /** Format: date-time */
            readonly finished_at: string | null;
            readonly first_rows: {
                [key: string]: components["schemas"]["Json"];
            }[];
            /** Format: uuid */
            readonly id: string;
            readonly lines_imported: number;
            readonly lines_read: number;
            readonly lines_refused: number;
            /** @description Already there from an earlier run. */
            readonly lines_skipped: number;
            readonly lines_total: number;
            /** @description Took the place of what was there. */
            readonly lines_updated: number;
            readonly mode: components["schemas"]["ModeEnum"];
            readonly notices: components["schemas"]["ImportProblem"][];
            readonly original_name: string;
            readonly problems: components["schemas"]["ImportProblem"][];
            readonly status: components["schemas"]["ImportStatusEnum"];
            /** Format: uuid */
            readonly storefront_id: string | null;
            readonly storefront_name: string | null;
        };
        /** @description An import in a list, without its problems. */
        SalesImportRow: {
            readonly by_name: string | null;
            /** @description Only shows what would come in; nothing was changed. */
            readonly check_only: boolean;
            /** Format: date-time */
            readonly created_at: string;
            readonly dates: components["schemas"]["DatesEnum"] | components["schemas"]["BlankEnum"];
            readonly decimal: components["schemas"]["DecimalEnum"] | components["schemas"]["BlankEnum"];
            /** @description Why the whole file was refused. */
            readonly error: string;
            /** Format: date-time */
            readonly finished_at: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly lines_imported: number;
            readonly lines_read: number;
            readonly lines_refused: number;
            /** @description Already there from an earlier run. */
            readonly lines_skipped: number;
            readonly lines_total: number;
            /** @description Took the place of what was there. */
            readonly lines_updated: number;
            readonly mode: components["schemas"]["ModeEnum"];
            readonly original_name: string;
            readonly status: components["schemas"]["ImportStatusEnum"];
            /** Format: uuid */
            readonly storefront_id: string | null;
            readonly storefront_name: string | null;
        };
        SalesSummaryReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["SalesSummaryReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["SalesSummaryRow"][];
            summary: components["schemas"]["SalesSummaryTotals"];
            transaction_id?: string | null;
        };
        SalesSummaryReportChanges: {
            average_sale?: number | null;
            basket_size?: number | null;
            buyers?: number | null;
            credit_given?: number | null;
            discount?: number | null;
            gross_sales?: number | null;
            received?: number | null;
            return_rate?: number | null;
            returns?: number | null;
            revenue?: number | null;
            sales_count?: number | null;
            tax?: number | null;
            units?: number | null;
        };
        SalesSummaryReportComparison: {
            change_percent: components["schemas"]["SalesSummaryReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["SalesSummaryTotals"];
        };
        SalesSummaryRow: {
            /** @description Average sale: sales, less returns, divided by the number of sales. */
            average_sale: string | null;
            /** Format: date */
            period: string;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            /** @description Number of sales: sales rung up, returns not counted. */
            sales_count: number;
            /**
             * Format: decimal
             * @description Units sold: pieces sold, less pieces returned.
             */
            units: string;
        };
        SalesSummaryTotals: {
            /** @description Average sale: sales, less returns, divided by the number of sales. */
            average_sale: string | null;
            /** @description Units per sale: pieces sold divided by the number of sales. */
            basket_size: string | null;
            /** @description Customers who bought: known customers with at least one sale. */
            buyers: number;
            /**
             * Format: decimal
             * @description Sold on credit: the total, tax included, of sales with a due date.
             */
            credit_given: string;
            /**
             * Format: decimal
             * @description Discounts given: what was taken off prices at the till.
             */
            discount: string;
            /**
             * Format: decimal
             * @description Gross sales: the value of what was sold, after discounts, before returns are taken off, before tax.
             */
            gross_sales: string;
            /**
             * Format: decimal
             * @description Payments received: money received in the period, at the till or for older invoices, less money paid back.
             */
            received: string;
            /** @description Return rate: pieces brought back as a share of pieces sold. */
            return_rate: number | null;
            /**
             * Format: decimal
             * @description Returns: the value of goods brought back, before tax.
             */
            returns: string;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            /** @description Number of sales: sales rung up, returns not counted. */
            sales_count: number;
            /**
             * Format: decimal
             * @description Tax collected: tax charged on sales, less tax on returns.
             */
            tax: string;
            /**
             * Format: decimal
             * @description Units sold: pieces sold, less pieces returned.
             */
            units: string;
        };
        /**
         * @description * `open` - open
         *     * `overdue` - overdue
         *     * `paid` - paid
         *     * `voided` - voided
         * @enum {string}
         */
        SaleStatusEnum: "open" | "overdue" | "paid" | "voided";
        ScorecardLine: {
            factor: string;
            /** @description 0 for what is told and carries no weight. */
            max_points: number;
            points: number;
            value: string;
        };
        /** @description A word of the shop's customers: `said` "nkate", `meant` "groundnut paste | peanut butter". */
        SearchWord: {
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            readonly id: string;
            /** @description From what was sold after searches for it. */
            readonly learnt: boolean;
            meant: string;
            said: string;
        };
        /** @description A word of the shop's customers: `said` "nkate", `meant` "groundnut paste | peanut butter". */
        SearchWordRequest: {
            meant: string;
            said: string;
        };
        Seasons: {
            is_seasonal: boolean | null;
            low_months: string[];
            note: string;
            peak_months: string[];
            seasonal_adjustment_factor: number | null;
        };
        SecretRequest: {
            secret: string;
        };
        /** @description What to do for one group of customers. */
        SegmentAdvice: {
            /** Format: decimal */
            avg_revenue: string;
            communication_frequency: string;
            customer_count: number;
            marketing_strategy: string;
            retention_tactics: string[];
            segment: string;
            segment_name: string;
            upsell_opportunities: string[];
        };
        SegmentationRow: {
            avg_days_since_purchase: number;
            /** Format: decimal */
            avg_revenue: string;
            customer_count: number;
            description: string;
            /** Format: decimal */
            revenue: string;
            segment: components["schemas"]["SegmentEnum"];
            segment_name: string;
            share_of_customers: number | null;
            share_of_revenue: number | null;
            top_customers: components["schemas"]["SegmentCustomer"][];
        };
        SegmentationTotals: {
            average_revenue: string | null;
            customers: number;
            customers_not_seen_lately: number;
            method: components["schemas"]["SegmentationTotalsMethodEnum"];
            /** Format: decimal */
            revenue: string;
        };
        /** @enum {string} */
        SegmentationTotalsMethodEnum: "quintiles" | "fixed borders";
        SegmentCustomer: {
            /** Format: uuid */
            customer_id: string;
            customer_name: string;
            days_since_purchase: number;
            frequency: number;
            monetary: number;
            recency: number;
            /** Format: decimal */
            revenue: string;
            sales: number;
        };
        /** @enum {string} */
        SegmentEnum: "champions" | "loyal" | "potential_loyalist" | "new" | "promising" | "needs_attention" | "about_to_sleep" | "at_risk" | "cant_lose" | "hibernating" | "lost";
        /**
         * @description * `sms` - Text message
         *     * `whatsapp` - WhatsApp
         *     * `email` - Email
         * @enum {string}
         */
        SendingChannelEnum: "sms" | "whatsapp" | "email";
        SendReceiptRequest: {
            /**
             * @description The customer agrees now; needed where `receipts_allowed` is false.
             * @default false
             */
            agreed?: boolean;
            channel: components["schemas"]["SendingChannelEnum"];
            /**
             * @description A number or address told at the counter; without it the customer's own.
             * @default
             */
            to?: string;
        };
        SendRequest: {
            channel: components["schemas"]["OrderChannelEnum"];
        };
        /** @description Days of a statement, both included; without them the last 90 days. */
        SendStatementRequest: {
            /**
             * @description The customer agrees now; needed where `receipts_allowed` is false.
             * @default false
             */
            agreed?: boolean;
            channel: components["schemas"]["SendingChannelEnum"];
            /** Format: date */
            from?: string;
            /** Format: date */
            to?: string;
        };
        Sent: {
            channel: components["schemas"]["SendingChannelEnum"];
            /**
             * @description `unconfirmed`: the gateway gave no answer. `link`: open it to send.
             *
             *     * `sent` - sent
             *     * `unconfirmed` - unconfirmed
             *     * `link` - link
             */
            status: components["schemas"]["SentStatusEnum"];
            text: string;
            to: string;
            whatsapp_link: string | null;
        };
        SentBackLineRequest: {
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            quantity: string;
            /**
             * Format: decimal
             * @description GHS a unit; what it cost on the receipt, else the product's cost, where it is left out.
             */
            unit_cost?: string | null;
        };
        Sentence: {
            text: string;
        };
        SentInvitation: {
            /** Format: date-time */
            readonly created_at: string;
            /** Format: email */
            readonly email: string;
            /** @description False when the mail server did not take it; invite again. */
            email_sent: boolean;
            /** Format: date-time */
            readonly expires_at: string;
            /** Format: uuid */
            readonly id: string;
            readonly invited_by: string;
            readonly role: components["schemas"]["RoleEnum"];
        };
        /** @description The order, its text, and for WhatsApp the link that opens a chat with it. */
        SentOrder: {
            order: components["schemas"]["Order"];
            text: string;
            whatsapp_link: string | null;
        };
        /**
         * @description * `sent` - sent
         *     * `unconfirmed` - unconfirmed
         *     * `link` - link
         * @enum {string}
         */
        SentStatusEnum: "sent" | "unconfirmed" | "link";
        Session: {
            businesses: components["schemas"]["MyBusiness"][];
            /** Format: date-time */
            expiry: string;
            /** @description Send it as `Authorization: Token …`. */
            token: string;
            user: components["schemas"]["User"];
        };
        Settings: {
            ai_enabled: boolean;
            consent: boolean;
            /** Format: date-time */
            consent_at: string | null;
            consent_by: string | null;
            consent_text: components["schemas"]["ConsentText"];
            /** Format: double */
            readonly low_balance_threshold: number;
            notification_channels: components["schemas"]["Channels"];
            trial: components["schemas"]["TrialEnum"];
            /** @description Whether an owner has agreed to questions by voice. */
            voice: boolean;
            voice_text: components["schemas"]["ConsentText"];
        };
        /** @description An invoice that a payment or a return settled, or a part of it. */
        SettledInvoice: {
            /** Format: decimal */
            readonly amount: string;
            /** Format: date-time */
            readonly at: string;
            /** Format: uuid */
            readonly invoice_id: string;
            readonly invoice_number: string;
        };
        /** @description What settled a part of the sale: a payment, then or later, or a return. */
        Settlement: {
            /** Format: decimal */
            readonly amount: string;
            /** Format: date-time */
            readonly at: string;
            /** Format: uuid */
            readonly credit_note_id: string | null;
            /** @default credit_note */
            readonly method: string;
            /** Format: uuid */
            readonly payment_id: string | null;
        };
        SettleRequest: {
            /** Format: decimal */
            amount?: string | null;
            /** Format: uuid */
            invoice_id: string;
        };
        /** @description A receipt; with `?ai=1` what AI adds, or null and `ai_error` when that was refused. */
        SmartReceipt: {
            ai_enhancements?: components["schemas"]["Enhancements"] | null;
            ai_error?: components["schemas"]["ReceiptRefused"];
            /** Format: double */
            balance?: number;
            /** Format: decimal */
            readonly balance_due: string;
            business: components["schemas"]["Place"];
            cached?: boolean;
            /** Format: decimal */
            readonly change: string;
            /** Format: double */
            credits_used?: number;
            currency: string;
            customer: string | null;
            degraded?: boolean;
            /** Format: decimal */
            readonly discount: string;
            /** Format: date */
            due_date: string | null;
            fiscal: components["schemas"]["Fiscal"];
            items: components["schemas"]["ReceiptItem"][];
            kind: components["schemas"]["SaleKindEnum"];
            model?: string;
            note: string;
            original_number: string | null;
            payments: components["schemas"]["ReceiptPayment"][];
            processing_time_ms?: number;
            /** @description The invoice number. */
            receipt_id: string;
            /** Format: uuid */
            sale_id: string;
            served_by: string | null;
            /**
             * Format: decimal
             * @description Settled by later payments, earlier credit or returns.
             */
            readonly settled_otherwise: string;
            /** Format: date-time */
            sold_at: string;
            storefront: components["schemas"]["Place"];
            /** Format: decimal */
            readonly subtotal: string;
            /**
             * Format: decimal
             * @description Contained in the total.
             */
            readonly tax: string;
            taxes: components["schemas"]["ReceiptTax"][];
            /** @description Off where only the day was recorded. */
            time_known: boolean;
            title: string;
            /** Format: decimal */
            readonly total: string;
            /** Format: uuid */
            transaction_id?: string | null;
            /** Format: date-time */
            voided_at: string | null;
        };
        Source: {
            /** @description The endpoints behind it. */
            calls: string[];
            /** @description Where it is done in the console. */
            screen: string;
            section: string;
            title: string;
        };
        /** @description A person who works here; `email` is null for one known only from imported history. */
        Staff: {
            /** Format: date-time */
            readonly created_at: string;
            /** Format: email */
            readonly email: string | null;
            /** Format: uuid */
            readonly id: string;
            is_active: boolean;
            /** @description As the business calls this person. */
            name: string;
            role: components["schemas"]["RoleEnum"];
            /** Format: uuid */
            storefront_id: string | null;
        };
        StaffPerformanceReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["StaffPerformanceReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["StaffPerformanceRow"][];
            summary: components["schemas"]["StaffPerformanceTotals"];
            transaction_id?: string | null;
        };
        StaffPerformanceReportChanges: {
            average_sale?: number | null;
            discount?: number | null;
            profit?: number | null;
            returns?: number | null;
            revenue?: number | null;
            sales_count?: number | null;
        };
        StaffPerformanceReportComparison: {
            change_percent: components["schemas"]["StaffPerformanceReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["StaffPerformanceTotals"];
        };
        StaffPerformanceRow: {
            /** @description Average sale: sales, less returns, divided by the number of sales. */
            average_sale: string | null;
            /**
             * Format: decimal
             * @description Discounts given: what was taken off prices at the till.
             */
            discount: string;
            /**
             * Format: decimal
             * @description Gross profit: sales less the cost of the goods sold, where the cost is known.
             */
            profit: string;
            rank: number;
            /**
             * Format: decimal
             * @description Returns: the value of goods brought back, before tax.
             */
            returns: string;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            /** @description Number of sales: sales rung up, returns not counted. */
            sales_count: number;
            share_of_revenue: number | null;
            staff_id: string | null;
            staff_name: string;
        };
        StaffPerformanceTotals: {
            /** @description Average sale: sales, less returns, divided by the number of sales. */
            average_sale: string | null;
            /**
             * Format: decimal
             * @description Discounts given: what was taken off prices at the till.
             */
            discount: string;
            /**
             * Format: decimal
             * @description Gross profit: sales less the cost of the goods sold, where the cost is known.
             */
            profit: string;
            /**
             * Format: decimal
             * @description Returns: the value of goods brought back, before tax.
             */
            returns: string;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            /** @description Number of sales: sales rung up, returns not counted. */
            sales_count: number;
        };
        Standing: {
            enabled: boolean;
            recovery_codes_left: number;
        };
        Starters: {
            /** @description At most six; each has an answer today. */
            questions: string[];
        };
        /** @description A customer's account: what was owed before, each document, what is owed after. */
        Statement: {
            /** Format: decimal */
            readonly closing_balance: string;
            /** Format: uuid */
            customer_id: string;
            customer_name: string;
            entries: components["schemas"]["StatementEntry"][];
            /** Format: date */
            from: string;
            /**
             * Format: decimal
             * @description Sales less returns.
             */
            readonly invoiced: string;
            /** Format: decimal */
            readonly opening_balance: string;
            /**
             * Format: decimal
             * @description Payments less what was paid back.
             */
            readonly received: string;
            /** Format: date */
            to: string;
        };
        StatementEntry: {
            /**
             * Format: decimal
             * @description Above zero is owed to the shop.
             */
            readonly amount: string;
            /** Format: date-time */
            at: string;
            /** Format: decimal */
            readonly balance: string;
            /** Format: uuid */
            document_id: string;
            /** Format: date */
            due_date: string | null;
            kind: components["schemas"]["StatementEntryKindEnum"];
            reference: string;
        };
        /**
         * @description * `sale` - sale
         *     * `return` - return
         *     * `exchange` - exchange
         *     * `void` - void
         *     * `opening` - opening
         *     * `payment` - payment
         *     * `refund` - refund
         * @enum {string}
         */
        StatementEntryKindEnum: "sale" | "return" | "exchange" | "void" | "opening" | "payment" | "refund";
        Step: {
            kind: components["schemas"]["StepKindEnum"];
            label: string;
            value: number;
        };
        /** @enum {string} */
        StepKindEnum: "total" | "step";
        Stock: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            /** Format: decimal */
            quantity: string;
            /** Format: decimal */
            readonly reorder_level: string;
            readonly sku: string;
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            readonly unit: string;
        };
        StockAdvice: {
            action: components["schemas"]["StockAdviceActionEnum"];
            economic_order_quantity: number;
            from_other_storefronts: number;
            lead_time_days: number;
            lead_time_receipts: number;
            optimal_reorder_point: number;
            reasoning: string;
            reasons: string[];
            suggested_quantity: number;
            urgency: components["schemas"]["UrgencyEnum"];
        };
        /** @enum {string} */
        StockAdviceActionEnum: "REORDER" | "MONITOR" | "REDUCE_STOCK" | "NO_ACTION";
        StockAlert: {
            /** Format: date-time */
            acknowledged_at: string | null;
            acknowledged_by: string | null;
            /** Format: date-time */
            cleared_at: string | null;
            /**
             * Format: date
             * @description When it runs out or expires.
             */
            day: string | null;
            /** Format: date-time */
            detected_at: string;
            /** Format: uuid */
            readonly id: string;
            kind: components["schemas"]["StockAlertKindEnum"];
            /** Format: uuid */
            readonly product_id: string;
            product_name: string;
            /** Format: uuid */
            readonly storefront_id: string;
            storefront_name: string;
            unit: string;
            /**
             * Format: decimal
             * @description To order, or that lie too long, or that will expire.
             */
            units: string;
            /**
             * Format: decimal
             * @description GHS of margin at risk, or of goods at cost.
             */
            value: string;
        };
        /**
         * @description * `runs_out` - Runs out before a delivery can come
         *     * `expiring` - Expires before it sells
         *     * `dead` - Does not sell
         *     * `overstock` - More than will sell in good time
         * @enum {string}
         */
        StockAlertKindEnum: "runs_out" | "expiring" | "dead" | "overstock";
        StockAt: {
            /** Format: decimal */
            readonly quantity: string;
            /** Format: uuid */
            storefront_id: string;
            storefront_name: string;
        };
        /** @description Leaves out what a cashier would count towards. */
        StockCount: {
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** Format: uuid */
            readonly category_id: string | null;
            readonly category_name: string | null;
            /**
             * Format: date-time
             * @description When it was completed or cancelled.
             */
            closed_at: string | null;
            /** Format: uuid */
            readonly completed_by_id: string | null;
            readonly completed_by_name: string | null;
            /** Format: date-time */
            readonly created_at: string;
            /** @description Products counted so far. */
            readonly entered: number;
            /** Format: uuid */
            readonly id: string;
            /**
             * Format: decimal
             * @description GHS at cost of what was not there.
             */
            missing_value: string | null;
            note: string;
            /** @description Products to count. */
            readonly products: number;
            status: components["schemas"]["StockCountStatusEnum"];
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            /**
             * Format: decimal
             * @description GHS at cost of what was there too much.
             */
            surplus_value: string | null;
        };
        /** @description Leaves out what a cashier would count towards. */
        StockCountLine: {
            /**
             * Format: decimal
             * @description Units that should have been there when the count began.
             */
            book: string | null;
            /** Format: decimal */
            counted: string | null;
            /** Format: date-time */
            counted_at: string | null;
            /**
             * Format: decimal
             * @description Below zero when units are missing.
             */
            readonly difference: string | null;
            /** Format: uuid */
            readonly id: string;
            /**
             * Format: decimal
             * @description Units that came, less those that went, until counted.
             */
            moved: string | null;
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            readonly sku: string;
            readonly unit: string;
            /**
             * Format: decimal
             * @description GHS a unit when the count was completed.
             */
            unit_cost: string | null;
            /** @description GHS at cost; null until completed. */
            readonly value: string | null;
        };
        /**
         * @description * `open` - Open
         *     * `completed` - Completed
         *     * `cancelled` - Cancelled
         * @enum {string}
         */
        StockCountStatusEnum: "open" | "completed" | "cancelled";
        StockMovementKinds: {
            adjustment: components["schemas"]["UnitsInAndOut"];
            purchase: components["schemas"]["UnitsInAndOut"];
            return: components["schemas"]["UnitsInAndOut"];
            sale: components["schemas"]["UnitsInAndOut"];
            sent_back: components["schemas"]["UnitsInAndOut"];
            transfer: components["schemas"]["UnitsInAndOut"];
        };
        StockMovementReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["StockMovementReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["StockMovementRow"][];
            summary: components["schemas"]["StockMovementTotals"];
            transaction_id?: string | null;
        };
        StockMovementReportChanges: {
            by_kind?: number | null;
            movements?: number | null;
            units_in?: number | null;
            units_out?: number | null;
        };
        StockMovementReportComparison: {
            change_percent: components["schemas"]["StockMovementReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["StockMovementTotals"];
        };
        StockMovementRow: {
            /** Format: decimal */
            adjustment: string;
            movements: number;
            /** Format: decimal */
            net: string;
            product: string;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            purchase: string;
            /** Format: decimal */
            return: string;
            /** Format: decimal */
            sale: string;
            /** Format: decimal */
            sent_back: string;
            sku: string;
            /** Format: decimal */
            transfer: string;
        };
        StockMovementTotals: {
            by_kind: components["schemas"]["StockMovementKinds"];
            movements: number;
            /** Format: decimal */
            units_in: string;
            /** Format: decimal */
            units_out: string;
        };
        StockOnHandReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["StockOnHandReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["StockOnHandRow"][];
            summary: components["schemas"]["StockOnHandTotals"];
            transaction_id?: string | null;
        };
        StockOnHandReportChanges: {
            out_of_stock?: number | null;
            products?: number | null;
            stock?: number | null;
            stock_retail_value?: number | null;
            stock_value?: number | null;
            to_reorder?: number | null;
        };
        StockOnHandReportComparison: {
            change_percent: components["schemas"]["StockOnHandReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["StockOnHandTotals"];
        };
        StockOnHandRow: {
            category: string;
            days_of_cover: number | null;
            low_stock: boolean;
            note: string;
            /** Format: decimal */
            on_hand: string;
            product: string;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            reorder_level: string;
            retired: boolean;
            sku: string;
            unit: string;
            /** Format: decimal */
            units_sold: string;
            /** Format: decimal */
            value_at_cost: string;
            /** Format: decimal */
            value_at_retail: string;
        };
        StockOnHandTotals: {
            out_of_stock: number;
            products: number;
            /**
             * Format: decimal
             * @description Stock on hand: units in the storefronts now.
             */
            stock: string;
            /**
             * Format: decimal
             * @description Stock value at selling prices: units in the storefronts now at today's retail price.
             */
            stock_retail_value: string;
            /**
             * Format: decimal
             * @description Stock value: units in the storefronts now at today's cost price.
             */
            stock_value: string;
            to_reorder: number;
        };
        Storefront: {
            address: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            readonly id: string;
            is_active: boolean;
            name: string;
            phone: string;
        };
        SubscribeRequest: {
            /** @default  */
            callback_url?: string;
            /** @default mobile_money */
            payment_method?: components["schemas"]["PaymentMethodEnum"];
        };
        Subscription: {
            currency: string;
            /**
             * Format: date
             * @description Until then nothing is locked though nothing is paid.
             */
            grace_ends_on: string;
            /** @description AI and new storefronts wait until it is paid; selling goes on. */
            is_overdue: boolean;
            /** Format: decimal */
            monthly_price: string;
            plan: string;
            price_rule: components["schemas"]["PriceRule"];
            /**
             * Format: date
             * @description Paid, or on trial, up to this day.
             */
            renews_on: string;
            /** Format: date */
            started_on: string;
            status: components["schemas"]["SubscriptionStatusEnum"];
            /** @description Open ones, which the price counts. */
            storefronts: number;
        };
        /**
         * @description * `trial` - Trial
         *     * `active` - Active
         *     * `lapsed` - Lapsed
         * @enum {string}
         */
        SubscriptionStatusEnum: "trial" | "active" | "lapsed";
        SuggestedPlan: {
            down_payment: number;
            /** @constant */
            frequency: "weekly";
            installment_amount: number;
            installments: number;
        };
        Supplier: {
            /** Format: date-time */
            readonly created_at: string;
            email: string;
            /** Format: uuid */
            readonly id: string;
            lead_time_days: number;
            /** Format: decimal */
            minimum_order: string | null;
            name: string;
            /** Format: decimal */
            order_cost: string | null;
            phone: string;
            terms_days: number;
        };
        SupplierAccount: {
            /** Format: decimal */
            readonly advance: string;
            /**
             * Format: decimal
             * @description Bills less payments; below zero the supplier owes.
             */
            readonly balance: string;
            buckets: components["schemas"]["Buckets"];
            /** Format: date */
            oldest_due_on: string | null;
            /** Format: decimal */
            readonly overdue: string;
            /** Format: decimal */
            readonly owed: string;
            /** Format: uuid */
            supplier_id: string;
            supplier_name: string;
        };
        SupplierBill: {
            /** Format: decimal */
            amount: string;
            /** Format: date */
            billed_on: string;
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** Format: date-time */
            cancelled_at: string | null;
            /** @description The sender's own id: one bill, for ever. */
            client_id: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: date */
            due_on: string;
            /** Format: uuid */
            readonly id: string;
            kind: components["schemas"]["SupplierBillKindEnum"];
            note: string;
            /** @description The supplier's own number. */
            number: string;
            /** @description GHS still to pay. */
            readonly open_amount: string;
            /**
             * Format: decimal
             * @description GHS of payments that were allocated to it.
             */
            paid: string;
            /** Format: uuid */
            readonly receipt_id: string | null;
            /** Format: uuid */
            readonly supplier_id: string;
            readonly supplier_name: string | null;
        };
        /**
         * @description * `invoice` - Invoice
         *     * `opening` - Opening balance
         * @enum {string}
         */
        SupplierBillKindEnum: "invoice" | "opening";
        /** @description At most 2,000 lines: name, phone, email, … */
        SupplierFileRequest: {
            /** @default  */
            dates?: components["schemas"]["DatesEnum"] | components["schemas"]["BlankEnum"];
            /** @default  */
            decimal?: components["schemas"]["DecimalEnum"] | components["schemas"]["BlankEnum"];
            /**
             * Format: binary
             * @description CSV or .xlsx, at most 1 MB.
             */
            file: Blob;
        };
        SupplierPayment: {
            /** @description GHS that settle no bill yet. */
            readonly advance: string;
            /**
             * Format: decimal
             * @description GHS that settle bills; the rest is an advance.
             */
            allocated: string;
            readonly allocations: components["schemas"]["Allocation"][];
            /** Format: decimal */
            amount: string;
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** Format: date-time */
            cancelled_at: string | null;
            /** @description The sender's own id: one payment, for ever. */
            client_id: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            readonly id: string;
            method: components["schemas"]["SupplierPaymentMethodEnum"];
            note: string;
            /** Format: date-time */
            paid_at: string;
            reference: string;
            /** Format: uuid */
            readonly supplier_id: string;
            readonly supplier_name: string | null;
        };
        /**
         * @description * `cash` - Cash
         *     * `mobile_money` - Mobile money
         *     * `bank` - Bank transfer
         *     * `card` - Card
         *     * `cheque` - Cheque
         *     * `credit_note` - Credit note of the supplier
         * @enum {string}
         */
        SupplierPaymentMethodEnum: "cash" | "mobile_money" | "bank" | "card" | "cheque" | "credit_note";
        SupplierRequest: {
            email?: string;
            lead_time_days?: number;
            /** Format: decimal */
            minimum_order?: string | null;
            name: string;
            /** Format: decimal */
            order_cost?: string | null;
            phone?: string;
            terms_days?: number;
        };
        SupplierReturn: {
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** @description The sender's own id: one return, for ever. */
            client_id: string;
            /** Format: uuid */
            readonly credit_id: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly lines: components["schemas"]["SupplierReturnLine"][];
            reason: string;
            /** Format: uuid */
            readonly receipt_id: string | null;
            /** Format: date-time */
            returned_at: string;
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            /** Format: uuid */
            readonly supplier_id: string;
            readonly supplier_name: string | null;
            /**
             * Format: decimal
             * @description GHS for the goods, as they were received.
             */
            value: string;
        };
        SupplierReturnLine: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly product_id: string;
            readonly product_name: string | null;
            /** Format: decimal */
            quantity: string;
            /**
             * Format: decimal
             * @description GHS a unit.
             */
            unit_cost: string;
        };
        /** @description What became of a file of suppliers. */
        SuppliersTaken: {
            created: number;
            /** @description Those that were there already; they stay as they are. */
            known: number;
            /** @description How many were entered of what was owed before. */
            opening_balances: number;
            problems: components["schemas"]["ImportProblem"][];
        };
        Table: {
            columns: components["schemas"]["Column"][];
            data: {
                [key: string]: string | number | null;
            }[];
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "table";
        };
        TakeBackRequest: {
            reason: string;
        };
        /** @description `rate` is in percent. */
        Tax: {
            /** Format: double */
            readonly amount: number;
            name: string;
            /** Format: double */
            readonly rate: number;
        };
        TillCustomer: {
            credit_hold: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            phone: string;
            /** Format: uuid */
            price_list_id: string | null;
            price_tier: string;
        };
        /** @description The page of the API describes the answer by this; rows go out as the database gives them. */
        TillData: {
            changes: components["schemas"]["Changes"];
            cursor: string;
            /** @description Ask again at once with the cursor. */
            more: boolean;
            removed: components["schemas"]["Removed"];
            /** @description What the till had before is void. */
            whole: boolean;
        };
        TillEntry: {
            /** Format: decimal */
            readonly min_quantity: string;
            /** Format: uuid */
            pack_id: string | null;
            /** Format: decimal */
            readonly price: string;
            /** Format: uuid */
            product_id: string;
        };
        /** @description An event; without `client_id` the server saw it itself. */
        TillEvent: {
            /**
             * Format: decimal
             * @description What was in the cart, or what was taken off the listed price.
             */
            readonly amount: string | null;
            /** Format: date-time */
            readonly at: string;
            /** Format: uuid */
            readonly by_id: string;
            readonly by_name: string | null;
            /** @description The till's own id; empty: the server saw it. */
            readonly client_id: string;
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["TillEventKindEnum"];
            readonly note: string;
            /** Format: uuid */
            readonly product_id: string | null;
            readonly product_name: string | null;
            /** Format: decimal */
            readonly quantity: string | null;
            /** Format: uuid */
            readonly sale_id: string | null;
            readonly sale_number: string | null;
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            readonly till: string | null;
            /** Format: uuid */
            readonly till_id: string | null;
        };
        /**
         * @description * `cart_cancelled` - Cart cancelled
         *     * `line_removed` - Line removed after payment began
         *     * `drawer_opened` - Drawer opened without a sale
         *     * `receipt_reprinted` - Receipt printed again
         *     * `price_overridden` - Price overridden
         *     * `discount_refused` - Discount refused
         *     * `oversold` - Sold beyond the recorded stock
         * @enum {string}
         */
        TillEventKindEnum: "cart_cancelled" | "line_removed" | "drawer_opened" | "receipt_reprinted" | "price_overridden" | "discount_refused" | "oversold";
        /** @description One way to pay in a session. */
        TillMoney: {
            /** Format: decimal */
            readonly counted: string | null;
            /**
             * Format: decimal
             * @description counted - expected
             */
            readonly difference: string | null;
            /** Format: decimal */
            readonly expected: string;
            method: string;
            network: string;
        };
        TillMoved: {
            /** Format: decimal */
            readonly amount: string;
            /** Format: date-time */
            at: string;
            by: string;
            reason: string;
        };
        TillMovement: {
            /** Format: decimal */
            readonly amount: string;
            /** Format: date-time */
            readonly at: string;
            /** Format: uuid */
            readonly by_id: string;
            readonly by_name: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["TillMovementKindEnum"];
            readonly reason: string;
        };
        /**
         * @description * `pay_in` - Paid in
         *     * `pay_out` - Paid out
         * @enum {string}
         */
        TillMovementKindEnum: "pay_in" | "pay_out";
        TillPack: {
            barcode: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            readonly retail_price: string;
            /** Format: decimal */
            readonly units: string;
            /** Format: decimal */
            readonly wholesale_price: string | null;
        };
        TillPayment: {
            /** Format: decimal */
            readonly amount: string;
            /** Format: decimal */
            readonly change: string;
            /** Format: uuid */
            readonly id: string;
            readonly kind: components["schemas"]["MoneyKindEnum"];
            readonly method: components["schemas"]["TillPaymentMethodEnum"];
            /** @description mtn, telecel or at; empty when not mobile money. */
            readonly network: string;
            /** Format: date-time */
            readonly received_at: string;
            readonly reference: string;
            /**
             * Format: decimal
             * @description Cash handed over, when more than the amount; the rest was change.
             */
            readonly tendered: string | null;
        };
        /**
         * @description * `cash` - Cash
         *     * `mobile_money` - Mobile money
         *     * `card` - Card
         *     * `bank` - Bank
         *     * `unknown` - Unknown
         * @enum {string}
         */
        TillPaymentMethodEnum: "cash" | "mobile_money" | "card" | "bank" | "unknown";
        TillPriceList: {
            /** Format: date */
            ends_on: string | null;
            entries: components["schemas"]["TillEntry"][];
            for_everyone: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date */
            starts_on: string | null;
        };
        TillProduct: {
            barcode: string;
            /** Format: uuid */
            category_id: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: decimal */
            readonly retail_price: string;
            sku: string;
            tracks_stock: boolean;
            unit: string;
            whole_units_only: boolean;
            /** Format: decimal */
            readonly wholesale_price: string | null;
        };
        /** @description The report of a session: X while it is open, Z once it is closed. */
        TillReport: {
            /** Format: date-time */
            approved_at: string | null;
            approved_by: string | null;
            business: string;
            cashier: string;
            /** Format: date-time */
            closed_at: string | null;
            closed_by: string | null;
            /**
             * Format: decimal
             * @description Paid for earlier debts.
             */
            readonly collected: string;
            currency: string;
            /**
             * Format: date
             * @description The trading day, which may end after midnight.
             */
            day: string;
            /** Format: decimal */
            readonly difference: string | null;
            /** Format: decimal */
            readonly discounts: string;
            /** @description How often what happened, by kind. */
            events: {
                [key: string]: components["schemas"]["Json"];
            };
            /**
             * Format: decimal
             * @description Spent out of the till.
             */
            readonly expenses: string;
            /**
             * Format: decimal
             * @description Came in by a till without a connection after the approval.
             */
            readonly late: string;
            money: components["schemas"]["TillMoney"][] | null;
            movements: components["schemas"]["TillMoved"][];
            /**
             * Format: decimal
             * @description Of the sales: on account, or met from credit.
             */
            readonly not_paid: string;
            number: number;
            /** Format: date-time */
            opened_at: string;
            /** Format: decimal */
            readonly opening_float: string;
            reason: string;
            /** Format: decimal */
            readonly returned: string;
            returns: number;
            sales: number;
            /** Format: decimal */
            readonly sold: string;
            storefront: string;
            /** Format: decimal */
            readonly tax: string;
            till: string;
            /** Format: uuid */
            till_id: string;
            title: string;
            /** Format: decimal */
            readonly voided: string;
            voids: number;
        };
        /** @description A session; `money` is empty for the cashier of an open one, who counts before seeing what is expected. */
        TillSession: {
            /** Format: date-time */
            readonly approved_at: string | null;
            /** Format: uuid */
            readonly approved_by_id: string | null;
            readonly approved_by_name: string | null;
            /** Format: uuid */
            readonly cashier_id: string;
            readonly cashier_name: string | null;
            /** Format: date-time */
            readonly closed_at: string | null;
            /** Format: uuid */
            readonly closed_by_id: string | null;
            readonly closed_by_name: string | null;
            /**
             * Format: decimal
             * @description All that was counted less what was expected of it.
             */
            readonly difference: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly money: components["schemas"]["TillMoney"][] | null;
            readonly movements: components["schemas"]["TillMovement"][];
            /** @description Counts the sessions of a till, without gaps. */
            readonly number: number;
            /** Format: date-time */
            readonly opened_at: string;
            /** Format: uuid */
            readonly opened_by_id: string;
            readonly opened_by_name: string | null;
            /**
             * Format: decimal
             * @description Cash in the till when it was opened.
             */
            readonly opening_float: string;
            /** @description Why counted and expected differ. */
            readonly reason: string;
            readonly status: components["schemas"]["TillSessionStatusEnum"];
            /** Format: uuid */
            readonly storefront_id: string;
            readonly storefront_name: string | null;
            /** @description What the shop calls the till. */
            readonly till: string;
        };
        /**
         * @description * `open` - open
         *     * `closed` - closed
         *     * `approved` - approved
         * @enum {string}
         */
        TillSessionStatusEnum: "open" | "closed" | "approved";
        TillsReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["TillsReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["TillsRow"][];
            summary: components["schemas"]["TillsTotals"];
            transaction_id?: string | null;
        };
        TillsReportChanges: {
            cash_in_open_tills?: number | null;
            difference?: number | null;
            open?: number | null;
            over?: number | null;
            sessions?: number | null;
            short?: number | null;
            to_approve?: number | null;
        };
        TillsReportComparison: {
            change_percent: components["schemas"]["TillsReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["TillsTotals"];
        };
        TillsRow: {
            approved_at: string | null;
            cash_counted: string | null;
            /** Format: decimal */
            cash_expected: string;
            /** Format: uuid */
            cashier_id: string;
            cashier_name: string;
            closed_at: string | null;
            difference: string | null;
            number: number;
            /** Format: date-time */
            opened_at: string;
            reason: string;
            storefront_name: string;
            till: string;
            /** Format: uuid */
            till_id: string;
        };
        TillStock: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            readonly quantity: string;
            /** Format: uuid */
            storefront_id: string;
        };
        TillsTotals: {
            /** Format: decimal */
            cash_in_open_tills: string;
            /** Format: decimal */
            difference: string;
            open: number;
            /** Format: decimal */
            over: string;
            sessions: number;
            /** Format: decimal */
            short: string;
            to_approve: number;
        };
        TopCustomersReport: {
            ai_error?: components["schemas"]["Refused"];
            ai_narrative?: components["schemas"]["Narrative"] | null;
            balance?: number;
            cached?: boolean;
            comparison?: components["schemas"]["TopCustomersReportComparison"];
            credits_used?: number;
            degraded?: boolean;
            model?: string;
            period: components["schemas"]["ReportPeriod"];
            processing_time_ms?: number;
            results: components["schemas"]["TopCustomersRow"][];
            summary: components["schemas"]["TopCustomersTotals"];
            transaction_id?: string | null;
        };
        TopCustomersReportChanges: {
            buyers?: number | null;
            revenue?: number | null;
            revenue_without_customer?: number | null;
            sales_count?: number | null;
        };
        TopCustomersReportComparison: {
            change_percent: components["schemas"]["TopCustomersReportChanges"];
            of?: components["schemas"]["ReportPeriod"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["TopCustomersTotals"];
        };
        TopCustomersRow: {
            /** @description Average sale: sales, less returns, divided by the number of sales. */
            average_sale: string | null;
            /** Format: uuid */
            customer_id: string;
            customer_name: string;
            last_purchase: string | null;
            /**
             * Format: decimal
             * @description Gross profit: sales less the cost of the goods sold, where the cost is known.
             */
            profit: string;
            rank: number;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            /** @description Number of sales: sales rung up, returns not counted. */
            sales_count: number;
            share_of_revenue: number | null;
        };
        TopCustomersTotals: {
            /** @description Customers who bought: known customers with at least one sale. */
            buyers: number;
            /**
             * Format: decimal
             * @description Sales: the value of what was sold, after discounts and less returns, before tax.
             */
            revenue: string;
            revenue_without_customer?: string | null;
            /** @description Number of sales: sales rung up, returns not counted. */
            sales_count: number;
        };
        TopDebtor: {
            days_overdue: number;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: decimal */
            outstanding_balance: string;
        };
        /** @description One request. What the model cost us is for our own staff alone. */
        Transaction: {
            cached: boolean;
            /** Format: double */
            readonly credits_used: number;
            degraded: boolean;
            error_message: string;
            feature: string;
            /** Format: uuid */
            readonly id: string;
            model: string;
            outcome: components["schemas"]["TransactionOutcomeEnum"];
            /** Format: int64 */
            processing_time_ms: number;
            success: boolean;
            /** Format: date-time */
            timestamp: string;
            readonly tokens_used: number;
            /** Format: uuid */
            user: string | null;
            readonly user_name: string | null;
        };
        /**
         * @description * `answered` - Answered
         *     * `cached` - Answered from the cache
         *     * `degraded` - Answered without the model
         *     * `nothing_to_report` - Nothing to report
         *     * `question_back` - Asked back
         *     * `refused` - Refused
         *     * `failed` - Failed
         *     * `timed_out` - Timed out
         *     * `invalid` - The answer failed its checks
         *     * `abandoned` - The caller went away
         *     * `late` - Answered after the deadline
         * @enum {string}
         */
        TransactionOutcomeEnum: "answered" | "cached" | "degraded" | "nothing_to_report" | "question_back" | "refused" | "failed" | "timed_out" | "invalid" | "abandoned" | "late";
        Transfer: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            readonly by_id: string | null;
            readonly by_name: string | null;
            /** Format: uuid */
            readonly from_storefront_id: string;
            readonly from_storefront_name: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly lines: components["schemas"]["Arrival"][];
            note: string;
            /** Format: uuid */
            readonly to_storefront_id: string;
            readonly to_storefront_name: string | null;
        };
        TransferLineRequest: {
            /** Format: uuid */
            product_id: string;
            /** Format: decimal */
            quantity: string;
        };
        TrendTold: {
            change_percentage: number;
            direction: string;
            interpretation: string;
            metric: string;
        };
        /**
         * @description * `none` - NONE
         *     * `after_consent` - AFTER_CONSENT
         *     * `after_email_is_confirmed` - AFTER_EMAIL
         *     * `granted` - GRANTED
         *     * `email_had_one_before` - USED_BEFORE
         * @enum {string}
         */
        TrialEnum: "none" | "after_consent" | "after_email_is_confirmed" | "granted" | "email_had_one_before";
        /** @description One question and its answer, as they are kept: people and figures are not. */
        Turn: {
            answered: string;
            asked: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            transaction_id: string | null;
        };
        /**
         * @description * `ai_disabled` - ai_disabled
         *     * `budget_exceeded` - budget_exceeded
         *     * `consent_required` - consent_required
         *     * `insufficient_credits` - insufficient_credits
         *     * `permission_denied` - permission_denied
         * @enum {string}
         */
        UnavailableReasonEnum: "ai_disabled" | "budget_exceeded" | "consent_required" | "insufficient_credits" | "permission_denied";
        /** @description What of the text was read as prices, as an order and as a number of units. */
        Understood: {
            /** Format: decimal */
            highest: string | null;
            /** Format: decimal */
            lowest: string | null;
            order: components["schemas"]["OrderEnum"] | components["schemas"]["BlankEnum"];
            /** Format: decimal */
            readonly quantity: string | null;
            tier: string;
        };
        UnitRange: {
            /** @description In how many of all cases the units lie between `low` and `high`. */
            confidence: number;
            high: number;
            low: number;
            predicted_units: number;
        };
        UnitsForecast: {
            based_on_days: number;
            next_7_days: components["schemas"]["UnitRange"];
            next_30_days: components["schemas"]["UnitRange"];
            next_days: components["schemas"]["DaysRange"];
            predicted_stockout_date: string | null;
            /** @description The earliest and the latest likely day. */
            stockout_interval: (string | null)[] | null;
        };
        UnitsInAndOut: {
            /** Format: decimal */
            in: string;
            /** Format: decimal */
            out: string;
        };
        /** @description Goods that come back without a receipt, at no more than they cost now. */
        UnlinkedReturnRequest: {
            /**
             * @description Made by the till, once for each: a repeat on any day, by anyone, gives the first back.
             * @default
             */
            client_id?: string;
            /**
             * @description Repeat with true after 409 confirmation_required.
             * @default false
             */
            confirmed?: boolean;
            /** Format: uuid */
            customer_id?: string | null;
            lines: components["schemas"]["NewLineRequest"][];
            /** @default cash */
            method?: components["schemas"]["MoneyMethodEnum"];
            /** @default  */
            network?: components["schemas"]["NetworkEnum"] | components["schemas"]["BlankEnum"];
            reason: string;
            /** @default  */
            reference?: string;
            /** @default true */
            restock?: boolean;
            /** Format: uuid */
            storefront_id: string;
            /**
             * Format: uuid
             * @description An open till; else your own, if you have one open.
             */
            till_id?: string | null;
        };
        /**
         * Urgency
         * @enum {string}
         */
        Urgency: "CRITICAL" | "HIGH" | "MEDIUM" | "LOW";
        /** @enum {string} */
        UrgencyEnum: "CRITICAL" | "HIGH" | "MEDIUM" | "LOW";
        /** @description `success_rate` and `cache_hit_rate` are percentages. */
        Usage: {
            avg_response_time_ms: number;
            /** Format: double */
            cache_hit_rate: number;
            /** Format: double */
            readonly current_balance: number;
            daily: components["schemas"]["DayUse"][];
            feature_breakdown: components["schemas"]["FeatureUse"][];
            most_used_feature: string | null;
            period_days: number;
            /** Format: double */
            success_rate: number;
            successful_requests: number;
            /** Format: double */
            readonly total_credits_used: number;
            total_requests: number;
        };
        User: {
            /** Format: email */
            readonly email: string;
            readonly email_verified: boolean;
            /** Format: uuid */
            readonly id: string;
            name: string;
            phone: string;
        };
        /**
         * @description * `real` - A real loss
         *     * `explained` - There is a good reason
         *     * `mistake` - Nothing unusual
         * @enum {string}
         */
        VerdictEnum: "real" | "explained" | "mistake";
        /** @description `status` is pending, completed, failed or refunded; only completed is a success. */
        Verified: {
            /** Format: double */
            readonly credits_added: number;
            readonly message: string;
            /** Format: double */
            readonly new_balance: number;
            status: components["schemas"]["PurchaseStatusEnum"];
            readonly success: boolean;
        };
        /** @description What was heard. With `needs_confirmation` nothing was asked or charged yet, and `message` says what to do. */
        VoiceAnswer: {
            actions?: components["schemas"]["QuestionAction"][] | null;
            answer?: string;
            assumptions?: string[];
            balance?: number;
            cached?: boolean;
            change?: string | number | null;
            choices?: components["schemas"]["QuestionChoice"][] | null;
            confidence?: number;
            conversation_id?: string;
            credits_used?: number;
            data?: components["schemas"]["QuestionData"] | null;
            data_sources?: string[];
            degraded?: boolean;
            drivers?: components["schemas"]["QuestionDriver"][] | null;
            follow_up_questions?: string[];
            heard: string;
            message: string;
            model?: string;
            needs_confirmation: boolean;
            plan?: string;
            processing_time_ms?: number;
            query_type?: components["schemas"]["QueryTypeEnum"];
            suggestions?: string[];
            transaction_id?: string | null;
            verdict?: string;
            visualizations?: (components["schemas"]["Number"] | components["schemas"]["Bar"] | components["schemas"]["Line"] | components["schemas"]["Pie"] | components["schemas"]["Table"] | components["schemas"]["Waterfall"])[];
        };
        VoiceInputsRequest: {
            /**
             * Format: binary
             * @description At most 30 seconds and 2 MB of webm, ogg, m4a or wav.
             */
            audio: Blob;
            /** Format: uuid */
            conversation_id?: string | null;
            /** Format: uuid */
            storefront_id?: string | null;
        };
        VoidRequest: {
            reason: string;
        };
        Waterfall: {
            data: components["schemas"]["Step"][];
            title: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "waterfall";
            unit: components["schemas"]["FigureKindEnum"];
        };
        WhatIfInputsRequest: {
            /** Format: decimal */
            change_percent?: string | null;
            /** Format: decimal */
            new_price?: string | null;
            /** Format: uuid */
            product_id: string;
        };
        WholeConversation: {
            /** Format: date-time */
            readonly created_at: string;
            feature: string;
            /** Format: uuid */
            readonly id: string;
            turns: components["schemas"]["Turn"][];
            /** Format: date-time */
            updated_at: string;
        };
        /** @description One storefront, one supplier, a budget: what a plan is narrowed to. */
        WishRequest: {
            /**
             * Format: decimal
             * @description GHS to spend; what saves the most margin for a cedi comes first.
             */
            budget?: string;
            /**
             * @description How many days pass between one look at the stock and the next.
             * @default 7
             */
            review_days?: number;
            /**
             * Format: uuid
             * @description One storefront; all when empty.
             */
            storefront_id?: string;
            /**
             * Format: uuid
             * @description The goods of one supplier; all when empty.
             */
            supplier_id?: string;
            /**
             * Format: decimal
             * @description GHS that a trip between two storefronts costs; what saves less is not moved.
             * @default 20.00
             */
            trip_cost?: string;
        };
        WrittenMessage: {
            body: string;
            follow_up_schedule: components["schemas"]["FollowUpSchedule"];
            sms_version: string;
            subject: string;
            whatsapp_version: string;
        };
    };
    responses: {
        /** @description The web server takes addresses of 4,094 bytes. Of longer ones it says so on a page of its own. */
        AddressTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `validation_error`, `business_required` */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `conflict`, `confirmation_required`, `out_of_stock`, `credit_limit_exceeded`, `idempotency_conflict`, `request_in_progress` */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `insufficient_credits` */
        CreditsNeeded: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `permission_denied`, `consent_required`, `ai_disabled` */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `not_acceptable` */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `not_found` */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `unsupported_media_type` */
        NotJson: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `not_authenticated`, `wrong_credentials`, `second_factor_required`, `invalid_signature` */
        NotLoggedIn: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `payment_provider_error` */
        PaymentProvider: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `payload_too_large` */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `rate_limited`, `budget_exceeded` */
        TooMany: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description `ai_service_error`, `service_unavailable` */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The business to act for; needed by people of several businesses. */
        BusinessId: string;
        /** @description The same key with the same request does the work once, for 24 hours. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description `true` when this is the stored answer to an earlier request with the same `Idempotency-Key`. */
        Replayed: "true";
        /** @description The id of this request in our logs; name it when asking for help. */
        RequestId: string;
        /** @description Seconds to wait before trying again. */
        RetryAfter: number;
    };
    pathItems: never;
};
export type AcceptRequest = components['schemas']['AcceptRequest'];
export type Action = components['schemas']['Action'];
export type Addon = components['schemas']['Addon'];
export type AddonAnswer = components['schemas']['AddonAnswer'];
export type AddonDetails = components['schemas']['AddonDetails'];
export type AddonOffer = components['schemas']['AddonOffer'];
export type AddonStatusEnum = components['schemas']['AddonStatusEnum'];
export type AdjustmentKindEnum = components['schemas']['AdjustmentKindEnum'];
export type AdjustmentLineRequest = components['schemas']['AdjustmentLineRequest'];
export type AdjustmentRequest = components['schemas']['AdjustmentRequest'];
export type Ageing = components['schemas']['Ageing'];
export type AgeingBuckets = components['schemas']['AgeingBuckets'];
export type AgeingRollRates = components['schemas']['AgeingRollRates'];
export type AgeingRow = components['schemas']['AgeingRow'];
export type AgeingTotals = components['schemas']['AgeingTotals'];
export type AiFeatureEnum = components['schemas']['AiFeatureEnum'];
export type AiPlan = components['schemas']['AIPlan'];
export type AiPlans = components['schemas']['AIPlans'];
export type Alert = components['schemas']['Alert'];
export type AlertAnalysis = components['schemas']['AlertAnalysis'];
export type AlertCustomer = components['schemas']['AlertCustomer'];
export type AlertTypeEnum = components['schemas']['AlertTypeEnum'];
export type Allocation = components['schemas']['Allocation'];
export type Amounts = components['schemas']['Amounts'];
export type ApproveTillRequest = components['schemas']['ApproveTillRequest'];
export type ArAgingReport = components['schemas']['ArAgingReport'];
export type ArAgingReportChanges = components['schemas']['ArAgingReportChanges'];
export type ArAgingReportComparison = components['schemas']['ArAgingReportComparison'];
export type Arrival = components['schemas']['Arrival'];
export type AskedDays = components['schemas']['AskedDays'];
export type AskedMetric = components['schemas']['AskedMetric'];
export type AssessedCustomer = components['schemas']['AssessedCustomer'];
export type AssessmentInputsRequest = components['schemas']['AssessmentInputsRequest'];
export type AssessmentTypeEnum = components['schemas']['AssessmentTypeEnum'];
export type AssistantInputsRequest = components['schemas']['AssistantInputsRequest'];
export type AudienceMember = components['schemas']['AudienceMember'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditEntryActionEnum = components['schemas']['AuditEntryActionEnum'];
export type Automation = components['schemas']['Automation'];
export type AutomationKindEnum = components['schemas']['AutomationKindEnum'];
export type Automations = components['schemas']['Automations'];
export type Availability = components['schemas']['Availability'];
export type AvailabilityAnswer = components['schemas']['AvailabilityAnswer'];
export type AvailabilityList = components['schemas']['AvailabilityList'];
export type AverageOver = components['schemas']['AverageOver'];
export type Balance = components['schemas']['Balance'];
export type Bar = components['schemas']['Bar'];
export type Batch = components['schemas']['Batch'];
export type BillRequest = components['schemas']['BillRequest'];
export type BlankEnum = components['schemas']['BlankEnum'];
export type BothRequest = components['schemas']['BothRequest'];
export type Break = components['schemas']['Break'];
export type BreakEven = components['schemas']['BreakEven'];
export type Brief = components['schemas']['Brief'];
export type BriefCard = components['schemas']['BriefCard'];
export type BriefCardKindEnum = components['schemas']['BriefCardKindEnum'];
export type Buckets = components['schemas']['Buckets'];
export type BulkInputsRequest = components['schemas']['BulkInputsRequest'];
export type Business = components['schemas']['Business'];
export type Buyer = components['schemas']['Buyer'];
export type BuyingProfile = components['schemas']['BuyingProfile'];
export type By = components['schemas']['By'];
export type CancelRequest = components['schemas']['CancelRequest'];
export type Capabilities = components['schemas']['Capabilities'];
export type Capability = components['schemas']['Capability'];
export type CardAction = components['schemas']['CardAction'];
export type CardBody = components['schemas']['CardBody'];
export type Cart = components['schemas']['Cart'];
export type CartLine = components['schemas']['CartLine'];
export type CartLineInputsRequest = components['schemas']['CartLineInputsRequest'];
export type Category = components['schemas']['Category'];
export type CategoryEnum = components['schemas']['CategoryEnum'];
export type CategoryRequest = components['schemas']['CategoryRequest'];
export type ChangeDriver = components['schemas']['ChangeDriver'];
export type Changes = components['schemas']['Changes'];
export type Channels = components['schemas']['Channels'];
export type ChannelsRequest = components['schemas']['ChannelsRequest'];
export type ChoosePlanRequest = components['schemas']['ChoosePlanRequest'];
export type ChosenPlanEnum = components['schemas']['ChosenPlanEnum'];
export type CloseTillRequest = components['schemas']['CloseTillRequest'];
export type CodeRequest = components['schemas']['CodeRequest'];
export type CollectionCase = components['schemas']['CollectionCase'];
export type CollectionHabits = components['schemas']['CollectionHabits'];
export type CollectionInsights = components['schemas']['CollectionInsights'];
export type CollectionLikelihoodEnum = components['schemas']['CollectionLikelihoodEnum'];
export type CollectionMessageAnswer = components['schemas']['CollectionMessageAnswer'];
export type CollectionNote = components['schemas']['CollectionNote'];
export type CollectionNoteOutcomeEnum = components['schemas']['CollectionNoteOutcomeEnum'];
export type CollectionNoteRequest = components['schemas']['CollectionNoteRequest'];
export type CollectionPriorityAnswer = components['schemas']['CollectionPriorityAnswer'];
export type CollectionSummary = components['schemas']['CollectionSummary'];
export type Column = components['schemas']['Column'];
export type ComparableCustomers = components['schemas']['ComparableCustomers'];
export type CompetitorPrice = components['schemas']['CompetitorPrice'];
export type CompetitorPriceRequest = components['schemas']['CompetitorPriceRequest'];
export type CompetitorSeen = components['schemas']['CompetitorSeen'];
export type ConsentText = components['schemas']['ConsentText'];
export type ConstraintsRequest = components['schemas']['ConstraintsRequest'];
export type ContactChannelEnum = components['schemas']['ContactChannelEnum'];
export type Conversation = components['schemas']['Conversation'];
export type CountedRequest = components['schemas']['CountedRequest'];
export type Counter = components['schemas']['Counter'];
export type CounterInputsRequest = components['schemas']['CounterInputsRequest'];
export type CreditAdvice = components['schemas']['CreditAdvice'];
export type CreditAdviceActionEnum = components['schemas']['CreditAdviceActionEnum'];
export type CreditAlert = components['schemas']['CreditAlert'];
export type CreditAlertSeverityEnum = components['schemas']['CreditAlertSeverityEnum'];
export type CreditAnalysis = components['schemas']['CreditAnalysis'];
export type CreditApplied = components['schemas']['CreditApplied'];
export type CreditAssessmentAnswer = components['schemas']['CreditAssessmentAnswer'];
export type CurrentPasswordRequest = components['schemas']['CurrentPasswordRequest'];
export type CurrentPricing = components['schemas']['CurrentPricing'];
export type CustomAmount = components['schemas']['CustomAmount'];
export type Customer = components['schemas']['Customer'];
export type CustomerFileRequest = components['schemas']['CustomerFileRequest'];
export type CustomerInputRequest = components['schemas']['CustomerInputRequest'];
export type CustomerMessage = components['schemas']['CustomerMessage'];
export type CustomerMessageStatusEnum = components['schemas']['CustomerMessageStatusEnum'];
export type CustomerSegmentationReport = components['schemas']['CustomerSegmentationReport'];
export type CustomerSegmentationReportChanges = components['schemas']['CustomerSegmentationReportChanges'];
export type CustomerSegmentationReportComparison = components['schemas']['CustomerSegmentationReportComparison'];
export type CustomersTaken = components['schemas']['CustomersTaken'];
export type CustomQuote = components['schemas']['CustomQuote'];
export type DashboardInputsRequest = components['schemas']['DashboardInputsRequest'];
export type DatesEnum = components['schemas']['DatesEnum'];
export type DayForecast = components['schemas']['DayForecast'];
export type DaysRange = components['schemas']['DaysRange'];
export type DayUse = components['schemas']['DayUse'];
export type Debtor = components['schemas']['Debtor'];
export type DecimalEnum = components['schemas']['DecimalEnum'];
export type DescribedProduct = components['schemas']['DescribedProduct'];
export type DescriptionSuggestions = components['schemas']['DescriptionSuggestions'];
export type DescriptionToneEnum = components['schemas']['DescriptionToneEnum'];
export type DirectionEnum = components['schemas']['DirectionEnum'];
export type DisputeRequest = components['schemas']['DisputeRequest'];
export type Drafted = components['schemas']['Drafted'];
export type Elsewhere = components['schemas']['Elsewhere'];
export type Email = components['schemas']['Email'];
export type EmailChangeRequest = components['schemas']['EmailChangeRequest'];
export type Enhancements = components['schemas']['Enhancements'];
export type Enrolment = components['schemas']['Enrolment'];
export type EnterCountRequest = components['schemas']['EnterCountRequest'];
export type Error = components['schemas']['Error'];
export type ErrorCode = components['schemas']['ErrorCode'];
export type EveryEnum = components['schemas']['EveryEnum'];
export type Evidence = components['schemas']['Evidence'];
export type ExchangeRequest = components['schemas']['ExchangeRequest'];
export type Expense = components['schemas']['Expense'];
export type ExpiringRow = components['schemas']['ExpiringRow'];
export type ExpiringStockReport = components['schemas']['ExpiringStockReport'];
export type ExpiringStockReportChanges = components['schemas']['ExpiringStockReportChanges'];
export type ExpiringStockReportComparison = components['schemas']['ExpiringStockReportComparison'];
export type ExpiringTotals = components['schemas']['ExpiringTotals'];
export type ExplainedAlert = components['schemas']['ExplainedAlert'];
export type ExplainedLossAlert = components['schemas']['ExplainedLossAlert'];
export type ExplainTillRequest = components['schemas']['ExplainTillRequest'];
export type Export = components['schemas']['Export'];
export type ExportStatusEnum = components['schemas']['ExportStatusEnum'];
export type FeatureCost = components['schemas']['FeatureCost'];
export type FeatureUse = components['schemas']['FeatureUse'];
export type FeedbackGiven = components['schemas']['FeedbackGiven'];
export type FeedbackRequest = components['schemas']['FeedbackRequest'];
export type FieldProblems = components['schemas']['FieldProblems'];
export type Figure = components['schemas']['Figure'];
export type FigureKindEnum = components['schemas']['FigureKindEnum'];
export type Fiscal = components['schemas']['Fiscal'];
export type FlagsEnum = components['schemas']['FlagsEnum'];
export type FollowUpSchedule = components['schemas']['FollowUpSchedule'];
export type ForecastAccuracy = components['schemas']['ForecastAccuracy'];
export type ForecastInputsRequest = components['schemas']['ForecastInputsRequest'];
export type ForecastProduct = components['schemas']['ForecastProduct'];
export type ForgotRequest = components['schemas']['ForgotRequest'];
export type Found = components['schemas']['Found'];
export type FoundRequest = components['schemas']['FoundRequest'];
export type GoodsReceipt = components['schemas']['GoodsReceipt'];
export type GoodsReceiptLine = components['schemas']['GoodsReceiptLine'];
export type Heard = components['schemas']['Heard'];
export type HelpAction = components['schemas']['HelpAction'];
export type HelpActionBody = components['schemas']['HelpActionBody'];
export type HelpAnswer = components['schemas']['HelpAnswer'];
export type HelpQuestionRequest = components['schemas']['HelpQuestionRequest'];
export type Hit = components['schemas']['Hit'];
export type Hours = components['schemas']['Hours'];
export type HoursRequest = components['schemas']['HoursRequest'];
export type ImportProblem = components['schemas']['ImportProblem'];
export type ImportStatusEnum = components['schemas']['ImportStatusEnum'];
export type Instalment = components['schemas']['Instalment'];
export type InstalmentStatusEnum = components['schemas']['InstalmentStatusEnum'];
export type InventoryForecastAnswer = components['schemas']['InventoryForecastAnswer'];
export type Invitation = components['schemas']['Invitation'];
export type InviteRequest = components['schemas']['InviteRequest'];
export type Invoice = components['schemas']['Invoice'];
export type Json = components['schemas']['Json'];
export type KeptEvents = components['schemas']['KeptEvents'];
export type LanguageEnum = components['schemas']['LanguageEnum'];
export type LastTime = components['schemas']['LastTime'];
export type LedgerEntry = components['schemas']['LedgerEntry'];
export type LedgerEntryKindEnum = components['schemas']['LedgerEntryKindEnum'];
export type Line = components['schemas']['Line'];
export type LinkRequest = components['schemas']['LinkRequest'];
export type LogIn = components['schemas']['LogIn'];
export type LoginRequest = components['schemas']['LoginRequest'];
export type LossAlert = components['schemas']['LossAlert'];
export type LossAlertSeverityEnum = components['schemas']['LossAlertSeverityEnum'];
export type LossAnalysis = components['schemas']['LossAnalysis'];
export type Lot = components['schemas']['Lot'];
export type LotSourceEnum = components['schemas']['LotSourceEnum'];
export type MaxLevelEnum = components['schemas']['MaxLevelEnum'];
export type Me = components['schemas']['Me'];
export type Merged = components['schemas']['Merged'];
export type MergeRequest = components['schemas']['MergeRequest'];
export type MessageChannelEnum = components['schemas']['MessageChannelEnum'];
export type MessageCustomer = components['schemas']['MessageCustomer'];
export type MessageInputsRequest = components['schemas']['MessageInputsRequest'];
export type MessageInvoice = components['schemas']['MessageInvoice'];
export type MessageTypeEnum = components['schemas']['MessageTypeEnum'];
export type Meter = components['schemas']['Meter'];
export type ModeEnum = components['schemas']['ModeEnum'];
export type MoneyKindEnum = components['schemas']['MoneyKindEnum'];
export type MoneyMethodEnum = components['schemas']['MoneyMethodEnum'];
export type Movement = components['schemas']['Movement'];
export type MovementKindEnum = components['schemas']['MovementKindEnum'];
export type Movements = components['schemas']['Movements'];
export type MyBusiness = components['schemas']['MyBusiness'];
export type NameCustomerRequest = components['schemas']['NameCustomerRequest'];
export type NamedCustomer = components['schemas']['NamedCustomer'];
export type NarratedReorderPlan = components['schemas']['NarratedReorderPlan'];
export type Narrative = components['schemas']['Narrative'];
export type NaturalLanguageQueryAnswer = components['schemas']['NaturalLanguageQueryAnswer'];
export type NaturalLanguageQueryDataEvent = components['schemas']['NaturalLanguageQueryDataEvent'];
export type NaturalLanguageQueryDoneEvent = components['schemas']['NaturalLanguageQueryDoneEvent'];
export type NaturalLanguageQueryErrorEvent = components['schemas']['NaturalLanguageQueryErrorEvent'];
export type NaturalLanguageQueryEvent = components['schemas']['NaturalLanguageQueryEvent'];
export type NaturalLanguageQueryPlanEvent = components['schemas']['NaturalLanguageQueryPlanEvent'];
export type NaturalLanguageQueryReplaceEvent = components['schemas']['NaturalLanguageQueryReplaceEvent'];
export type NaturalLanguageQuerySentenceEvent = components['schemas']['NaturalLanguageQuerySentenceEvent'];
export type NetworkEnum = components['schemas']['NetworkEnum'];
export type NewBillRequest = components['schemas']['NewBillRequest'];
export type NewCartRequest = components['schemas']['NewCartRequest'];
export type NewCountRequest = components['schemas']['NewCountRequest'];
export type NewEventKindEnum = components['schemas']['NewEventKindEnum'];
export type NewEventRequest = components['schemas']['NewEventRequest'];
export type NewEventsRequest = components['schemas']['NewEventsRequest'];
export type NewExpenseRequest = components['schemas']['NewExpenseRequest'];
export type NewExportRequest = components['schemas']['NewExportRequest'];
export type NewInstalmentRequest = components['schemas']['NewInstalmentRequest'];
export type NewLineRequest = components['schemas']['NewLineRequest'];
export type NewOrderRequest = components['schemas']['NewOrderRequest'];
export type NewPaymentMethodEnum = components['schemas']['NewPaymentMethodEnum'];
export type NewPaymentOnAccountRequest = components['schemas']['NewPaymentOnAccountRequest'];
export type NewPaymentRequest = components['schemas']['NewPaymentRequest'];
export type NewPlanRequest = components['schemas']['NewPlanRequest'];
export type NewProductImportRequest = components['schemas']['NewProductImportRequest'];
export type NewProposalRequest = components['schemas']['NewProposalRequest'];
export type NewReceiptRequest = components['schemas']['NewReceiptRequest'];
export type NewRecurringRequest = components['schemas']['NewRecurringRequest'];
export type NewSaleRequest = components['schemas']['NewSaleRequest'];
export type NewSalesImportRequest = components['schemas']['NewSalesImportRequest'];
export type NewStorefrontRequest = components['schemas']['NewStorefrontRequest'];
export type NewSupplierPaymentRequest = components['schemas']['NewSupplierPaymentRequest'];
export type NewSupplierReturnRequest = components['schemas']['NewSupplierReturnRequest'];
export type NewTillMovementRequest = components['schemas']['NewTillMovementRequest'];
export type NewTransferRequest = components['schemas']['NewTransferRequest'];
export type NotAskedToday = components['schemas']['NotAskedToday'];
export type NotDescribed = components['schemas']['NotDescribed'];
export type NullEnum = components['schemas']['NullEnum'];
export type Number = components['schemas']['Number'];
export type Offered = components['schemas']['Offered'];
export type OfferedCard = components['schemas']['OfferedCard'];
export type OfferedElsewhere = components['schemas']['OfferedElsewhere'];
export type OfferedGood = components['schemas']['OfferedGood'];
export type OfflineItemKindEnum = components['schemas']['OfflineItemKindEnum'];
export type OfflineItemRequest = components['schemas']['OfflineItemRequest'];
export type OfflineRequest = components['schemas']['OfflineRequest'];
export type OneInputsRequest = components['schemas']['OneInputsRequest'];
export type Opened = components['schemas']['Opened'];
export type OpeningBalanceRequest = components['schemas']['OpeningBalanceRequest'];
export type OpenTillRequest = components['schemas']['OpenTillRequest'];
export type OptimizationGoalEnum = components['schemas']['OptimizationGoalEnum'];
export type Order = components['schemas']['Order'];
export type OrderChannelEnum = components['schemas']['OrderChannelEnum'];
export type OrderEnum = components['schemas']['OrderEnum'];
export type OrderLine = components['schemas']['OrderLine'];
export type OrderLineInRequest = components['schemas']['OrderLineInRequest'];
export type OrderStatusEnum = components['schemas']['OrderStatusEnum'];
export type Outcome = components['schemas']['Outcome'];
export type Outcomes = components['schemas']['Outcomes'];
export type OutcomeStatusEnum = components['schemas']['OutcomeStatusEnum'];
export type OwnPriceChange = components['schemas']['OwnPriceChange'];
export type Pack = components['schemas']['Pack'];
export type PackPrice = components['schemas']['PackPrice'];
export type PaginatedAlertList = components['schemas']['PaginatedAlertList'];
export type PaginatedAudienceMemberList = components['schemas']['PaginatedAudienceMemberList'];
export type PaginatedAuditEntryList = components['schemas']['PaginatedAuditEntryList'];
export type PaginatedBatchList = components['schemas']['PaginatedBatchList'];
export type PaginatedCartList = components['schemas']['PaginatedCartList'];
export type PaginatedCategoryList = components['schemas']['PaginatedCategoryList'];
export type PaginatedCollectionNoteList = components['schemas']['PaginatedCollectionNoteList'];
export type PaginatedCompetitorPriceList = components['schemas']['PaginatedCompetitorPriceList'];
export type PaginatedConversationList = components['schemas']['PaginatedConversationList'];
export type PaginatedCreditAlertList = components['schemas']['PaginatedCreditAlertList'];
export type PaginatedCustomerList = components['schemas']['PaginatedCustomerList'];
export type PaginatedExpenseList = components['schemas']['PaginatedExpenseList'];
export type PaginatedExportList = components['schemas']['PaginatedExportList'];
export type PaginatedGoodsReceiptList = components['schemas']['PaginatedGoodsReceiptList'];
export type PaginatedInvitationList = components['schemas']['PaginatedInvitationList'];
export type PaginatedLedgerEntryList = components['schemas']['PaginatedLedgerEntryList'];
export type PaginatedLogInList = components['schemas']['PaginatedLogInList'];
export type PaginatedLossAlertList = components['schemas']['PaginatedLossAlertList'];
export type PaginatedMergedList = components['schemas']['PaginatedMergedList'];
export type PaginatedMovementList = components['schemas']['PaginatedMovementList'];
export type PaginatedOrderList = components['schemas']['PaginatedOrderList'];
export type PaginatedPaymentList = components['schemas']['PaginatedPaymentList'];
export type PaginatedPlanList = components['schemas']['PaginatedPlanList'];
export type PaginatedPriceChangeList = components['schemas']['PaginatedPriceChangeList'];
export type PaginatedPriceListRowList = components['schemas']['PaginatedPriceListRowList'];
export type PaginatedProductImportRowList = components['schemas']['PaginatedProductImportRowList'];
export type PaginatedProductList = components['schemas']['PaginatedProductList'];
export type PaginatedProductPackList = components['schemas']['PaginatedProductPackList'];
export type PaginatedPromiseList = components['schemas']['PaginatedPromiseList'];
export type PaginatedProposalList = components['schemas']['PaginatedProposalList'];
export type PaginatedPurchaseList = components['schemas']['PaginatedPurchaseList'];
export type PaginatedRecurringList = components['schemas']['PaginatedRecurringList'];
export type PaginatedSaleList = components['schemas']['PaginatedSaleList'];
export type PaginatedSalesImportRowList = components['schemas']['PaginatedSalesImportRowList'];
export type PaginatedSearchWordList = components['schemas']['PaginatedSearchWordList'];
export type PaginatedStaffList = components['schemas']['PaginatedStaffList'];
export type PaginatedStockAlertList = components['schemas']['PaginatedStockAlertList'];
export type PaginatedStockCountLineList = components['schemas']['PaginatedStockCountLineList'];
export type PaginatedStockCountList = components['schemas']['PaginatedStockCountList'];
export type PaginatedStockList = components['schemas']['PaginatedStockList'];
export type PaginatedStorefrontList = components['schemas']['PaginatedStorefrontList'];
export type PaginatedSupplierBillList = components['schemas']['PaginatedSupplierBillList'];
export type PaginatedSupplierList = components['schemas']['PaginatedSupplierList'];
export type PaginatedSupplierPaymentList = components['schemas']['PaginatedSupplierPaymentList'];
export type PaginatedSupplierReturnList = components['schemas']['PaginatedSupplierReturnList'];
export type PaginatedTillEventList = components['schemas']['PaginatedTillEventList'];
export type PaginatedTillSessionList = components['schemas']['PaginatedTillSessionList'];
export type PaginatedTransactionList = components['schemas']['PaginatedTransactionList'];
export type PaginatedTransferList = components['schemas']['PaginatedTransferList'];
export type Party = components['schemas']['Party'];
export type PasswordChangeRequest = components['schemas']['PasswordChangeRequest'];
export type PatchedAcknowledgeRequest = components['schemas']['PatchedAcknowledgeRequest'];
export type PatchedAutomationChangeRequest = components['schemas']['PatchedAutomationChangeRequest'];
export type PatchedBusinessRequest = components['schemas']['PatchedBusinessRequest'];
export type PatchedCategoryRequest = components['schemas']['PatchedCategoryRequest'];
export type PatchedCompetitorPriceRequest = components['schemas']['PatchedCompetitorPriceRequest'];
export type PatchedCustomerInputRequest = components['schemas']['PatchedCustomerInputRequest'];
export type PatchedOrderChangeRequest = components['schemas']['PatchedOrderChangeRequest'];
export type PatchedPriceListRequest = components['schemas']['PatchedPriceListRequest'];
export type PatchedProductPackRequest = components['schemas']['PatchedProductPackRequest'];
export type PatchedProductRequest = components['schemas']['PatchedProductRequest'];
export type PatchedSearchWordRequest = components['schemas']['PatchedSearchWordRequest'];
export type PatchedSeenRequest = components['schemas']['PatchedSeenRequest'];
export type PatchedSettingsChangeRequest = components['schemas']['PatchedSettingsChangeRequest'];
export type PatchedStaffRequest = components['schemas']['PatchedStaffRequest'];
export type PatchedStorefrontRequest = components['schemas']['PatchedStorefrontRequest'];
export type PatchedSupplierRequest = components['schemas']['PatchedSupplierRequest'];
export type PatchedUserRequest = components['schemas']['PatchedUserRequest'];
export type PatchedVerdictRequest = components['schemas']['PatchedVerdictRequest'];
export type Payment = components['schemas']['Payment'];
export type PaymentForecast = components['schemas']['PaymentForecast'];
export type PaymentMethodEnum = components['schemas']['PaymentMethodEnum'];
export type PaymentPattern = components['schemas']['PaymentPattern'];
export type PaymentPredictionAnswer = components['schemas']['PaymentPredictionAnswer'];
export type PayStorefrontsRequest = components['schemas']['PayStorefrontsRequest'];
export type Peers = components['schemas']['Peers'];
export type PercentRange = components['schemas']['PercentRange'];
export type PhotoRequest = components['schemas']['PhotoRequest'];
export type Pie = components['schemas']['Pie'];
export type Place = components['schemas']['Place'];
export type Plan = components['schemas']['Plan'];
export type PlanBudget = components['schemas']['PlanBudget'];
export type PlanChosen = components['schemas']['PlanChosen'];
export type PlanLine = components['schemas']['PlanLine'];
export type PlanOrder = components['schemas']['PlanOrder'];
export type PlanOrderLine = components['schemas']['PlanOrderLine'];
export type PlanStatusEnum = components['schemas']['PlanStatusEnum'];
export type PlanSummary = components['schemas']['PlanSummary'];
export type PlanTransfer = components['schemas']['PlanTransfer'];
export type Point = components['schemas']['Point'];
export type PortfolioDashboardAnswer = components['schemas']['PortfolioDashboardAnswer'];
export type PortfolioFigures = components['schemas']['PortfolioFigures'];
export type PortfolioHealth = components['schemas']['PortfolioHealth'];
export type PortfolioInsights = components['schemas']['PortfolioInsights'];
export type PortfolioOpportunity = components['schemas']['PortfolioOpportunity'];
export type PortfolioRisk = components['schemas']['PortfolioRisk'];
export type PortfolioTrends = components['schemas']['PortfolioTrends'];
export type PredictedCustomer = components['schemas']['PredictedCustomer'];
export type PriceAdvice = components['schemas']['PriceAdvice'];
export type PriceChange = components['schemas']['PriceChange'];
export type PriceChangeSourceEnum = components['schemas']['PriceChangeSourceEnum'];
export type PricedProduct = components['schemas']['PricedProduct'];
export type PricedTax = components['schemas']['PricedTax'];
export type PriceEvidence = components['schemas']['PriceEvidence'];
export type PriceImpact = components['schemas']['PriceImpact'];
export type PriceInputsRequest = components['schemas']['PriceInputsRequest'];
export type PriceList = components['schemas']['PriceList'];
export type PriceListEntry = components['schemas']['PriceListEntry'];
export type PriceListEntryRequest = components['schemas']['PriceListEntryRequest'];
export type PriceListRequest = components['schemas']['PriceListRequest'];
export type PriceListRow = components['schemas']['PriceListRow'];
export type PriceRule = components['schemas']['PriceRule'];
export type PriceStep = components['schemas']['PriceStep'];
export type PriceTierEnum = components['schemas']['PriceTierEnum'];
export type Pricing = components['schemas']['Pricing'];
export type PricingOptimizerAnswer = components['schemas']['PricingOptimizerAnswer'];
export type PricingWhatIfAnswer = components['schemas']['PricingWhatIfAnswer'];
export type PriorityInputsRequest = components['schemas']['PriorityInputsRequest'];
export type Product = components['schemas']['Product'];
export type ProductDescriptionAnswer = components['schemas']['ProductDescriptionAnswer'];
export type ProductDescriptionsAnswer = components['schemas']['ProductDescriptionsAnswer'];
export type ProductImport = components['schemas']['ProductImport'];
export type ProductImportRow = components['schemas']['ProductImportRow'];
export type ProductPack = components['schemas']['ProductPack'];
export type ProductPackRequest = components['schemas']['ProductPackRequest'];
export type ProductPerformanceReport = components['schemas']['ProductPerformanceReport'];
export type ProductPerformanceReportChanges = components['schemas']['ProductPerformanceReportChanges'];
export type ProductPerformanceReportComparison = components['schemas']['ProductPerformanceReportComparison'];
export type ProductPerformanceRow = components['schemas']['ProductPerformanceRow'];
export type ProductPerformanceTotals = components['schemas']['ProductPerformanceTotals'];
export type ProductRequest = components['schemas']['ProductRequest'];
export type ProfitReport = components['schemas']['ProfitReport'];
export type ProfitReportChanges = components['schemas']['ProfitReportChanges'];
export type ProfitReportComparison = components['schemas']['ProfitReportComparison'];
export type ProfitRow = components['schemas']['ProfitRow'];
export type ProfitTotals = components['schemas']['ProfitTotals'];
export type Promise = components['schemas']['Promise'];
export type PromiseRequest = components['schemas']['PromiseRequest'];
export type PromiseStatusEnum = components['schemas']['PromiseStatusEnum'];
export type PromotionAdvice = components['schemas']['PromotionAdvice'];
export type Proposal = components['schemas']['Proposal'];
export type ProposalKindEnum = components['schemas']['ProposalKindEnum'];
export type ProposalStateEnum = components['schemas']['ProposalStateEnum'];
export type ProposalStep = components['schemas']['ProposalStep'];
export type Proposed = components['schemas']['Proposed'];
export type Purchase = components['schemas']['Purchase'];
export type PurchaseFrequencyEnum = components['schemas']['PurchaseFrequencyEnum'];
export type PurchaseInputPackageEnum = components['schemas']['PurchaseInputPackageEnum'];
export type PurchaseInputRequest = components['schemas']['PurchaseInputRequest'];
export type PurchasePackageEnum = components['schemas']['PurchasePackageEnum'];
export type PurchaseStatusEnum = components['schemas']['PurchaseStatusEnum'];
export type QuantityBreak = components['schemas']['QuantityBreak'];
export type QueryInputsRequest = components['schemas']['QueryInputsRequest'];
export type QueryTypeEnum = components['schemas']['QueryTypeEnum'];
export type QuestionAction = components['schemas']['QuestionAction'];
export type QuestionChoice = components['schemas']['QuestionChoice'];
export type QuestionData = components['schemas']['QuestionData'];
export type QuestionDriver = components['schemas']['QuestionDriver'];
export type QuestionFigures = components['schemas']['QuestionFigures'];
export type QuestionPlan = components['schemas']['QuestionPlan'];
export type ReceiptItem = components['schemas']['ReceiptItem'];
export type ReceiptPayment = components['schemas']['ReceiptPayment'];
export type ReceiptRefused = components['schemas']['ReceiptRefused'];
export type ReceiptTax = components['schemas']['ReceiptTax'];
export type Received = components['schemas']['Received'];
export type ReceivedLineRequest = components['schemas']['ReceivedLineRequest'];
export type ReceiveRequest = components['schemas']['ReceiveRequest'];
export type RecommendedApproachEnum = components['schemas']['RecommendedApproachEnum'];
export type RecoveryCodes = components['schemas']['RecoveryCodes'];
export type Recurring = components['schemas']['Recurring'];
export type ReferenceRequest = components['schemas']['ReferenceRequest'];
export type Refund = components['schemas']['Refund'];
export type RefundInputRequest = components['schemas']['RefundInputRequest'];
export type RefundMethodEnum = components['schemas']['RefundMethodEnum'];
export type RefundPaymentRequest = components['schemas']['RefundPaymentRequest'];
export type RefundRequest = components['schemas']['RefundRequest'];
export type Refused = components['schemas']['Refused'];
export type RegisterRequest = components['schemas']['RegisterRequest'];
export type ReminderToneEnum = components['schemas']['ReminderToneEnum'];
export type Removed = components['schemas']['Removed'];
export type ReportPeriod = components['schemas']['ReportPeriod'];
export type ResetRequest = components['schemas']['ResetRequest'];
export type ReturnLineRequest = components['schemas']['ReturnLineRequest'];
export type ReturnOfSale = components['schemas']['ReturnOfSale'];
export type RevenueProfitReport = components['schemas']['RevenueProfitReport'];
export type RevenueProfitReportChanges = components['schemas']['RevenueProfitReportChanges'];
export type RevenueProfitReportComparison = components['schemas']['RevenueProfitReportComparison'];
export type RevenueProfitRow = components['schemas']['RevenueProfitRow'];
export type RevenueProfitTotals = components['schemas']['RevenueProfitTotals'];
export type RoleEnum = components['schemas']['RoleEnum'];
export type Sale = components['schemas']['Sale'];
export type SaleDetail = components['schemas']['SaleDetail'];
export type SaleKindEnum = components['schemas']['SaleKindEnum'];
export type SaleLine = components['schemas']['SaleLine'];
export type SalesAssistantAnswer = components['schemas']['SalesAssistantAnswer'];
export type SalesAssistantDataEvent = components['schemas']['SalesAssistantDataEvent'];
export type SalesAssistantDoneEvent = components['schemas']['SalesAssistantDoneEvent'];
export type SalesAssistantErrorEvent = components['schemas']['SalesAssistantErrorEvent'];
export type SalesAssistantEvent = components['schemas']['SalesAssistantEvent'];
export type SalesAssistantReplaceEvent = components['schemas']['SalesAssistantReplaceEvent'];
export type SalesAssistantSentenceEvent = components['schemas']['SalesAssistantSentenceEvent'];
export type SalesChangeReport = components['schemas']['SalesChangeReport'];
export type SalesChangeReportChanges = components['schemas']['SalesChangeReportChanges'];
export type SalesChangeReportComparison = components['schemas']['SalesChangeReportComparison'];
export type SalesChangeRow = components['schemas']['SalesChangeRow'];
export type SalesChangeTotals = components['schemas']['SalesChangeTotals'];
export type SalesImport = components['schemas']['SalesImport'];
export type SalesImportRow = components['schemas']['SalesImportRow'];
export type SalesSummaryReport = components['schemas']['SalesSummaryReport'];
export type SalesSummaryReportChanges = components['schemas']['SalesSummaryReportChanges'];
export type SalesSummaryReportComparison = components['schemas']['SalesSummaryReportComparison'];
export type SalesSummaryRow = components['schemas']['SalesSummaryRow'];
export type SalesSummaryTotals = components['schemas']['SalesSummaryTotals'];
export type SaleStatusEnum = components['schemas']['SaleStatusEnum'];
export type ScorecardLine = components['schemas']['ScorecardLine'];
export type SearchWord = components['schemas']['SearchWord'];
export type SearchWordRequest = components['schemas']['SearchWordRequest'];
export type Seasons = components['schemas']['Seasons'];
export type SecretRequest = components['schemas']['SecretRequest'];
export type SegmentAdvice = components['schemas']['SegmentAdvice'];
export type SegmentationRow = components['schemas']['SegmentationRow'];
export type SegmentationTotals = components['schemas']['SegmentationTotals'];
export type SegmentationTotalsMethodEnum = components['schemas']['SegmentationTotalsMethodEnum'];
export type SegmentCustomer = components['schemas']['SegmentCustomer'];
export type SegmentEnum = components['schemas']['SegmentEnum'];
export type SendingChannelEnum = components['schemas']['SendingChannelEnum'];
export type SendReceiptRequest = components['schemas']['SendReceiptRequest'];
export type SendRequest = components['schemas']['SendRequest'];
export type SendStatementRequest = components['schemas']['SendStatementRequest'];
export type Sent = components['schemas']['Sent'];
export type SentBackLineRequest = components['schemas']['SentBackLineRequest'];
export type Sentence = components['schemas']['Sentence'];
export type SentInvitation = components['schemas']['SentInvitation'];
export type SentOrder = components['schemas']['SentOrder'];
export type SentStatusEnum = components['schemas']['SentStatusEnum'];
export type Session = components['schemas']['Session'];
export type Settings = components['schemas']['Settings'];
export type SettledInvoice = components['schemas']['SettledInvoice'];
export type Settlement = components['schemas']['Settlement'];
export type SettleRequest = components['schemas']['SettleRequest'];
export type SmartReceipt = components['schemas']['SmartReceipt'];
export type Source = components['schemas']['Source'];
export type Staff = components['schemas']['Staff'];
export type StaffPerformanceReport = components['schemas']['StaffPerformanceReport'];
export type StaffPerformanceReportChanges = components['schemas']['StaffPerformanceReportChanges'];
export type StaffPerformanceReportComparison = components['schemas']['StaffPerformanceReportComparison'];
export type StaffPerformanceRow = components['schemas']['StaffPerformanceRow'];
export type StaffPerformanceTotals = components['schemas']['StaffPerformanceTotals'];
export type Standing = components['schemas']['Standing'];
export type Starters = components['schemas']['Starters'];
export type Statement = components['schemas']['Statement'];
export type StatementEntry = components['schemas']['StatementEntry'];
export type StatementEntryKindEnum = components['schemas']['StatementEntryKindEnum'];
export type Step = components['schemas']['Step'];
export type StepKindEnum = components['schemas']['StepKindEnum'];
export type Stock = components['schemas']['Stock'];
export type StockAdvice = components['schemas']['StockAdvice'];
export type StockAdviceActionEnum = components['schemas']['StockAdviceActionEnum'];
export type StockAlert = components['schemas']['StockAlert'];
export type StockAlertKindEnum = components['schemas']['StockAlertKindEnum'];
export type StockAt = components['schemas']['StockAt'];
export type StockCount = components['schemas']['StockCount'];
export type StockCountLine = components['schemas']['StockCountLine'];
export type StockCountStatusEnum = components['schemas']['StockCountStatusEnum'];
export type StockMovementKinds = components['schemas']['StockMovementKinds'];
export type StockMovementReport = components['schemas']['StockMovementReport'];
export type StockMovementReportChanges = components['schemas']['StockMovementReportChanges'];
export type StockMovementReportComparison = components['schemas']['StockMovementReportComparison'];
export type StockMovementRow = components['schemas']['StockMovementRow'];
export type StockMovementTotals = components['schemas']['StockMovementTotals'];
export type StockOnHandReport = components['schemas']['StockOnHandReport'];
export type StockOnHandReportChanges = components['schemas']['StockOnHandReportChanges'];
export type StockOnHandReportComparison = components['schemas']['StockOnHandReportComparison'];
export type StockOnHandRow = components['schemas']['StockOnHandRow'];
export type StockOnHandTotals = components['schemas']['StockOnHandTotals'];
export type Storefront = components['schemas']['Storefront'];
export type SubscribeRequest = components['schemas']['SubscribeRequest'];
export type Subscription = components['schemas']['Subscription'];
export type SubscriptionStatusEnum = components['schemas']['SubscriptionStatusEnum'];
export type SuggestedPlan = components['schemas']['SuggestedPlan'];
export type Supplier = components['schemas']['Supplier'];
export type SupplierAccount = components['schemas']['SupplierAccount'];
export type SupplierBill = components['schemas']['SupplierBill'];
export type SupplierBillKindEnum = components['schemas']['SupplierBillKindEnum'];
export type SupplierFileRequest = components['schemas']['SupplierFileRequest'];
export type SupplierPayment = components['schemas']['SupplierPayment'];
export type SupplierPaymentMethodEnum = components['schemas']['SupplierPaymentMethodEnum'];
export type SupplierRequest = components['schemas']['SupplierRequest'];
export type SupplierReturn = components['schemas']['SupplierReturn'];
export type SupplierReturnLine = components['schemas']['SupplierReturnLine'];
export type SuppliersTaken = components['schemas']['SuppliersTaken'];
export type Table = components['schemas']['Table'];
export type TakeBackRequest = components['schemas']['TakeBackRequest'];
export type Tax = components['schemas']['Tax'];
export type TillCustomer = components['schemas']['TillCustomer'];
export type TillData = components['schemas']['TillData'];
export type TillEntry = components['schemas']['TillEntry'];
export type TillEvent = components['schemas']['TillEvent'];
export type TillEventKindEnum = components['schemas']['TillEventKindEnum'];
export type TillMoney = components['schemas']['TillMoney'];
export type TillMoved = components['schemas']['TillMoved'];
export type TillMovement = components['schemas']['TillMovement'];
export type TillMovementKindEnum = components['schemas']['TillMovementKindEnum'];
export type TillPack = components['schemas']['TillPack'];
export type TillPayment = components['schemas']['TillPayment'];
export type TillPaymentMethodEnum = components['schemas']['TillPaymentMethodEnum'];
export type TillPriceList = components['schemas']['TillPriceList'];
export type TillProduct = components['schemas']['TillProduct'];
export type TillReport = components['schemas']['TillReport'];
export type TillSession = components['schemas']['TillSession'];
export type TillSessionStatusEnum = components['schemas']['TillSessionStatusEnum'];
export type TillsReport = components['schemas']['TillsReport'];
export type TillsReportChanges = components['schemas']['TillsReportChanges'];
export type TillsReportComparison = components['schemas']['TillsReportComparison'];
export type TillsRow = components['schemas']['TillsRow'];
export type TillStock = components['schemas']['TillStock'];
export type TillsTotals = components['schemas']['TillsTotals'];
export type TopCustomersReport = components['schemas']['TopCustomersReport'];
export type TopCustomersReportChanges = components['schemas']['TopCustomersReportChanges'];
export type TopCustomersReportComparison = components['schemas']['TopCustomersReportComparison'];
export type TopCustomersRow = components['schemas']['TopCustomersRow'];
export type TopCustomersTotals = components['schemas']['TopCustomersTotals'];
export type TopDebtor = components['schemas']['TopDebtor'];
export type Transaction = components['schemas']['Transaction'];
export type TransactionOutcomeEnum = components['schemas']['TransactionOutcomeEnum'];
export type Transfer = components['schemas']['Transfer'];
export type TransferLineRequest = components['schemas']['TransferLineRequest'];
export type TrendTold = components['schemas']['TrendTold'];
export type TrialEnum = components['schemas']['TrialEnum'];
export type Turn = components['schemas']['Turn'];
export type UnavailableReasonEnum = components['schemas']['UnavailableReasonEnum'];
export type Understood = components['schemas']['Understood'];
export type UnitRange = components['schemas']['UnitRange'];
export type UnitsForecast = components['schemas']['UnitsForecast'];
export type UnitsInAndOut = components['schemas']['UnitsInAndOut'];
export type UnlinkedReturnRequest = components['schemas']['UnlinkedReturnRequest'];
export type Urgency = components['schemas']['Urgency'];
export type UrgencyEnum = components['schemas']['UrgencyEnum'];
export type Usage = components['schemas']['Usage'];
export type User = components['schemas']['User'];
export type VerdictEnum = components['schemas']['VerdictEnum'];
export type Verified = components['schemas']['Verified'];
export type VoiceAnswer = components['schemas']['VoiceAnswer'];
export type VoiceInputsRequest = components['schemas']['VoiceInputsRequest'];
export type VoidRequest = components['schemas']['VoidRequest'];
export type Waterfall = components['schemas']['Waterfall'];
export type WhatIfInputsRequest = components['schemas']['WhatIfInputsRequest'];
export type WholeConversation = components['schemas']['WholeConversation'];
export type WishRequest = components['schemas']['WishRequest'];
export type WrittenMessage = components['schemas']['WrittenMessage'];
export type ResponseAddressTooLong = components['responses']['AddressTooLong'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseCreditsNeeded = components['responses']['CreditsNeeded'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotAcceptable = components['responses']['NotAcceptable'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseNotJson = components['responses']['NotJson'];
export type ResponseNotLoggedIn = components['responses']['NotLoggedIn'];
export type ResponsePaymentProvider = components['responses']['PaymentProvider'];
export type ResponseTooLarge = components['responses']['TooLarge'];
export type ResponseTooMany = components['responses']['TooMany'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type ParameterBusinessId = components['parameters']['BusinessId'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type HeaderReplayed = components['headers']['Replayed'];
export type HeaderRequestId = components['headers']['RequestId'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type $defs = Record<string, never>;
export interface operations {
    listAudit: {
        parameters: {
            query?: {
                /**
                 * @description * `role_changed` - Role changed
                 *     * `member_left` - Person let go
                 *     * `member_returned` - Person taken back
                 *     * `member_joined` - Person joined
                 *     * `invited` - Invitation sent
                 *     * `invitation_ended` - Invitation ended
                 *     * `business_changed` - Business changed
                 *     * `credit_terms_changed` - Customer's credit changed
                 *     * `credit_overridden` - Credit limit overridden
                 *     * `price_changed` - Price changed
                 *     * `customer_erased` - Customer erased
                 *     * `customers_merged` - Customers merged
                 *     * `customers_parted` - Merged customers parted again
                 *     * `expense_cancelled` - Expense taken back
                 *     * `sale_refunded` - Goods taken back
                 *     * `sale_voided` - Sale voided
                 *     * `sale_exchanged` - Goods exchanged
                 *     * `returned_without_receipt` - Goods taken back without a receipt
                 *     * `payment_refunded` - Payment paid back
                 *     * `opening_balance_set` - Opening balance set
                 *     * `till_closed` - Till closed
                 *     * `till_approved` - Till approved
                 *     * `credits_granted` - AI credits granted
                 *     * `ai_suspended` - AI suspended
                 *     * `ai_resumed` - AI resumed
                 *     * `credits_refunded` - AI credits refunded
                 *     * `ai_settings_changed` - AI settings changed
                 *     * `automation_changed` - Standing approval changed
                 *     * `second_factor_on` - Second factor switched on
                 *     * `second_factor_off` - Second factor switched off
                 *     * `exported` - Data exported
                 *     * `order_sent` - Order sent to a supplier
                 *     * `goods_received` - Goods received
                 *     * `goods_sent_back` - Goods sent back
                 *     * `supplier_paid` - Supplier paid
                 *     * `supplier_entry_cancelled` - Supplier's bill or payment cancelled
                 *     * `stock_counted` - Stock count completed
                 */
                action?: "ai_resumed" | "ai_settings_changed" | "ai_suspended" | "automation_changed" | "business_changed" | "credit_overridden" | "credit_terms_changed" | "credits_granted" | "credits_refunded" | "customer_erased" | "customers_merged" | "customers_parted" | "expense_cancelled" | "exported" | "goods_received" | "goods_sent_back" | "invitation_ended" | "invited" | "member_joined" | "member_left" | "member_returned" | "opening_balance_set" | "order_sent" | "payment_refunded" | "price_changed" | "returned_without_receipt" | "role_changed" | "sale_exchanged" | "sale_refunded" | "sale_voided" | "second_factor_off" | "second_factor_on" | "stock_counted" | "supplier_entry_cancelled" | "supplier_paid" | "till_approved" | "till_closed";
                by_staff?: boolean;
                /** @description From this day on. */
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "action" | "-action";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /** @description Changes by this person. */
                staff_id?: string;
                /** @description Changes to this row: a person, product, customer or sale. */
                subject_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedAuditEntryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBusiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Business"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateBusiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "phone": "0302000001",
                 *       "opens_at": "08:00",
                 *       "closes_at": "20:00"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedBusinessRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Business"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "as-the-link-in-the-email-has-it"
                 *     }
                 */
                "application/json": components["schemas"]["LinkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `waiting` - Waiting
                 *     * `running` - Running
                 *     * `done` - Done
                 *     * `failed` - Failed
                 */
                status?: "done" | "failed" | "running" | "waiting";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedExportList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["NewExportRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createExport`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createExport`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": Blob;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "secret": "as-the-link-in-the-email-has-it",
                 *       "password": "Kenkey-and-fish-72",
                 *       "name": "Kojo Mensah"
                 *     }
                 */
                "application/json": components["schemas"]["AcceptRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "secret": "as-the-link-in-the-email-has-it"
                 *     }
                 */
                "application/json": components["schemas"]["SecretRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offered"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "owner@adom.example",
                 *       "password": "Kenkey-and-fish-72"
                 *     }
                 */
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    logoutAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Akosua Adomako",
                 *       "phone": "0244000001"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedUserRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeMyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "akosua@example.com",
                 *       "current_password": "Kenkey-and-fish-72"
                 *     }
                 */
                "application/json": components["schemas"]["EmailChangeRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeMyPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "Kenkey-and-fish-72",
                 *       "new_password": "Waakye-on-monday-41"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMySessions: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedLogInList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    endMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description From the answer of `listMySessions`. */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMyTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standing"];
                };
            };
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
    startMyTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "Kenkey-and-fish-72"
                 *     }
                 */
                "application/json": components["schemas"]["CurrentPasswordRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    endMyTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "Kenkey-and-fish-72",
                 *       "code": "492039"
                 *     }
                 */
                "application/json": components["schemas"]["BothRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmMyTwoFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "492039"
                 *     }
                 */
                "application/json": components["schemas"]["CodeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewMyRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "Kenkey-and-fish-72",
                 *       "code": "492039"
                 *     }
                 */
                "application/json": components["schemas"]["BothRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "owner@adom.example"
                 *     }
                 */
                "application/json": components["schemas"]["ForgotRequest"];
            };
        };
        responses: {
            /** @description No response body */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "as-the-link-in-the-email-has-it",
                 *       "new_password": "Kenkey-and-fish-72"
                 *     }
                 */
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "akua@example.com",
                 *       "password": "Kenkey-and-fish-72",
                 *       "name": "Akua Sarpong",
                 *       "business_name": "Akua's Provisions"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStaff: {
        parameters: {
            query?: {
                is_active?: boolean;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "name" | "-name" | "role" | "-role" | "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `owner` - Owner
                 *     * `manager` - Manager
                 *     * `cashier` - Cashier
                 */
                role?: "cashier" | "manager" | "owner";
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedStaffList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    inviteStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "kojo@example.com",
                 *       "role": "cashier"
                 *     }
                 */
                "application/json": components["schemas"]["InviteRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentInvitation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStaffMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example f224c5e1-72da-4e3c-be15-9dea3f78a841 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeStaffMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example f224c5e1-72da-4e3c-be15-9dea3f78a841 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateStaffMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example f224c5e1-72da-4e3c-be15-9dea3f78a841 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedStaffRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "expires_at" | "-expires_at" | "email" | "-email";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `owner` - Owner
                 *     * `manager` - Manager
                 *     * `cashier` - Cashier
                 */
                role?: "cashier" | "manager" | "owner";
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedInvitationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `inviteStaff`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStorefronts: {
        parameters: {
            query?: {
                is_active?: boolean;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "name" | "-name" | "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedStorefrontList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createStorefront: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Kasoa",
                 *       "address": "Main market, Kasoa"
                 *     }
                 */
                "application/json": components["schemas"]["NewStorefrontRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Storefront"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStorefront: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example d122d09a-3164-4d20-89d1-11f08c9457e6 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Storefront"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteStorefront: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /**
                 * @description From the answer of `createStorefront`.
                 * @example d122d09a-3164-4d20-89d1-11f08c9457e6
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateStorefront: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example d122d09a-3164-4d20-89d1-11f08c9457e6 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "address": "Oxford Street, Osu"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedStorefrontRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Storefront"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    paySubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "months": 1,
                 *       "payment_method": "mobile_money"
                 *     }
                 */
                "application/json": components["schemas"]["PayStorefrontsRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opened"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            502: components["responses"]["PaymentProvider"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAddon: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddonAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelAddon: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "immediate": false
                 *     }
                 */
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddonAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeAddon: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddonAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
    subscribeAddon: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "payment_method": "mobile_money"
                 *     }
                 */
                "application/json": components["schemas"]["SubscribeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opened"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            502: components["responses"]["PaymentProvider"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBillingAlerts: {
        parameters: {
            query?: {
                /**
                 * @description * `low_balance` - Low balance
                 *     * `depleted` - Used up
                 *     * `expiring` - About to expire
                 *     * `expired` - Expired
                 *     * `cost` - Cost of models
                 *     * `fair_use` - Fair use nearly reached
                 *     * `fair_end` - Fair use reached
                 */
                alert_type?: "cost" | "depleted" | "expired" | "expiring" | "fair_end" | "fair_use" | "low_balance";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedAlertList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAutomations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automations"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeAutomation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "kind": "reminder",
                 *       "enabled": true,
                 *       "max_level": "first_reminder",
                 *       "channel": "sms"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedAutomationChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Automations"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBrief: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brief"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    dismissBrief: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `getBrief`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefCard"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCapabilities: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Capabilities"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    checkAvailability: {
        parameters: {
            query?: {
                /** @description All features when left out. Older names are known. */
                feature?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailabilityAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    writeCollectionMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "message_type": "first_reminder",
                 *       "tone": "professional_friendly"
                 *     }
                 */
                "application/json": components["schemas"]["MessageInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionMessageAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                feature?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedConversationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `askQuestion`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeConversation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `askQuestion`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCreditAlerts: {
        parameters: {
            query?: {
                acknowledged?: boolean;
                cleared?: boolean;
                customer_id?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "detected_at" | "-detected_at" | "severity" | "-severity" | "outstanding_balance" | "-outstanding_balance";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `HIGH` - High
                 *     * `MEDIUM` - Medium
                 */
                severity?: "HIGH" | "MEDIUM";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedCreditAlertList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCreditAlert: {
        parameters: {
            query?: {
                /** @description 1: with an explanation in words, for credits. */
                explain?: boolean;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listCreditAlerts`. */
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedAlert"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCreditAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listCreditAlerts`. */
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "acknowledged": true
                 *     }
                 */
                "application/json": components["schemas"]["PatchedAcknowledgeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditAlert"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    assessCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "requested_credit_limit": "2000.00",
                 *       "assessment_type": "increase"
                 *     }
                 */
                "application/json": components["schemas"]["AssessmentInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditAssessmentAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCollectionPriority: {
        parameters: {
            query?: {
                min_amount?: string;
                /** @description False: open invoices that are not yet due too. */
                overdue_only?: boolean;
                storefront_id?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPriorityAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    postCollectionPriority: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overdue_only": true
                 *     }
                 */
                "application/json": components["schemas"]["PriorityInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPriorityAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCollectionPriorityAlias: {
        parameters: {
            query?: {
                min_amount?: string;
                /** @description False: open invoices that are not yet due too. */
                overdue_only?: boolean;
                storefront_id?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPriorityAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    postCollectionPriorityAlias: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overdue_only": true
                 *     }
                 */
                "application/json": components["schemas"]["PriorityInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPriorityAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    writeCollectionMessageAlias: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "message_type": "first_reminder",
                 *       "tone": "professional_friendly"
                 *     }
                 */
                "application/json": components["schemas"]["MessageInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionMessageAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPortfolioDashboardAlias: {
        parameters: {
            query?: {
                /** @description One storefront; the whole shop when empty. */
                storefront_id?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioDashboardAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    postPortfolioDashboardAlias: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["DashboardInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioDashboardAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    predictPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 9d704f8e-4496-4a61-a022-4ebd6251c4f8 */
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPredictionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    assessCreditAlias: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "requested_credit_limit": "2000.00",
                 *       "assessment_type": "increase"
                 *     }
                 */
                "application/json": components["schemas"]["AssessmentInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditAssessmentAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCreditLedger: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /**
                 * @description * `grant` - Granted
                 *     * `spend` - Spent
                 *     * `expire` - Expired
                 *     * `refund` - Refunded
                 *     * `void` - Voided
                 *     * `debt` - Taken for a debt
                 *     * `return` - Given back after a misunderstood question
                 */
                kind?: "debt" | "expire" | "grant" | "refund" | "return" | "spend" | "void";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "credits" | "-credits";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedLedgerEntryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    purchaseCredits: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "package": "value",
                 *       "payment_method": "mobile_money"
                 *     }
                 */
                "application/json": components["schemas"]["PurchaseInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opened"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            502: components["responses"]["PaymentProvider"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPurchases: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "purchased_at" | "-purchased_at" | "amount_paid" | "-amount_paid";
                /**
                 * @description * `starter` - Starter
                 *     * `value` - Value
                 *     * `premium` - Premium
                 *     * `custom` - Custom amount
                 *     * `addon` - Monthly add-on
                 *     * `ai_powered` - AI-Powered plan
                 *     * `enterprise` - Enterprise plan
                 *     * `storefront` - Storefront plan
                 */
                package?: "addon" | "ai_powered" | "custom" | "enterprise" | "premium" | "starter" | "storefront" | "value";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `mobile_money` - Mobile money
                 *     * `card` - Card
                 */
                payment_method?: "card" | "mobile_money";
                /**
                 * @description * `pending` - Pending
                 *     * `completed` - Completed
                 *     * `failed` - Failed
                 *     * `refunded` - Refunded
                 */
                payment_status?: "completed" | "failed" | "pending" | "refunded";
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPurchaseList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPurchase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `purchaseCredits`. */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purchase"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInvoice: {
        parameters: {
            query?: {
                format?: "html" | "json" | "pdf";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `purchaseCredits`. */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    refundPurchase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `purchaseCredits`. */
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Bought twice"
                 *     }
                 */
                "application/json": components["schemas"]["RefundInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            502: components["responses"]["PaymentProvider"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyPurchase: {
        parameters: {
            query: {
                /** @example AI-CREDIT-1795000000000-1A2B3C4D */
                reference: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verified"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            502: components["responses"]["PaymentProvider"];
            503: components["responses"]["Unavailable"];
        };
    };
    postVerifyPurchase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reference": "AI-CREDIT-1795000000000-1A2B3C4D"
                 *     }
                 */
                "application/json": components["schemas"]["ReferenceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verified"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            502: components["responses"]["PaymentProvider"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFraudAlerts: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "detected_at" | "-detected_at" | "loss" | "-loss";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                resolved?: boolean;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `HIGH` - High
                 *     * `MEDIUM` - Medium
                 *     * `LOW` - Low
                 */
                severity?: "HIGH" | "LOW" | "MEDIUM";
                signal?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedLossAlertList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFraudAlert: {
        parameters: {
            query?: {
                /** @description 1: with an explanation in words, for credits. */
                explain?: boolean;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listFraudAlerts`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedLossAlert"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateFraudAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listFraudAlerts`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "verdict": "explained",
                 *       "note": "She was learning."
                 *     }
                 */
                "application/json": components["schemas"]["PatchedVerdictRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LossAlert"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    askQuestionAlias: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "query": "How much did we sell this month by storefront?"
                 *     }
                 */
                "application/json": components["schemas"]["QueryInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NaturalLanguageQueryAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStockAlerts: {
        parameters: {
            query?: {
                acknowledged?: boolean;
                cleared?: boolean;
                /**
                 * @description * `runs_out` - Runs out before a delivery can come
                 *     * `expiring` - Expires before it sells
                 *     * `dead` - Does not sell
                 *     * `overstock` - More than will sell in good time
                 */
                kind?: "dead" | "expiring" | "overstock" | "runs_out";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "detected_at" | "-detected_at" | "value" | "-value" | "day" | "-day";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedStockAlertList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    acknowledgeStockAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listStockAlerts`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "acknowledged": true
                 *     }
                 */
                "application/json": components["schemas"]["PatchedSeenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockAlert"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    forecastInventory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *       "forecast_days": 14
                 *     }
                 */
                "application/json": components["schemas"]["ForecastInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryForecastAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveSmsReport: {
        parameters: {
            query?: {
                from?: string;
                message?: string;
                sms_id?: string;
                status?: string;
            };
            header?: never;
            path: {
                /** @example as-in-SMS_REPORTS_URL */
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heard"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmWhatsAppAddress: {
        parameters: {
            query?: {
                "hub.challenge"?: string;
                "hub.mode"?: string;
                "hub.verify_token"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveWhatsAppNews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "object": "whatsapp_business_account",
                 *       "entry": []
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Heard"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    receivePaystackEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "event": "charge.success",
                 *       "data": {
                 *         "reference": "AI-CREDIT-1795000000000-1A2B3C4D"
                 *       }
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Received"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AIPlans"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "immediate": false
                 *     }
                 */
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AIPlans"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumePlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AIPlans"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            503: components["responses"]["Unavailable"];
        };
    };
    subscribeToPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan": "ai_powered",
                 *       "payment_method": "mobile_money"
                 *     }
                 */
                "application/json": components["schemas"]["ChoosePlanRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChosen"];
                };
            };
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChosen"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            502: components["responses"]["PaymentProvider"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPortfolioDashboard: {
        parameters: {
            query?: {
                /** @description One storefront; the whole shop when empty. */
                storefront_id?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioDashboardAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    postPortfolioDashboard: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["DashboardInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioDashboardAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    optimizePrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *       "optimization_goal": "profit_maximization"
                 *     }
                 */
                "application/json": components["schemas"]["PriceInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricingOptimizerAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    tryPrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *       "change_percent": "5"
                 *     }
                 */
                "application/json": components["schemas"]["WhatIfInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricingWhatIfAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPricing: {
        parameters: {
            query?: {
                /** @description GHS before taxes, to be quoted. */
                custom_amount?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pricing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    describeProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *       "tone": "casual",
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["OneInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductDescriptionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    describeProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "product_ids": [
                 *         "56fa4144-453d-4a61-a056-6021b1413951",
                 *         "2c66da6e-2462-412c-bec5-b8e14370ebe3"
                 *       ],
                 *       "tone": "professional",
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["BulkInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductDescriptionsAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProposals: {
        parameters: {
            query?: {
                by_automation?: boolean;
                customer_id?: string;
                /**
                 * @description * `reminder` - Reminder to a customer
                 *     * `purchase_order` - Order to a supplier
                 *     * `transfer` - Goods to another storefront
                 *     * `price_change` - New price
                 *     * `credit_limit` - New credit limit
                 *     * `credit_hold` - No further sale on account
                 */
                kind?: "credit_hold" | "credit_limit" | "price_change" | "purchase_order" | "reminder" | "transfer";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "expires_at" | "-expires_at" | "amount" | "-amount";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `proposed` - Waits for a yes
                 *     * `approved` - Agreed, to be done
                 *     * `executed` - Done
                 *     * `withdrawn` - Withdrawn, as the facts moved
                 *     * `expired` - Too old
                 *     * `dismissed` - Not wanted
                 *     * `undone` - Taken back
                 */
                state?: "approved" | "dismissed" | "executed" | "expired" | "proposed" | "undone" | "withdrawn";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedProposalList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    createProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "kind": "price_change",
                 *       "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *       "new_price": "11.50"
                 *     }
                 */
                "application/json": components["schemas"]["NewProposalRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createProposal`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createProposal`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    dismissProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createProposal`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createProposal`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    askQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "query": "How much did we sell this month by storefront?"
                 *     }
                 */
                "application/json": components["schemas"]["QueryInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NaturalLanguageQueryAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "query": "How much did we sell this month by storefront?"
                 *     }
                 */
                "application/json": components["schemas"]["QueryInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["NaturalLanguageQueryEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    askByVoice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "audio": "the bytes of a webm, ogg, m4a or wav recording"
                 *     }
                 */
                "multipart/form-data": components["schemas"]["VoiceInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VoiceAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    askSalesAssistant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "a fridge under 4000",
                 *       "context": {
                 *         "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AssistantInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesAssistantAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamSalesAssistant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "a fridge under 4000",
                 *       "context": {
                 *         "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AssistantInputsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["SalesAssistantEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            402: components["responses"]["CreditsNeeded"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAiSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAiSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "low_balance_threshold": "15"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedSettingsChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStarters: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Starters"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    askSupport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "message": "How do I give a refund?"
                 *     }
                 */
                "application/json": components["schemas"]["HelpQuestionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                cached?: boolean;
                degraded?: boolean;
                feature?: string;
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "timestamp" | "-timestamp" | "credits_used" | "-credits_used" | "processing_time_ms" | "-processing_time_ms";
                /**
                 * @description * `answered` - Answered
                 *     * `cached` - Answered from the cache
                 *     * `degraded` - Answered without the model
                 *     * `nothing_to_report` - Nothing to report
                 *     * `question_back` - Asked back
                 *     * `refused` - Refused
                 *     * `failed` - Failed
                 *     * `timed_out` - Timed out
                 *     * `invalid` - The answer failed its checks
                 *     * `abandoned` - The caller went away
                 *     * `late` - Answered after the deadline
                 */
                outcome?: "abandoned" | "answered" | "cached" | "degraded" | "failed" | "invalid" | "late" | "nothing_to_report" | "question_back" | "refused" | "timed_out";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                success?: boolean;
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTransactionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    giveFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `askQuestion`. */
                transaction_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "helpful": true,
                 *       "note": "As I counted it."
                 *     }
                 */
                "application/json": components["schemas"]["FeedbackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackGiven"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUsageAlias: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAdjustments: {
        parameters: {
            query?: {
                document_id?: string;
                /** @description From this day on. */
                from?: string;
                /**
                 * @description * `purchase` - Purchase
                 *     * `sent_back` - Returned to the supplier
                 *     * `sale` - Sale
                 *     * `return` - Return
                 *     * `adjustment` - Adjustment
                 *     * `transfer` - Transfer
                 */
                kind?: ("adjustment" | "purchase" | "return" | "sale" | "sent_back" | "transfer")[];
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "at" | "-at" | "quantity" | "-quantity" | "product__name" | "-product__name";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMovementList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAdjustment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "reason": "Broken in the store",
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "-2"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AdjustmentRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Movements"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBatches: {
        parameters: {
            query?: {
                /** @description The category and all below it. */
                category_id?: string;
                /** @description Good for at most so many days more, or past it. */
                expiring_in?: number;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "expires_on" | "-expires_on" | "quantity" | "-quantity" | "product__name" | "-product__name";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedBatchList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listBatches`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "name" | "-name" | "created_at" | "-created_at" | "product_count" | "-product_count";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                parent_id?: string;
                root?: boolean;
                /** @description A search term. */
                search?: string;
                /** @description 1: the roots, each with `children`, on one page. */
                tree?: boolean;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedCategoryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Toys"
                 *     }
                 */
                "application/json": components["schemas"]["CategoryRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 114ea5a5-8a3f-43bf-9924-8974c5eb5402 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /**
                 * @description From the answer of `createCategory`.
                 * @example 114ea5a5-8a3f-43bf-9924-8974c5eb5402
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 114ea5a5-8a3f-43bf-9924-8974c5eb5402 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Cold drinks"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedCategoryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCompetitorPrices: {
        parameters: {
            query?: {
                competitor?: string;
                /** @description From this day on. */
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "seen_on" | "-seen_on" | "price" | "-price" | "competitor" | "-competitor" | "product__name" | "-product__name";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                /** @description A search term. */
                search?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedCompetitorPriceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCompetitorPrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *       "competitor": "Osu Mart",
                 *       "price": "10.50"
                 *     }
                 */
                "application/json": components["schemas"]["CompetitorPriceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetitorPrice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompetitorPrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCompetitorPrice`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetitorPrice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteCompetitorPrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCompetitorPrice`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCompetitorPrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCompetitorPrice`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "price": "10.20"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedCompetitorPriceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompetitorPrice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCounts: {
        parameters: {
            query?: {
                category_id?: string;
                /** @description From this day on. */
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "missing_value" | "-missing_value";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `open` - Open
                 *     * `completed` - Completed
                 *     * `cancelled` - Cancelled
                 */
                status?: ("cancelled" | "completed" | "open")[];
                storefront_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedStockCountList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storefront_id": "c40d5ebc-7e17-40c9-a285-5a204f2349cd",
                 *       "category_id": "114ea5a5-8a3f-43bf-9924-8974c5eb5402"
                 *     }
                 */
                "application/json": components["schemas"]["NewCountRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCount`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCount`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    completeCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCount`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    enterCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCount`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "counted": "40"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EnterCountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockCount"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCountLines: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCount`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedStockCountLineList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProductImports: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "finished_at" | "-finished_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `waiting` - Waiting
                 *     * `running` - Running
                 *     * `done` - Done
                 *     * `failed` - Failed
                 *     * `undone` - Undone
                 */
                status?: "done" | "failed" | "running" | "undone" | "waiting";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedProductImportRowList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    importProducts: {
        parameters: {
            query?: {
                /** @description Only show what would come in, and change nothing. */
                check?: boolean;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "sku,name,retail_price\nSACHET-330,Sachet water 330 ml,0.50\n"
                 *     }
                 */
                "multipart/form-data": components["schemas"]["NewProductImportRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProductImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `importProducts`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoProductImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `importProducts`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPacks: {
        parameters: {
            query?: {
                active?: boolean;
                /** @description As scanned, with or without leading zeros. */
                barcode?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "name" | "-name" | "units" | "-units" | "retail_price" | "-retail_price" | "product__name" | "-product__name" | "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedProductPackList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *       "name": "Crate of 48",
                 *       "units": "48",
                 *       "retail_price": "430.00"
                 *     }
                 */
                "application/json": components["schemas"]["ProductPackRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPack"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPack`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPack"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPack`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updatePack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPack`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "retail_price": "420.00"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedProductPackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPack"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPriceHistory: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "at" | "-at" | "product__name" | "-product__name";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `product` - Product page
                 *     * `import` - File of products
                 *     * `delivery` - Delivery
                 *     * `staff` - Support staff
                 */
                source?: ("delivery" | "import" | "product" | "staff")[];
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPriceChangeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPriceChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listPriceHistory`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPriceLists: {
        parameters: {
            query?: {
                active?: boolean;
                for_everyone?: boolean;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "name" | "-name" | "starts_on" | "-starts_on" | "ends_on" | "-ends_on" | "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description Lists that name this product. */
                product_id?: string;
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPriceListRowList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPriceList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Churches",
                 *       "entries": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "min_quantity": "24",
                 *           "price": "9.50"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PriceListRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPriceList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPriceList`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePriceList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPriceList`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updatePriceList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPriceList`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "is_active": false
                 *     }
                 */
                "application/json": components["schemas"]["PatchedPriceListRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                active?: boolean;
                /** @description As scanned, with or without leading zeros. */
                barcode?: string;
                brand?: string;
                /** @description The category and all below it. */
                category_id?: string;
                /** @description At or below the reorder level. */
                low_stock?: boolean;
                max_price?: number;
                max_wholesale_price?: number;
                min_price?: number;
                min_wholesale_price?: number;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "name" | "-name" | "sku" | "-sku" | "brand" | "-brand" | "retail_price" | "-retail_price" | "wholesale_price" | "-wholesale_price" | "created_at" | "-created_at" | "stock_total" | "-stock_total";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                sku?: string;
                supplier_id?: string;
                tracks_stock?: boolean;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedProductList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "SACHET-500",
                 *       "name": "Sachet water 500 ml, bag of 30",
                 *       "category_id": "114ea5a5-8a3f-43bf-9924-8974c5eb5402",
                 *       "cost": "9.00",
                 *       "retail_price": "12.00",
                 *       "wholesale_price": "10.50",
                 *       "reorder_level": "20"
                 *     }
                 */
                "application/json": components["schemas"]["ProductRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 56fa4144-453d-4a61-a056-6021b1413951 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /**
                 * @description From the answer of `createProduct`.
                 * @example 56fa4144-453d-4a61-a056-6021b1413951
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 56fa4144-453d-4a61-a056-6021b1413951 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reorder_level": "60",
                 *       "retail_price": "11.50"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedProductRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchProducts: {
        parameters: {
            query: {
                limit?: number;
                /** @description The customer's own price list. */
                price_list_id?: string;
                /**
                 * @description As people say it: `tv under 3000`, `5kg rice`, a barcode.
                 * @example malt
                 */
                q: string;
                /** @description Whose stock comes first; a cashier's own when left out. */
                storefront_id?: string;
                /**
                 * @description * `retail` - retail
                 *     * `wholesale` - wholesale
                 */
                tier?: "retail" | "wholesale";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPurchaseOrders: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "sent_at" | "-sent_at" | "expected_on" | "-expected_on" | "number" | "-number";
                /** @description Open, and expected before today. */
                overdue?: boolean;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `draft` - Draft
                 *     * `sent` - Sent
                 *     * `part_received` - Part received
                 *     * `received` - Received
                 *     * `cancelled` - Cancelled
                 */
                status?: ("cancelled" | "draft" | "part_received" | "received" | "sent")[];
                storefront_id?: string;
                supplier_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedOrderList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "supplier_id": "0eb3232a-cc4c-4026-aba0-31cc5202e4b2",
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "48",
                 *           "unit_cost": "7.20"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewOrderRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPurchaseOrder`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updatePurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPurchaseOrder`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "Deliver before noon"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedOrderChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelPurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPurchaseOrder`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    receivePurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPurchaseOrder`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "48",
                 *           "unit_cost": "7.20"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReceiveRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendPurchaseOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPurchaseOrder`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "other"
                 *     }
                 */
                "application/json": components["schemas"]["SendRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentOrder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    draftPurchaseOrders: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "budget": "5000"
                 *     }
                 */
                "application/json": components["schemas"]["WishRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Drafted"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                order_id?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "received_at" | "-received_at" | "goods_value" | "-goods_value";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A product that came. */
                product_id?: string;
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
                supplier_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGoodsReceiptList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "supplier_id": "0eb3232a-cc4c-4026-aba0-31cc5202e4b2",
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "24",
                 *           "unit_cost": "7.20"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewReceiptRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createReceipt`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSearchWords: {
        parameters: {
            query?: {
                learnt?: boolean;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "said" | "-said" | "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSearchWordList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSearchWord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "said": "maltee",
                 *       "meant": "malt drink"
                 *     }
                 */
                "application/json": components["schemas"]["SearchWordRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchWord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSearchWord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSearchWord`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchWord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSearchWord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSearchWord`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSearchWord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSearchWord`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "meant": "malt drink | malt"
                 *     }
                 */
                "application/json": components["schemas"]["PatchedSearchWordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchWord"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStockMovements: {
        parameters: {
            query?: {
                document_id?: string;
                /** @description From this day on. */
                from?: string;
                /**
                 * @description * `purchase` - Purchase
                 *     * `sent_back` - Returned to the supplier
                 *     * `sale` - Sale
                 *     * `return` - Return
                 *     * `adjustment` - Adjustment
                 *     * `transfer` - Transfer
                 */
                kind?: ("adjustment" | "purchase" | "return" | "sale" | "sent_back" | "transfer")[];
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "at" | "-at" | "quantity" | "-quantity" | "product__name" | "-product__name";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMovementList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStockMovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listStockMovements`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Movement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStock: {
        parameters: {
            query?: {
                /** @description The category and all below it. */
                category_id?: string;
                /** @description Whether anything is left. */
                in_stock?: boolean;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "quantity" | "-quantity" | "product__name" | "-product__name" | "storefront__name" | "-storefront__name";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedStockList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listStock`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stock"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSupplierBills: {
        parameters: {
            query?: {
                due_from?: string;
                due_to?: string;
                /**
                 * @description * `invoice` - Invoice
                 *     * `opening` - Opening balance
                 */
                kind?: ("invoice" | "opening")[];
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "billed_on" | "-billed_on" | "due_on" | "-due_on" | "amount" | "-amount";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                receipt_id?: string;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `open` - open
                 *     * `overdue` - overdue
                 *     * `paid` - paid
                 *     * `cancelled` - cancelled
                 */
                status?: "cancelled" | "open" | "overdue" | "paid";
                supplier_id?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSupplierBillList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSupplierBill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "supplier_id": "0eb3232a-cc4c-4026-aba0-31cc5202e4b2",
                 *       "amount": "500.00",
                 *       "number": "RR-2041"
                 *     }
                 */
                "application/json": components["schemas"]["NewBillRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierBill"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSupplierBill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSupplierBill`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierBill"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelSupplierBill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSupplierBill`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Sent twice"
                 *     }
                 */
                "application/json": components["schemas"]["TakeBackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierBill"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSupplierBillsAgeing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ageing"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSupplierPayments: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /**
                 * @description * `cash` - Cash
                 *     * `mobile_money` - Mobile money
                 *     * `bank` - Bank transfer
                 *     * `card` - Card
                 *     * `cheque` - Cheque
                 *     * `credit_note` - Credit note of the supplier
                 */
                method?: ("bank" | "card" | "cash" | "cheque" | "credit_note" | "mobile_money")[];
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "paid_at" | "-paid_at" | "amount" | "-amount";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                supplier_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSupplierPaymentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSupplierPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "supplier_id": "0eb3232a-cc4c-4026-aba0-31cc5202e4b2",
                 *       "amount": "100.00",
                 *       "method": "mobile_money"
                 *     }
                 */
                "application/json": components["schemas"]["NewSupplierPaymentRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSupplierPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSupplierPayment`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelSupplierPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSupplierPayment`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Written twice"
                 *     }
                 */
                "application/json": components["schemas"]["TakeBackRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSupplierReturns: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "returned_at" | "-returned_at" | "value" | "-value";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                receipt_id?: string;
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
                supplier_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSupplierReturnList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSupplierReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "supplier_id": "0eb3232a-cc4c-4026-aba0-31cc5202e4b2",
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "reason": "Past its date",
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "1",
                 *           "unit_cost": "7.20"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewSupplierReturnRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierReturn"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSupplierReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSupplierReturn`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierReturn"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSuppliers: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "name" | "-name" | "lead_time_days" | "-lead_time_days" | "created_at" | "-created_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSupplierList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSupplier: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Tema Wholesale",
                 *       "phone": "0244000002",
                 *       "lead_time_days": 5
                 *     }
                 */
                "application/json": components["schemas"]["SupplierRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supplier"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSupplier: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 0eb3232a-cc4c-4026-aba0-31cc5202e4b2 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supplier"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSupplier: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /**
                 * @description From the answer of `createSupplier`.
                 * @example 0eb3232a-cc4c-4026-aba0-31cc5202e4b2
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSupplier: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 0eb3232a-cc4c-4026-aba0-31cc5202e4b2 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "lead_time_days": 4
                 *     }
                 */
                "application/json": components["schemas"]["PatchedSupplierRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supplier"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    importSuppliers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "name,phone\nTema Wholesale,0244000002\n"
                 *     }
                 */
                "multipart/form-data": components["schemas"]["SupplierFileRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppliersTaken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                from_storefront_id?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "at" | "-at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /** @description Up to the end of this day. */
                to?: string;
                to_storefront_id?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTransferList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from_storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "to_storefront_id": "c40d5ebc-7e17-40c9-a285-5a204f2349cd",
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "6"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewTransferRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createTransfer`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCashTills: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillsReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCustomerAudience: {
        parameters: {
            query: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `champions` - champions
                 *     * `loyal` - loyal
                 *     * `potential_loyalist` - potential_loyalist
                 *     * `new` - new
                 *     * `promising` - promising
                 *     * `needs_attention` - needs_attention
                 *     * `about_to_sleep` - about_to_sleep
                 *     * `at_risk` - at_risk
                 *     * `cant_lose` - cant_lose
                 *     * `hibernating` - hibernating
                 *     * `lost` - lost
                 * @example loyal
                 */
                segment: "champions" | "loyal" | "potential_loyalist" | "new" | "promising" | "needs_attention" | "about_to_sleep" | "at_risk" | "cant_lose" | "hibernating" | "lost";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedAudienceMemberList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCustomerSegmentation: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description 1, on segments: with `ai_recommendations`, for credits. */
                recommendations?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerSegmentationReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCustomerTop: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description The first rows. */
                order_by?: "profit" | "revenue" | "sales_count";
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopCustomersReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportFinancialArAging: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArAgingReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportFinancialProfit: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfitReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportFinancialRevenueProfit: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How rows are grouped. */
                group_by?: "day" | "month" | "week";
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevenueProfitReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportInventoryExpiring: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpiringStockReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportInventoryMovement: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockMovementReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportInventoryReorder: {
        parameters: {
            query?: {
                /**
                 * @description Only results with this action.
                 *
                 *     * `ORDER` - ORDER
                 *     * `TRANSFER` - TRANSFER
                 *     * `DEAD` - DEAD
                 *     * `OVERSTOCK` - OVERSTOCK
                 *     * `NO_ACTION` - NO_ACTION
                 */
                action?: "ORDER" | "TRANSFER" | "DEAD" | "OVERSTOCK" | "NO_ACTION";
                /** @description GHS to spend; what saves the most margin for a cedi comes first. */
                budget?: string;
                /** @description How many results. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description How many days pass between one look at the stock and the next. */
                review_days?: number;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The goods of one supplier; all when empty. */
                supplier_id?: string;
                /** @description GHS that a trip between two storefronts costs; what saves less is not moved. */
                trip_cost?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NarratedReorderPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportInventoryStock: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description The first rows. */
                order_by?: "cover" | "value";
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockOnHandReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportProductPerformance: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How rows are grouped. */
                group_by?: "category" | "product";
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description The first rows. */
                order_by?: "profit" | "returns" | "revenue" | "units";
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPerformanceReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportSalesChange: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesChangeReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportSalesSummary: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How rows are grouped. */
                group_by?: "day" | "month" | "week";
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesSummaryReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportStaffPerformance: {
        parameters: {
            query?: {
                /**
                 * @description The same length of time just before, or a year earlier.
                 *
                 *     * `previous` - previous
                 *     * `last_year` - last_year
                 */
                compare?: "previous" | "last_year";
                /** @description The first day. Thirty days when empty. */
                from?: string;
                /** @description How many rows. */
                limit?: number;
                /** @description 1: with `ai_narrative`, for credits. */
                narrative?: boolean;
                /** @description The first rows. */
                order_by?: "discount" | "profit" | "returns" | "revenue" | "sales_count";
                /** @description One storefront; all when empty. */
                storefront_id?: string;
                /** @description The last day, included. Today when empty. */
                to?: string;
            };
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPerformanceReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCarts: {
        parameters: {
            query?: {
                customer_id?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "held_at" | "-held_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                storefront_id?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedCartList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "6"
                 *         }
                 *       ],
                 *       "held_for": "the lady in blue"
                 *     }
                 */
                "application/json": components["schemas"]["NewCartRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCart`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCart`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    takeUpCart: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCart`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCollectionNotes: {
        parameters: {
            query?: {
                /**
                 * @description * `call` - Call
                 *     * `sms` - SMS
                 *     * `whatsapp` - WhatsApp
                 *     * `email` - Email
                 *     * `visit` - Visit
                 */
                channel?: "call" | "email" | "sms" | "visit" | "whatsapp";
                customer_id?: string;
                /** @description From this day on. */
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "at" | "-at" | "next_action_on" | "-next_action_on";
                /**
                 * @description * `reached` - Reached
                 *     * `not_reached` - Not reached
                 *     * `promised` - Promised to pay
                 *     * `disputed` - Disputed
                 *     * `refused` - Refused
                 *     * `sent` - Message sent
                 *     * `delivered` - Message delivered
                 *     * `failed` - Message did not get there
                 */
                outcome?: "delivered" | "disputed" | "failed" | "not_reached" | "promised" | "reached" | "refused" | "sent";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedCollectionNoteList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCollectionNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "channel": "call",
                 *       "outcome": "reached",
                 *       "text": "Pays Friday."
                 *     }
                 */
                "application/json": components["schemas"]["CollectionNoteRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionNote"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCollectionNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCollectionNote`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionNote"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCustomerMerges: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "at" | "-at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMergedList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCustomerMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listCustomerMerges`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merged"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoCustomerMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listCustomerMerges`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merged"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                credit_hold?: boolean;
                erased?: boolean;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "name" | "-name" | "created_at" | "-created_at" | "balance" | "-balance" | "outstanding" | "-outstanding" | "overdue" | "-overdue" | "oldest_due" | "-oldest_due" | "credit_limit" | "-credit_limit";
                /** @description Whether anything is past due that credit does not cover. */
                overdue?: boolean;
                /** @description Whether anything is owed. */
                owing?: boolean;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `retail` - Retail
                 *     * `wholesale` - Wholesale
                 */
                price_tier?: "retail" | "wholesale";
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedCustomerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Esi Quaye",
                 *       "phone": "0244000003",
                 *       "credit_limit": "500.00",
                 *       "terms_days": 30
                 *     }
                 */
                "application/json": components["schemas"]["CustomerInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 9d704f8e-4496-4a61-a022-4ebd6251c4f8 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 9d704f8e-4496-4a61-a022-4ebd6251c4f8 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "terms_days": 21
                 *     }
                 */
                "application/json": components["schemas"]["PatchedCustomerInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    applyCustomerCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 9d704f8e-4496-4a61-a022-4ebd6251c4f8 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditApplied"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 0531b921-8cda-42fc-aabb-f283980c8bfb */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    setOpeningBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createCustomer`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": "120.00"
                 *     }
                 */
                "application/json": components["schemas"]["OpeningBalanceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendStatement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 9d704f8e-4496-4a61-a022-4ebd6251c4f8 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "whatsapp",
                 *       "agreed": true
                 *     }
                 */
                "application/json": components["schemas"]["SendStatementRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCustomerStatement: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @example 9d704f8e-4496-4a61-a022-4ebd6251c4f8 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    importCustomers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "name,phone\nEsi Boateng,0244000009\n"
                 *     }
                 */
                "multipart/form-data": components["schemas"]["CustomerFileRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomersTaken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    mergeCustomers: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "keep_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "merge_id": "0531b921-8cda-42fc-aabb-f283980c8bfb"
                 *     }
                 */
                "application/json": components["schemas"]["MergeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merged"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExpenses: {
        parameters: {
            query?: {
                cancelled?: boolean;
                /**
                 * @description * `rent` - Rent
                 *     * `wages` - Wages
                 *     * `utilities` - Electricity and water
                 *     * `transport` - Transport
                 *     * `fuel` - Fuel
                 *     * `repairs` - Repairs
                 *     * `supplies` - Shop supplies and packaging
                 *     * `communication` - Airtime and data
                 *     * `security` - Security and cleaning
                 *     * `marketing` - Marketing
                 *     * `charges` - Bank and mobile money charges
                 *     * `taxes` - Taxes and permits
                 *     * `welfare` - Staff welfare
                 *     * `other` - Other
                 */
                category?: "charges" | "communication" | "fuel" | "marketing" | "other" | "rent" | "repairs" | "security" | "supplies" | "taxes" | "transport" | "utilities" | "wages" | "welfare";
                /**
                 * @description * `cash` - Cash
                 *     * `mobile_money` - Mobile money
                 *     * `card` - Card
                 *     * `bank` - Bank
                 *     * `unknown` - Unknown
                 */
                method?: "bank" | "card" | "cash" | "mobile_money" | "unknown";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "spent_on" | "-spent_on" | "amount" | "-amount";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /** @description From this day on. */
                since?: string;
                storefront_id?: string;
                supplier_id?: string;
                till_id?: string;
                /** @description Up to this day. */
                until?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedExpenseList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createExpense: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "category": "transport",
                 *       "amount": "35.00",
                 *       "method": "cash",
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6"
                 *     }
                 */
                "application/json": components["schemas"]["NewExpenseRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Expense"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExpense: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createExpense`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Expense"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelExpense: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createExpense`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Expense"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExpensePhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createExpense`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "image/*": Blob;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    attachExpensePhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createExpense`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "photo": "the bytes of a JPEG, PNG or PDF"
                 *     }
                 */
                "multipart/form-data": components["schemas"]["PhotoRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Expense"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSalesImports: {
        parameters: {
            query?: {
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "created_at" | "-created_at" | "finished_at" | "-finished_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `waiting` - Waiting
                 *     * `running` - Running
                 *     * `done` - Done
                 *     * `failed` - Failed
                 *     * `undone` - Undone
                 */
                status?: "done" | "failed" | "running" | "undone" | "waiting";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSalesImportRowList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    importSales: {
        parameters: {
            query?: {
                /** @description Only show what would come in, and change nothing. */
                check?: boolean;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSalesImportRequest"];
                /**
                 * @example {
                 *       "file": "invoice_no,sold_at,product,quantity,unit_price\nA-1,2020-01-05,Malt drink,2,10.00\n"
                 *     }
                 */
                "multipart/form-data": components["schemas"]["NewSalesImportRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSalesImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `importSales`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoSalesImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `importSales`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesImport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPaymentPlans: {
        parameters: {
            query?: {
                customer_id?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "agreed_on" | "-agreed_on" | "total" | "-total";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `active` - active
                 *     * `behind` - behind
                 *     * `completed` - completed
                 *     * `cancelled` - cancelled
                 */
                status?: "active" | "behind" | "cancelled" | "completed";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPlanList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPaymentPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "total": "10.00",
                 *       "instalments": [
                 *         {
                 *           "due_on": "2099-01-31",
                 *           "amount": "5.00"
                 *         },
                 *         {
                 *           "due_on": "2099-02-28",
                 *           "amount": "5.00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewPlanRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPaymentPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPaymentPlan`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelPaymentPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPaymentPlan`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                customer_id?: string;
                /** @description From this day on. */
                from?: string;
                /**
                 * @description * `received` - Received
                 *     * `refund` - Refund
                 */
                kind?: "received" | "refund";
                /**
                 * @description * `cash` - Cash
                 *     * `mobile_money` - Mobile money
                 *     * `card` - Card
                 *     * `bank` - Bank
                 *     * `unknown` - Unknown
                 */
                method?: "bank" | "card" | "cash" | "mobile_money" | "unknown";
                /**
                 * @description * `mtn` - MTN MoMo
                 *     * `telecel` - Telecel Cash
                 *     * `at` - AT Money
                 */
                network?: "at" | "mtn" | "telecel";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "received_at" | "-received_at" | "amount" | "-amount";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                staff_id?: string;
                storefront_id?: string;
                till_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
                /** @description Whether something of it is unused. */
                unallocated?: boolean;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPaymentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "amount": "50.00",
                 *       "method": "mobile_money",
                 *       "network": "mtn"
                 *     }
                 */
                "application/json": components["schemas"]["NewPaymentOnAccountRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPayment`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPayment`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Paid twice"
                 *     }
                 */
                "application/json": components["schemas"]["RefundPaymentRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPromises: {
        parameters: {
            query?: {
                customer_id?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "due_on" | "-due_on" | "promised_on" | "-promised_on" | "amount" | "-amount";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                /**
                 * @description * `open` - open
                 *     * `kept` - kept
                 *     * `broken` - broken
                 *     * `cancelled` - cancelled
                 */
                status?: "broken" | "cancelled" | "kept" | "open";
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPromiseList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPromise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8",
                 *       "amount": "50.00",
                 *       "due_on": "2099-12-31"
                 *     }
                 */
                "application/json": components["schemas"]["PromiseRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promise"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPromise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPromise`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promise"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelPromise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createPromise`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Promise"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRecurringExpenses: {
        parameters: {
            query?: {
                /**
                 * @description * `rent` - Rent
                 *     * `wages` - Wages
                 *     * `utilities` - Electricity and water
                 *     * `transport` - Transport
                 *     * `fuel` - Fuel
                 *     * `repairs` - Repairs
                 *     * `supplies` - Shop supplies and packaging
                 *     * `communication` - Airtime and data
                 *     * `security` - Security and cleaning
                 *     * `marketing` - Marketing
                 *     * `charges` - Bank and mobile money charges
                 *     * `taxes` - Taxes and permits
                 *     * `welfare` - Staff welfare
                 *     * `other` - Other
                 */
                category?: "charges" | "communication" | "fuel" | "marketing" | "other" | "rent" | "repairs" | "security" | "supplies" | "taxes" | "transport" | "utilities" | "wages" | "welfare";
                /**
                 * @description * `week` - Week
                 *     * `month` - Month
                 */
                every?: "month" | "week";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "starts_on" | "-starts_on" | "amount" | "-amount";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedRecurringList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRecurringExpense: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "category": "utilities",
                 *       "amount": "80.00",
                 *       "method": "mobile_money",
                 *       "every": "month",
                 *       "starts_on": "2026-12-05"
                 *     }
                 */
                "application/json": components["schemas"]["NewRecurringRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recurring"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRecurringExpense: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createRecurringExpense`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recurring"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    stopRecurringExpense: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createRecurringExpense`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recurring"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSales: {
        parameters: {
            query?: {
                customer_id?: string;
                disputed?: boolean;
                /** @description From this day on. */
                from?: string;
                imported?: boolean;
                /**
                 * @description * `sale` - Sale
                 *     * `return` - Return
                 *     * `exchange` - Exchange
                 *     * `void` - Void
                 *     * `opening` - Opening balance
                 */
                kind?: "exchange" | "opening" | "return" | "sale" | "void";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "sold_at" | "-sold_at" | "total" | "-total" | "due_date" | "-due_date" | "number" | "-number";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `retail` - Retail
                 *     * `wholesale` - Wholesale
                 */
                price_tier?: "retail" | "wholesale";
                /** @description A search term. */
                search?: string;
                staff_id?: string;
                /**
                 * @description * `open` - open
                 *     * `overdue` - overdue
                 *     * `paid` - paid
                 *     * `voided` - voided
                 */
                status?: "open" | "overdue" | "paid" | "voided";
                storefront_id?: string;
                till_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSaleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSale: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "6"
                 *         }
                 *       ],
                 *       "payments": [
                 *         {
                 *           "method": "cash",
                 *           "amount": "66.00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewSaleRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSale: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSale`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    setSaleCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSale`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customer_id": "9d704f8e-4496-4a61-a022-4ebd6251c4f8"
                 *     }
                 */
                "application/json": components["schemas"]["NameCustomerRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    disputeSale: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listSales`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Says that two were broken"
                 *     }
                 */
                "application/json": components["schemas"]["DisputeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    exchangeSale: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSale`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "back": [
                 *         {
                 *           "line_id": "8a5f6d1e-3c0b-4b83-9a53-5f2d0c6a7e10",
                 *           "quantity": "1"
                 *         }
                 *       ],
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "1"
                 *         }
                 *       ],
                 *       "note": "The bottle leaked"
                 *     }
                 */
                "application/json": components["schemas"]["ExchangeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSaleReceipt: {
        parameters: {
            query?: {
                /** @description 1: with `ai_enhancements`, for credits. */
                ai?: boolean;
                /** @description How it is written. */
                format?: "html" | "json" | "text";
                /** @description Columns of the text. */
                width?: 32 | 42;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSale`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmartReceipt"];
                    "text/html": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    refundSale: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSale`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "method": "cash",
                 *       "note": "Wrong kind"
                 *     }
                 */
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    resolveSaleDispute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `disputeSale`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSale`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "email",
                 *       "to": "esi@example.com",
                 *       "agreed": true
                 *     }
                 */
                "application/json": components["schemas"]["SendReceiptRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    voidSale: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `createSale`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Rang up the wrong goods"
                 *     }
                 */
                "application/json": components["schemas"]["VoidRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSalesReturn: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "lines": [
                 *         {
                 *           "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *           "quantity": "1"
                 *         }
                 *       ],
                 *       "reason": "Leaking",
                 *       "method": "cash"
                 *     }
                 */
                "application/json": components["schemas"]["UnlinkedReturnRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaleDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getChanges: {
        parameters: {
            query?: {
                /** @description The cursor of the last answer. */
                since?: string;
                /** @description Stock of this storefront; a cashier's own is a must. */
                storefront_id?: string | null;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillData"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendOfflineWork: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "client_id": "till-9-000002",
                 *           "kind": "sale",
                 *           "at": "2026-01-05T10:05:00Z",
                 *           "body": {
                 *             "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *             "lines": [
                 *               {
                 *                 "product_id": "56fa4144-453d-4a61-a056-6021b1413951",
                 *                 "quantity": "6"
                 *               }
                 *             ],
                 *             "payments": [
                 *               {
                 *                 "method": "cash",
                 *                 "amount": "66.00"
                 *               }
                 *             ]
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OfflineRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcomes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTillEvents: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /**
                 * @description * `cart_cancelled` - Cart cancelled
                 *     * `line_removed` - Line removed after payment began
                 *     * `drawer_opened` - Drawer opened without a sale
                 *     * `receipt_reprinted` - Receipt printed again
                 *     * `price_overridden` - Price overridden
                 *     * `discount_refused` - Discount refused
                 *     * `oversold` - Sold beyond the recorded stock
                 */
                kind?: "cart_cancelled" | "discount_refused" | "drawer_opened" | "line_removed" | "oversold" | "price_overridden" | "receipt_reprinted";
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "at" | "-at" | "amount" | "-amount";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                product_id?: string;
                sale_id?: string;
                /** @description A search term. */
                search?: string;
                staff_id?: string;
                storefront_id?: string;
                till_id?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTillEventList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordTillEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "client_id": "till-9-000001",
                 *           "kind": "drawer_opened",
                 *           "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *           "at": "2026-01-05T10:00:00Z"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewEventsRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptEvents"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTillEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `listTillEvents`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTills: {
        parameters: {
            query?: {
                /** @description From this day on. */
                from?: string;
                /** @description Several are joined by commas; a minus turns the order round. */
                ordering?: "opened_at" | "-opened_at" | "closed_at" | "-closed_at";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /** @description A search term. */
                search?: string;
                staff_id?: string;
                /**
                 * @description * `open` - open
                 *     * `closed` - closed
                 *     * `approved` - approved
                 */
                status?: "approved" | "closed" | "open";
                storefront_id?: string;
                till?: string;
                /** @description Up to the end of this day. */
                to?: string;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTillSessionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    openTill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storefront_id": "d122d09a-3164-4d20-89d1-11f08c9457e6",
                 *       "till": "Till 9",
                 *       "opening_float": "200.00"
                 *     }
                 */
                "application/json": components["schemas"]["OpenTillRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `openTill`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveTill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `openTill`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Looked at with her"
                 *     }
                 */
                "application/json": components["schemas"]["ApproveTillRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeTill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `openTill`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "counted": [
                 *         {
                 *           "method": "cash",
                 *           "amount": "190.00"
                 *         }
                 *       ],
                 *       "reason": "Change given wrong"
                 *     }
                 */
                "application/json": components["schemas"]["CloseTillRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    explainTill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `openTill`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Ten cedis were found below the drawer"
                 *     }
                 */
                "application/json": components["schemas"]["ExplainTillRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordTillMovement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request does the work once, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `openTill`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "pay_in",
                 *       "amount": "50.00",
                 *       "reason": "Coins from the bank"
                 *     }
                 */
                "application/json": components["schemas"]["NewTillMovementRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["Replayed"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["NotJson"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTillReport: {
        parameters: {
            query?: {
                /** @description How it is written. */
                format?: "html" | "json" | "text";
                /** @description Columns of the text. */
                width?: 32 | 42;
            };
            header?: {
                /** @description The business to act for; needed by people of several businesses. */
                "X-Business-Id"?: components["parameters"]["BusinessId"];
            };
            path: {
                /** @description From the answer of `openTill`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillReport"];
                    "text/html": string;
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["NotLoggedIn"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            503: components["responses"]["Unavailable"];
        };
    };
}
