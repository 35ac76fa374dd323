import { deleteBranch, merge, type MergeMethod, openThread, setState } from './changing.js';
import type { Commit } from './git.js';
import { personOf, type Pull, pullOf, type Review, type Thread, type World } from './repository.js';

/** What people do on GitHub's own pages and with git, and what they see there. */
export interface Owner {
  readonly threads: readonly Thread[];
  readonly issues: readonly Thread[];
  readonly pulls: readonly Pull[];
  issue(number: number): Thread;
  pull(number: number): Pull;
  /** The commit a branch points to, or null. */
  head(branch: string): Promise<string | null>;
  branches(): Promise<readonly string[]>;
  /** Contents by path, of a branch or a commit. */
  files(revision: string): Promise<ReadonlyMap<string, Buffer>>;
  /** Newest first, with what GitHub signed marked. */
  commits(revision: string): Promise<readonly (Commit & { readonly verified: boolean })[]>;
  /** Pushes a commit; a branch that is not there is made from the default one. Its id comes back. */
  push(branch: string, files: Readonly<Record<string, string | null>>, by?: string): Promise<string>;
  merge(number: number, by?: string, more?: { readonly method?: MergeMethod; readonly deleteBranch?: boolean }): Promise<string>;
  approve(number: number, by: string): Promise<void>;
  review(number: number, by: string, state: Review['state'], body?: string): Promise<void>;
  close(number: number, by?: string): Promise<void>;
  reopen(number: number, by?: string): Promise<void>;
  deleteBranch(branch: string): Promise<void>;
  openIssue(title: string, body: string, more?: { readonly by?: string; readonly labels?: readonly string[] }): Thread;
}

const SOMEONE = 'lee';

export function ownerOf(world: World): Owner {
  const thread = (number: number): Thread => {
    const found = world.threads.find((each) => each.number === number);
    if (found === undefined) throw new Error(`There is no issue or pull request ${number}.`);
    return found;
  };
  const pull = (number: number): Pull => {
    const found = pullOf(world, number);
    if (found === null) throw new Error(`There is no pull request ${number}.`);
    return found;
  };
  const review: Owner['review'] = async (number, by, state, body = '') => {
    const found = pull(number);
    const commit = (await (await world.git()).head(found.pull.head)) ?? '';
    found.pull.reviews.push({ id: world.newId(), login: by, state, body, at: world.now(), commit });
    found.pull.reviewers = found.pull.reviewers.filter((login) => login !== by);
  };
  return {
    threads: world.threads,
    get issues() {
      return world.threads.filter((each) => each.pull === null);
    },
    get pulls() {
      return world.threads.filter((each): each is Pull => each.pull !== null);
    },
    issue: thread, pull, review,
    head: async (branch) => (await world.git()).head(branch),
    branches: async () => [...(await (await world.git()).branches()).keys()],
    files: async (revision) => {
      const git = await world.git();
      const entries = (await git.entries(revision, true)).filter(({ type }) => type === 'blob');
      return new Map(await Promise.all(entries.map(async ({ path, oid }) => [path, await git.read(oid)] as const)));
    },
    commits: async (revision) => (await (await world.git()).log(revision)).map((each) => ({ ...each, verified: world.verified.has(each.oid) })),
    push: async (branch, files, by = SOMEONE) => {
      const git = await world.git();
      const head = await git.head(branch);
      const parent = head ?? (await git.head(world.settings.defaultBranch));
      const entries = Object.entries(files);
      const additions = new Map(entries.flatMap(([path, text]) => (text === null ? [] : [[path, Buffer.from(text)] as const])));
      const person = personOf(by);
      const oid = await git.write({ parents: parent === null ? [] : [parent], author: person, committer: person, date: new Date(world.now()), message: `Change ${entries.map(([path]) => path).join(', ')}`, additions, deletions: entries.flatMap(([path, text]) => (text === null ? [path] : [])) });
      if (!(await git.move(branch, oid, head))) throw new Error(`${branch} was moved by another at the same time.`);
      return oid;
    },
    merge: async (number, by = SOMEONE, { method = 'merge', deleteBranch: isDeleted = false } = {}) => {
      const sha = await merge(world, number, by, { method });
      if (isDeleted) await deleteBranch(world, pull(number).pull.head, by);
      return sha;
    },
    approve: (number, by) => review(number, by, 'APPROVED'),
    close: (number, by = SOMEONE) => setState(world, thread(number), { state: 'closed', by }),
    reopen: (number, by = SOMEONE) => setState(world, thread(number), { state: 'open', by }),
    deleteBranch: async (branch) => void (await deleteBranch(world, branch, SOMEONE)),
    openIssue: (title, body, { by = SOMEONE, labels = [] } = {}) => openThread(world, { login: by, title, body, labels }),
  };
}
