import type { Answer } from './answers.js';
import type { Access, Actor, Permissions, World } from './repository.js';

/** A call as an operation gets it: known, asked as its description says, and by someone who may. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
}

export type Need = readonly [keyof Permissions, Access];

export interface Route {
  /** Any of these is enough; none: whoever sees the repository. */
  readonly needs: readonly Need[];
  readonly play: (call: Call) => Answer | Promise<Answer>;
}

/** By the operation's id in GitHub's description. */
export type Routes = Readonly<Record<string, Route>>;

export function words(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

export function list(body: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = body[name];
  return Array.isArray(value) ? value.map((each: unknown) => (typeof each === 'object' && each !== null ? String((each as { name?: unknown }).name) : String(each))) : [];
}
