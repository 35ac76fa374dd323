/** What a refusal of GitHub's means, told apart by what a person can do about it. */
export type Trouble =
  | 'bad-token'
  | 'forbidden'
  | 'pull-requests-not-allowed'
  | 'protected'
  | 'archived'
  | 'moved'
  | 'missing'
  | 'disabled'
  | 'exists'
  | 'nothing-new'
  | 'rate-limited'
  | 'unavailable'
  | 'refused';

const LONGEST_SAID = 200;

/** By shape, since errors cross realms: octokit's RequestError (status, message) and GraphqlResponseError (errors of type and message). */
export function troubleOf(error: unknown): Trouble {
  const status = statusOf(error);
  const types = graphqlErrors(error).map(({ type }) => type);
  const said = messageOf(error);
  if (status === 429 || types.includes('RATE_LIMITED') || isSecondaryLimit(said) || /rate limit exceeded/i.test(said)) return 'rate-limited';
  if (/expected branch to point to|is at [0-9a-f]{40} but expected/i.test(said) || types.includes('STALE_DATA')) return 'moved';
  if (types.includes('BRANCH_PROTECTION_RULE_VIOLATION') || /protected branch|rule violation|must be made through a pull request|branch protection|reference update failed/i.test(said)) return 'protected';
  if (/not permitted to create or approve pull requests/i.test(said)) return 'pull-requests-not-allowed';
  if (/archived/i.test(said)) return 'archived';
  if (status === 401) return 'bad-token';
  if (status === 403 || types.includes('FORBIDDEN') || /not accessible by/i.test(said)) return 'forbidden';
  if (status === 404 || types.includes('NOT_FOUND')) return 'missing';
  if (status === 410) return 'disabled';
  if (status === 422 && /already.exists/i.test(said)) return 'exists';
  if (status === 422 && /no commits between/i.test(said)) return 'nothing-new';
  return status !== null && status >= 500 ? 'unavailable' : 'refused';
}

export function isSecondaryLimit(message: string): boolean {
  return /secondary rate limit|abuse detection/i.test(message);
}

/** 500 and above also where no answer came. */
export function statusOf(error: unknown): number | null {
  const status = property(error, 'status');
  return typeof status === 'number' ? status : null;
}

export function headerOf(error: unknown, name: string): string | null {
  const value = property(property(property(error, 'response'), 'headers'), name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** GitHub's own words, as far as they help: one line, without addresses. */
export function saidBy(error: unknown): string {
  return (messageOf(error).split(/[\r\n]/)[0] ?? '').replace(/\s*-?\s*https?:\/\/\S+/g, '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, LONGEST_SAID).trim();
}

function messageOf(error: unknown): string {
  const message = property(error, 'message');
  return typeof message === 'string' ? message : String(error);
}

function graphqlErrors(error: unknown): readonly { readonly type: string }[] {
  const errors = property(error, 'errors');
  return Array.isArray(errors) ? errors.map((each) => property(each, 'type')).filter((type) => typeof type === 'string').map((type) => ({ type })) : [];
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
