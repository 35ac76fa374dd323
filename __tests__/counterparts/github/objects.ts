import type { Commit } from './git.js';
import { ACTIONS_BOT, type Comment, type Label, NAME, OWNER, REPOSITORY, type Review, type StoredArtifact, userId, type World } from './repository.js';

/** GitHub's objects, whole: every field its description requires. What nobody here reads is plausible and constant. */
export type Json = Readonly<Record<string, unknown>>;

const SITE = 'https://github.com';
export const REPOSITORY_ID = 1_296_269;

export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

export function user({ api }: World, login: string): Json {
  const home = `${api}/users/${encodeURIComponent(login)}`;
  const isBot = login.endsWith('[bot]');
  return {
    login, id: userId(login), node_id: nodeId(isBot ? 'BOT' : 'U', login), avatar_url: `https://avatars.githubusercontent.com/u/${userId(login)}?v=4`, gravatar_id: '', url: home,
    html_url: isBot ? `${SITE}/apps/${login.replace('[bot]', '')}` : `${SITE}/${login}`, followers_url: `${home}/followers`, following_url: `${home}/following{/other_user}`, gists_url: `${home}/gists{/gist_id}`,
    starred_url: `${home}/starred{/owner}{/repo}`, subscriptions_url: `${home}/subscriptions`, organizations_url: `${home}/orgs`, repos_url: `${home}/repos`, events_url: `${home}/events{/privacy}`,
    received_events_url: `${home}/received_events`, type: isBot ? 'Bot' : login === OWNER ? 'Organization' : 'User', site_admin: false,
  };
}

const LINKED = ['contributors', 'deployments', 'downloads', 'events', 'forks', 'hooks', 'languages', 'merges', 'stargazers', 'subscribers', 'subscription', 'tags', 'teams'];
const TEMPLATED: readonly (readonly [string, string])[] = [
  ['archive', '{archive_format}{/ref}'], ['assignees', 'assignees{/user}'], ['blobs', 'git/blobs{/sha}'], ['branches', 'branches{/branch}'], ['collaborators', 'collaborators{/collaborator}'], ['comments', 'comments{/number}'],
  ['commits', 'commits{/sha}'], ['compare', 'compare/{base}...{head}'], ['contents', 'contents/{+path}'], ['git_commits', 'git/commits{/sha}'], ['git_refs', 'git/refs{/sha}'], ['git_tags', 'git/tags{/sha}'],
  ['issue_comment', 'issues/comments{/number}'], ['issue_events', 'issues/events{/number}'], ['issues', 'issues{/number}'], ['keys', 'keys{/key_id}'], ['labels', 'labels{/name}'], ['milestones', 'milestones{/number}'],
  ['notifications', 'notifications{?since,all,participating}'], ['pulls', 'pulls{/number}'], ['releases', 'releases{/id}'], ['statuses', 'statuses/{sha}'], ['trees', 'git/trees{/sha}'],
];

export function repository(world: World): Json {
  const { settings, api } = world;
  const home = `${api}/repos/${REPOSITORY}`;
  const open = world.threads.filter(({ state }) => state === 'open').length;
  return {
    id: REPOSITORY_ID, node_id: nodeId('R', REPOSITORY_ID), name: NAME, full_name: REPOSITORY, owner: user(world, OWNER), private: settings.visibility !== 'public', visibility: settings.visibility,
    html_url: `${SITE}/${REPOSITORY}`, description: null, fork: false, url: home,
    ...Object.fromEntries(LINKED.map((name) => [`${name}_url`, `${home}/${name}`])), ...Object.fromEntries(TEMPLATED.map(([name, rest]) => [`${name}_url`, `${home}/${rest}`])),
    clone_url: `${SITE}/${REPOSITORY}.git`, git_url: `git://github.com/${REPOSITORY}.git`, ssh_url: `git@github.com:${REPOSITORY}.git`, svn_url: `${SITE}/${REPOSITORY}`, mirror_url: null, homepage: null, language: null,
    default_branch: settings.defaultBranch, forks: 0, forks_count: 0, has_issues: settings.hasIssues, has_projects: true, has_wiki: false, has_pages: false, has_discussions: false, has_downloads: true,
    archived: settings.archived, disabled: false, open_issues: open, open_issues_count: open, license: null, size: 1, stargazers_count: 0, watchers: 0, watchers_count: 0, network_count: 0, subscribers_count: 0,
    created_at: '2026-01-05T09:00:00Z', updated_at: '2026-01-05T09:00:00Z', pushed_at: '2026-01-05T09:00:00Z',
  };
}

export function gitRef({ api }: World, ref: string, sha: string): Json {
  return { ref, node_id: nodeId('REF', ref), url: `${api}/repos/${REPOSITORY}/git/${ref}`, object: { type: 'commit', sha, url: `${api}/repos/${REPOSITORY}/git/commits/${sha}` } };
}

