import type { Answer } from './answers.js';
import { commitOnBranch, protectionWords } from './changing.js';
import { type Document, parseQuery, type Selection } from './graphql-query.js';
import { nodeId, REPOSITORY_ID } from './objects.js';
import { type Actor, REPOSITORY, type World } from './repository.js';

/** GitHub's GraphQL API as far as it is played: who asks, a repository's facts, and `createCommitOnBranch`. */
class GraphqlError extends Error {
  constructor(readonly type: string, message: string, readonly extensions?: Readonly<Record<string, unknown>>) {
    super(message);
  }
}

type Node = { readonly __typename: string } & Readonly<Record<string, unknown>>;
type Resolver = (args: Readonly<Record<string, unknown>>) => unknown;

export interface GraphqlCall {
  readonly world: World;
  readonly actor: Actor | null;
  readonly body: unknown;
}

/** What a call is named by: the first field it asks for. */
export function graphqlName(body: unknown): string {
  const query = (body as { query?: unknown } | undefined)?.query;
  return typeof query === 'string' ? (/\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(query)?.[1] ?? '') : '';
}

export async function playGraphql({ world, actor, body }: GraphqlCall): Promise<Answer> {
  const { query, variables = {} } = (body ?? {}) as { query?: unknown; variables?: Readonly<Record<string, unknown>> };
  if (actor === null) return { status: 401, body: { message: 'This endpoint requires you to be authenticated.', documentation_url: 'https://docs.github.com/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql', status: '401' } };
  if (typeof query !== 'string') return { status: 400, body: { message: 'A query attribute must be specified and must be a string.', documentation_url: 'https://docs.github.com/graphql' } };
  let document: Document;
  try {
    document = parseQuery(query, variables);
  } catch (error) {
    return { status: 200, body: { errors: [{ message: (error as Error).message }] } };
  }
  const undefinedFields = document.fields.flatMap((field) => undefinedIn(document.kind === 'query' ? 'Query' : 'Mutation', field, [document.kind]));
  if (undefinedFields.length > 0) return { status: 200, body: { errors: undefinedFields } };
  const root: Node = document.kind === 'query' ? queryRoot(world, actor) : mutationRoot(world, actor);
  const errors: unknown[] = [];
  const data: Record<string, unknown> = {};
  for (const field of document.fields) data[field.alias] = await resolved(root, field, [field.alias], errors);
  return { status: 200, body: { data, ...(errors.length === 0 ? {} : { errors }) } };
}

/** Types and their fields; null: a plain value. */
const TYPES: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  Query: { viewer: 'User', repository: 'Repository' },
  User: { login: null, id: null },
  Mutation: { createCommitOnBranch: 'CreateCommitOnBranchPayload' },
  CreateCommitOnBranchPayload: { clientMutationId: null, commit: 'Commit', ref: 'Ref' },
  Repository: { id: null, nameWithOwner: null, visibility: null, isPrivate: null, isArchived: null, hasIssuesEnabled: null, defaultBranchRef: 'Ref', ref: 'Ref', object: 'GitObject' },
  Ref: { id: null, name: null, prefix: null, target: 'Commit' },
  GitObject: { id: null, oid: null },
  Commit: { id: null, oid: null, abbreviatedOid: null, url: null, committedDate: null, messageHeadline: null, messageBody: null, signature: 'GitSignature' },
  GitSignature: { isValid: null, state: null, wasSignedByGitHub: null },
};

/** Found before anything is done: a document that asks for what is not there is not carried out at all. */
function undefinedIn(type: string, { name, fields, line, column }: Selection, path: readonly string[]): readonly unknown[] {
  if (name === '__typename') return [];
  const at = { path: [...path, name], locations: [{ line, column }] };
  const of = TYPES[type]?.[name];
  if (of === undefined) return [{ ...at, extensions: { code: 'undefinedField', typeName: type, fieldName: name }, message: `Field '${name}' doesn't exist on type '${type}'` }];
  if (of !== null && fields.length === 0) return [{ ...at, extensions: { code: 'selectionMismatch', typeName: of, nodeName: `field '${name}'` }, message: `Field must have selections (field '${name}' returns ${of} but has no selections. Did you mean '${name} { ... }'?)` }];
  return fields.flatMap((field) => undefinedIn(of ?? '', field, at.path));
}

