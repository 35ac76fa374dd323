import { type Github, ONCE } from './github.js';
import { troubleOf } from './github-trouble.js';
import { isMarked, isSameText } from './markdown-template.js';
import type { IssueText } from './texts.js';

/** Issues of ours carry it, and are looked for by it. */
export const ISSUE_LABEL = 'cloudtrail-evidence';

export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
}

/** Who the token speaks for, `github-actions[bot]` for one: GraphQL tells apps too, while REST refuses them. */
export async function whoAmI({ graphql }: Github): Promise<string> {
  return (await graphql<{ viewer: { login: string } }>('query { viewer { login } }')).viewer.login;
}

/** One issue, brought up to date: opened where something is undecided, closed once nothing is. Null where there is nothing to open one for. */
export async function publishIssue(github: Github, login: string, text: IssueText, labels: readonly string[]): Promise<Issue | null> {
  const found = await ownIssue(github, login, text);
  if (found !== null) return update(github, found, text);
  return text.undecided === 0 ? null : open(github, login, text, labels);
}

interface Found extends Issue {
  readonly title: string;
  readonly body: string;
}

/** The first issue with this marker that the token's own user made. What anybody else wrote is never touched, whatever it begins with. */
async function ownIssue({ rest, at, paginate }: Github, login: string, { marker }: IssueText): Promise<Found | null> {
  const pages = paginate.iterator(rest.issues.listForRepo, { ...at, labels: ISSUE_LABEL, state: 'all', sort: 'created', direction: 'asc', per_page: 100 });
  for await (const { data } of pages) {
    const own = data.find((issue) => issue.pull_request === undefined && issue.user?.login.toLowerCase() === login.toLowerCase() && isMarked(issue.body, marker));
    if (own !== undefined) return { number: own.number, url: own.html_url, state: own.state === 'closed' ? 'closed' : 'open', title: own.title, body: own.body ?? '' };
  }
  return null;
}

async function update({ rest, at }: Github, found: Found, text: IssueText): Promise<Issue> {
  const state = text.undecided === 0 ? 'closed' : 'open';
  const changes = {
    ...(isSameText(found.body, text) ? {} : { body: text.body }),
    ...(found.title === text.title ? {} : { title: text.title }),
    ...(found.state === state ? {} : { state, state_reason: state === 'closed' ? 'completed' : 'reopened' } as const),
  };
  if (Object.keys(changes).length > 0) await rest.issues.update({ ...at, issue_number: found.number, ...changes });
  return { number: found.number, url: found.url, state };
}

/** An answer that is lost, or another run at the same time, must not leave two: it is looked again before a second try, and after. */
async function open(github: Github, login: string, text: IssueText, labels: readonly string[]): Promise<Issue> {
  const { rest, at } = github;
  const create = async (): Promise<Issue> => {
    const { data } = await rest.issues.create({ ...at, ...ONCE, title: text.title, body: text.body, labels: [...new Set([ISSUE_LABEL, ...labels])] });
    return { number: data.number, url: data.html_url, state: 'open' };
  };
  let made: Issue;
  try {
    made = await create();
  } catch (error) {
    if (troubleOf(error) !== 'unavailable') throw error;
    const found = await ownIssue(github, login, text);
    made = found === null ? await create() : await update(github, found, text);
  }
  const first = await ownIssue(github, login, text);
  if (first === null || first.number >= made.number) return made;
  await rest.issues.update({ ...at, issue_number: made.number, state: 'closed', state_reason: 'not_planned' });
  return update(github, first, text);
}
