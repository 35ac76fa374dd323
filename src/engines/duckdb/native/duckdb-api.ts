/** A module of its own, so that it can be loaded late under its own names: of a CommonJS package, a late import gives them only from source. */
export { DuckDBInstance } from '@duckdb/node-api';
