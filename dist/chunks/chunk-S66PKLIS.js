import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  isRetryable
} from "./chunk-4LDIQ6TC.js";

// src/aws/retry.ts
var REAL_PACE = { wait: (ms) => new Promise((done) => setTimeout(done, ms)), random: Math.random };
var MAX_ATTEMPTS = 5;
var BASE_MS = 100;
var THROTTLED_BASE_MS = 1e3;
var MAX_WAIT_MS = 2e4;
var BUDGET = 500;
var RETRY_COST = 5;
function retryStrategy(pace) {
  let budget = BUDGET;
  return {
    acquireInitialRetryToken: () => Promise.resolve(retryToken(0)),
    refreshRetryTokenForRetry: async (token, failure) => {
      const retry = token.getRetryCount() + 1;
      if (!isRetryable(failure.error) || retry >= MAX_ATTEMPTS || budget < RETRY_COST) throw new Error("no further attempt");
      budget -= RETRY_COST;
      await pace.wait(backoffMs(retry, failure, pace.random()));
      return retryToken(retry);
    },
    recordSuccess: (token) => {
      budget = Math.min(BUDGET, budget + (token.getRetryCount() === 0 ? 1 : RETRY_COST));
    }
  };
}
function backoffMs(retry, failure, random) {
  const base = failure.errorType === "THROTTLING" ? THROTTLED_BASE_MS : BASE_MS;
  const jittered = Math.floor(random * Math.min(MAX_WAIT_MS, base * 2 ** retry));
  const asked = failure.retryAfterHint === void 0 ? 0 : failure.retryAfterHint.getTime() - Date.now();
  return Math.max(jittered, Math.min(asked, MAX_WAIT_MS));
}
function retryToken(retries) {
  return { getRetryCount: () => retries, getRetryDelay: () => 0 };
}

export {
  REAL_PACE,
  MAX_ATTEMPTS,
  retryStrategy
};
