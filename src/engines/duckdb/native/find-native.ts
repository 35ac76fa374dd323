import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { productRoot } from '../../../pack/product-files.js';
import { EngineError } from '../../engine.js';
import { fetchNative } from './fetch-native.js';
import { NATIVE_FILE, NATIVE_VERSION, PINNED_SHA512, platformName } from './pinned.js';

export interface NativeSearch {
  /** `duckdb-bindings-path`; null: none given. */
  readonly given: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file npm installed beside this program; null in an Action, which ships without node_modules. */
  readonly installed?: string | null;
  readonly platform?: string;
  readonly pinned?: Readonly<Record<string, string>>;
}

/**
 * Path of DuckDB's native file: in the folder that was given, else where npm installed it, else fetched once a version into
 * the runner's tool cache. A folder that was asked for by name and holds none is an error, not a reason to look elsewhere.
 */
export async function findNative({ given, env, installed = installedFile(), platform = platformName(), pinned = PINNED_SHA512 }: NativeSearch): Promise<string> {
  if (given !== null) {
    const file = resolve(given, NATIVE_FILE);
    if (existsSync(file)) return file;
    throw new EngineError(`duckdb-bindings-path: "${given}" holds no ${NATIVE_FILE}; give the unpacked folder of the npm package @duckdb/node-bindings-${platform} ${NATIVE_VERSION}.`);
  }
  if (installed !== null) return installed;
  const folder = join(cacheFolder(env), 'cloudtrail-evidence-duckdb', NATIVE_VERSION, platform);
  const file = join(folder, NATIVE_FILE);
  if (existsSync(file)) return file;
  const sha512 = pinned[platform];
  if (sha512 === undefined) {
    throw new EngineError(`DuckDB's native part is not fetched for ${platform}, only for ${Object.keys(pinned).join(' and ')}; unpack the npm package @duckdb/node-bindings-${platform} ${NATIVE_VERSION} and give its folder as duckdb-bindings-path.`);
  }
  await fetchNative({ platform, sha512, folder, registry: env['npm_config_registry'] });
  if (existsSync(file)) return file;
  throw new EngineError(`DuckDB's native part in ${folder} has no ${NATIVE_FILE}; remove that folder and run again.`);
}

/** A variable that is set to nothing, or to a place relative to wherever the run was started, names no cache (https://specifications.freedesktop.org/basedir-spec/latest/). */
function cacheFolder(env: NativeSearch['env']): string {
  return [env['RUNNER_TOOL_CACHE'], env['XDG_CACHE_HOME']].find((place) => place !== undefined && isAbsolute(place)) ?? join(homedir(), '.cache');
}

/** Found as Node finds packages from the product's folder. */
function installedFile(): string | null {
  try {
    return createRequire(join(productRoot(), 'package.json')).resolve(`@duckdb/node-bindings-${platformName()}/${NATIVE_FILE}`);
  } catch {
    return null;
  }
}
