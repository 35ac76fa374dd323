import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fetchNative, packageAddress } from '../../../../src/engines/duckdb/native/fetch-native.js';
import { findNative, type NativeSearch } from '../../../../src/engines/duckdb/native/find-native.js';
import { NATIVE_VERSION, PINNED_SHA512 } from '../../../../src/engines/duckdb/native/pinned.js';
import { packageFiles } from '../../../../src/engines/duckdb/native/untar.js';
import { productRoot } from '../../../../src/pack/product-files.js';

const room = mkdtempSync(join(tmpdir(), 'native-'));
const PLATFORM = 'linux-x64';
const PATH = `/@duckdb/node-bindings-${PLATFORM}/-/node-bindings-${PLATFORM}-${NATIVE_VERSION}.tgz`;

/** A package as npm publishes one, made by the real tar. */
function tgz(files: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(room, 'tgz-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return execFileSync('tar', ['-czf', '-', '-C', folder, '--format=ustar', 'package']);
}

const library = 'a library of seventy million bytes, but shorter';
const good = tgz({ 'package/duckdb.node': 'native', 'package/libduckdb.so': library, 'package/package.json': '{}', 'package/deep/more.txt': 'left alone' });
const pinned = { [PLATFORM]: `sha512-${createHash('sha512').update(good).digest('base64')}` };

/** npm's registry as far as it is used: answers in turn, the last one for ever. */
let answers: (readonly [number, Buffer | string])[] = [];
let asked: string[] = [];
let server: Server;
let registry: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [status, body] = (answers.length > 1 ? answers.shift() : answers[0]) ?? [404, ''];
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(room, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
});

const search = (more: Partial<NativeSearch>): NativeSearch => ({ given: null, env: { RUNNER_TOOL_CACHE: mkdtempSync(join(room, 'cache-')), npm_config_registry: registry }, installed: null, platform: PLATFORM, pinned, ...more });

describe('where the native part is found', () => {
  it('is the folder that was given, before any other', async () => {
    const folder = mkdtempSync(join(room, 'given-'));
    writeFileSync(join(folder, 'duckdb.node'), '');
    expect(await findNative(search({ given: folder, installed: '/somewhere/duckdb.node' }))).toBe(join(folder, 'duckdb.node'));
  });

  it('is not looked for elsewhere when the folder that was given has none', async () => {
    await expect(findNative(search({ given: room, installed: '/somewhere/duckdb.node' }))).rejects.toThrow(
      `duckdb-bindings-path: "${room}" holds no duckdb.node; give the unpacked folder of the npm package @duckdb/node-bindings-linux-x64 ${NATIVE_VERSION}.`,
    );
  });

  it('is what npm installed, in a checkout', async () => {
    const file = await findNative({ given: null, env: {} });
    expect(file.startsWith(join(productRoot(), 'node_modules'))).toBe(true);
    expect(existsSync(file)).toBe(true);
  });

  it('is fetched once a version, whole, into the runner’s tool cache', async () => {
    answers = [[200, good]];
    const one = search({});
    const file = await findNative(one);
    expect(file).toBe(join(String(one.env['RUNNER_TOOL_CACHE']), 'cloudtrail-evidence-duckdb', NATIVE_VERSION, PLATFORM, 'duckdb.node'));
    expect(readdirSync(join(file, '..')).sort()).toEqual(['duckdb.node', 'libduckdb.so', 'package.json']);
    expect(readFileSync(join(file, '..', 'libduckdb.so'), 'utf8')).toBe(library);
    expect(await findNative(one)).toBe(file);
    expect(asked).toEqual([PATH]);
    expect(readdirSync(join(file, '..', '..'))).toEqual([PLATFORM]);
  });

  it.each([{ RUNNER_TOOL_CACHE: '' }, { RUNNER_TOOL_CACHE: 'relative' }, {}])('is kept in the user’s cache where the runner’s is given as %j', async (runner) => {
    answers = [[200, good]];
    const cache = mkdtempSync(join(room, 'cache-'));
    expect(await findNative(search({ env: { ...runner, XDG_CACHE_HOME: cache, npm_config_registry: registry } }))).toBe(join(cache, 'cloudtrail-evidence-duckdb', NATIVE_VERSION, PLATFORM, 'duckdb.node'));
  });

  it('serves two runs that fetch at once', async () => {
    answers = [[200, good]];
    const one = search({});
    const [first, second] = await Promise.all([findNative(one), findNative(one)]);
    expect(first).toBe(second);
    expect(readdirSync(join(first, '..', '..'))).toEqual([PLATFORM]);
  });

  it('is never fetched for a platform whose hash is not known', async () => {
    await expect(findNative(search({ platform: 'darwin-arm64' }))).rejects.toThrow(/not fetched for darwin-arm64, only for linux-x64; unpack the npm package @duckdb\/node-bindings-darwin-arm64 .* duckdb-bindings-path\.$/);
    expect(asked).toEqual([]);
  });
});

