import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './github/answers.js';
import { jwt, newArtifactService, TWIRP } from './github/artifact-service.js';
import { graphqlName, playGraphql } from './github/graphql.js';
import { githubDescription } from './github/openapi.js';
import { type Owner, ownerOf } from './github/owner.js';
import { type Actor, JOB_PERMISSIONS, newWorld, type Permissions, REPOSITORY, type Settings, type StoredArtifact } from './github/repository.js';
import { isPlayed, playRest } from './github/rest.js';

export { type Answer, secondaryRateLimit } from './github/answers.js';
export { ACTIONS_BOT, FORK_PERMISSIONS, JOB_PERMISSIONS, type Permissions, type Protection, type Pull, REPOSITORY, type Settings, type StoredArtifact, type Thread } from './github/repository.js';
export type { Owner } from './github/owner.js';

/**
 * GitHub as a job sees it, over loopback HTTP: the token service (OIDC), the artifact service (Twirp over JSON, and the blob storage
 * behind it), REST and GraphQL over a repository in git's own storage. What REST is asked and answers is checked against GitHub's own
 * description: what breaks it is answered 500 and kept in `violations`.
 */
export interface Github {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Every call, in order: `POST CreateArtifact`, `PUT blob`, `GET /api/repos/octo-org/cloud-logs`, `POST graphql createCommitOnBranch`. */
  readonly calls: readonly string[];
  /** Artifacts that were uploaded to their end, by name. */
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  /** What was asked or answered otherwise than GitHub's description says; a test expects none. */
  readonly violations: readonly string[];
  /** Everything that must never be read in a log. */
  readonly secrets: readonly string[];
  /** The environment of a job: what the runner would set of GitHub's addresses and tokens. */
  readonly env: Readonly<Record<string, string>>;
  /** The repository's settings, which may be changed at any time. */
  readonly settings: Settings;
  /** What people do and see on GitHub's pages. */
  readonly owner: Owner;
  /** Done before the next call whose name has this in it is answered, once: what others do meanwhile. */
  before(call: string, action: () => unknown): void;
  /** A token of an App, or of a person. */
  tokenOf(login: string, permissions?: Partial<Permissions>): string;
  close(): Promise<void>;
}

export interface GithubInput {
  /** Answers in place of GitHub; undefined: not this call. */
  readonly faults?: readonly ((call: string) => Answer | undefined)[];
  /** What REST says of the repository; null: it is not there for who asks. */
  readonly visibility?: Settings['visibility'];
  readonly settings?: Partial<Settings>;
  /** What GITHUB_TOKEN may, beyond or below a job that writes everything. */
  readonly permissions?: Partial<Permissions>;
  /** A token for the audience, as a counterpart of AWS will know it. */
  readonly newToken?: (audience: string) => string;
  readonly now?: () => Date;
}

