import { type Answer, invalid, notFound, type Problem, Refusal, textProblems } from './answers.js';
import { merge, type MergeMethod, openPullOf, openThread, setState } from './changing.js';
import { commit, nodeId, review } from './objects.js';
import { ACTIONS_BOT, OWNER, type Pull, pullOf, REPOSITORY } from './repository.js';
import { type Call, list, type Need, type Routes, words } from './route.js';
import { endsOf, pullFull, pullSimple } from './threads.js';

const READ: readonly Need[] = [['pull-requests', 'read']];
const WRITE: readonly Need[] = [['pull-requests', 'write']];

export const PULL_ROUTES: Routes = {
  'pulls/list': {
    needs: READ,
    play: async ({ world, query }) => {
      const state = query.get('state') ?? 'open';
      const head = query.get('head');
      const base = query.get('base');
      const found = pullsOf(world).filter((each) => (state === 'all' || each.state === state) && (head === null || `${OWNER}:${each.pull.head}` === head) && (base === null || each.pull.base === base));
      const key = (each: Pull): string => (query.get('sort') === 'updated' ? each.updatedAt : each.createdAt);
      const sorted = [...found].sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
      const isDescending = (query.get('direction') ?? (query.get('sort') === 'updated' ? 'asc' : 'desc')) === 'desc';
      return { status: 200, list: await Promise.all((isDescending ? sorted.reverse() : sorted).map((each) => pullSimple(world, each))) };
    },
  },
  'pulls/get': { needs: READ, play: async (call) => ({ status: 200, body: await pullFull(call.world, named(call)) }) },
  'pulls/create': { needs: WRITE, play: create },
  'pulls/update': { needs: WRITE, play: update },
  'pulls/list-commits': {
    needs: READ,
    play: async (call) => {
      const git = await call.world.git();
      const { head, base } = await endsOf(git, named(call));
      return { status: 200, list: [...(await git.log(`${base}..${head}`))].reverse().map((each) => commit(call.world, each)) };
    },
  },
  'pulls/list-files': {
    needs: READ,
    play: async (call) => {
      const git = await call.world.git();
      const { head, base } = await endsOf(git, named(call));
      const page = `https://github.com/${REPOSITORY}`;
      const changes = await git.changes((await git.mergeBase(base, head)) ?? base, head);
      return { status: 200, list: changes.map(({ path, status, additions, deletions, oid }) => ({ sha: oid, filename: path, status, additions, deletions, changes: additions + deletions, blob_url: `${page}/blob/${head}/${encodeURI(path)}`, raw_url: `${page}/raw/${head}/${encodeURI(path)}`, contents_url: `${call.world.api}/repos/${REPOSITORY}/contents/${encodeURI(path)}?ref=${head}` })) };
    },
  },
  'pulls/list-reviews': {
    needs: READ,
    play: (call) => {
      const thread = named(call);
      return { status: 200, list: thread.pull.reviews.map((each) => review(call.world, each, thread.number)) };
    },
  },
  'pulls/request-reviewers': { needs: WRITE, play: requestReviewers },
  'pulls/merge': {
    needs: [['contents', 'write']],
    play: async (call) => {
      const [expected, title, method] = [words(call.body, 'sha'), words(call.body, 'commit_title'), words(call.body, 'merge_method') as MergeMethod | undefined];
      const sha = await merge(call.world, named(call).number, call.actor.login, { ...(expected === undefined ? {} : { expected }), ...(title === undefined ? {} : { title }), ...(method === undefined ? {} : { method }) });
      return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
    },
  },
  'repos/list-pull-requests-associated-with-commit': {
    needs: READ,
    play: async ({ world, params }) => {
      const git = await world.git();
      const sha = await git.resolve(`${params['commit_sha'] ?? ''}^{commit}`);
      if (sha === null) throw new Refusal(422, `No commit found for SHA: ${params['commit_sha'] ?? ''}`);
      const found: Pull[] = [];
      for (const each of pullsOf(world)) {
        const { head, base } = await endsOf(git, each);
        if (each.pull.merged?.sha === sha || ((await git.typeOf(head)) !== null && (await git.isAncestor(sha, head)) && !(await git.isAncestor(sha, base)))) found.push(each);
      }
      return { status: 200, list: await Promise.all(found.map((each) => pullSimple(world, each))) };
    },
  },
};

