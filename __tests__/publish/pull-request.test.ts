import { describe, expect, it } from '@jest/globals';
import { readPackFacts } from '../../src/publish/pack-facts.js';
import { BOT, committed, desk, HEAD, LABEL, RUN_URL } from './desk.js';

describe('a pull request', () => {
  it('brings the pack on a branch of its own, with labels, and asks for reviews', async () => {
    const job = await desk();
    const published = await job.publish(await job.write(), { to: ['pull-request'], labels: ['audit', 'SOC 2'], reviewers: ['dana', 'lee'] });
    expect(published).toMatchObject({ problems: [], notes: [], commit: { branch: HEAD, folder: LABEL }, pullRequest: { number: 1, url: 'https://github.com/octo-org/cloud-logs/pull/1' } });
    expect(job.github.owner.pull(1)).toMatchObject({ state: 'open', login: BOT, title: 'Evidence from CloudTrail: 2026-10 (1 undecided, incomplete)', labels: ['audit', 'SOC 2'], pull: { head: HEAD, base: 'main', reviewers: ['dana', 'lee'] } });
    expect(await committed(job, 'main')).toEqual([]);
  });

  it('says what came of it, what changed, what is undecided and where everything is', async () => {
    const job = await desk();
    const before = await job.write({ label: '2026-09' });
    const pack = await job.write({ previous: before.folder });
    const { commit } = await job.publish(pack, { to: ['artifact', 'pull-request'] });
    const { trend } = await readPackFacts(pack.folder);
    expect(trend[0]).toMatch(/^Compared with the pack 2026-09: /);
    expect(job.github.owner.pull(1).body).toMatch(/^<!-- cloudtrail-evidence: pull-request 2026-10 [0-9a-f]{12} -->\n/);
    expect(job.github.owner.pull(1).body?.split('\n').slice(1).join('\n')).toBe(`What the CloudTrail logs show from 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z (end excluded).
**Incomplete**. Exceptions noted: 2 (1 decided, 1 undecided). Of the undecided, 1 had a decision that has expired.

Logs are missing or unreadable for something in scope, or a query failed: the reports say for which accounts, regions and days.

### For the reviewer

- [ ] The period is the one that was due
- [ ] What is incomplete, not collected or not evaluated is known, and somebody sees to it
- [ ] Each exception has a decision in \`.github/cloudtrail-evidence-decisions.yml\`, or somebody who will make one
- [ ] What changed since the previous pack was meant to change
- [ ] The reviewer is not who prepared the pack

Approve and merge: that is the review of this pack, and the next pack's sign-off page names who did both.

### Since the previous pack

${trend.map((line) => `- ${line}\n`).join('')}
### Undecided exceptions

- ROOT-01, Use of the root user (1): \`ROOT-01-ba9876543210\`

### Where it is

- [evidence/2026-10](https://github.com/octo-org/cloud-logs/tree/${commit?.sha}/evidence/2026-10)
- [cloudtrail-evidence-2026-10.zip (artifact)](${RUN_URL}/artifacts/7)
- [The run](${RUN_URL})

Evidence id \`${pack.evidenceId}\`

<details>
<summary>All 3 results</summary>

| Query | Title | Result | Rows | Exceptions |
| --- | --- | --- | ---: | --- |
| IAM-01 | Users that were created | Population for sampling | 3 |  |
| ROOT-01 | Use of the root user | Exceptions noted | 2 | 2 (1 decided, 1 undecided) |
| ROOT-02 | Keys of the root user | Query failed | 0 |  |

</details>
`);
  });

  it('that is not merged yet is brought up to date in place', async () => {
    const job = await desk();
    await job.publish(await job.write({ firstUser: 'bob' }), { to: ['pull-request'] });
    const pack = await job.write({ firstUser: 'carol', decisions: [] });
    const again = await job.publish(pack, { to: ['pull-request'] });
    expect(again).toMatchObject({ problems: [], pullRequest: { number: 1 }, commit: { folder: LABEL, isNew: true } });
    expect(job.github.owner.pulls).toHaveLength(1);
    expect(job.github.owner.pull(1).body).toContain(`Evidence id \`${pack.evidenceId}\``);
    expect((await committed(job, HEAD)).filter((path) => path.endsWith('manifest.json'))).toEqual(['evidence/2026-10/manifest.json']);
  });

  it('keeps what a reviewer has ticked, while it says the same', async () => {
    const job = await desk();
    const pack = await job.write();
    await job.publish(pack, { to: ['pull-request'] });
    const pull = job.github.owner.pull(1);
    pull.body = pull.body?.replace('- [ ] The period', '- [x] The period') ?? null;
    await job.publish(pack, { to: ['pull-request'] });
    expect(job.github.owner.pull(1).body).toContain('- [x] The period');
  });

  it('of the same pack again commits nothing and asks nobody again', async () => {
    const job = await desk();
    const pack = await job.write();
    await job.publish(pack, { to: ['pull-request'], reviewers: ['dana'] });
    await job.github.owner.approve(1, 'dana');
    const head = await job.github.owner.head(HEAD);
    await job.publish(pack, { to: ['pull-request'], reviewers: ['dana'] });
    expect(await job.github.owner.head(HEAD)).toBe(head);
    expect(job.github.owner.pull(1).pull.reviewers).toEqual([]);
  });

  it('that was merged is followed by one with a folder of its own, where the evidence differs', async () => {
    const job = await desk();
    await job.publish(await job.write({ firstUser: 'bob' }), { to: ['pull-request'], commitContent: 'full' });
    await job.github.owner.merge(1, 'lee', { method: 'squash' });
    const next = await job.publish(await job.write({ firstUser: 'carol' }), { to: ['pull-request'], commitContent: 'full' });
    expect(next).toMatchObject({ problems: [], pullRequest: { number: 2 }, commit: { branch: HEAD, folder: '2026-10-r2' } });
    await job.github.owner.merge(2, 'lee');
    expect((await committed(job, 'main')).filter((path) => path.endsWith('.md') && !path.includes('/2026-10/') && !path.includes('-r2/'))).toEqual(['evidence/2026-10-r2.md', 'evidence/2026-10.md']);
  });

  it('that was merged is followed by none where the evidence is the same', async () => {
    const job = await desk();
    await job.publish(await job.write(), { to: ['pull-request'] });
    await job.github.owner.merge(1, 'lee', { deleteBranch: true });
    const again = await job.publish(await job.write(), { to: ['pull-request'] });
    expect(again).toMatchObject({ problems: [], pullRequest: null, commit: { branch: 'main', isNew: false }, notes: [expect.stringMatching(/^publish: evidence\/2026-10 on the branch "main" holds this evidence already/)] });
    expect(await job.github.owner.branches()).toEqual(['main']);
  });

  it('that was turned down is followed by a new one that starts from the base', async () => {
    const job = await desk();
    await job.publish(await job.write({ firstUser: 'bob' }), { to: ['pull-request'] });
    await job.github.owner.close(1, 'lee');
    await job.github.owner.push('main', { 'src/a.ts': 'a' });
    const next = await job.publish(await job.write({ firstUser: 'carol' }), { to: ['pull-request'] });
    expect(next).toMatchObject({ problems: [], pullRequest: { number: 2 }, commit: { folder: LABEL } });
    expect((await job.github.owner.files(HEAD)).has('src/a.ts')).toBe(true);
  });

  it('leaves a sign-off that somebody added, and the pack it stands beside', async () => {
    const job = await desk();
    await job.publish(await job.write(), { to: ['pull-request'] });
    await job.github.owner.push(HEAD, { 'evidence/2026-10/signoff.json': '{}' });
    const head = await job.github.owner.head(HEAD);
    await job.publish(await job.write(), { to: ['pull-request'] });
    expect(await job.github.owner.head(HEAD)).toBe(head);
    await job.publish(await job.write({ decisions: [] }), { to: ['pull-request'] });
    expect(await committed(job, HEAD)).toContain('evidence/2026-10/signoff.json');
  });

  it('leaves a text that a person has written', async () => {
    const job = await desk();
    await job.publish(await job.write(), { to: ['pull-request'] });
    job.github.owner.pull(1).body = 'Please look at October.';
    await job.publish(await job.write({ decisions: [] }), { to: ['pull-request'] });
    expect(job.github.owner.pull(1).body).toBe('Please look at October.');
  });

  it('goes into the branch that is named, also when that changes', async () => {
    const job = await desk();
    await job.github.owner.push('audit', { 'a.txt': 'a' });
    const pack = await job.write();
    await job.publish(pack, { to: ['pull-request'] });
    await job.publish(pack, { to: ['pull-request'], branch: 'audit' });
    expect(job.github.owner.pulls.map(({ pull }) => pull.base)).toEqual(['audit']);
    expect((await job.publish(pack, { to: ['pull-request'], branch: 'elsewhere' })).problems).toEqual(['publish: the pull request needs the branch "elsewhere" to merge into, and there is none of that name; correct branch.']);
  });

  it('takes the place of a commit beside it', async () => {
    const job = await desk();
    const published = await job.publish(await job.write(), { to: ['commit', 'pull-request'] });
    expect(published).toMatchObject({ problems: [], commit: { branch: HEAD }, pullRequest: { number: 1 } });
    expect(await committed(job, 'main')).toEqual([]);
  });
});