export async function startGithub({ faults = [], visibility = 'private', settings = {}, permissions = {}, newToken = someToken, now = () => new Date() }: GithubInput = {}): Promise<Github> {
  const calls: string[] = [];
  const violations: string[] = [];
  const meanwhile: { readonly call: string; readonly action: () => unknown }[] = [];
  const secrets: string[] = [];
  let url = '';
  const service = newArtifactService(() => url, secrets);
  const world = newWorld({ settings: { visibility, ...settings }, permissions, artifacts: service.artifacts, now });
  const requestToken = randomBytes(24).toString('hex');
  secrets.push(service.runtimeToken, requestToken, world.token);

  const violated = (call: string, problems: readonly string[]): Answer => {
    violations.push(`${call}: ${problems.join('; ')}`);
    return { status: 500, body: { message: `Against GitHub's description: ${problems.join('; ')}`, documentation_url: 'https://docs.github.com/rest' } };
  };

  /** What a fault or someone else does first, then the answer itself. */
  const answered = async (call: string, itself: () => Answer | Promise<Answer>): Promise<Answer> => {
    calls.push(call);
    const at = meanwhile.findIndex((each) => call.includes(each.call));
    if (at !== -1) await meanwhile.splice(at, 1)[0]?.action();
    return faults.map((fault) => fault(call)).find((each) => each !== undefined) ?? itself();
  };

  const rest = async (request: IncomingMessage, address: URL, body: Buffer): Promise<Answer> => {
    const call = `${request.method} ${address.pathname}`;
    const given = body.length === 0 ? undefined : parsed(body);
    if (given === null) return answered(call, () => ({ status: 400, body: { message: 'Problems parsing JSON', documentation_url: 'https://docs.github.com/rest' } }));
    const operation = githubDescription().operation(request.method ?? '', address.pathname.slice('/api'.length));
    if (operation === null) return answered(call, () => violated(call, ['GitHub has no such operation']));
    return answered(call, async () => {
      const problems = isPlayed(operation.id) ? operation.requestProblems(address.searchParams, given) : [`the counterpart does not play ${operation.id}`];
      if (problems.length > 0) return violated(call, problems);
      const actor = actorOf(request);
      if (actor === undefined) return { status: 401, body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' } };
      const answer = await playRest({ world, operation, actor, address, body: given, accept: request.headers.accept ?? '' });
      const wrong = answer.body instanceof Buffer ? [] : operation.answerProblems(answer.status, answer.body);
      return wrong.length === 0 ? answer : violated(call, wrong.map((problem) => `answer ${answer.status}: ${problem}`));
    });
  };

  /** Undefined: a token nobody gave out. */
  const actorOf = (request: IncomingMessage): Actor | null | undefined => {
    const token = bearerOf(request);
    return token === undefined ? null : world.tokens.get(token);
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const address = new URL(request.url ?? '/', url);
    const { pathname, searchParams } = address;
    const body = await bytesOf(request);
    if (pathname.startsWith(TWIRP)) {
      const method = pathname.slice(TWIRP.length);
      return answered(`${request.method} ${method}`, () => (bearerOf(request) === service.runtimeToken ? service.twirp(method, JSON.parse(body.toString('utf8')) as Record<string, unknown>) : { status: 401, body: { msg: 'bad token' } }));
    }
    if (pathname.startsWith('/blob/')) return answered(`${request.method} blob`, () => service.blob(searchParams, body));
    if (pathname === '/token') {
      return answered(`${request.method} ${pathname}`, () => {
        if (bearerOf(request) !== requestToken) return { status: 401, body: { message: 'Unauthorized' } };
        const value = newToken(searchParams.get('audience') ?? '');
        secrets.push(value);
        return { status: 200, body: { value } };
      });
    }
    if (pathname === '/api/graphql') {
      const given = parsed(body);
      return answered(`POST graphql ${graphqlName(given)}`, () => playGraphql({ world, actor: actorOf(request) ?? null, body: given }));
    }
    if (pathname.startsWith('/api/')) return rest(request, address, body);
    return answered(`${request.method} ${pathname}`, () => ({ status: 404, body: { message: 'Not Found' } }));
  };

  const server = createServer((request, response) => {
    answer(request).then((given) => send(response, given), (error: unknown) => {
      violations.push(`${request.method} ${request.url}: the counterpart failed: ${String(error)}`);
      send(response, { status: 500, body: { msg: `the counterpart failed: ${String(error)}` } });
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.api = `${url}/api`;
  return {
    url, calls, violations, secrets, artifacts: service.artifacts, settings: world.settings, owner: ownerOf(world),
    before: (call, action) => void meanwhile.push({ call, action }),
    tokenOf: (login, more = {}) => {
      const token = `ghp_${randomBytes(18).toString('hex')}`;
      secrets.push(token);
      world.tokens.set(token, { login, kind: login.endsWith('[bot]') ? 'Bot' : 'User', permissions: { ...JOB_PERMISSIONS, ...more } });
      return token;
    },
    env: {
      GITHUB_API_URL: `${url}/api`, GITHUB_GRAPHQL_URL: `${url}/api/graphql`, GITHUB_REPOSITORY: REPOSITORY, GITHUB_TOKEN: world.token,
      ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: service.runtimeToken, ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    },
    close: async () => {
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      await world.close();
    },
  };
}

function someToken(audience: string): string {
  return jwt({ iss: 'https://token.actions.githubusercontent.com', sub: `repo:${REPOSITORY}:ref:refs/heads/main`, aud: audience });
}

function bearerOf(request: IncomingMessage): string | undefined {
  return request.headers.authorization?.replace(/^(?:Bearer|token) /i, '');
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body === undefined ? undefined : body instanceof Buffer ? body : JSON.stringify(body));
}