async function create({ world, actor, body }: Call): Promise<Answer> {
  if (actor.login === ACTIONS_BOT && !world.settings.actionsMayCreatePullRequests) throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  const git = await world.git();
  const title = words(body, 'title') ?? '';
  const base = words(body, 'base') ?? '';
  const head = (words(body, 'head') ?? '').replace(new RegExp(`^${OWNER}:`), '');
  const [from, to] = [await git.head(base), await git.head(head)];
  const custom = (message: string): Problem => ({ resource: 'PullRequest', code: 'custom', message });
  const problems: readonly Problem[] = [
    ...(from === null ? [{ resource: 'PullRequest', code: 'invalid' as const, field: 'base' }] : []),
    ...(to === null ? [{ resource: 'PullRequest', code: 'invalid' as const, field: 'head' }] : []),
    ...textProblems('PullRequest', { title, body: body['body'] }),
    ...(from !== null && to !== null && (await git.count(`${from}..${to}`)) === 0 ? [custom(`No commits between ${base} and ${head}`)] : []),
  ];
  // Asked last, and nothing waited for after it: of two runs at once one comes first.
  const open = openPullOf(world, head, base) === null ? problems : [...problems, custom(`A pull request already exists for ${OWNER}:${head}.`)];
  if (open.length > 0) throw invalid(...open);
  const thread = openThread(world, { login: actor.login, title, body: words(body, 'body') ?? null, pull: { head, base, draft: body['draft'] === true } });
  return { status: 201, body: await pullFull(world, thread as Pull) };
}

async function update(call: Call): Promise<Answer> {
  const { world, body, actor } = call;
  const thread = named(call);
  const base = words(body, 'base');
  const problems = [...textProblems('PullRequest', body), ...(base !== undefined && (await (await world.git()).head(base)) === null ? [{ resource: 'PullRequest', code: 'invalid' as const, field: 'base' }] : [])];
  if (problems.length > 0) throw invalid(...problems);
  const state = words(body, 'state') as Pull['state'] | undefined;
  if (state !== undefined) await setState(world, thread, { state, by: actor.login });
  thread.title = words(body, 'title') ?? thread.title;
  if (body['body'] !== undefined) thread.body = words(body, 'body') ?? null;
  if (base !== undefined) thread.pull.base = base;
  thread.updatedAt = world.now();
  return { status: 200, body: await pullFull(world, thread) };
}

async function requestReviewers(call: Call): Promise<Answer> {
  const { world, body, actor } = call;
  const thread = named(call);
  const [people, teams] = [list(body, 'reviewers'), list(body, 'team_reviewers')];
  // Who may not read the organisation's members gets an id that leads nowhere: create-pull-request knows the case by these words.
  if (teams.length > 0 && actor.permissions.members === 'none') throw new Refusal(422, 'Validation Failed', teams.map((slug) => `Could not resolve to a node with the global id of '${nodeId('T', slug)}'.`));
  if (people.includes(thread.login)) throw new Refusal(422, 'Review cannot be requested from pull request author.');
  const strangers = [...people.filter((login) => !world.settings.collaborators.includes(login)), ...teams.filter((slug) => !world.settings.teams.includes(slug))];
  if (strangers.length > 0) throw new Refusal(422, `Reviews may only be requested from collaborators. One or more of the ${people.some((login) => strangers.includes(login)) ? 'users or teams' : 'teams'} you specified is not a collaborator of the ${REPOSITORY} repository.`);
  thread.pull.reviewers = [...new Set([...thread.pull.reviewers, ...people])];
  thread.pull.teams = [...new Set([...thread.pull.teams, ...teams])];
  return { status: 201, body: await pullSimple(world, thread) };
}

function pullsOf({ threads }: Call['world']): readonly Pull[] {
  return threads.filter((thread): thread is Pull => thread.pull !== null);
}

function named({ world, params }: Call): Pull {
  const thread = pullOf(world, Number(params['pull_number']));
  if (thread === null) throw notFound();
  return thread;
}
