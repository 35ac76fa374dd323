import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A bare repository in git's own storage, made and changed by git's own program (2.38 or newer: `merge-tree --write-tree`). */
export interface GitStorage {
  /** The commit a branch points to, or null. */
  head(branch: string): Promise<string | null>;
  branches(): Promise<ReadonlyMap<string, string>>;
  /** Object id of a revision (branch, tag, id, `main:README.md`), or null. */
  resolve(revision: string): Promise<string | null>;
  typeOf(oid: string): Promise<'blob' | 'tree' | 'commit' | 'tag' | null>;
  read(oid: string): Promise<Buffer>;
  entries(tree: string, recursive?: boolean): Promise<readonly TreeEntry[]>;
  commit(oid: string): Promise<Commit>;
  /** Newest first; `range` as `git log` takes it. */
  log(range: string, path?: string): Promise<readonly Commit[]>;
  /** A commit on top of another, on no branch yet. */
  write(commit: NewCommit): Promise<string>;
  /** Moves a branch from where it is known to be (null: it is not there yet). False: it was elsewhere, and nothing is changed. */
  move(branch: string, to: string | null, from: string | null): Promise<boolean>;
  isAncestor(older: string, newer: string): Promise<boolean>;
  mergeBase(a: string, b: string): Promise<string | null>;
  count(range: string): Promise<number>;
  changes(from: string, to: string): Promise<readonly Change[]>;
  /** The tree of both together, or null where they conflict. */
  mergedTree(ours: string, theirs: string): Promise<string | null>;
  close(): Promise<void>;
}

export interface TreeEntry {
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly oid: string;
  readonly size: number | null;
  readonly path: string;
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

export interface Commit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person & { readonly date: string };
  readonly committer: Person & { readonly date: string };
  readonly message: string;
}

export interface NewCommit {
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly date: Date;
  readonly message: string;
  /** Contents by path, on top of the first parent's. */
  readonly additions?: ReadonlyMap<string, Buffer>;
  readonly deletions?: readonly string[];
  /** A tree that is there already, in place of changes. */
  readonly tree?: string;
}

export interface Change {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified';
  readonly additions: number;
  readonly deletions: number;
  readonly oid: string | null;
}

