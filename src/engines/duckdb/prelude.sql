-- DuckDB made to answer as Athena engine version 3 (Trino) does, for the functions the pack may use.
-- Each line was compared with Trino's documented behaviour: https://trino.io/docs/current/functions.html
SET TimeZone = 'UTC';
SET integer_division = true;
SET default_null_order = 'NULLS_LAST';
-- Two rewrites that cost more than they save here: long IN lists as joins take longer to plan than to run, and a window as a
-- join of a relation with itself computes that relation twice.
SET disabled_optimizers = 'in_clause,window_self_join';
-- json_value is NULL for an object or a list, and refuses text that is not JSON, where TRY gives NULL; the outer function takes off its quotes.
CREATE OR REPLACE MACRO json_extract_scalar(j, p) AS json_extract_string(TRY(json_value(j, p)), '$');
CREATE OR REPLACE MACRO json_parse(j) AS CAST(j AS JSON);
CREATE OR REPLACE MACRO json_format(j) AS CAST(j AS VARCHAR);
CREATE OR REPLACE MACRO json_array_length(j) AS CASE WHEN json_valid(j) AND json_type(j) = 'ARRAY' THEN system.main.json_array_length(j) END;
CREATE OR REPLACE MACRO json_array_contains(j, v) AS list_contains(CAST(json_extract_string(j, '$[*]') AS VARCHAR[]), CAST(v AS VARCHAR));
CREATE OR REPLACE MACRO from_iso8601_timestamp(s) AS CAST(s AS TIMESTAMPTZ);
CREATE OR REPLACE MACRO to_unixtime(t) AS epoch(t);
CREATE OR REPLACE MACRO from_unixtime(n) AS to_timestamp(n);
CREATE OR REPLACE MACRO date_diff(u, a, b) AS date_sub(u, a, b);
CREATE OR REPLACE MACRO date_add(u, n, t) AS t + CASE lower(u) WHEN 'second' THEN to_seconds(n) WHEN 'minute' THEN to_minutes(n) WHEN 'hour' THEN to_hours(n) WHEN 'day' THEN to_days(CAST(n AS INTEGER)) WHEN 'week' THEN to_days(CAST(7 * n AS INTEGER)) WHEN 'month' THEN to_months(CAST(n AS INTEGER)) WHEN 'year' THEN to_years(CAST(n AS INTEGER)) END;
CREATE OR REPLACE MACRO date_format(t, f) AS strftime(t, replace(replace(f, '%i', '%M'), '%s', '%S'));
CREATE OR REPLACE MACRO regexp_like(s, p) AS regexp_matches(s, p);
CREATE OR REPLACE MACRO regexp_extract(s, p) AS CASE WHEN system.main.regexp_matches(s, p) THEN system.main.regexp_extract(s, p, 0) END, (s, p, g) AS CASE WHEN system.main.regexp_matches(s, p) THEN system.main.regexp_extract(s, p, g) END;
CREATE OR REPLACE MACRO regexp_replace(s, p) AS system.main.regexp_replace(s, p, '', 'g'), (s, p, r) AS system.main.regexp_replace(s, p, r, 'g');
CREATE OR REPLACE MACRO split_part(s, d, n) AS string_split(s, d)[n];
CREATE OR REPLACE MACRO greatest(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL ELSE system.main.greatest(a, b) END;
CREATE OR REPLACE MACRO least(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL ELSE system.main.least(a, b) END;
CREATE OR REPLACE MACRO concat(a, b) AS a || b, (a, b, c) AS a || b || c, (a, b, c, d) AS a || b || c || d;
CREATE OR REPLACE MACRO element_at(a, i) AS a[i];
CREATE OR REPLACE MACRO cardinality(a) AS len(a);
CREATE OR REPLACE MACRO array_join(a, d) AS array_to_string(a, d);
CREATE OR REPLACE MACRO arrays_overlap(a, b) AS list_has_any(a, b);
CREATE OR REPLACE MACRO every(x) AS bool_and(x);
-- Trino's answer is the x of the least y even where that x is NULL; DuckDB's own min_by passes over such rows.
CREATE OR REPLACE MACRO min_by(x, y) AS arg_min_null(x, y);
CREATE OR REPLACE MACRO max_by(x, y) AS arg_max_null(x, y);
