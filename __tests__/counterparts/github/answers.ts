/** What GitHub answers over HTTP. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of a body: a list of which the page that is asked for is answered; `wrap` puts it into its envelope. */
  readonly list?: readonly unknown[];
  readonly wrap?: (page: readonly unknown[], total: number) => unknown;
}

/** One of the problems of a 422. */
export interface Problem {
  readonly resource: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  readonly field?: string;
  readonly message?: string;
  readonly value?: string;
}

/** Answered by throwing it: whatever is being done ends there. */
export class Refusal extends Error {
  constructor(readonly status: number, message: string, readonly errors?: readonly (Problem | string)[], readonly headers?: Readonly<Record<string, string>>) {
    super(message);
  }
}

export function refusalAnswer({ status, message, errors, headers }: Refusal, documentationUrl: string): Answer {
  return { status, body: { message, ...(errors === undefined ? {} : { errors }), documentation_url: documentationUrl, status: String(status) }, ...(headers === undefined ? {} : { headers }) };
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

export function invalid(...problems: readonly Problem[]): Refusal {
  return new Refusal(422, 'Validation Failed', problems);
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits */
export function secondaryRateLimit(retryAfterSeconds = 60, status: 403 | 429 = 403): Answer {
  return {
    status,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID 0400:1A2B:3C4D5E:6F7081:68F0A1B2.',
      documentation_url: 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    },
  };
}

const MOST_CHARACTERS = 65_536;
const LONGEST_TITLE = 256;

/** Titles and bodies, as GitHub bounds them. */
export function textProblems(resource: string, { title, body }: { readonly title?: unknown; readonly body?: unknown }): readonly Problem[] {
  return [
    ...(title === '' ? [{ resource, code: 'missing_field' as const, field: 'title' }] : []),
    ...(typeof title === 'string' && [...title].length > LONGEST_TITLE ? [{ resource, code: 'custom' as const, field: 'title', message: `title is too long (maximum is ${LONGEST_TITLE} characters)` }] : []),
    ...(typeof body === 'string' && [...body].length > MOST_CHARACTERS ? [{ resource, code: 'custom' as const, field: 'body', message: `body is too long (maximum is ${MOST_CHARACTERS} characters)` }] : []),
  ];
}

export const HIGHEST_PER_PAGE = 100;
const PER_PAGE = 30;

/** https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export function paged({ list = [], wrap, ...rest }: Answer, address: URL): Answer {
  const size = Math.min(Number(address.searchParams.get('per_page') ?? PER_PAGE), HIGHEST_PER_PAGE);
  const page = Math.max(1, Number(address.searchParams.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(list.length / size));
  const at = (number: number): string => {
    const other = new URL(address);
    other.searchParams.set('page', String(number));
    return other.href;
  };
  const links = [
    ...(page > 1 ? [`<${at(page - 1)}>; rel="prev"`] : []),
    ...(page < last ? [`<${at(page + 1)}>; rel="next"`, `<${at(last)}>; rel="last"`] : []),
    ...(page > 1 ? [`<${at(1)}>; rel="first"`] : []),
  ];
  const items = list.slice((page - 1) * size, page * size);
  return { ...rest, body: wrap === undefined ? items : wrap(items, list.length), headers: { ...rest.headers, ...(links.length === 0 ? {} : { link: links.join(', ') }) } };
}
