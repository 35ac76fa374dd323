import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/pack/event-columns.ts
var EVENT_COLUMNS = [
  "event_id",
  "event_time",
  "event_day",
  "event_source",
  "event_name",
  "event_name_raw",
  "event_category",
  "event_type",
  "account_id",
  "region",
  "read_only",
  "outcome",
  "error_code",
  "error_message",
  "actor_type",
  "actor_principal_id",
  "actor_arn",
  "actor_account_id",
  "actor_name",
  "actor_class",
  "access_key_id",
  "role_arn",
  "role_name",
  "permission_set",
  "session_name",
  "session_started",
  "mfa",
  "source_identity",
  "sign_in_session_arn",
  "federated_provider",
  "on_behalf_of",
  "invoked_by",
  "console",
  "tool",
  "source_ip",
  "user_agent",
  "vpc_endpoint_id",
  "tls_version",
  "resource",
  "resource_arns",
  "request_parameters",
  "response_elements",
  "additional_event_data",
  "service_event_details",
  "shared_event_id",
  "source_file"
];
var TOLD_BY_OTHERS = {
  permission_set: ["role_name"],
  tool: ["invoked_by", "user_agent", "actor_class", "console"]
};
function columnsNamed(sql) {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return EVENT_COLUMNS.filter((column) => words.has(column));
}
var ALWAYS_NEEDED = ["event_id", "event_time", "event_day", "event_source", "event_name", "event_name_raw", "account_id", "region", "source_file"];
var JSON_COLUMNS = ["request_parameters", "response_elements", "additional_event_data", "service_event_details"];

// src/settings/settings.ts
var LIST_NAMES = [
  "approved-regions",
  "approved-networks",
  "approved-countries",
  "country-networks",
  "admin-roles",
  "break-glass-roles",
  "deploy-roles",
  "evidence-roles",
  "oidc-subjects",
  "known-accounts",
  "log-buckets",
  "evidence-buckets",
  "data-stores",
  "personal-data-stores",
  "sensitive-keys",
  "sensitive-secrets",
  "production-functions",
  "expected-invokers",
  "working-hours",
  "freeze-windows"
];
var DESTINATIONS = ["artifact", "commit", "pull-request", "issue"];

// src/pack/query.ts
var EXPECTATIONS = ["none", "population", "some", "measure"];
var CATEGORIES = ["management", "data", "network", "insight"];
var DERIVED_LISTS = ["accounts", "production-accounts", "incident"];
var QUERY_SETTINGS = [...LIST_NAMES, ...DERIVED_LISTS];

export {
  EVENT_COLUMNS,
  TOLD_BY_OTHERS,
  columnsNamed,
  ALWAYS_NEEDED,
  JSON_COLUMNS,
  LIST_NAMES,
  DESTINATIONS,
  EXPECTATIONS,
  CATEGORIES,
  DERIVED_LISTS,
  QUERY_SETTINGS
};
