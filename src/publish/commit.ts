import { CHECKSUMS, MANIFEST, SIGN_OFF } from '../store/manifest.js';
import { blobText, createBranch, EVIDENCE, type EvidenceTree, evidenceTree, headOf } from './git-tree.js';
import type { Github } from './github.js';
import { troubleOf } from './github-trouble.js';
import { type CommitFile, madeFile, type PackFiles } from './pack-files.js';
import { holdsEvidence, isFolderOf, isSigned, placeOf } from './pack-place.js';

/** Measured by others to hold for `createCommitOnBranch`: more files, or about 40 MB, are refused. */
const MAX_FILES = 50;
const MAX_BYTES = 20_000_000;
/** Each time a branch has moved, the whole difference is looked up anew. */
const MAX_MOVES = 3;

/** Hashes are over bytes: no checkout may change line ends. */
const ATTRIBUTES = { path: `${EVIDENCE}/.gitattributes`, text: '# Hashes of the files here are over their bytes.\n* -text\n' } as const;

export interface Committing {
  readonly github: Github;
  /** Made from `source` where it is not there. */
  readonly branch: string;
  readonly source: string;
  /** The folder's name, where packs merged elsewhere decide it. Null: those on the branch itself do. */
  readonly folder: string | null;
  readonly label: string;
  readonly pack: PackFiles;
  /** The summary that goes beside the pack's folder. */
  readonly summaryOf: (folder: string) => string;
  readonly runUrl: string | null;
}

/** The pack as it stands on a branch. */
export interface Committed {
  readonly branch: string;
  readonly folder: string;
  /** The commit in which it stands: a new one, or the one that held it already. */
  readonly sha: string;
  /** True where this run committed something. */
  readonly isNew: boolean;
}

/** Commits what does not stand there yet. Safe to repeat, and to be cut short: what landed is found again. */
export async function commitPack(committing: Committing): Promise<Committed> {
  const { github, branch, source } = committing;
  let made: Committed | null = null;
  for (let moves = 0; ; moves += 1) {
    const found = await headOf(github, branch);
    let head = found ?? source;
    const plan = await planOn(head, committing, made?.folder ?? null);
    if (plan.chunks.length === 0) return { branch, folder: plan.folder, sha: head, isNew: made !== null };
    if (found === null) await createBranch(github, branch, source);
    try {
      for (const chunk of plan.chunks) {
        head = await createCommit(committing, plan.folder, head, chunk);
        made = { branch, folder: plan.folder, sha: head, isNew: true };
      }
      return { branch, folder: plan.folder, sha: head, isNew: true };
    } catch (error) {
      if (troubleOf(error) !== 'moved' || moves === MAX_MOVES) throw error;
    }
  }
}

interface Chunk {
  readonly additions: readonly RepositoryFile[];
  readonly deletions: readonly string[];
}

/** Its path is from the repository's root. */
type RepositoryFile = CommitFile;

interface Plan {
  readonly folder: string;
  readonly chunks: readonly Chunk[];
}

/** What is to be committed on top of a head. A folder this run has begun to fill stays its folder. */
async function planOn(head: string, { github, folder: given, label, pack, summaryOf }: Committing, begun: string | null): Promise<Plan> {
  const textOf = (blob: string): Promise<string> => blobText(github, blob);
  const tree = await evidenceTree(github, head, isFolderOf(label));
  const named = begun ?? given;
  const { folder, stands } = named === null ? await placeOf(tree, label, pack, textOf) : { folder: named, stands: false };
  if (stands) return { folder, chunks: [] };
  // What a person signed, or another run has just committed, is not written over by the same evidence.
  if ((begun !== null || isSigned(tree, folder)) && (await holdsEvidence(tree, folder, pack, textOf))) return { folder, chunks: [] };
  const wanted = [
    ...(tree.files.has(ATTRIBUTES.path) ? [] : [madeFile(ATTRIBUTES.path, ATTRIBUTES.text)]),
    madeFile(`${EVIDENCE}/${folder}.md`, summaryOf(folder)),
    ...pack.files.map((file) => ({ ...file, path: `${EVIDENCE}/${folder}/${file.path}` })),
  ];
  return { folder, chunks: chunksOf(wanted.filter((file) => tree.files.get(file.path) !== file.blob), leftovers(tree, folder, wanted)) };
}

/** Files of an earlier try that this pack does not have. A sign-off is a person's own. */
function leftovers(tree: EvidenceTree, folder: string, wanted: readonly RepositoryFile[]): readonly string[] {
  const kept = new Set([...wanted.map(({ path }) => path), `${EVIDENCE}/${folder}/${SIGN_OFF}`]);
  return [...tree.files.keys()].filter((path) => path.startsWith(`${EVIDENCE}/${folder}/`) && !kept.has(path));
}

/** The manifest comes last, so that a folder with one is whole. */
export function chunksOf(files: readonly RepositoryFile[], deletions: readonly string[]): readonly Chunk[] {
  const isLast = ({ path }: RepositoryFile): boolean => path.endsWith(`/${MANIFEST}`) || path.endsWith(`/${CHECKSUMS}`);
  const ordered = [...files.filter((file) => !isLast(file)), ...files.filter(isLast)];
  const groups: RepositoryFile[][] = [];
  let bytes = 0;
  for (const file of ordered) {
    const group = groups.at(-1);
    bytes += file.bytes;
    if (group === undefined || group.length === MAX_FILES || bytes > MAX_BYTES) {
      groups.push([file]);
      bytes = file.bytes;
    } else group.push(file);
  }
  if (groups.length === 0 && deletions.length > 0) groups.push([]);
  return groups.map((additions, index) => ({ additions, deletions: index === groups.length - 1 ? deletions : [] }));
}

/** https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch: signed by GitHub, and only on top of the head that is named. */
const CREATE_COMMIT = 'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';

async function createCommit({ github, branch, label, pack, runUrl }: Committing, folder: string, head: string, { additions, deletions }: Chunk): Promise<string> {
  const contents: { readonly path: string; readonly contents: string }[] = [];
  for (const file of additions) contents.push({ path: file.path, contents: (await file.read()).toString('base64') });
  const { createCommitOnBranch } = await github.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(CREATE_COMMIT, {
    input: {
      branch: { repositoryNameWithOwner: `${github.at.owner}/${github.at.repo}`, branchName: branch },
      expectedHeadOid: head,
      message: { headline: `Evidence from CloudTrail: ${label}`, body: [`Folder: ${EVIDENCE}/${folder}`, `Evidence id: ${pack.manifest.evidenceId}`, ...(runUrl === null ? [] : [`Run: ${runUrl}`])].join('\n') },
      fileChanges: { additions: contents, deletions: deletions.map((path) => ({ path })) },
    },
  });
  return createCommitOnBranch.commit.oid;
}