/** git without this machine's own settings. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' };
const LARGEST = 256 * 1024 * 1024;

export async function openGit(defaultBranch: string): Promise<GitStorage> {
  const folder = await mkdtemp(join(tmpdir(), 'github-git-'));
  let made = 0;
  const run = (args: readonly string[], input?: Buffer, more: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number; readonly out: Buffer; readonly err: string }> =>
    new Promise((resolve, reject) => {
      const child = execFile('git', ['-C', folder, ...args], { env: { ...ENVIRONMENT, ...more }, encoding: 'buffer', maxBuffer: LARGEST }, (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
        if (code === null) reject(error ?? new Error('git did not start'));
        else resolve({ code, out, err: err.toString('utf8') });
      });
      child.stdin?.on('error', () => undefined).end(input);
    });
  const must = async (args: readonly string[], input?: Buffer, more: Readonly<Record<string, string>> = {}): Promise<Buffer> => {
    const { code, out, err } = await run(args, input, more);
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${err}`);
    return out;
  };
  const text = async (args: readonly string[]): Promise<string> => (await must(args)).toString('utf8').trimEnd();
  const resolve = async (revision: string): Promise<string | null> => {
    const { code, out } = await run(['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
    return code === 0 ? out.toString('utf8').trim() : null;
  };
  const log = async (args: readonly string[]): Promise<readonly Commit[]> =>
    (await text(['log', '-z', '--format=%H%n%T%n%P%n%an%n%ae%n%aI%n%cn%n%ce%n%cI%n%B', ...args])).split('\0').filter((record) => record !== '').map(commitOf);

  await must(['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`]);
  return {
    resolve,
    head: (branch) => resolve(`refs/heads/${branch}`),
    branches: async () => new Map((await text(['for-each-ref', '--format=%(refname:lstrip=2)%00%(objectname)', 'refs/heads'])).split('\n').filter((line) => line !== '').map((line) => line.split('\0') as [string, string])),
    typeOf: async (oid) => {
      const { code, out } = await run(['cat-file', '-t', oid]);
      return code === 0 ? (out.toString('utf8').trim() as 'blob' | 'tree' | 'commit' | 'tag') : null;
    },
    read: (oid) => must(['cat-file', 'blob', oid]),
    entries: async (tree, recursive = false) => (await text(['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), tree])).split('\0').filter((line) => line !== '').map(entryOf),
    commit: async (oid) => (await log(['-1', oid]))[0] as Commit,
    log: (range, path) => log([range, ...(path === undefined ? [] : ['--', path])]),
    write: async (commit) => {
      made += 1;
      const ref = `refs/counterpart/${made}`;
      if (commit.tree !== undefined) {
        return (await must(['commit-tree', commit.tree, ...commit.parents.flatMap((parent) => ['-p', parent]), '-m', commit.message], undefined, signatures(commit))).toString('utf8').trim();
      }
      const mark = (await must(['fast-import', '--quiet', '--date-format=raw'], importOf(commit, ref))).toString('utf8').trim();
      await must(['update-ref', '-d', ref]);
      return mark;
    },
    move: async (branch, to, from) => (await run(['update-ref', ...(to === null ? ['-d', `refs/heads/${branch}`, from ?? ''] : [`refs/heads/${branch}`, to, from ?? '0'.repeat(40)])])).code === 0,
    isAncestor: async (older, newer) => (await run(['merge-base', '--is-ancestor', older, newer])).code === 0,
    mergeBase: async (a, b) => {
      const { code, out } = await run(['merge-base', a, b]);
      return code === 0 ? out.toString('utf8').trim() : null;
    },
    count: async (range) => Number(await text(['rev-list', '--count', range])),
    changes: async (from, to) => changesOf(await text(['diff', '--no-renames', '--raw', '--numstat', '--no-abbrev', '-z', from, to])),
    mergedTree: async (ours, theirs) => {
      const { code, out, err } = await run(['merge-tree', '--write-tree', '--allow-unrelated-histories', ours, theirs]);
      if (code > 1) throw new Error(`git merge-tree: ${err}`);
      return code === 0 ? out.toString('utf8').trim() : null;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

function signatures({ author, committer, date }: NewCommit): Readonly<Record<string, string>> {
  const at = seconds(date);
  return { GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email, GIT_AUTHOR_DATE: at, GIT_COMMITTER_NAME: committer.name, GIT_COMMITTER_EMAIL: committer.email, GIT_COMMITTER_DATE: at };
}

function seconds(date: Date): string {
  return `${Math.floor(date.getTime() / 1000)} +0000`;
}

/** One commit in the language of `git fast-import`, which answers with its id. */
function importOf({ parents, author, committer, date, message, additions = new Map(), deletions = [] }: NewCommit, ref: string): Buffer {
  const at = seconds(date);
  const words = Buffer.from(message, 'utf8');
  const [first, ...others] = parents;
  const head = [
    `feature get-mark\ncommit ${ref}\nmark :1\nauthor ${author.name} <${author.email}> ${at}\ncommitter ${committer.name} <${committer.email}> ${at}\ndata ${words.length}\n`,
    words,
    `\n${first === undefined ? '' : `from ${first}\n`}${others.map((parent) => `merge ${parent}\n`).join('')}${deletions.map((path) => `D ${quoted(path)}\n`).join('')}`,
  ];
  const files = [...additions].flatMap(([path, bytes]) => [`M 100644 inline ${quoted(path)}\ndata ${bytes.length}\n`, bytes, '\n']);
  return Buffer.concat([...head, ...files, 'get-mark :1\n'].map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)));
}

/** A path that begins with a quote would be taken for a quoted one. */
function quoted(path: string): string {
  return path.startsWith('"') ? `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : path;
}

function commitOf(record: string): Commit {
  const [oid = '', tree = '', parents = '', an = '', ae = '', ad = '', cn = '', ce = '', cd = '', ...message] = record.split('\n');
  const utc = (date: string): string => new Date(date).toISOString().replace('.000Z', 'Z');
  return { oid, tree, parents: parents.split(' ').filter((parent) => parent !== ''), author: { name: an, email: ae, date: utc(ad) }, committer: { name: cn, email: ce, date: utc(cd) }, message: message.join('\n').trimEnd() };
}

function entryOf(line: string): TreeEntry {
  const [, mode = '', type = '', oid = '', size = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+) +(-|\d+)\t([\s\S]*)$/.exec(line) ?? [];
  return { mode, type: type as TreeEntry['type'], oid, size: size === '-' ? null : Number(size), path };
}

/** `--raw --numstat -z`: `:<modes> <ids> <letter>`, path, …, then `<added>\t<removed>\t<path>`. */
function changesOf(text: string): readonly Change[] {
  const parts = text.split('\0').filter((part) => part !== '');
  const raw = new Map<string, { readonly letter: string; readonly oid: string }>();
  const lines: Change[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (part.startsWith(':')) {
      const [, , , oid = '', letter = ''] = part.split(' ');
      at += 1;
      raw.set(parts[at] ?? '', { letter, oid });
    } else {
      const [added = '', removed = '', path = ''] = part.split('\t');
      const { letter, oid } = raw.get(path) ?? { letter: 'M', oid: '' };
      lines.push({ path, status: letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified', additions: Number(added) || 0, deletions: Number(removed) || 0, oid: letter === 'D' ? null : oid });
    }
  }
  return lines;
}