async function resolved(parent: Node, field: Selection, path: readonly string[], errors: unknown[]): Promise<unknown> {
  const location = [{ line: field.line, column: field.column }];
  if (field.name === '__typename') return parent.__typename;
  try {
    const found = parent[field.name];
    const value: unknown = typeof found === 'function' ? await (found as Resolver)(field.args) : found;
    if (typeof value !== 'object' || value === null) return value;
    const object: Record<string, unknown> = {};
    for (const each of field.fields) object[each.alias] = await resolved(value as Node, each, [...path, each.alias], errors);
    return object;
  } catch (error) {
    if (!(error instanceof GraphqlError)) throw error;
    errors.push({ type: error.type, path, ...(error.extensions === undefined ? {} : { extensions: error.extensions }), locations: location, message: error.message });
    return null;
  }
}

function queryRoot(world: World, { login }: Actor): Node {
  return {
    __typename: 'Query',
    viewer: { __typename: 'User', login, id: nodeId('U', login) },
    repository: ({ owner, name }: Readonly<Record<string, unknown>>) => {
      if (`${String(owner)}/${String(name)}` !== REPOSITORY || world.settings.visibility === null) throw new GraphqlError('NOT_FOUND', `Could not resolve to a Repository with the name '${String(owner)}/${String(name)}'.`);
      return repositoryNode(world, world.settings.visibility);
    },
  };
}

