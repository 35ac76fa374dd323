import type { Framework } from '../pack/framework.js';
import type { PublishSettings } from '../settings/settings.js';
import type { Uploads } from './artifact.js';
import { commitPack, type Committed, type Committing } from './commit.js';
import { PublishError } from './errors.js';
import { headOf } from './git-tree.js';
import type { Github } from './github.js';
import { publishIssue, whoAmI } from './issue.js';
import { NOTHING_PUBLISHED, type Published } from './outputs.js';
import { packFiles, type PackFiles } from './pack-files.js';
import { commitForReview, headBranch, requestReview } from './pull-request.js';
import { type Doing, refusal } from './refusals.js';
import { folderLink, issueText, type Link, packSummary, pullRequestText, pullRequestTitle, type Templates, type TextInput } from './texts.js';

/** A finished pack, and where it is to go. */
export interface Publishing {
  readonly packPath: string;
  readonly manifestSha256: string;
  readonly settings: PublishSettings;
  readonly frameworks: readonly Framework[];
  /** What texts are made from; links come as places are reached. */
  readonly text: Omit<TextInput, 'links'>;
  readonly templates: Templates;
  /** Null where there is no token: only an artifact can be published then. */
  readonly github: Github | null;
  /** Uploads the pack; null where the runner or the server takes no artifacts. */
  readonly upload: (() => Promise<Uploads>) | null;
  /** Why it does not; null where it does. */
  readonly uploadObstacle: string | null;
  /** The branch the run is for; null for a tag or a pull request. */
  readonly runBranch: string | null;
  readonly runUrl: string | null;
  readonly fromFork: boolean;
}

/** One after the other, each on its own: what one place refuses becomes a sentence, and the others go on. */
export async function publishPack(publishing: Publishing): Promise<Published> {
  const { settings: { to } } = publishing;
  let published: Published = NOTHING_PUBLISHED;
  const files = to.includes('commit') || to.includes('pull-request') ? await packFiles(publishing.packPath, publishing.settings.commitContent) : null;
  const needsArtifact = (files?.tooLarge.length ?? 0) > 0 && !to.includes('artifact');
  if (to.includes('artifact') || needsArtifact) published = await withArtifacts(publishing, published);
  if (needsArtifact && published.zip !== null) published = noted(published, 'publish: files too large to be committed are in the artifact, to which the pack was uploaded as well.');
  if (files !== null) published = to.includes('pull-request') ? await withPullRequest(publishing, files, published) : await withCommit(publishing, files, published);
  published = await withoutLoss(publishing, published);
  return to.includes('issue') ? withIssues(publishing, published) : published;
}

async function withArtifacts({ upload, uploadObstacle }: Publishing, published: Published): Promise<Published> {
  if (upload === null) return failed(published, uploadObstacle ?? 'publish: no artifact can be uploaded here.');
  try {
    const { zip, pdfs, notes, problems } = await upload();
    return { ...published, zip, pdfs, notes: [...published.notes, ...notes], problems: [...published.problems, ...problems] };
  } catch (error) {
    return failed(published, refusal(error, { what: 'the artifact', permission: 'to upload artifacts', branch: null, fromFork: false }));
  }
}

async function withCommit(publishing: Publishing, pack: PackFiles, published: Published): Promise<Published> {
  const { github, settings, runBranch } = publishing;
  const branch = settings.branch ?? runBranch;
  return attempted(publishing, published, { what: 'the commit', permission: 'contents: write', branch }, async () => {
    if (github === null) throw new PublishError(NO_TOKEN);
    if (branch === null) throw new PublishError('publish: the commit has no branch to go to, since a run for a tag or a pull request has none of its own; name one with branch.');
    const source = (await headOf(github, branch)) ?? (await defaultHead(github)).sha;
    const committed = await commitPack({ ...committing(publishing, github, pack, published), branch, source, folder: null });
    return standing(withCommitted(published, github, committed), committed);
  });
}

async function withPullRequest(publishing: Publishing, pack: PackFiles, published: Published): Promise<Published> {
  const { github, settings, text, templates } = publishing;
  const reached: { base: string; committed: Committed }[] = [];
  const branch = headBranch(text.facts.period.label);
  const done = await attempted(publishing, published, { what: "the pull request's commit", permission: 'contents: write', branch }, async () => {
    if (github === null) throw new PublishError(NO_TOKEN);
    const base = settings.branch ?? (await defaultHead(github)).branch;
    const committed = await commitForReview(committing(publishing, github, pack, published), base);
    reached.push({ base, committed });
    return withCommitted(published, github, committed);
  });
  const [at] = reached;
  if (github === null || at === undefined) return done;
  return attempted(publishing, done, { what: 'the pull request', permission: 'pull-requests: write', branch }, async () => {
    const body = pullRequestText(templates['pull-request'], { ...text, links: linksOf(publishing, done) });
    const { pullRequest, problems } = await requestReview({ github, settings, base: at.base, title: pullRequestTitle({ ...text, links: [] }), text: body }, at.committed);
    const requested = { ...done, pullRequest, problems: [...done.problems, ...problems] };
    return pullRequest === null ? standing(requested, at.committed) : requested;
  });
}

