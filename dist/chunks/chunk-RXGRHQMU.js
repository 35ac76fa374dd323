import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/settings/settings.ts
var LIST_NAMES = [
  "approved-regions",
  "approved-networks",
  "break-glass-roles",
  "deploy-roles",
  "known-accounts",
  "log-buckets",
  "data-stores",
  "oidc-subjects"
];
var DESTINATIONS = ["artifact", "commit", "pull-request", "issue"];

export {
  LIST_NAMES,
  DESTINATIONS
};
