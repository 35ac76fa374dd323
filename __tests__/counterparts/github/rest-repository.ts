import { type Answer, invalid, notFound, Refusal } from './answers.js';
import { deleteBranch, protectionWords } from './changing.js';
import type { GitStorage } from './git.js';
import { artifact, commit, contentEntry, gitCommit, gitRef, nodeId, repository } from './objects.js';
import { protectionOf, REPOSITORY } from './repository.js';
import { type Call, type Routes, words } from './route.js';

const BIGGEST_INLINE = 1024 * 1024;
/** GitHub's own bound on what one comparison lists. */
const MOST_CHANGES = 300;

export const REPOSITORY_ROUTES: Routes = {
  'repos/get': { needs: [], play: ({ world }) => ({ status: 200, body: repository(world) }) },
  'git/get-ref': {
    needs: [['contents', 'read']],
    play: async ({ world, params }) => {
      const ref = params['ref'] ?? '';
      const sha = await (await world.git()).resolve(`refs/${ref}`);
      if (sha === null) throw notFound();
      return { status: 200, body: gitRef(world, `refs/${ref}`, sha) };
    },
  },
  'git/list-matching-refs': {
    needs: [['contents', 'read']],
    play: async ({ world, params }) => ({ status: 200, body: [...(await (await world.git()).branches())].filter(([name]) => `heads/${name}`.startsWith(params['ref'] ?? '')).map(([name, sha]) => gitRef(world, `refs/heads/${name}`, sha)) }),
  },
  'git/create-ref': { needs: [['contents', 'write']], play: createRef },
  'git/update-ref': { needs: [['contents', 'write']], play: updateRef },
  'git/delete-ref': {
    needs: [['contents', 'write']],
    play: async ({ world, params, actor }) => {
      const branch = branchOf(params['ref'] ?? '');
      if (branch === world.settings.defaultBranch) throw new Refusal(422, 'Cannot delete the default branch');
      if (branch === null || !(await deleteBranch(world, branch, actor.login))) throw new Refusal(422, 'Reference does not exist');
      return { status: 204 };
    },
  },
  'git/get-commit': {
    needs: [['contents', 'read']],
    play: async ({ world, params }) => {
      const git = await world.git();
      return { status: 200, body: gitCommit(world, await git.commit(await object(git, params['commit_sha'] ?? '', 'commit'))) };
    },
  },
  'git/get-tree': { needs: [['contents', 'read']], play: getTree },
  'git/get-blob': {
    needs: [['contents', 'read']],
    play: async ({ world, params }) => {
      const git = await world.git();
      const sha = await object(git, params['file_sha'] ?? '', 'blob');
      const bytes = await git.read(sha);
      return { status: 200, body: { sha, node_id: nodeId('B', sha), url: `${world.api}/repos/${REPOSITORY}/git/blobs/${sha}`, size: bytes.length, content: lines(bytes), encoding: 'base64' } };
    },
  },
  'repos/get-content': { needs: [['contents', 'read']], play: getContent },
  'repos/get-branch': {
    needs: [['contents', 'read']],
    play: async ({ world, params }) => {
      const git = await world.git();
      const name = params['branch'] ?? '';
      const head = await git.head(name);
      if (head === null) throw new Refusal(404, 'Branch not found');
      const home = `${world.api}/repos/${REPOSITORY}/branches/${encodeURIComponent(name)}`;
      const isProtected = protectionOf(world, name, 'changes') !== null;
      return { status: 200, body: { name, commit: commit(world, await git.commit(head)), _links: { self: home, html: `https://github.com/${REPOSITORY}/tree/${encodeURIComponent(name)}` }, protected: isProtected, protection: { enabled: isProtected }, protection_url: `${home}/protection` } };
    },
  },
  'repos/list-commits': {
    needs: [['contents', 'read']],
    play: async ({ world, query }) => {
      const git = await world.git();
      const from = await git.resolve(`${query.get('sha') ?? world.settings.defaultBranch}^{commit}`);
      if (from === null) throw notFound();
      return { status: 200, list: (await git.log(from, query.get('path') ?? undefined)).map((each) => commit(world, each)) };
    },
  },
  'repos/compare-commits': { needs: [['contents', 'read']], play: compare },
  'repos/compare-commits-with-basehead': { needs: [['contents', 'read']], play: compare },
  'actions/list-artifacts-for-repo': {
    needs: [['actions', 'read']],
    play: ({ world, query }) => {
      const name = query.get('name');
      const found = [...world.artifacts].filter(([each]) => name === null || each === name).sort(([, a], [, b]) => b.id - a.id);
      return { status: 200, list: found.map(([each, stored]) => artifact(world, each, stored)), wrap: (artifacts, total) => ({ total_count: total, artifacts }) };
    },
  },
};

