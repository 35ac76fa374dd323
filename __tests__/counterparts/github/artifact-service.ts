import { createHash, randomBytes } from 'node:crypto';
import type { Answer } from './answers.js';
import type { StoredArtifact } from './repository.js';

/** The artifact service (Twirp over JSON) and the blob storage behind it. */
export const TWIRP = '/twirp/github.actions.results.api.v1.ArtifactService/';

export interface ArtifactService {
  readonly runtimeToken: string;
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  twirp(method: string, body: Readonly<Record<string, unknown>>): Answer;
  blob(query: URLSearchParams, body: Buffer): Answer;
}

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

export function newArtifactService(address: () => string, secrets: string[]): ArtifactService {
  const artifacts = new Map<string, StoredArtifact>();
  /** By the signature in their address. */
  const uploads = new Map<string, Upload>();
  const runtimeToken = jwt({ scp: `Actions.ExampleScope Actions.Results:${RUN}:${JOB}` });
  return {
    runtimeToken, artifacts,
    twirp(method, body) {
      const name = String(body['name']);
      if (body['workflow_run_backend_id'] !== RUN || body['workflow_job_run_backend_id'] !== JOB) return { status: 403, body: { code: 'permission_denied', msg: 'not this job' } };
      if (method === 'CreateArtifact') {
        if (artifacts.has(name)) return { status: 409, body: { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' } };
        const signature = randomBytes(24).toString('base64');
        secrets.push(signature);
        uploads.set(signature, { name, mimeType: String(body['mime_type']), expiresAt: typeof body['expires_at'] === 'string' ? body['expires_at'] : null, blocks: new Map(), bytes: null });
        return { status: 200, body: { ok: true, signed_upload_url: `${address()}/blob/${encodeURIComponent(name)}?sig=${encodeURIComponent(signature)}&se=2026-11-02` } };
      }
      if (method === 'FinalizeArtifact') {
        const upload = [...uploads.values()].find((each) => each.name === name && each.bytes !== null);
        const hash = `sha256:${createHash('sha256').update(upload?.bytes ?? '').digest('hex')}`;
        if (upload?.bytes == null || String(upload.bytes.length) !== body['size'] || body['hash'] !== hash) return { status: 400, body: { code: 'invalid_argument', msg: 'size or hash is not that of the upload' } };
        const id = 1000 + artifacts.size;
        artifacts.set(name, { id, bytes: upload.bytes, mimeType: upload.mimeType, expiresAt: upload.expiresAt });
        return { status: 200, body: { ok: true, artifact_id: String(id) } };
      }
      if (method === 'ListArtifacts') {
        const wanted = body['name_filter'];
        const found = [...artifacts].filter(([each]) => wanted === undefined || each === wanted);
        return {
          status: 200,
          body: { artifacts: found.map(([each, { id, bytes }]) => ({ workflow_run_backend_id: RUN, workflow_job_run_backend_id: JOB, database_id: String(id), name: each, size: String(bytes.length), digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` })) },
        };
      }
      return { status: 404, body: { code: 'bad_route', msg: `no method ${method}` } };
    },
    /** Azure's block blobs: one PUT of everything, or blocks and then their list (https://learn.microsoft.com/rest/api/storageservices/put-block-list). */
    blob(query, body) {
      const upload = uploads.get(query.get('sig') ?? '');
      if (upload === undefined) return { status: 403 };
      if (query.get('comp') === 'block') upload.blocks.set(query.get('blockid') ?? '', body);
      else if (query.get('comp') === 'blocklist') upload.bytes = Buffer.concat([...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, id]) => upload.blocks.get(id ?? '') ?? Buffer.alloc(0)));
      else upload.bytes = body;
      return { status: 201, headers: { etag: '"0x1"', 'last-modified': 'Mon, 02 Nov 2026 06:00:00 GMT', 'x-ms-request-id': 'a', 'x-ms-version': '2024-11-04' } };
    },
  };
}

export function jwt(claims: object): string {
  return [...[{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')), randomBytes(32).toString('base64url')].join('.');
}
