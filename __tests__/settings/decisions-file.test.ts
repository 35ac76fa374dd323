import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parseDecisionsFile } from '../../src/settings/decisions-file.js';
import type { Decision } from '../../src/settings/decision.js';

const PATH = 'decisions.yml';
const SAID = `
    disposition: expected-authorised
    reason: The yearly key ceremony.
    owner: dana
    approver: lee
    decided-on: 2026-11-03
    expires: 2027-11-03
`;
const NAMED = `decisions:\n  - exception: ROOT-01-0123456789ab${SAID}`;

function parsed(text: string): readonly Decision[] {
  return parseDecisionsFile(PATH, Buffer.from(text)).decisions;
}

function message(text: string | Uint8Array): string {
  try {
    parseDecisionsFile(PATH, Buffer.from(text));
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

/** A decision that is right but for what is replaced in it. */
function changed(found: string | RegExp, by: string): string {
  const text = NAMED.replace(found, by);
  expect(text).not.toBe(NAMED);
  return message(text);
}

function matching(match: string): string {
  return `decisions:\n  - match: ${match}${SAID}`;
}

describe('a decisions file', () => {
  it('says of an exception what was decided, by whom and until when', () => {
    expect(parsed(NAMED)).toEqual([{
      exception: 'ROOT-01-0123456789ab', match: null, disposition: 'expected-authorised', reason: 'The yearly key ceremony.', ticket: null,
      owner: 'dana', approver: 'lee', decidedOn: '2026-11-03', expires: '2027-11-03',
    }]);
  });

  it('says it of the exceptions of a query that are alike', () => {
    const [decision] = parsed(matching('{ query: AUTH-02, actor: ada, resource: a, account: "111122223333", event-names: [ConsoleLogin], from: 2026-10-05, to: 2026-10-06T09:30Z }'));
    expect(decision).toMatchObject({ exception: null, match: { query: 'AUTH-02', actor: 'ada', resource: 'a', account: '111122223333', eventNames: ['ConsoleLogin'], from: '2026-10-05T00:00:00Z', to: '2026-10-06T09:30:00Z' } });
  });

  it('comes with its path and the hash of its bytes', () => {
    expect(parseDecisionsFile(PATH, Buffer.from(NAMED))).toMatchObject({ path: PATH, sha256: createHash('sha256').update(NAMED).digest('hex') });
  });

  it('may hold no decision, and a text folded over lines', () => {
    expect(parsed('decisions: []\n')).toEqual([]);
    expect(parsed(NAMED.replace('The yearly key ceremony.', '>-\n      The yearly\n      key ceremony.'))[0]?.reason).toBe('The yearly key ceremony.');
  });
});

describe('what is wrong is said with its line', () => {
  it.each([
    ['an unknown key', /reason: .*/, 'reason: x\n    approved-by: lee', 'decisions.yml:5: Unknown key `decisions.0.approved-by`.'],
    ['another disposition', 'expected-authorised', 'fine', 'decisions.yml:3: `decisions.0.disposition` must be one of expected-authorised, expected-break-glass, false-positive-query, control-failure-remediated, control-failure-open.'],
    ['no disposition of ours', 'expected-authorised', 'untriaged', 'must be one of expected-authorised'],
    ['no reason', /\n {4}reason: .*/, '', 'decisions.yml:2: The key `decisions.0.reason` is missing.'],
    ['an empty reason', 'The yearly key ceremony.', '"  "', 'decisions.yml:4: `decisions.0.reason` must not be empty.'],
    ['a reason longer than a page', 'The yearly key ceremony.', 'x'.repeat(501), '`decisions.0.reason`: is longer than 500 characters.'],
    ['a reason of several lines', 'The yearly key ceremony.', '"a\\nb"', 'holds a line break or another control character; write it on one line, or fold it with >-.'],
    ['an owner who is a number', 'owner: dana', 'owner: 7', 'decisions.yml:5: `decisions.0.owner` must be text.'],
    ['a day that is none', 'decided-on: 2026-11-03', 'decided-on: 2026-02-30', 'decisions.yml:7: `decisions.0.decided-on`: must be a day there is, such as 2026-11-03.'],
    ['an expiry to the hour', 'expires: 2027-11-03', 'expires: 2027-11-03T00:00:00Z', 'must be a day there is'],
    ['an expiry before the decision', 'expires: 2027', 'expires: 2025', 'decisions.yml:2: `decisions.0`: expires before it was decided: expires must not be earlier than decided-on.'],
    ['an id that is none', '0123456789ab', '0123', 'decisions.yml:2: `decisions.0.exception`: must be the id of an exception, such as ROOT-01-0123456789ab.'],
    ['no exception and no match', '- exception: ROOT-01-0123456789ab\n   ', '-', '`decisions.0`: must name an exception or a match, and not both.'],
    ['both of them', '    disposition', '    match: { query: ROOT-01, actor: ada }\n    disposition', 'must name an exception or a match, and not both.'],
    ['a key given twice', 'owner: dana', 'owner: dana\n    owner: lee', 'decisions.yml:6: The YAML cannot be read: Map keys must be unique'],
    ['an alias', 'owner: dana', 'owner: &a dana', 'Anchors and aliases are not allowed; write the value out.'],
  ])('%s', (_name, found, by, sentence) => {
    expect(changed(found, by)).toContain(sentence);
  });

  it.each([
    ['only a query', '{ query: ROOT-01 }', 'decisions.yml:2: `decisions.0.match`: names every exception of its query; give actor, resource, account, event-names, from or to as well.'],
    ['no query', '{ actor: ada }', 'The key `decisions.0.match.query` is missing.'],
    ['a query that can be none', '{ query: root, actor: ada }', 'must be the id of a query, such as ROOT-01.'],
    ['an account that is a number', '{ query: ROOT-01, account: 111122223333 }', '`decisions.0.match.account` must be text.'],
    ['an account of eleven digits', '{ query: ROOT-01, account: "11112222333" }', 'must be twelve digits in quotes, such as "111122223333".'],
    ['no event names', '{ query: ROOT-01, event-names: [] }', '`decisions.0.match.event-names` must not be empty.'],
    ['a time without its zone', '{ query: ROOT-01, from: 2026-10-05T09:30 }', 'must be a day or an instant in UTC, such as 2026-10-05 or 2026-10-05T09:30:00Z.'],
    ['a time backwards', '{ query: ROOT-01, from: 2026-10-06, to: 2026-10-06T00:00Z }', 'ends before it begins: from must be earlier than to.'],
    ['an unknown condition', '{ query: ROOT-01, user: ada }', 'Unknown key `decisions.0.match.user`.'],
  ])('a match with %s', (_name, match, sentence) => {
    expect(message(matching(match))).toContain(sentence);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'decisions.yml:1: The document must be a map.'],
    ['a list', '- a', 'decisions.yml:1: The document must be a map.'],
    ['another key', 'decision: []', 'decisions.yml:1: Unknown key `decision`.'],
    ['no list', 'decisions:', 'decisions.yml:1: `decisions` must be a list.'],
    ['half a file', 'decisions: [', 'decisions.yml:1: The YAML cannot be read: '],
    ['what is not UTF-8', Uint8Array.of(0xff, 0xfe), 'decisions.yml: the decisions file is not UTF-8; save it as UTF-8.'],
    ['more than anybody writes', ' '.repeat(2_000_001), 'decisions.yml: the decisions file is 2000001 bytes; at most 2000000 are read.'],
  ])('a file that holds %s', (_name, text, sentence) => {
    expect(message(text)).toContain(sentence);
  });

  it('all of it at once, in the order of lines', () => {
    const lines = changed(/disposition: .*[^]*approver: lee/, 'disposition: fine\n    reason: ""\n    owner: 7\n    approver: lee').split('\n');
    expect(lines.map((line) => line.split(':')[1])).toEqual(['3', '4', '5']);
  });
});

describe('what a stub leaves to fill in', () => {
  it.each(['disposition', 'reason', 'owner', 'approver', 'decided-on', 'expires'])('%s is refused, in one sentence and no other', (key) => {
    expect(changed(new RegExp(`${key}: .*`), `${key}: FILL-IN`)).toMatch(new RegExp(`^decisions\\.yml:\\d: \`decisions\\.0\\.${key}\` still holds FILL-IN of the stub; write what holds there, or take the whole entry out\\.$`));
  });

  it('is refused also within a text', () => {
    expect(changed('The yearly key ceremony.', 'agreed, see FILL-IN')).toContain('`decisions.0.reason` still holds FILL-IN');
  });
});
