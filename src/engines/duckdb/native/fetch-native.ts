import { createHash, randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { EngineError } from '../../engine.js';
import { NATIVE_VERSION } from './pinned.js';
import { packageFiles } from './untar.js';

const PUBLIC_REGISTRY = 'https://registry.npmjs.org';
/** A package has some 24 MB. */
const FETCH_TIMEOUT_MS = 120_000;
const TRIES = 3;
const FIRST_PAUSE_MS = 1_000;

export interface Fetching {
  readonly platform: string;
  /** SHA-512 the package must have, in npm's form. */
  readonly sha512: string;
  /** Folder the files are to lie in; made whole or not at all. */
  readonly folder: string;
  /** `npm_config_registry`, npm's own variable, names a mirror. */
  readonly registry: string | undefined;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Fetches one platform's package, checks its hash, and only then unpacks it. */
export async function fetchNative({ platform, sha512, folder, registry, wait = pause }: Fetching): Promise<void> {
  const address = packageAddress(platform, registry);
  const tgz = await download(address, wait);
  const found = `sha512-${createHash('sha512').update(tgz).digest('base64')}`;
  if (found !== sha512) {
    throw new EngineError(`DuckDB's native part from ${address} is not the one this version was made with (${found.slice(0, 19)}…, not ${sha512.slice(0, 19)}…), so it was not unpacked; fetch it again, or give its folder as duckdb-bindings-path.`);
  }
  await unpack(tgz, folder);
}

/** Where npm's registry keeps a package (https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md). */
export function packageAddress(platform: string, registry: string | undefined): string {
  const base = registry === undefined || registry === '' ? PUBLIC_REGISTRY : registry.replace(/\/+$/, '');
  return `${base}/@duckdb/node-bindings-${platform}/-/node-bindings-${platform}-${NATIVE_VERSION}.tgz`;
}

async function download(address: string, wait: (milliseconds: number) => Promise<unknown>): Promise<Buffer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryDownload(address);
    if (answer.bytes !== null) return answer.bytes;
    if (!answer.mayHeal || attempt === TRIES) {
      throw new EngineError(`DuckDB's native part cannot be fetched from ${address} (${answer.why}); allow that address, or give a folder that holds it as duckdb-bindings-path.`);
    }
    await wait(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
  }
}

type Answer = { readonly bytes: Buffer } | { readonly bytes: null; readonly why: string; readonly mayHeal: boolean };

async function tryDownload(address: string): Promise<Answer> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (response.ok) return { bytes: Buffer.from(await response.arrayBuffer()) };
    return { bytes: null, why: `HTTP ${response.status}`, mayHeal: response.status >= 500 || response.status === 429 };
  } catch (error) {
    const cause = (error as Error).cause as { readonly code?: string } | undefined;
    return { bytes: null, why: cause?.code ?? (error as Error).name, mayHeal: true };
  }
}

/** Written beside its place and moved there, so that two runs at once cannot meet half a library. */
async function unpack(tgz: Buffer, folder: string): Promise<void> {
  const partial = `${folder}.partial-${randomBytes(6).toString('hex')}`;
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(partial);
  try {
    for (const { name, bytes } of packageFiles(await promisify(gunzip)(tgz))) await writeFile(join(partial, name), bytes);
    await rename(partial, folder).catch((error: NodeJS.ErrnoException) => {
      // Another run was first: its files are the same.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
