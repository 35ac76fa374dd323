import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  RECORD_COLUMNS
} from "./chunk-RDZRKEUG.js";
import {
  ALWAYS_NEEDED
} from "./chunk-Q6DGIV3J.js";

// src/engines/event-origins.ts
var CONSOLE = [["session_credential_from_console"], ["event_type"], ["user_agent"]];
var ROLE_NAME = ["session_issuer_user_name", "identity_arn"];
var EVENT_ORIGINS = {
  event_id: [["event_id"]],
  event_time: [["event_time"]],
  event_day: [["event_time"]],
  event_source: [["event_source"]],
  event_name: [["event_name"]],
  event_name_raw: [["event_name"]],
  event_category: [["event_category", "management_event"]],
  event_type: [["event_type"]],
  account_id: [],
  region: [["aws_region"]],
  read_only: [["read_only"]],
  outcome: [["error_code"], ["error_message"], ["response_elements"]],
  error_code: [["error_code"]],
  error_message: [["error_message"]],
  actor_type: [["identity_type"]],
  actor_principal_id: [["identity_principal_id"]],
  actor_arn: [["identity_arn"]],
  actor_account_id: [["identity_account_id"]],
  actor_name: [["identity_type"], ["identity_arn", "identity_principal_id"]],
  actor_class: [["identity_type"], ["session_mfa"], ROLE_NAME, ...CONSOLE],
  access_key_id: [["identity_access_key_id"]],
  role_arn: [["session_issuer_arn"]],
  role_name: [["identity_type"], ROLE_NAME],
  permission_set: [["identity_type"], ROLE_NAME],
  session_name: [["identity_type"], ["identity_principal_id", "identity_arn"]],
  session_started: [["session_created"]],
  mfa: [["session_mfa"], ["additional_event_data"]],
  source_identity: [["session_source_identity"]],
  sign_in_session_arn: [["session_sign_in_arn"]],
  federated_provider: [["session_federated_provider"], ["identity_provider"]],
  on_behalf_of: [["identity_on_behalf_of"]],
  invoked_by: [["identity_invoked_by"]],
  console: CONSOLE,
  tool: [["identity_invoked_by"], ["identity_type"], ROLE_NAME, ...CONSOLE],
  source_ip: [["source_ip_address"]],
  user_agent: [["user_agent"]],
  vpc_endpoint_id: [["vpc_endpoint_id"]],
  tls_version: [["tls_version"]],
  resource: [["resource_arns"], ["request_parameters"]],
  resource_arns: [["resource_arns"]],
  request_parameters: [["request_parameters"]],
  response_elements: [["response_elements"]],
  additional_event_data: [["additional_event_data"]],
  service_event_details: [["service_event_details"]],
  shared_event_id: [["shared_event_id"]],
  source_file: []
};
function lackedColumns({ needs, category }, missing) {
  const isMissing = (column) => missing.includes(column);
  const classes = Object.entries(category).some(([name, need]) => name !== "management" && need === "required") ? ["event_category"] : [];
  const needed = [...ALWAYS_NEEDED, ...classes, ...needs];
  const lacked = needed.flatMap((column) => EVENT_ORIGINS[column].filter((origins) => origins.every(isMissing)).flat());
  return [...new Set(lacked)];
}
function fieldName(column) {
  return column === "resource_arns" ? "resources" : RECORD_COLUMNS[column] ?? column;
}

export {
  lackedColumns,
  fieldName
};
