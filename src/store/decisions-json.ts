import { canonicalJson } from './canonical-json.js';

/** `decisions.json`. Decisions are not read yet, so the list is empty and every exception is undecided. */
export function decisionsJson(): string {
  return canonicalJson({ schemaVersion: 1, decisions: [] });
}
