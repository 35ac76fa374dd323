import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * GitHub as a job sees it, over loopback HTTP: the token service (OIDC), the artifact service (Twirp over JSON, and the blob storage
 * behind it), REST and GraphQL. It plays what is asked of it here, by the real protocols.
 */
export interface Github {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Every call, in order: `POST CreateArtifact`, `PUT blob`, `GET /repos/octo-org/cloud-logs`. */
  readonly calls: readonly string[];
  /** Artifacts that were uploaded to their end, by name. */
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  /** Everything that must never be read in a log. */
  readonly secrets: readonly string[];
  /** The environment of a job: what the runner would set of GitHub's addresses and tokens. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface StoredArtifact {
  readonly id: number;
  readonly bytes: Buffer;
  readonly mimeType: string;
  /** Instant at which it goes; null: the repository's own setting. */
  readonly expiresAt: string | null;
}

export interface GithubInput {
  /** Answers in place of GitHub; undefined: not this call. */
  readonly faults?: readonly ((call: string) => Answer | undefined)[];
  /** What REST says of the repository; null: it is not there for who asks. */
  readonly visibility?: 'public' | 'private' | 'internal' | null;
  /** A token for the audience, as a counterpart of AWS will know it. */
  readonly newToken?: (audience: string) => string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const REPOSITORY = 'octo-org/cloud-logs';
const TWIRP = '/twirp/github.actions.results.api.v1.ArtifactService/';
/** The backend's ids of run and job, as the runtime token carries them. */
const RUN = 'run-backend-id';
const JOB = 'job-backend-id';

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly expiresAt: string | null;
  readonly blocks: Map<string, Buffer>;
  bytes: Buffer | null;
}

export async function startGithub({ faults = [], visibility = 'private', newToken = someToken }: GithubInput = {}): Promise<Github> {
  const calls: string[] = [];
  const artifacts = new Map<string, StoredArtifact>();
  /** By the signature in their address. */
  const uploads = new Map<string, Upload>();
  const runtimeToken = jwt({ scp: `Actions.ExampleScope Actions.Results:${RUN}:${JOB}` });
  const requestToken = randomBytes(24).toString('hex');
  const repositoryToken = `ghs_${randomBytes(18).toString('hex')}`;
  const secrets = [runtimeToken, requestToken, repositoryToken];

  const twirp = (method: string, body: Record<string, unknown>): Answer => {
    const name = String(body['name']);
    if (body['workflow_run_backend_id'] !== RUN || body['workflow_job_run_backend_id'] !== JOB) return { status: 403, body: { code: 'permission_denied', msg: 'not this job' } };
    if (method === 'CreateArtifact') {
      if (artifacts.has(name)) return { status: 409, body: { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' } };
      const signature = randomBytes(24).toString('base64');
      secrets.push(signature);
      uploads.set(signature, { name, mimeType: String(body['mime_type']), expiresAt: typeof body['expires_at'] === 'string' ? body['expires_at'] : null, blocks: new Map(), bytes: null });
      return { status: 200, body: { ok: true, signed_upload_url: `${url}/blob/${encodeURIComponent(name)}?sig=${encodeURIComponent(signature)}&se=2026-11-02` } };
    }
    if (method === 'FinalizeArtifact') {
      const upload = [...uploads.values()].find((each) => each.name === name && each.bytes !== null);
      const hash = `sha256:${createHash('sha256').update(upload?.bytes ?? '').digest('hex')}`;
      if (upload?.bytes == null || String(upload.bytes.length) !== body['size'] || body['hash'] !== hash) return { status: 400, body: { code: 'invalid_argument', msg: 'size or hash is not that of the upload' } };
      const id = 1000 + artifacts.size;
      artifacts.set(name, { id, bytes: upload.bytes, mimeType: upload.mimeType, expiresAt: upload.expiresAt });
      return { status: 200, body: { ok: true, artifact_id: String(id) } };
    }
    return { status: 404, body: { code: 'bad_route', msg: `no method ${method}` } };
  };

  /** Azure's block blobs: one PUT of everything, or blocks and then their list (https://learn.microsoft.com/rest/api/storageservices/put-block-list). */
  const blob = (query: URLSearchParams, body: Buffer): Answer => {
    const upload = uploads.get(query.get('sig') ?? '');
    if (upload === undefined) return { status: 403 };
    if (query.get('comp') === 'block') upload.blocks.set(query.get('blockid') ?? '', body);
    else if (query.get('comp') === 'blocklist') upload.bytes = Buffer.concat([...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, id]) => upload.blocks.get(id ?? '') ?? Buffer.alloc(0)));
    else upload.bytes = body;
    return { status: 201, headers: { etag: '"0x1"', 'last-modified': 'Mon, 02 Nov 2026 06:00:00 GMT', 'x-ms-request-id': 'a', 'x-ms-version': '2024-11-04' } };
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const call = `${request.method} ${pathname.startsWith(TWIRP) ? pathname.slice(TWIRP.length) : pathname.startsWith('/blob/') ? 'blob' : pathname}`;
    calls.push(call);
    const body = await bytesOf(request);
    const instead = faults.map((fault) => fault(call)).find((each) => each !== undefined);
    if (instead !== undefined) return instead;
    const bearer = request.headers.authorization?.replace(/^(?:Bearer|token) /i, '');
    if (pathname.startsWith(TWIRP)) return bearer === runtimeToken ? twirp(pathname.slice(TWIRP.length), JSON.parse(body.toString('utf8')) as Record<string, unknown>) : { status: 401, body: { msg: 'bad token' } };
    if (pathname.startsWith('/blob/')) return blob(searchParams, body);
    if (pathname === '/token') {
      if (bearer !== requestToken) return { status: 401, body: { message: 'Unauthorized' } };
      const value = newToken(searchParams.get('audience') ?? '');
      secrets.push(value);
      return { status: 200, body: { value } };
    }
    if (pathname === `/api/repos/${REPOSITORY}`) {
      const isSeen = visibility !== null && (visibility === 'public' || bearer === repositoryToken);
      return isSeen ? { status: 200, body: { full_name: REPOSITORY, visibility, private: visibility !== 'public' } } : { status: 404, body: { message: 'Not Found' } };
    }
    if (pathname === '/api/graphql') return { status: 200, body: { data: { repository: visibility === null ? null : { visibility: visibility.toUpperCase() } } } };
    return { status: 404, body: { message: 'Not Found' } };
  };

  const server = createServer((request, response) => {
    answer(request).then((given) => send(response, given), (error: unknown) => send(response, { status: 500, body: { msg: `the counterpart failed: ${String(error)}` } }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url, calls, artifacts, secrets,
    env: {
      GITHUB_API_URL: `${url}/api`, GITHUB_GRAPHQL_URL: `${url}/api/graphql`, GITHUB_REPOSITORY: REPOSITORY, GITHUB_TOKEN: repositoryToken,
      ACTIONS_RESULTS_URL: `${url}/`, ACTIONS_RUNTIME_TOKEN: runtimeToken, ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    },
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}

function someToken(audience: string): string {
  return jwt({ iss: 'https://token.actions.githubusercontent.com', sub: `repo:${REPOSITORY}:ref:refs/heads/main`, aud: audience });
}

function jwt(claims: object): string {
  return [...[{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')), randomBytes(32).toString('base64url')].join('.');
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body === undefined ? undefined : JSON.stringify(body));
}
