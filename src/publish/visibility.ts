import { PublishError } from './errors.js';
import type { Github } from './github.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Refuses a public repository, where anyone may read what is published: a pack names people, addresses and resources. What cannot be
 * told is refused as well. `event` is the workflow's event as the runner hands it over: as old as the run's first attempt, so that GitHub
 * is asked whether it still holds.
 */
export async function refusePublic(event: unknown, github: Github | null): Promise<void> {
  const told = publicByEvent({ repository: property(event, 'repository') });
  const isPublic = told === true ? true : ((await publicByApi(github)) ?? told);
  if (isPublic === false) return;
  const found = isPublic === null ? 'whether this repository is public cannot be told (neither the event nor GitHub\'s API says so)' : 'this repository is public';
  throw new PublishError(`publish: ${found}, and anyone could read the evidence, which names people and addresses; run in a private repository, or set allow-public: true or publish: none.`);
}

/** Every event but the rarest carries the repository; null where it does not say. */
function publicByEvent(event: unknown): boolean | null {
  const repository = property(event, 'repository');
  const visibility = property(repository, 'visibility');
  if (typeof visibility === 'string') return visibility === 'public';
  const isPrivate = property(repository, 'private');
  return typeof isPrivate === 'boolean' ? !isPrivate : null;
}

/** https://docs.github.com/en/rest/repos/repos#get-a-repository */
async function publicByApi(github: Github | null): Promise<boolean | null> {
  if (github === null) return null;
  try {
    return publicByEvent({ repository: (await github.rest.repos.get(github.at)).data });
  } catch {
    // No answer is an answer here: it cannot be told.
    return null;
  }
}

/** Whether the run is for a pull request from another repository, whose token can only read. */
export function isFromFork(event: unknown, env: Environment): boolean {
  const head = property(property(property(property(event, 'pull_request'), 'head'), 'repo'), 'full_name');
  return property(event, 'pull_request') !== undefined && head !== env['GITHUB_REPOSITORY'];
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
