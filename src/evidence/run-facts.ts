/**
 * What is true of one run and of no other: when, by whom, with what. Handed to the pipeline, so that two runs given the
 * same facts write the same bytes. Nothing here enters the evidence id.
 */
export interface RunFacts {
  /** ISO 8601 UTC, to the second. */
  readonly generatedAt: string;
  readonly tool: { readonly name: 'cloudtrail-evidence'; readonly version: string; readonly commit: string | null };
  /** Who started the run: a user name on a laptop, the GitHub actor in Actions. */
  readonly actor: string;
  /** "laptop, linux x64, Node 20.20.2" or "GitHub Actions, …". */
  readonly environment: string;
  /** Run id and address where there is one. */
  readonly runId: string | null;
  readonly runUrl: string | null;
  /** "DuckDB v1.5.6"; known once the engine has started. */
  readonly engineVersion: string;
}
