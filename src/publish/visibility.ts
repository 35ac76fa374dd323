import { PublishError } from './errors.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const ANSWER_TIMEOUT_MS = 10_000;

/**
 * Refuses a public repository, whose artifacts anyone may download: a pack names people, addresses and resources. What cannot be
 * told is refused as well. `event` is the workflow's event as the runner hands it over.
 */
export async function refusePublic(event: unknown, env: Environment): Promise<void> {
  const isPublic = publicByEvent(event) ?? (await publicByApi(env));
  if (isPublic === false) return;
  const found = isPublic === null ? 'whether this repository is public cannot be told (neither the event nor GitHub\'s API says so)' : 'this repository is public';
  throw new PublishError(`publish: ${found}, and anyone could download the evidence, which names people and addresses; run in a private repository, or set allow-public: true or publish: none.`);
}

/** Every event but the rarest carries the repository; null where it does not say. */
function publicByEvent(event: unknown): boolean | null {
  const repository = property(event, 'repository');
  const visibility = property(repository, 'visibility');
  if (typeof visibility === 'string') return visibility === 'public';
  const isPrivate = property(repository, 'private');
  return typeof isPrivate === 'boolean' ? !isPrivate : null;
}

/** https://docs.github.com/en/rest/repos/repos#get-a-repository; a token is sent where the workflow gives one. */
async function publicByApi(env: Environment): Promise<boolean | null> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
  if (api === undefined || repository === undefined) return null;
  const headers = { accept: 'application/vnd.github+json', 'user-agent': 'cloudtrail-evidence', ...(token === undefined || token === '' ? {} : { authorization: `Bearer ${token}` }) };
  try {
    const response = await fetch(`${api}/repos/${repository}`, { headers, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    return response.ok ? publicByEvent({ repository: await response.json() }) : null;
  } catch {
    // No answer is an answer here: it cannot be told.
    return null;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
