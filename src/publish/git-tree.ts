import type { Github } from './github.js';
import { troubleOf } from './github-trouble.js';

/** Packs stand in this folder of a repository. */
export const EVIDENCE = 'evidence';

/** `evidence/` as one commit has it. */
export interface EvidenceTree {
  /** Names of the folders directly in it. */
  readonly folders: readonly string[];
  /** Blob ids of every file below, by path from the repository's root. */
  readonly files: ReadonlyMap<string, string>;
}

/** The commit a branch points to; null where there is no such branch. */
export async function headOf({ rest, at }: Github, branch: string): Promise<string | null> {
  try {
    return (await rest.git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;
  } catch (error) {
    if (troubleOf(error) === 'missing') return null;
    throw error;
  }
}

/** Makes a branch; one that another run has made meanwhile is as good. */
export async function createBranch({ rest, at }: Github, branch: string, sha: string): Promise<void> {
  try {
    await rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha });
  } catch (error) {
    if (troubleOf(error) !== 'exists') throw error;
  }
}

/** Puts a branch elsewhere, whatever it pointed to. */
export async function resetBranch({ rest, at }: Github, branch: string, sha: string): Promise<void> {
  await rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha, force: true });
}

/** Read level by level, so that neither a large repository nor years of packs are listed whole: only folders that `isMeant` are opened. */
export async function evidenceTree(github: Github, commit: string, isMeant: (folder: string) => boolean): Promise<EvidenceTree> {
  const root = (await github.rest.git.getCommit({ ...github.at, commit_sha: commit })).data.tree.sha;
  const evidence = (await entriesOf(github, root)).find(({ path, type }) => path === EVIDENCE && type === 'tree');
  if (evidence === undefined) return { folders: [], files: new Map() };
  const entries = await entriesOf(github, evidence.sha);
  const files = new Map<string, string>();
  for (const { path, type, sha } of entries) {
    if (type === 'blob') files.set(`${EVIDENCE}/${path}`, sha);
    if (type !== 'tree' || !isMeant(path)) continue;
    for (const entry of await entriesOf(github, sha, true)) if (entry.type === 'blob') files.set(`${EVIDENCE}/${path}/${entry.path}`, entry.sha);
  }
  return { folders: entries.filter(({ type }) => type === 'tree').map(({ path }) => path), files };
}

interface TreeEntry {
  readonly path: string;
  readonly type: string;
  readonly sha: string;
}

async function entriesOf({ rest, at }: Github, tree: string, recursive = false): Promise<readonly TreeEntry[]> {
  const { data } = await rest.git.getTree({ ...at, tree_sha: tree, ...(recursive ? { recursive: '1' } : {}) });
  return data.tree.map(({ path, type, sha }) => ({ path: path ?? '', type: type ?? '', sha: sha ?? '' }));
}

export async function blobText({ rest, at }: Github, sha: string): Promise<string> {
  const { data } = await rest.git.getBlob({ ...at, file_sha: sha });
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8').toString('utf8');
}
