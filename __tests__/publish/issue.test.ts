import { describe, expect, it } from '@jest/globals';
import type { QueryResult } from '../../src/evidence/result.js';
import type { Publishing } from '../../src/publish/publish.js';
import { RESULTS } from '../store/sample-pack.js';
import { BOT, desk, type Desk, type Pack, RUN_URL, TITLES } from './desk.js';

/** The pack's facts with other counts: what a later run finds once exceptions were decided. */
function told(pack: Pack, undecided: number): Partial<Publishing> {
  const results = RESULTS.map((result): QueryResult => (result.id === 'ROOT-01' ? { ...result, exceptions: { total: 2, decided: 2 - undecided, undecided, expired: 0 } } : result));
  const facts = { period: { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' }, results, undecided: new Map(undecided === 0 ? [] : [['ROOT-01', ['ROOT-01-ba9876543210']]]), trend: [] };
  return { text: { facts, titles: TITLES, incomplete: true, preliminary: false, evidenceId: pack.evidenceId, decisionsFile: 'decisions.yml' } };
}

const states = ({ github }: Desk): string[] => github.owner.issues.map(({ number, state, stateReason }) => `${number} ${state} ${stateReason}`);

describe('an issue', () => {
  it('is opened for each framework, with what is undecided and what has no full answer', async () => {
    const job = await desk();
    const pack = await job.write();
    const published = await job.publish(pack, { to: ['artifact', 'issue'], labels: ['audit'] });
    expect(published).toMatchObject({ problems: [], issues: [{ number: 1, framework: 'SOC 2', state: 'open' }, { number: 2, framework: 'GDPR', state: 'open' }] });
    expect(job.github.owner.issues.map(({ title, labels, login }) => ({ title, labels, login }))).toEqual([
      { title: 'CloudTrail evidence, SOC 2, 2026-10: 1 undecided, incomplete', labels: ['cloudtrail-evidence', 'audit'], login: BOT },
      { title: 'CloudTrail evidence, GDPR, 2026-10: 1 undecided', labels: ['cloudtrail-evidence', 'audit'], login: BOT },
    ]);
    expect(job.github.owner.issue(1).body?.split('\n').slice(1).join('\n')).toBe(`SOC 2, 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z (end excluded).
**Undecided: 1 of 2 exceptions.** Of these, 1 had a decision that has expired. Look at each in the report or in \`results/\`, and decide on it in \`.github/cloudtrail-evidence-decisions.yml\`; \`cloudtrail-evidence decide <pack>\` writes the lines to fill in. A decision counts from the next run on.

### Undecided exceptions

- ROOT-01, Use of the root user (1): \`ROOT-01-ba9876543210\`

### Without a full answer

- ROOT-02, Keys of the root user: Query failed (the query did not run to its end)

### Where it is

- [cloudtrail-evidence-2026-10.zip (artifact)](${RUN_URL}/artifacts/7)
- [The run](${RUN_URL})

Evidence id \`${pack.evidenceId}\`. Each run for this period updates this issue, closes it once every exception is decided, and opens it again when one is not; it is found by its label and its first line.
`);
  });

  it('is brought up to date in place, closed once all is decided, and opened again when something is not', async () => {
    const job = await desk();
    const pack = await job.write();
    const run = (undecided: number): Promise<unknown> => job.publish(pack, { to: ['artifact', 'issue'] }, told(pack, undecided));
    await run(2);
    expect(states(job)).toEqual(['1 open null', '2 open null']);
    await run(0);
    expect(states(job)).toEqual(['1 closed completed', '2 closed completed']);
    expect(job.github.owner.issue(1).title).toBe('CloudTrail evidence, SOC 2, 2026-10: all decided, incomplete');
    expect(job.github.owner.issue(1).body).toContain('**All 2 exceptions are decided.**');
    await run(1);
    expect(states(job)).toEqual(['1 open reopened', '2 open reopened']);
  });

  it('is not opened where nothing is undecided', async () => {
    const job = await desk();
    const pack = await job.write();
    expect((await job.publish(pack, { to: ['artifact', 'issue'] }, told(pack, 0))).issues).toEqual([]);
    expect(job.github.owner.issues).toEqual([]);
  });

  it('is not written again when it says the same', async () => {
    const job = await desk();
    const pack = await job.write();
    await job.publish(pack, { to: ['artifact', 'issue'] });
    await job.publish(pack, { to: ['artifact', 'issue'] });
    expect(job.github.calls.filter((call) => call.startsWith('PATCH'))).toEqual([]);
    expect(job.github.owner.issues).toHaveLength(2);
  });

  it('is another for another period', async () => {
    const job = await desk();
    for (const label of ['2026-09', '2026-10', '2026-10']) await job.publish(await job.write({ label }), { to: ['artifact', 'issue'] });
    expect(job.github.owner.issues.map(({ title }) => title.split(':')[0])).toEqual(['CloudTrail evidence, SOC 2, 2026-09', 'CloudTrail evidence, GDPR, 2026-09', 'CloudTrail evidence, SOC 2, 2026-10', 'CloudTrail evidence, GDPR, 2026-10']);
  });

  it('that somebody else made to look like ours is left alone', async () => {
    const job = await desk();
    const forged = job.github.owner.openIssue('mine', '<!-- cloudtrail-evidence: issue soc2 2026-10 000000000000 -->\nx', { by: 'mallory', labels: ['cloudtrail-evidence'] });
    const published = await job.publish(await job.write(), { to: ['artifact', 'issue'] });
    expect(forged).toMatchObject({ title: 'mine', state: 'open', body: expect.stringContaining('\nx') });
    expect(published.issues.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('of an app is found again by that app', async () => {
    const job = await desk({ login: 'evidence-app[bot]' });
    const pack = await job.write();
    await job.publish(pack, { to: ['artifact', 'issue'] });
    await job.publish(pack, { to: ['artifact', 'issue'] });
    expect(job.github.owner.issues.map(({ login }) => login)).toEqual(['evidence-app[bot]', 'evidence-app[bot]']);
  });

  it('is found among more than a page of them', async () => {
    const job = await desk();
    for (let number = 0; number < 101; number += 1) job.github.owner.openIssue('other', '', { labels: ['cloudtrail-evidence'] });
    const pack = await job.write();
    await job.publish(pack, { to: ['artifact', 'issue'] });
    await job.publish(pack, { to: ['artifact', 'issue'] });
    expect(job.github.owner.issues).toHaveLength(103);
  });
});