function committing(publishing: Publishing, github: Github, pack: PackFiles, published: Published): Omit<Committing, 'branch' | 'source' | 'folder'> {
  const { text, templates, manifestSha256, runUrl } = publishing;
  const summaryOf = (folder: string): string => packSummary(templates['pack-summary'], { ...text, links: linksOf(publishing, published) }, { folder, pack, manifestSha256 });
  return { github, label: text.facts.period.label, pack, summaryOf, runUrl };
}

async function withIssues(publishing: Publishing, published: Published): Promise<Published> {
  const { github, frameworks, text, templates, settings } = publishing;
  let done = published;
  let login: string | null = null;
  for (const framework of frameworks) {
    const before: Published = done;
    done = await attempted(publishing, before, { what: `the ${framework.shortTitle} issue`, permission: 'issues: write', branch: null }, async () => {
      if (github === null) throw new PublishError(NO_TOKEN);
      login ??= await whoAmI(github);
      const issue = await publishIssue(github, login, issueText(templates.issue, { ...text, links: linksOf(publishing, before) }, framework), settings.labels);
      return issue === null ? before : { ...before, issues: [...before.issues, { ...issue, framework: framework.shortTitle }] };
    });
    // What refuses one issue refuses the next: it is told once.
    if (done.problems.length > before.problems.length) return done;
  }
  return done;
}

const NO_TOKEN = 'publish: no token is given to commit and open pull requests and issues with; leave github-token out to have the job\'s own, or give one.';

/** A pack that no place keeps is uploaded in the end, where that can be done; where it cannot, and a place was to keep it, the job fails. */
async function withoutLoss(publishing: Publishing, published: Published): Promise<Published> {
  const { settings: { to }, upload } = publishing;
  if (to.length === 0 || published.zip !== null || published.commit !== null) return published;
  const saved = to.includes('artifact') || upload === null ? published : await withArtifacts(publishing, published);
  if (saved.zip !== null) return noted(saved, `publish: ${to.length === 1 && to[0] === 'issue' ? 'an issue keeps no pack' : 'none of the places asked for could keep the pack'}, so it was uploaded as an artifact.`);
  const wasToBeKept = to.some((destination) => destination !== 'issue');
  return { ...saved, lost: wasToBeKept ? saved.problems[0] ?? 'publish: the pack is only in the folder that pack-path names.' : null };
}

async function attempted(publishing: Publishing, published: Published, doing: Omit<Doing, 'fromFork'>, work: () => Promise<Published>): Promise<Published> {
  try {
    return await work();
  } catch (error) {
    return failed(published, refusal(error, { ...doing, fromFork: publishing.fromFork }));
  }
}

function failed(published: Published, problem: string): Published {
  return { ...published, problems: [...published.problems, problem] };
}

function noted(published: Published, note: string): Published {
  return { ...published, notes: [...published.notes, note] };
}

function withCommitted(published: Published, github: Github, committed: Committed): Published {
  return { ...published, commit: { ...committed, link: folderLink(github.url, committed.sha, committed.folder) } };
}

function standing(published: Published, { isNew, folder, branch }: Committed): Published {
  return isNew ? published : noted(published, `publish: evidence/${folder} on the branch "${branch}" holds this evidence already; nothing was committed.`);
}

/** What has been reached so far, for the texts of what comes after it. */
function linksOf({ runUrl }: Publishing, { zip, pdfs, commit, pullRequest }: Published): readonly Link[] {
  return [
    ...(pullRequest === null ? [] : [{ name: `Pull request ${pullRequest.number}`, url: pullRequest.url }]),
    ...(commit === null ? [] : [commit.link]),
    ...[zip, ...pdfs].flatMap((artifact) => (artifact === null ? [] : [{ name: `${artifact.name} (artifact)`, url: artifact.url }])),
    ...(runUrl === null ? [] : [{ name: 'The run', url: runUrl }]),
  ];
}

async function defaultHead(github: Github): Promise<{ readonly branch: string; readonly sha: string }> {
  const branch = (await github.rest.repos.get(github.at)).data.default_branch;
  const sha = await headOf(github, branch);
  if (sha === null) throw new PublishError(`publish: the default branch "${branch}" has no commit yet; commit something first.`);
  return { branch, sha };
}
