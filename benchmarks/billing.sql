\set b random(1, :businesses)
\set n random(1, 1000000000000000)
SELECT COALESCE(SUM(month_cost + month_reserved), 0) FROM business_ai_credits WHERE month = date_trunc('month', now())::date;
BEGIN;
SELECT * FROM business_ai_credits WHERE business_id = lpad(':b', 32, '0')::uuid FOR NO KEY UPDATE;
SELECT * FROM ai_features_creditlot WHERE business_id = lpad(':b', 32, '0')::uuid AND remaining > 0;
UPDATE ai_features_creditlot SET held = held + 0.50 WHERE id = lpad(':b', 32, '0')::uuid;
INSERT INTO ai_features_credithold (id, business_id, created_at, user_id, feature, amount, cost_reserved, cost, day, status, deadline, closed_at, key) VALUES (lpad(':n', 32, '0')::uuid, lpad(':b', 32, '0')::uuid, now(), NULL, 'natural_language_query', 0.50, 0.02, NULL, now()::date, 'open', now() + interval '5 minutes', NULL, '');
INSERT INTO ai_features_holdpart (hold_id, lot_id, amount) VALUES (lpad(':n', 32, '0')::uuid, lpad(':b', 32, '0')::uuid, 0.50) RETURNING id;
UPDATE business_ai_credits SET held = held + 0.50, day_reserved = day_reserved + 0.02, month_reserved = month_reserved + 0.02, updated_at = now() WHERE business_id = lpad(':b', 32, '0')::uuid;
COMMIT;
BEGIN;
SELECT * FROM ai_features_credithold WHERE id = lpad(':n', 32, '0')::uuid;
SELECT * FROM business_ai_credits WHERE business_id = lpad(':b', 32, '0')::uuid FOR NO KEY UPDATE;
UPDATE ai_features_credithold SET status = 'settled', closed_at = now(), cost = 0.01 WHERE id = lpad(':n', 32, '0')::uuid AND status = 'open';
SELECT * FROM ai_features_holdpart part JOIN ai_features_creditlot lot ON lot.id = part.lot_id WHERE part.hold_id = lpad(':n', 32, '0')::uuid ORDER BY part.id;
UPDATE ai_features_creditlot SET held = held - 0.50, remaining = remaining - 0.50 WHERE id = lpad(':b', 32, '0')::uuid;
INSERT INTO ai_transactions (id, business_id, created_at, user_id, feature, outcome, credits_used, tokens_in, tokens_cached, tokens_out, model, unit_price, cost_usd, cost_to_us, processing_time_ms, success, cached, degraded, error_message, subject, hold_id, timestamp) VALUES (lpad(':n', 32, '0')::uuid, lpad(':b', 32, '0')::uuid, now(), NULL, 'natural_language_query', 'answered', 0.50, 900, 0, 100, 'gpt-6-luna', '{"input": "0.25", "output": "2.00"}', 0.000425, 0.01, 800, true, false, false, '', '', lpad(':n', 32, '0')::uuid, now());
INSERT INTO ai_features_ledgerentry (id, business_id, created_at, lot_id, kind, credits, transaction_id, by_id, reason) VALUES (lpad(':n', 32, '0')::uuid, lpad(':b', 32, '0')::uuid, now(), lpad(':b', 32, '0')::uuid, 'spend', -0.50, lpad(':n', 32, '0')::uuid, NULL, '');
UPDATE business_ai_credits SET balance = balance - 0.50, held = held - 0.50, total_used = total_used + 0.50, day_cost = day_cost + 0.01, day_reserved = day_reserved - 0.02, month_cost = month_cost + 0.01, month_reserved = month_reserved - 0.02, updated_at = now() WHERE business_id = lpad(':b', 32, '0')::uuid;
COMMIT;
