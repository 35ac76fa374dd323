import { getOctokit } from '@actions/github';
import type { Pace } from '../aws/retry.js';
import { headerOf, isSecondaryLimit, statusOf } from './github-trouble.js';
import type { Environment } from './visibility.js';

type Octokit = ReturnType<typeof getOctokit>;

/** GitHub's API as this run's repository sees it. */
export interface Github {
  readonly rest: Octokit['rest'];
  readonly graphql: Octokit['graphql'];
  readonly paginate: Octokit['paginate'];
  /** The repository, for every call. */
  readonly at: { readonly owner: string; readonly repo: string };
  /** `https://github.com/octo-org/cloud-logs`. */
  readonly url: string;
}

export interface GithubAccess {
  readonly token: string;
  readonly env: Environment;
  readonly pace: Pace;
}

/** Attempts at one call, the first among them. */
const MAX_ATTEMPTS = 4;
const BASE_MS = 1_000;
/** What GitHub asks for when it names no time (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
const UNNAMED_LIMIT_MS = 60_000;
/** A longer wait is not worth a job's minutes. */
const MAX_WAIT_MS = 120_000;
/** All waiting of one run together. */
const WAITING_BUDGET_MS = 600_000;
/** A commit of 20 MB goes up in one call. */
const ANSWER_TIMEOUT_MS = 120_000;

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** For calls that must not be made twice when an answer is lost: the caller looks first whether it was done. */
export const ONCE = { request: { once: true } } as const;

/** Null where there is no token, or no repository to speak of. */
export function openGithub({ token, env, pace }: GithubAccess): Github | null {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  if (token === '' || !owner || !repo) return null;
  const octokit = getOctokit(token, { baseUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com', userAgent: 'cloudtrail-evidence', log: SILENT });
  let budget = WAITING_BUDGET_MS;
  octokit.hook.wrap('request', async (request, options) => {
    for (let attempt = 1; ; attempt += 1) {
      const { answer, error } = await Promise.resolve(request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) } })).then(
        (given) => ({ answer: given, error: limitedAnswer(given) }),
        (thrown: unknown) => ({ answer: null, error: thrown }),
      );
      if (answer !== null && error === null) return answer;
      const wait = attempt === MAX_ATTEMPTS ? null : waitBefore(error, attempt, options.request?.['once'] === true, pace.random());
      if (wait === null || wait > budget) {
        if (answer !== null) return answer;
        throw error;
      }
      budget -= wait;
      await pace.wait(wait);
    }
  });
  const { rest, graphql, paginate } = octokit;
  return { rest, graphql, paginate, at: { owner, repo }, url: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${owner}/${repo}` };
}

/** GraphQL tells of its limits in an answer that is otherwise good. */
function limitedAnswer({ data, headers }: { readonly data: unknown; readonly headers: unknown }): object | null {
  const errors = typeof data === 'object' && data !== null && 'errors' in data && Array.isArray(data.errors) ? (data.errors as { message?: unknown }[]) : [];
  const message = errors.map((each) => each.message).filter((each) => typeof each === 'string').find(isSecondaryLimit);
  return message === undefined ? null : { status: 403, message, response: { headers } };
}

/** Milliseconds; null where another attempt may not help, or not be made. */
function waitBefore(error: unknown, attempt: number, once: boolean, random: number): number | null {
  const status = statusOf(error);
  if (status !== null && status >= 500) return once ? null : Math.floor(random * BASE_MS * 2 ** attempt);
  if (status !== 403 && status !== 429) return null;
  const asked = Number(headerOf(error, 'retry-after') ?? NaN) * 1000;
  if (!Number.isFinite(asked) && !isSecondaryLimit((error as { message?: string }).message ?? '')) return null;
  // Jitter only ever adds: sooner than GitHub asks counts against the caller.
  const wait = (Number.isFinite(asked) ? asked : UNNAMED_LIMIT_MS * 2 ** (attempt - 1)) + Math.floor(random * BASE_MS);
  return wait > MAX_WAIT_MS + BASE_MS ? null : wait;
}
