import { type Answer, invalid, notFound, type Problem, Refusal, textProblems } from './answers.js';
import { openThread, setState } from './changing.js';
import { comment, label } from './objects.js';
import type { Thread, World } from './repository.js';
import { type Call, list, type Need, type Routes, words } from './route.js';
import { issue, labelled } from './threads.js';

const READ: readonly Need[] = [['issues', 'read'], ['pull-requests', 'read']];
const WRITE: readonly Need[] = [['issues', 'write'], ['pull-requests', 'write']];
const LONGEST_LABEL = 50;

export const ISSUE_ROUTES: Routes = {
  'issues/list-for-repo': {
    needs: READ,
    play: ({ world, query }) => {
      const wanted = (query.get('labels') ?? '').split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
      const state = query.get('state') ?? 'open';
      const creator = query.get('creator')?.toLowerCase();
      const since = query.get('since');
      const found = world.threads.filter((thread) => (state === 'all' || thread.state === state) && (creator === undefined || thread.login.toLowerCase() === creator) && (since === null || thread.updatedAt >= since)
        && wanted.every((name) => thread.labels.some((each) => each.toLowerCase() === name)) && (world.settings.hasIssues || thread.pull !== null));
      const key = (thread: Thread): string => (query.get('sort') === 'updated' ? thread.updatedAt : thread.createdAt);
      const sorted = [...found].sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
      return { status: 200, list: (query.get('direction') === 'asc' ? sorted : sorted.reverse()).map((thread) => issue(world, thread)) };
    },
  },
  'issues/get': { needs: READ, play: (call) => ({ status: 200, body: issue(call.world, threadOf(call)) }) },
  'issues/create': { needs: [['issues', 'write']], play: create },
  'issues/update': { needs: WRITE, play: update },
  'issues/list-labels-for-repo': { needs: READ, play: ({ world }) => ({ status: 200, list: [...world.labels.values()].map((each) => label(world, each)) }) },
  'issues/get-label': {
    needs: READ,
    play: ({ world, params }) => {
      const found = labelOf(world, params['name'] ?? '');
      if (found === undefined) throw notFound();
      return { status: 200, body: label(world, found) };
    },
  },
  'issues/create-label': { needs: WRITE, play: createLabel },
  'issues/list-labels-on-issue': { needs: READ, play: (call) => ({ status: 200, list: labelsOf(call.world, threadOf(call)) }) },
  'issues/add-labels': { needs: WRITE, play: (call) => setLabels(call, (thread, names) => [...thread.labels, ...names]) },
  'issues/set-labels': { needs: WRITE, play: (call) => setLabels(call, (_thread, names) => names) },
  'issues/remove-label': {
    needs: WRITE,
    play: (call) => {
      const thread = writable(call);
      const name = labelOf(call.world, call.params['name'] ?? '')?.name;
      if (name === undefined || !thread.labels.includes(name)) throw new Refusal(404, 'Label does not exist');
      thread.labels = thread.labels.filter((each) => each !== name);
      return { status: 200, body: labelsOf(call.world, thread) };
    },
  },
  'issues/list-comments': {
    needs: READ,
    play: (call) => {
      const thread = threadOf(call);
      return { status: 200, list: thread.comments.map((each) => comment(call.world, each, { number: thread.number, isPull: thread.pull !== null })) };
    },
  },
  'issues/create-comment': {
    needs: WRITE,
    play: (call) => {
      const thread = writable(call);
      const body = words(call.body, 'body') ?? '';
      refuse(textProblems('IssueComment', { body }));
      const made = { id: call.world.newId(), login: call.actor.login, body, at: call.world.now() };
      thread.comments.push(made);
      thread.updatedAt = made.at;
      return { status: 201, body: comment(call.world, made, { number: thread.number, isPull: thread.pull !== null }) };
    },
  },
  'issues/update-comment': {
    needs: WRITE,
    play: ({ world, params, body }) => {
      const found = world.threads.flatMap((thread) => thread.comments.map((each) => ({ thread, each }))).find(({ each }) => String(each.id) === params['comment_id']);
      if (found === undefined) throw notFound();
      refuse(textProblems('IssueComment', { body: body['body'] }));
      found.each.body = words(body, 'body') ?? '';
      return { status: 200, body: comment(world, found.each, { number: found.thread.number, isPull: found.thread.pull !== null }) };
    },
  },
};