async function createRef({ world, body }: Call): Promise<Answer> {
  const git = await world.git();
  const ref = words(body, 'ref') ?? '';
  const sha = words(body, 'sha') ?? '';
  const branch = branchOf(ref.replace(/^refs\//, ''));
  if (!ref.startsWith('refs/') || branch === null) throw new Refusal(422, "Reference name must start with 'refs/' and contain at least three segments.");
  if ((await git.typeOf(sha)) !== 'commit') throw new Refusal(422, 'Object does not exist');
  if ((await git.head(branch)) !== null) throw new Refusal(422, 'Reference already exists');
  if (protectionOf(world, branch, 'creation') !== null) throw new Refusal(422, 'Reference update failed');
  if (!(await git.move(branch, sha, null))) throw new Refusal(422, (await git.head(branch)) === null ? 'Reference update failed' : 'Reference already exists');
  return { status: 201, body: gitRef(world, ref, sha) };
}

async function updateRef({ world, params, body }: Call): Promise<Answer> {
  const git = await world.git();
  const branch = branchOf(params['ref'] ?? '') ?? '';
  const sha = words(body, 'sha') ?? '';
  const head = await git.head(branch);
  if (head === null) throw new Refusal(422, 'Reference does not exist');
  if ((await git.typeOf(sha)) !== 'commit') throw new Refusal(422, 'Object does not exist');
  const refused = protectionWords(world, branch);
  if (refused !== null) throw new Refusal(422, refused.rest);
  if (body['force'] !== true && !(await git.isAncestor(head, sha))) throw new Refusal(422, 'Update is not a fast forward');
  if (!(await git.move(branch, sha, head))) throw new Refusal(409, 'Reference update failed');
  return { status: 200, body: gitRef(world, `refs/heads/${branch}`, sha) };
}

async function getTree({ world, params, query }: Call): Promise<Answer> {
  const git = await world.git();
  const sha = await git.resolve(`${params['tree_sha'] ?? ''}^{tree}`);
  if (sha === null) throw notFound();
  const home = `${world.api}/repos/${REPOSITORY}/git`;
  const tree = (await git.entries(sha, query.has('recursive'))).map(({ path, mode, type, oid, size }) => ({ path, mode, type, sha: oid, ...(size === null ? {} : { size }), url: `${home}/${type === 'tree' ? 'trees' : 'blobs'}/${oid}` }));
  return { status: 200, body: { sha, url: `${home}/trees/${sha}`, tree, truncated: false } };
}

/** A file with its content, or the list of a folder. */
async function getContent({ world, params, query, accept }: Call): Promise<Answer> {
  const git = await world.git();
  const ref = query.get('ref') ?? world.settings.defaultBranch;
  const path = (params['path'] ?? '').replace(/^\/+|\/+$/g, '');
  const root = await git.resolve(`${ref}^{commit}`);
  if (root === null) throw new Refusal(404, `No commit found for the ref ${ref}`);
  const oid = await git.resolve(`${root}:${path}`);
  if (oid === null) throw notFound();
  if ((await git.typeOf(oid)) === 'tree') {
    const entries = await git.entries(oid);
    return { status: 200, body: entries.map((entry) => contentEntry(world, { path: path === '' ? entry.path : `${path}/${entry.path}`, oid: entry.oid, type: entry.type === 'tree' ? 'dir' : entry.type === 'blob' ? 'file' : 'submodule', size: entry.size ?? 0, ref })) };
  }
  const bytes = await git.read(oid);
  if (/\braw\b/.test(accept)) return { status: 200, headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }, body: bytes };
  // Above a megabyte only the raw form holds the content (https://docs.github.com/rest/repos/contents#get-repository-content).
  const content = bytes.length > BIGGEST_INLINE ? { content: '', encoding: 'none' } : { content: lines(bytes), encoding: 'base64' };
  return { status: 200, body: { ...contentEntry(world, { path, oid, type: 'file', size: bytes.length, ref }), ...content } };
}

async function compare({ world, params }: Call): Promise<Answer> {
  const git = await world.git();
  const [from = '', to = ''] = (params['basehead'] ?? `${params['base']}...${params['head']}`).split('...');
  const [base, head] = await Promise.all([from, to].map((end) => git.resolve(`${end.replace(/^[^:]+:/, '')}^{commit}`)));
  const common = base == null || head == null ? null : await git.mergeBase(base, head);
  if (base == null || head == null || common === null) throw notFound();
  const [ahead, behind] = [await git.count(`${base}..${head}`), await git.count(`${head}..${base}`)];
  const home = `${world.api}/repos/${REPOSITORY}`;
  const page = `https://github.com/${REPOSITORY}`;
  const files = (await git.changes(common, head)).slice(0, MOST_CHANGES).map(({ path, status, additions, deletions, oid }) => {
    const at = path.split('/').map(encodeURIComponent).join('/');
    return { sha: oid, filename: path, status, additions, deletions, changes: additions + deletions, blob_url: `${page}/blob/${head}/${at}`, raw_url: `${page}/raw/${head}/${at}`, contents_url: `${home}/contents/${at}?ref=${head}` };
  });
  return {
    status: 200,
    body: {
      url: `${home}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`, html_url: `${page}/compare/${from}...${to}`, permalink_url: `${page}/compare/${base}...${head}`, diff_url: `${page}/compare/${from}...${to}.diff`, patch_url: `${page}/compare/${from}...${to}.patch`,
      base_commit: commit(world, await git.commit(base)), merge_base_commit: commit(world, await git.commit(common)), status: ahead === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged',
      ahead_by: ahead, behind_by: behind, total_commits: ahead, commits: [...(await git.log(`${base}..${head}`))].reverse().map((each) => commit(world, each)), files,
    },
  };
}

function branchOf(ref: string): string | null {
  return ref.startsWith('heads/') && ref.length > 'heads/'.length ? ref.slice('heads/'.length) : null;
}

async function object(git: GitStorage, sha: string, type: 'commit' | 'blob'): Promise<string> {
  if (!/^[0-9a-f]{40}$/.test(sha)) throw invalid({ resource: type === 'blob' ? 'Blob' : 'Commit', code: 'invalid', field: 'sha' });
  if ((await git.typeOf(sha)) !== type) throw notFound();
  return sha;
}

/** Base64 in lines of 60, as GitHub answers it. */
function lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
}
