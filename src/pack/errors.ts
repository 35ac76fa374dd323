/**
 * Queries, frameworks or cases are wrong: the product's, or those of the user's own folder. Every problem of every file is listed, each as
 * `queries/root/ROOT-01.sql:12: sentence`, so that one run shows all there is to mend.
 */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}