function repositoryNode(world: World, visibility: string): Node {
  const { settings } = world;
  return {
    __typename: 'Repository', id: nodeId('R', REPOSITORY_ID), nameWithOwner: REPOSITORY, visibility: visibility.toUpperCase(), isPrivate: visibility !== 'public', isArchived: settings.archived, hasIssuesEnabled: settings.hasIssues,
    defaultBranchRef: () => refNode(world, settings.defaultBranch),
    ref: ({ qualifiedName }: Readonly<Record<string, unknown>>) => refNode(world, String(qualifiedName).replace(/^refs\/heads\//, '')),
    object: async ({ expression }: Readonly<Record<string, unknown>>) => {
      const git = await world.git();
      const oid = await git.resolve(String(expression));
      return oid === null ? null : { __typename: 'GitObject', oid, id: nodeId('O', oid) };
    },
  };
}

async function refNode(world: World, branch: string): Promise<Node | null> {
  const git = await world.git();
  const head = await git.head(branch);
  return head === null ? null : { __typename: 'Ref', id: nodeId('REF', branch), name: branch, prefix: 'refs/heads/', target: await commitNode(world, head) };
}

async function commitNode(world: World, oid: string): Promise<Node> {
  const { message, committer } = await (await world.git()).commit(oid);
  const [headline = '', ...body] = message.split('\n');
  const signature = { __typename: 'GpgSignature', isValid: true, state: 'VALID', wasSignedByGitHub: true };
  return { __typename: 'Commit', id: nodeId('C', oid), oid, abbreviatedOid: oid.slice(0, 7), url: `https://github.com/${REPOSITORY}/commit/${oid}`, committedDate: committer.date, messageHeadline: headline, messageBody: body.join('\n').trim(), signature: world.verified.has(oid) ? signature : null };
}

function mutationRoot(world: World, actor: Actor): Node {
  return { __typename: 'Mutation', createCommitOnBranch: ({ input }: Readonly<Record<string, unknown>>) => createCommitOnBranch(world, actor, input) };
}

interface CreateCommitOnBranchInput {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string };
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges?: { readonly additions?: readonly { readonly path: string; readonly contents: string }[]; readonly deletions?: readonly { readonly path: string }[] };
  readonly expectedHeadOid: string;
  readonly clientMutationId?: string;
}

/** https://docs.github.com/graphql/reference/mutations#createcommitonbranch */
async function createCommitOnBranch(world: World, actor: Actor, given: unknown): Promise<Node> {
  const input = checkedInput(given);
  const { repositoryNameWithOwner = '', branchName = '' } = input.branch;
  const branch = branchName.replace(/^refs\/heads\//, '');
  const [additions, deletions] = [input.fileChanges?.additions ?? [], (input.fileChanges?.deletions ?? []).map(({ path }) => path)];
  if (repositoryNameWithOwner !== REPOSITORY || world.settings.visibility === null) throw new GraphqlError('NOT_FOUND', `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`);
  if (actor.permissions.contents !== 'write') throw new GraphqlError('FORBIDDEN', 'Resource not accessible by integration', { saml_failure: false });
  if (world.settings.archived) throw new GraphqlError('FORBIDDEN', 'Repository was archived so is read-only.');
  const git = await world.git();
  const head = await git.head(branch);
  if (head === null) throw new GraphqlError('NOT_FOUND', 'Branch not found');
  const refused = protectionWords(world, branch);
  if (refused !== null) throw new GraphqlError(refused.type, refused.message);
  if ((await git.typeOf(input.expectedHeadOid)) !== 'commit') throw new GraphqlError('NOT_FOUND', `No commit exists with specified expectedHeadOid '${input.expectedHeadOid}'.`);
  if (head !== input.expectedHeadOid) throw new GraphqlError('STALE_DATA', `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`);
  for (const path of deletions) if ((await git.resolve(`${head}:${path}`)) === null) throw new GraphqlError('NOT_FOUND', `A path was requested for deletion which does not exist as of commit oid \`${head}\``);
  const message = input.message.body === undefined || input.message.body === '' ? input.message.headline : `${input.message.headline}\n\n${input.message.body}`;
  const oid = await commitOnBranch(world, git, { branch, message, additions: new Map(additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64')])), deletions, expected: head, by: actor });
  // Another run came between the look and the commit.
  if (oid === null) throw new GraphqlError('STALE_DATA', `Ref refs/heads/${branch} is at ${await git.head(branch)} but expected ${head}`);
  return { __typename: 'CreateCommitOnBranchPayload', clientMutationId: input.clientMutationId ?? null, commit: await commitNode(world, oid), ref: () => refNode(world, branch) };
}

const SHAPE: Readonly<Record<string, readonly string[]>> = { '': ['branch', 'message', 'fileChanges', 'expectedHeadOid', 'clientMutationId'], branch: ['id', 'repositoryNameWithOwner', 'branchName'], message: ['headline', 'body'], fileChanges: ['additions', 'deletions'] };
const UNSAFE_PATH = /^\/|\/$|\/\/|(?:^|\/)\.{1,2}(?:\/|$)|(?:^|\/)\.git(?:\/|$)|\p{Cc}/u;
/** Of any length: a pattern that repeats a group needs stack for each time. */
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/** The input's own type, whose fields GraphQL checks by name, and what GitHub says of paths and contents. */
function checkedInput(given: unknown): CreateCommitOnBranchInput {
  const bad = (message: string): GraphqlError => new GraphqlError('UNPROCESSABLE', message);
  const variable = (message: string): GraphqlError => bad(`Variable $input of type CreateCommitOnBranchInput! was provided invalid value for ${message}`);
  const input = given as CreateCommitOnBranchInput & Readonly<Record<string, unknown>>;
  if (typeof given !== 'object' || given === null) throw variable('(Expected value to not be null)');
  for (const [part, known] of Object.entries(SHAPE)) {
    const names = Object.keys(part === '' ? input : ((input[part] ?? {})));
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) throw variable(`${part === '' ? '' : `${part}.`}${unknown} (Field is not defined on CreateCommitOnBranchInput)`);
  }
  for (const name of ['branch', 'message', 'expectedHeadOid']) if (input[name] == null) throw variable(`${name} (Expected value to not be null)`);
  if (typeof input.message.headline !== 'string') throw variable('message.headline (Expected value to not be null)');
  const [additions, deletions] = [input.fileChanges?.additions ?? [], input.fileChanges?.deletions ?? []];
  const paths = [...additions, ...deletions].map(({ path }) => path);
  const unsafe = paths.find((path) => typeof path !== 'string' || path === '' || UNSAFE_PATH.test(path));
  if (unsafe !== undefined) throw bad(`The path '${unsafe}' is invalid`);
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw bad(`The path '${twice}' is given more than once`);
  const wrong = additions.findIndex(({ contents }) => typeof contents !== 'string' || !isBase64(contents));
  if (wrong !== -1) throw variable(`fileChanges.additions.${wrong}.contents (invalid base64)`);
  return input;
}