describe('fetching', () => {
  const waits: number[] = [];
  const fetching = (folder: string): Promise<void> => fetchNative({ platform: PLATFORM, sha512: String(pinned[PLATFORM]), folder, registry, wait: (ms) => Promise.resolve(waits.push(ms)) });

  it('asks npm’s public registry unless a mirror is named', () => {
    expect(packageAddress(PLATFORM, undefined)).toBe(`https://registry.npmjs.org${PATH}`);
    expect(packageAddress(PLATFORM, 'https://mirror.example/npm/')).toBe(`https://mirror.example/npm${PATH}`);
  });

  it('unpacks nothing whose hash is another', async () => {
    answers = [[200, tgz({ 'package/duckdb.node': 'someone else’s' })]];
    const folder = join(room, 'other');
    await expect(fetching(folder)).rejects.toThrow(/is not the one this version was made with .* so it was not unpacked; fetch it again, or give its folder as duckdb-bindings-path\.$/);
    expect(existsSync(folder)).toBe(false);
  });

  it('tries again what can heal, three times in all', async () => {
    answers = [[503, ''], [429, ''], [200, good]];
    await fetching(join(room, 'healed'));
    expect({ asked: asked.length, waits: waits.length }).toEqual({ asked: 3, waits: 2 });
    answers = [[503, '']];
    await expect(fetching(join(room, 'ill'))).rejects.toThrow(/^DuckDB's native part cannot be fetched from http:.*\.tgz \(HTTP 503\); allow that address, or give a folder that holds it as duckdb-bindings-path\.$/);
    expect(asked).toHaveLength(6);
  });

  it('does not try again what cannot', async () => {
    answers = [[404, '']];
    await expect(fetching(join(room, 'gone'))).rejects.toThrow(/\(HTTP 404\)/);
    expect(asked).toHaveLength(1);
  });

  it('says so where nothing listens', async () => {
    const nobody = fetchNative({ platform: PLATFORM, sha512: '', folder: join(room, 'nobody'), registry: 'http://127.0.0.1:1', wait: () => Promise.resolve() });
    await expect(nobody).rejects.toThrow(/\(ECONNREFUSED\)|\(bad port\)|\(TypeError\)/);
  });
});

describe('a package', () => {
  it('that is cut short is refused', () => {
    const tar = execFileSync('gunzip', { input: good });
    expect(() => packageFiles(tar.subarray(0, 1026))).toThrow(/cut short/);
  });

  it('gives regular files of its own folder only', () => {
    const folder = mkdtempSync(join(room, 'odd-'));
    execFileSync('sh', ['-c', 'mkdir package && printf x > package/a.node && ln -s /etc/passwd package/link && printf y > outside'], { cwd: folder });
    const tar = execFileSync('tar', ['-cf', '-', '--format=ustar', '-P', 'package', 'outside', 'package/../outside'], { cwd: folder });
    expect(packageFiles(tar).map(({ name }) => name)).toEqual(['a.node']);
  });
});

describe('the pinned hashes', () => {
  it('are those of package-lock.json', () => {
    const lock = JSON.parse(readFileSync(join(productRoot(), 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string; integrity?: string }> };
    const locked = Object.entries(lock.packages).flatMap(([path, { integrity }]) => {
      const platform = /^node_modules\/@duckdb\/node-bindings-(.+)$/.exec(path)?.[1];
      return platform === undefined || integrity === undefined ? [] : [[platform, integrity] as const];
    });
    expect(PINNED_SHA512).toEqual(Object.fromEntries(locked));
    expect(lock.packages['node_modules/@duckdb/node-bindings']?.version).toBe(NATIVE_VERSION);
  });
});