export function verification({ verified }: World, oid: string, date: string): Json {
  return verified.has(oid)
    ? { verified: true, reason: 'valid', signature: '-----BEGIN PGP SIGNATURE-----\n…\n-----END PGP SIGNATURE-----', payload: `tree …\n`, verified_at: date }
    : { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
}

/** A commit as lists and comparisons show it. */
export function commit(world: World, { oid, tree, parents, author, committer, message }: Commit): Json {
  const home = `${world.api}/repos/${REPOSITORY}`;
  const account = (name: string): Json => (name === 'GitHub' ? user(world, 'web-flow') : user(world, name));
  return {
    sha: oid, node_id: nodeId('C', oid), url: `${home}/commits/${oid}`, html_url: `${SITE}/${REPOSITORY}/commit/${oid}`, comments_url: `${home}/commits/${oid}/comments`,
    commit: { url: `${home}/git/commits/${oid}`, author, committer, message, tree: { sha: tree, url: `${home}/git/trees/${tree}` }, comment_count: 0, verification: verification(world, oid, committer.date) },
    author: account(author.name), committer: account(committer.name),
    parents: parents.map((sha) => ({ sha, url: `${home}/commits/${sha}`, html_url: `${SITE}/${REPOSITORY}/commit/${sha}` })),
  };
}

/** A commit as git itself has it. */
export function gitCommit(world: World, { oid, tree, parents, author, committer, message }: Commit): Json {
  const home = `${world.api}/repos/${REPOSITORY}`;
  return {
    sha: oid, node_id: nodeId('C', oid), url: `${home}/git/commits/${oid}`, html_url: `${SITE}/${REPOSITORY}/commit/${oid}`, author, committer, message, tree: { sha: tree, url: `${home}/git/trees/${tree}` },
    parents: parents.map((sha) => ({ sha, url: `${home}/git/commits/${sha}`, html_url: `${SITE}/${REPOSITORY}/commit/${sha}` })), verification: verification(world, oid, committer.date),
  };
}

export function contentEntry({ api }: World, { path, oid, type, size, ref }: { readonly path: string; readonly oid: string; readonly type: 'file' | 'dir' | 'submodule'; readonly size: number; readonly ref: string }): Json {
  const at = path.split('/').map(encodeURIComponent).join('/');
  const url = `${api}/repos/${REPOSITORY}/contents/${at}?ref=${encodeURIComponent(ref)}`;
  const git = `${api}/repos/${REPOSITORY}/git/${type === 'dir' ? 'trees' : 'blobs'}/${oid}`;
  const html = `${SITE}/${REPOSITORY}/${type === 'dir' ? 'tree' : 'blob'}/${encodeURIComponent(ref)}/${at}`;
  return { name: path.split('/').at(-1), path, sha: oid, size, type, url, html_url: html, git_url: git, download_url: type === 'file' ? `https://raw.githubusercontent.com/${REPOSITORY}/${encodeURIComponent(ref)}/${at}` : null, _links: { self: url, git, html } };
}

export function label({ api }: World, { id, name, color, description }: Label): Json {
  return { id, node_id: nodeId('LA', id), url: `${api}/repos/${REPOSITORY}/labels/${encodeURIComponent(name)}`, name, color, description, default: false };
}

export function comment(world: World, { id, login, body, at }: Comment, { number, isPull }: { readonly number: number; readonly isPull: boolean }): Json {
  const home = `${world.api}/repos/${REPOSITORY}/issues`;
  return {
    id, node_id: nodeId('IC', id), url: `${home}/comments/${id}`, html_url: `${SITE}/${REPOSITORY}/${isPull ? 'pull' : 'issues'}/${number}#issuecomment-${id}`, issue_url: `${home}/${number}`,
    user: user(world, login), body, created_at: at, updated_at: at, author_association: association(login), performed_via_github_app: null,
  };
}

export function review(world: World, { id, login, state, body, at, commit: sha }: Review, number: number): Json {
  const page = `${SITE}/${REPOSITORY}/pull/${number}#pullrequestreview-${id}`;
  const pull = `${world.api}/repos/${REPOSITORY}/pulls/${number}`;
  return { id, node_id: nodeId('PRR', id), user: user(world, login), body, state, html_url: page, pull_request_url: pull, author_association: association(login), _links: { html: { href: page }, pull_request: { href: pull } }, submitted_at: at, commit_id: sha };
}

export function artifact({ api }: World, name: string, { id, bytes, expiresAt }: StoredArtifact): Json {
  const home = `${api}/repos/${REPOSITORY}/actions/artifacts/${id}`;
  return { id, node_id: nodeId('A', id), name, size_in_bytes: bytes.length, url: home, archive_download_url: `${home}/zip`, expired: false, created_at: null, updated_at: null, expires_at: expiresAt };
}

export function association(login: string): string {
  return login === ACTIONS_BOT ? 'CONTRIBUTOR' : 'MEMBER';
}
