import { type Answer, paged, Refusal, refusalAnswer } from './answers.js';
import type { Operation } from './openapi.js';
import { type Actor, OWNER, NAME, type World } from './repository.js';
import { ISSUE_ROUTES } from './rest-issues.js';
import { PULL_ROUTES } from './rest-pulls.js';
import { REPOSITORY_ROUTES } from './rest-repository.js';
import type { Need, Route, Routes } from './route.js';

const ROUTES: Routes = { ...REPOSITORY_ROUTES, ...ISSUE_ROUTES, ...PULL_ROUTES };

export interface RestCall {
  readonly world: World;
  readonly operation: Operation;
  /** Null: nobody. */
  readonly actor: Actor | null;
  readonly address: URL;
  readonly body: unknown;
  readonly accept: string;
}

export function isPlayed(id: string): boolean {
  return id in ROUTES;
}

/** Answers a call whose form is right already: who asks, whether they may, and what comes of it. */
export async function playRest({ world, operation, actor, address, body, accept }: RestCall): Promise<Answer> {
  const refuse = (refusal: Refusal): Answer => refusalAnswer(refusal, operation.documentationUrl);
  const { params } = operation;
  const { visibility } = world.settings;
  const isThere = params['owner']?.toLowerCase() === OWNER && params['repo']?.toLowerCase() === NAME && visibility !== null && (visibility === 'public' || actor !== null);
  if (!isThere) return refuse(new Refusal(404, 'Not Found'));
  const route = ROUTES[operation.id] as Route;
  const wanted = route.needs.filter(([, access]) => access === 'write' || visibility !== 'public');
  if (wanted.length > 0 && !wanted.some((need) => has(actor, need))) return refuse(new Refusal(actor === null ? 401 : 403, actor === null ? 'Requires authentication' : 'Resource not accessible by integration', undefined, { 'x-accepted-github-permissions': wanted.map(([name, access]) => `${name.replace('-', '_')}=${access}`).join('; ') }));
  if (world.settings.archived && route.needs.some(([, access]) => access === 'write')) return refuse(new Refusal(403, 'Repository was archived so is read-only.'));
  try {
    const given = await route.play({ world, actor: actor ?? NOBODY, params, query: address.searchParams, body: (body ?? {}) as Readonly<Record<string, unknown>>, accept });
    return given.list === undefined ? given : paged(given, address);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error);
    throw error;
  }
}

const NOBODY: Actor = { login: '', kind: 'User', permissions: { contents: 'none', 'pull-requests': 'none', issues: 'none', actions: 'none', members: 'none' } };

function has(actor: Actor | null, [name, access]: Need): boolean {
  const held = actor?.permissions[name] ?? 'none';
  return held === 'write' || held === access;
}
