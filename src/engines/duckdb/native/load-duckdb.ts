import { EngineError } from '../../engine.js';
import { findNative, type NativeSearch } from './find-native.js';

type DuckDb = typeof import('./duckdb-api.js');

/** Says to the bundle's stand-in for @duckdb/node-bindings (`bundled-bindings.cjs`) which file is the native part. */
const NATIVE_PATH = Symbol.for('cloudtrail-evidence.duckdb-native-path');

/**
 * DuckDB's interface, loaded when the engine is opened and not before: Athena's runs neither have nor need the native part.
 * In the bundle `@duckdb/node-bindings` is our stand-in; from source it is the package that npm installed.
 */
export async function loadDuckDb(search: NativeSearch): Promise<DuckDb> {
  const path = await findNative(search);
  (globalThis as Record<symbol, unknown>)[NATIVE_PATH] = path;
  try {
    return await import('./duckdb-api.js');
  } catch (error) {
    throw new EngineError(`DuckDB's native part at ${path} cannot be loaded on this machine; give the folder of the right one as duckdb-bindings-path.`, { cause: error });
  }
}