function create({ world, actor, body }: Call): Answer {
  if (!world.settings.hasIssues) throw new Refusal(410, 'Issues has been disabled in this repository.');
  const [title, text] = [words(body, 'title') ?? '', words(body, 'body') ?? null];
  const assignees = list(body, 'assignees');
  refuse([...textProblems('Issue', { title, body: text }), ...assignees.filter((login) => !world.settings.collaborators.includes(login)).map((value) => ({ resource: 'Issue', code: 'invalid' as const, field: 'assignees', value }))]);
  const names = list(body, 'labels');
  refuse(names.flatMap(labelProblems));
  return { status: 201, body: issue(world, openThread(world, { login: actor.login, title, body: text, labels: labelled(world, names), assignees })) };
}

async function update(call: Call): Promise<Answer> {
  const { world, body, actor } = call;
  const thread = writable(call);
  refuse(textProblems('Issue', body));
  refuse(list(body, 'labels').flatMap(labelProblems));
  const state = words(body, 'state') as Thread['state'] | undefined;
  const reason = words(body, 'state_reason') as Thread['stateReason'] | undefined;
  if (state !== undefined) await setState(world, thread, { state, by: actor.login, ...(reason === undefined ? {} : { reason }) });
  thread.title = words(body, 'title') ?? thread.title;
  if (body['body'] !== undefined) thread.body = words(body, 'body') ?? null;
  if (body['labels'] !== undefined) thread.labels = labelled(world, list(body, 'labels'));
  if (body['assignees'] !== undefined) thread.assignees = list(body, 'assignees');
  thread.updatedAt = world.now();
  return { status: 200, body: issue(world, thread) };
}

function createLabel({ world, body }: Call): Answer {
  const name = words(body, 'name') ?? '';
  refuse(labelProblems(name));
  if (labelOf(world, name) !== undefined) throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  const color = words(body, 'color') ?? 'ededed';
  if (!/^[0-9a-fA-F]{6}$/.test(color)) throw invalid({ resource: 'Label', code: 'invalid', field: 'color' });
  const made = { id: world.newId(), name, color, description: words(body, 'description') ?? null };
  world.labels.set(name, made);
  return { status: 201, body: label(world, made) };
}

function setLabels(call: Call, change: (thread: Thread, names: readonly string[]) => readonly string[]): Answer {
  const thread = writable(call);
  const names = list(call.body, 'labels');
  refuse(names.flatMap(labelProblems));
  thread.labels = labelled(call.world, change(thread, names));
  thread.updatedAt = call.world.now();
  return { status: 200, body: labelsOf(call.world, thread) };
}

function labelsOf(world: World, thread: Thread): readonly unknown[] {
  return issue(world, thread)['labels'] as readonly unknown[];
}

function labelOf(world: World, name: string) {
  return [...world.labels.values()].find((each) => each.name.toLowerCase() === name.toLowerCase());
}

function labelProblems(name: string): readonly Problem[] {
  if (name === '') return [{ resource: 'Label', code: 'missing_field', field: 'name' }];
  return [...name].length > LONGEST_LABEL ? [{ resource: 'Label', code: 'custom', field: 'name', message: `name is too long (maximum is ${LONGEST_LABEL} characters)` }] : [];
}

/** The issue or pull request that is named; with issues switched off, only pull requests are there. */
function threadOf({ world, params }: Call): Thread {
  const thread = world.threads.find(({ number }) => String(number) === params['issue_number']);
  if (thread === undefined) throw notFound();
  if (thread.pull === null && !world.settings.hasIssues) throw new Refusal(410, 'Issues has been disabled in this repository.');
  return thread;
}

/** `pull-requests: write` is enough for a pull request, and not for an issue. */
function writable(call: Call): Thread {
  const thread = threadOf(call);
  if (call.actor.permissions[thread.pull === null ? 'issues' : 'pull-requests'] !== 'write' && call.actor.permissions.issues !== 'write') throw new Refusal(403, 'Resource not accessible by integration');
  return thread;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalid(...problems);
}
