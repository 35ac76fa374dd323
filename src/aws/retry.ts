import type { STSClientConfig } from '@aws-sdk/client-sts';
import { isRetryable } from './errors.js';

/** How time passes between attempts; handed in so that tests do not wait. */
export interface Pace {
  readonly wait: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export const REAL_PACE: Pace = { wait: (ms) => new Promise((done) => setTimeout(done, ms)), random: Math.random };

/** Attempts at one call, the first among them. */
export const MAX_ATTEMPTS = 5;
const BASE_MS = 100;
const THROTTLED_BASE_MS = 1_000;
const MAX_WAIT_MS = 20_000;

/** What a client may spend on retries before it stops; successes fill it up again. Keeps a dead service from being asked 5 times for each of a million objects. */
const BUDGET = 500;
const RETRY_COST = 5;

type RetryStrategy = Extract<NonNullable<STSClientConfig['retryStrategy']>, { acquireInitialRetryToken: unknown }>;
type RetryToken = Awaited<ReturnType<RetryStrategy['acquireInitialRetryToken']>>;
type Failure = Parameters<RetryStrategy['refreshRetryTokenForRetry']>[1];

/** Standard mode of the SDK (bounded attempts, full jitter, a budget), but by our own reading of what can heal and at a pace handed in. */
export function retryStrategy(pace: Pace): RetryStrategy {
  let budget = BUDGET;
  return {
    acquireInitialRetryToken: () => Promise.resolve(retryToken(0)),
    refreshRetryTokenForRetry: async (token, failure) => {
      const retry = token.getRetryCount() + 1;
      if (!isRetryable(failure.error) || retry >= MAX_ATTEMPTS || budget < RETRY_COST) throw new Error('no further attempt');
      budget -= RETRY_COST;
      await pace.wait(backoffMs(retry, failure, pace.random()));
      return retryToken(retry);
    },
    recordSuccess: (token) => {
      budget = Math.min(BUDGET, budget + (token.getRetryCount() === 0 ? 1 : RETRY_COST));
    },
  };
}

/** Full jitter: anything from nothing up to a bound that doubles. A time the service asks for is the least. */
function backoffMs(retry: number, failure: Failure, random: number): number {
  const base = failure.errorType === 'THROTTLING' ? THROTTLED_BASE_MS : BASE_MS;
  const jittered = Math.floor(random * Math.min(MAX_WAIT_MS, base * 2 ** retry));
  const asked = failure.retryAfterHint === undefined ? 0 : failure.retryAfterHint.getTime() - Date.now();
  return Math.max(jittered, Math.min(asked, MAX_WAIT_MS));
}

function retryToken(retries: number): RetryToken {
  return { getRetryCount: () => retries, getRetryDelay: () => 0 };
}
