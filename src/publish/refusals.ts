import { PublishError } from './errors.js';
import { saidBy, statusOf, troubleOf } from './github-trouble.js';

/** What was being done when GitHub refused, in the words of the sentence that tells of it. */
export interface Doing {
  /** "the commit", "the pull request", "the SOC 2 issue". */
  readonly what: string;
  /** `contents: write`. */
  readonly permission: string;
  /** The branch it is about; null for an issue. */
  readonly branch: string | null;
  /** The run is for a pull request from a fork. */
  readonly fromFork: boolean;
}

/** One sentence of what happened, and one with what to do; our own errors have both already. */
export function refusal(error: unknown, { what, permission, branch, fromFork }: Doing): string {
  if (error instanceof PublishError) return error.message;
  const trouble = troubleOf(error);
  const place = branch === null ? 'the repository' : `the branch "${branch}"`;
  switch (trouble) {
    case 'forbidden':
    case 'missing':
      return fromFork
        ? `publish: ${what} was refused, since a run for a pull request from a fork has a token that can only read. Run it on a branch of this repository.`
        : `publish: ${what} was refused (${statusOf(error) ?? 'forbidden'}): the token lacks the permission ${permission}. Add it to the job's permissions, or give github-token a token that has it.`;
    case 'pull-requests-not-allowed':
      return `publish: ${what} could not be opened: workflows may not open any here. Tick "Allow GitHub Actions to create and approve pull requests" in the settings of the repository, or of the organisation, under Actions, General; or give github-token the token of an app. The commit is on ${place}.`;
    case 'protected':
      return `publish: ${what} was refused: rules protect ${place}. Name another branch, publish a pull-request in place of a commit, or let the token's app bypass the rules.`;
    case 'archived':
      return `publish: ${what} was refused: the repository is archived and can only be read. Unarchive it, or run in another.`;
    case 'disabled':
      return `publish: ${what} could not be opened: issues are disabled in this repository. Enable them in its settings, under General, Features, or take issue out of publish.`;
    case 'bad-token':
      return `publish: ${what} was refused (401): the token is wrong or has expired. Run the job again, or correct github-token.`;
    case 'moved':
      return `publish: ${what} was given up: others kept committing to ${place} meanwhile. Run the job again; a concurrency group in the workflow keeps runs from meeting.`;
    case 'rate-limited':
      return `publish: ${what} was given up: GitHub's rate limit is used up. Run the job again later.`;
    case 'unavailable':
      return `publish: ${what} was given up: GitHub could not be reached, or answered ${statusOf(error) ?? 500} each time. Run the job again; githubstatus.com says whether it is disturbed.`;
    case 'exists':
    case 'nothing-new':
    case 'refused': {
      const status = statusOf(error);
      return `publish: ${what} was refused${status === null ? '' : ` (${status})`}: ${saidBy(error) || 'GitHub gives no reason'}. Correct what it names, and run the job again.`;
    }
  }
}
