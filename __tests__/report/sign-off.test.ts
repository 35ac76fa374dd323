import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PackReview } from '../../src/evidence/pack-review.js';
import type { SignOff } from '../../src/evidence/sign-off.js';
import { buildReport } from '../../src/report/view.js';
import { type Product, elements, htmlTextOf, markdownIt, markdownText, product } from './documents.js';
import { HOSTILE } from './hostile.js';
import { SAMPLE_SETTINGS, sampleInput } from './sample-input.js';

let given: Product;
beforeAll(async () => {
  given = await product();
});

type More = Parameters<typeof sampleInput>[2];
interface Pages {
  readonly markdown: string;
  readonly html: string;
}

function reportOf(more: More): Pages {
  const view = buildReport(sampleInput(given.soc2, given.queries.slice(0, 2), more));
  return { markdown: given.templates.markdown(view), html: given.templates.html(view) };
}

/** The sign-off page as text, the same in Markdown and on paper. */
function signOffPage(more: More): string {
  const { markdown, html } = reportOf(more);
  const cut = (text: string): string => /10 Sign-off\s+Signing here([\s\S]*?)Run record\s/.exec(text)?.[1]?.replace(/\s+/g, ' ') ?? '';
  const [fromMarkdown, fromHtml] = [cut(markdownText(markdown)), cut(htmlTextOf(html))];
  expect(fromMarkdown).not.toBe('');
  return `${fromMarkdown}\n${fromHtml}`;
}

/** Both media say it. */
function expectSaid(page: string, sentence: RegExp | string): void {
  for (const medium of page.split('\n')) expect(medium).toMatch(sentence);
}

const SIGNED: SignOff = { name: 'Lee Park', role: 'Head of Platform', statement: 'I reviewed this evidence.', signedOn: '2026-10-05', evidenceId: 'e'.repeat(64), manifestSha256: 'a'.repeat(64) };
const REVIEW: PackReview = { pullRequest: 41, url: 'https://github.com/acme/evidence/pull/41', mergedBy: 'lee-park', mergedAt: '2026-10-05T09:30:00Z', approvals: [{ login: 'lee-park', at: '2026-10-05T09:12:44Z' }, { login: 'grace', at: '2026-10-05T09:20:00Z' }] };
const SAME = 'Preparer and reviewer are the same person';
const preparedBy = (name: string, reviewedBy: string | null = null): More => ({ settings: { ...SAMPLE_SETTINGS, report: { ...SAMPLE_SETTINGS.report, preparedBy: name, reviewedBy } } });

describe('the sign-off page', () => {
  it('has lines to write on, for this evidence', () => {
    const page = signOffPage({});
    for (const words of ['Prepared by (management)', 'Reviewed by (management) (not reviewed when printed)', 'Received by (auditor)', 'conclusion, where there is one']) expectSaid(page, words);
    expectSaid(page, /concerns the evidence with this id and no other: [0-9a-f]{64}/);
    expect(page).not.toContain(SAME);
  });

  it('prints who signed the previous pack, what they said, and what they signed', () => {
    const page = signOffPage({ previousSignOff: { signOff: SIGNED, problem: null } });
    expectSaid(page, /Signed by:? Lee Park, Head of Platform .*Signed on:? 2026-10-05 .*Statement:? I reviewed this evidence\. .*Evidence id signed:? e{64}, which is that pack’s .*Manifest signed:? SHA-256 a{64}, which is that pack’s/);
  });

  it('says that nobody signed it', () => {
    expectSaid(signOffPage({ previousSignOff: { signOff: null, problem: null } }), 'It was not signed off: no signoff.json stood beside its manifest.');
  });

  it('takes a sign-off of something else for none', () => {
    expectSaid(signOffPage({ previousSignOff: { signOff: null, problem: 'is not JSON' } }), 'The file signoff.json beside its manifest is not JSON. It counts as not signed off.');
  });

  it('prints who approved and who merged it', () => {
    expectSaid(signOffPage({ previousReview: REVIEW }), /Pull request:? 41, https:\/\/github\.com\/acme\/evidence\/pull\/41 .*Approved by:? lee-park, 2026-10-05T09:12:44Z\W+grace, 2026-10-05T09:20:00Z .*Merged by:? lee-park, 2026-10-05T09:30:00Z/);
  });

  it('says that nobody approved it, or that nothing is known of it', () => {
    expectSaid(signOffPage({ previousReview: { ...REVIEW, approvals: [], mergedBy: null } }), /Approved by:? nobody: it was merged without an approval .*Merged by:? not told, 2026-10-05T09:30:00Z/);
    expectSaid(signOffPage({ previousReview: null }), 'No merged pull request of it is known to this run.');
  });

  it('says so where there is no previous pack', () => {
    const { trend } = sampleInput(given.soc2, []);
    expectSaid(signOffPage({ trend: { ...trend, previous: null, changes: null }, previousSignOff: null }), 'There is no previous pack.');
  });

  it.each<[string, More]>([
    ['the settings name one person twice', preparedBy('Dana Weiss', 'dana weiss, Platform')],
    ['the signer of the previous pack is the preparer', { ...preparedBy('Lee Park, Platform'), previousSignOff: { signOff: SIGNED, problem: null } }],
    ['an approver is the preparer', { ...preparedBy('Grace Hopper (@grace)'), previousReview: REVIEW }],
    ['who merged without approval is the preparer', { ...preparedBy('@lee-park'), previousReview: { ...REVIEW, approvals: [] } }],
  ])('says when %s', (_name, more) => {
    expectSaid(signOffPage(more), SAME);
  });

  it('holds no markup of what people wrote', () => {
    const texts = Object.values(HOSTILE);
    const wrote = (write: (text: string) => string): Pages => reportOf({
      previousSignOff: { signOff: { ...SIGNED, name: write(texts.join(' ')), role: write(texts.join(' ')), statement: texts.map(write).join('\n') }, problem: null },
      previousReview: { ...REVIEW, url: write(texts.join(' ')), approvals: texts.map((text) => ({ login: write(text), at: write(text) })) },
    });
    const [hostile, plain] = [wrote((text) => text), wrote((text) => text.replace(/[^\n]/gu, 'x'))];
    const [inHostile, inPlain] = [hostile, plain].map(markupOf);
    expect(inHostile).toEqual(inPlain);
  });
});

/** Elements and addresses of the pages; links and HTML of the Markdown. */
function markupOf({ markdown, html }: Pages): unknown {
  const tags = elements(html).filter(({ tagName }) => !['br', 'span', 'code'].includes(tagName));
  const tokens = markdownIt.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return {
    tags: tags.map(({ tagName }) => tagName),
    attributes: [...new Set(elements(html).flatMap(({ attrs }) => attrs.map(({ name }) => name)))].sort(),
    links: tokens.filter(({ type }) => ['link_open', 'image'].includes(type)).map((token) => token.attrGet('href') ?? token.attrGet('src')),
    html: tokens.filter(({ type }) => type.startsWith('html_')).map(({ content }) => content),
  };
}
