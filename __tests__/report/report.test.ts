import { beforeAll, describe, expect, it } from '@jest/globals';
import { lackedColumns } from '../../src/engines/event-origins.js';
import type { Reason } from '../../src/evidence/result.js';
import type { QuerySection, ReportInput } from '../../src/report/input.js';
import { buildReport } from '../../src/report/view.js';
import { HOSTILE, HUGE, readBack } from './hostile.js';
import { type Product, attribute, elements, htmlHeadings, htmlTextOf, inlineText, markdownHeadings, markdownIt, markdownText, product, textOf } from './documents.js';
import { SAMPLE_SETTINGS, sampleInput } from './sample-input.js';

let given: Product;
beforeAll(async () => {
  given = await product();
});

const FRAMEWORKS = ['soc2', 'gdpr'] as const;
function rendered(framework: 'soc2' | 'gdpr', more: Parameters<typeof sampleInput>[2] = {}): { readonly markdown: string; readonly html: string; readonly input: ReportInput } {
  const input = sampleInput(given[framework], given.queries, more);
  const view = buildReport(input);
  return { markdown: given.templates.markdown(view), html: given.templates.html(view), input };
}

/** Every number, with how often it stands. */
function numbers(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [number] of text.matchAll(/\d(?:[\d,.:TZ-]*[\dZ])?/g)) found.set(number, (found.get(number) ?? 0) + 1);
  return found;
}

describe.each(FRAMEWORKS)('the %s report', (framework) => {
  it('has the same sections in Markdown and on pages', () => {
    const { markdown, html } = rendered(framework);
    const headings = markdownHeadings(markdown);
    expect(htmlHeadings(html)).toEqual(headings);
    expect(headings[0]?.level).toBe(1);
    headings.slice(1).forEach((heading, index) => expect(heading.level - (headings[index]?.level ?? 0)).toBeLessThanOrEqual(1));
  });

  it('has the same numbers in Markdown and on pages', () => {
    // Few queries, so that no table is longer than the Markdown prints.
    const criteria = given[framework].criteria.map((criterion) => ({ ...criterion, queries: criterion.queries.filter(({ id }) => /^(ROOT|LOG|AUTH)-/.test(id)) }));
    const few = given.queries.filter(({ id }) => /^(ROOT|LOG|AUTH)-/.test(id));
    const input = sampleInput({ ...given[framework], criteria }, few);
    const short = { ...input, evidenceFiles: input.evidenceFiles.slice(0, 20), sections: input.sections.map((section) => ({ ...section, rows: section.rows.slice(0, 8), result: { ...section.result, rows: Math.min(8, section.result.rows) } })) };
    const view = buildReport(short);
    const fromMarkdown = numbers(markdownText(given.templates.markdown(view)));
    const fromHtml = numbers(htmlTextOf(given.templates.html(view)));
    const onlyOnPages = [...fromHtml].filter(([number, times]) => (fromMarkdown.get(number) ?? 0) !== times);
    const onlyInText = [...fromMarkdown].filter(([number]) => !fromHtml.has(number));
    expect(fromHtml.size).toBeGreaterThan(100);
    expect(onlyOnPages).toEqual([]);
    expect(onlyInText).toEqual([]);
  });

  it('says of other days what the listing tells of them', () => {
    const files = sampleInput(given[framework], given.queries).files;
    const said = (more: Partial<ReportInput['files']>): string => markdownText(rendered(framework, { files: { ...files, ...more } }).markdown);
    const other = 'Log files delivered on other days than those of the period and right around it: ';
    expect(said({})).toContain(`${other}212 files in the archive, not read.`);
    expect(said({ outsideWindow: 0 })).not.toContain(other);
    expect(said({ outsideWindow: 0, onlyWindowListed: true })).toContain(`${other}not listed, and not read.`);
    expect(said({ outsideWindow: 2, onlyWindowListed: true })).toContain(`${other}not listed, and not read, but for 2 files outside CloudTrail’s own folders, listed and not read.`);
  });

  it('names folders that the table does not read', () => {
    const files = sampleInput(given[framework], given.queries).files;
    const said = (foldersLeftAside: readonly string[]): string => markdownText(rendered(framework, { files: { ...files, foldersLeftAside } }).markdown);
    expect(said([])).not.toContain('does not read them');
    expect(said(['CloudTrail-Insight', 'CloudTrail-NetworkActivity'])).toContain('Logs in CloudTrail’s folders CloudTrail-Insight and CloudTrail-NetworkActivity: they stand in the archive, and the table that was queried does not read them.');
  });

  it('stands without scripts, fetches nothing, and links to itself alone', () => {
    const { html } = rendered(framework);
    const found = elements(html);
    expect(found.filter((element) => ['script', 'link', 'img', 'iframe', 'object', 'base', 'form'].includes(element.tagName))).toEqual([]);
    expect(found.flatMap((element) => element.attrs.filter((attr) => /^(on|src$|srcset$|action$)/.test(attr.name)))).toEqual([]);
    const ids = found.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of found.filter((element) => element.tagName === 'a')) {
      const target = attribute(link, 'href') ?? '';
      expect(target).toMatch(/^#/);
      expect(ids).toContain(target.slice(1));
    }
    expect(html).not.toMatch(/url\((?!data:font\/woff2)/);
  });

  it('says which file holds the rows it does not print, above the table', () => {
    const { markdown, html, input } = rendered(framework);
    const long = input.sections.find((section) => section.result.rows === 1_204 && section.query.expect === 'population' && input.framework.criteria.some((criterion) => criterion.queries.some(({ id }) => id === section.query.id)));
    if (long?.files == null) throw new Error('The sample has no long population.');
    const sentence = `${long.query.id}: first 5 of 1,204; all of them: ${long.files.csv.path}, sha256 ${long.files.csv.sha256}`;
    expect(markdownText(markdown)).toContain(sentence);
    expect(elements(html).filter((element) => element.tagName === 'caption').map((caption) => textOf(caption).trim()).some((caption) => caption.startsWith(sentence))).toBe(true);
  });

  it('says on which engine its queries were run, and of no other that they run there', () => {
    const { markdown, input } = rendered(framework);
    expect(markdownText(markdown)).toContain(`this pack was made with ${input.facts.engineVersion}`);
    expect(markdownText(markdown)).not.toMatch(/runs as it stands/);
  });

  it('never says what only an auditor may say', () => {
    const { markdown, html } = rendered(framework);
    for (const text of [markdownText(markdown), htmlTextOf(html)]) expect(text).not.toMatch(/\b(PASS(ED)?|FAIL|COMPLIANT|compliant|score|passed)\b|\d\s?%/);
  });

  it('is in English, names its columns and rows, and carries the evidence id in its title', () => {
    const { html, markdown, input } = rendered(framework);
    const found = elements(html);
    expect(found.find((element) => element.tagName === 'html')?.attrs).toEqual([{ name: 'lang', value: 'en' }]);
    expect(found.filter((element) => element.tagName === 'th').every((element) => ['col', 'row'].includes(attribute(element, 'scope') ?? ''))).toBe(true);
    expect(textOf(found.find((element) => element.tagName === 'title') ?? found[0]!)).toContain(input.evidenceId);
    expect(markdown).toContain(input.evidenceId);
    for (const svg of found.filter((element) => element.tagName === 'svg')) {
      expect(attribute(svg, 'role')).toBe('img');
      expect(svg.childNodes.slice(0, 2).map((node) => node.nodeName)).toEqual(['title', 'desc']);
    }
  });

  it('is the same text each time', () => {
    expect(rendered(framework)).toEqual(rendered(framework));
  });
});

describe('a run of Athena', () => {
  const spent = { bytesScanned: 123_456_789, bytesCharged: 133_000_000, costUsd: 0.000665 };
  const execution = { purpose: 'ROOT-01', executionId: '0c1d2e3f-1111-4222-8333-444455556666', state: 'SUCCEEDED', engineVersion: 'Athena engine version 3', bytesScanned: 9_456_789, queuedMs: 120, engineMs: 8_400, totalMs: 8_740, failure: null } as const;
  const failed = { ...execution, purpose: 'LAM-01', state: 'FAILED', bytesScanned: 0, totalMs: 95, failure: { errorType: 401, sentence: 'Athena ran out of resources.' } } as const;
  const byAthena = (hostile = ''): Parameters<typeof sampleInput>[2] => ({
    logsPlace: `s3://trail-logs/AWSLogs/${hostile}`,
    settings: { ...SAMPLE_SETTINGS, engine: 'athena', logs: '', athena: { database: 'logs', table: `cloudtrail${hostile}`, workgroup: `audit${hostile}`, output: null, staging: 'auto', maxScanBytes: null, allowFullScan: false }, aws: { roleToAssume: null, region: 'eu-central-1', roleSessionName: 'evidence', roleDurationSeconds: 3600, allowedAccountIds: [], profile: null } },
    spending: { ...spent, executions: [{ ...execution, purpose: `ROOT-01${hostile}`, executionId: `${execution.executionId}${hostile}` }, failed] },
  });

  it('has its workgroup, its statements and its price in the run record, and makes no claim on hashes', () => {
    const { markdown, html } = rendered('soc2', byAthena());
    for (const text of [markdownText(markdown), htmlTextOf(html)]) {
      for (const said of ['workgroup audit, table logs.cloudtrail', 's3://trail-logs/AWSLogs/', '2 statements; 123 MB scanned, 133 MB charged: 0.0007 USD at 5 USD a TB', execution.executionId, 'failed: Athena ran out of resources.', 'Their hashes were not compared', 'its account and ARN are in run.json']) expect(text).toContain(said);
    }
  });

  it('may bear names that are markup elsewhere', () => {
    const clean = rendered('soc2', byAthena(' x'));
    const { markdown, html } = rendered('soc2', byAthena(` ${Object.values(HOSTILE).join(' ')}`));
    expect(tagCounts(html)).toEqual(tagCounts(clean.html));
    expect(tokenKinds(markdown)).toEqual(tokenKinds(clean.markdown));
  });
});

describe('data from the logs', () => {
  const values = [...Object.values(HOSTILE), ...Object.values(HUGE)];

  /** Queries that list exceptions, 25 rows each, every cell of a row the same value. */
  function filled(input: ReportInput, valueOf: (n: number) => string): ReportInput {
    let next = 0;
    return {
      ...input,
      sections: input.sections.map((section) => {
        if (section.query.expect !== 'none' || section.columns.length === 0 || next >= values.length) return { ...section, rows: [], result: { ...section.result, rows: 0 } };
        const rows = Array.from({ length: 25 }, () => { const value = valueOf(next % values.length); next += 1; return section.columns.map(() => value); });
        return { ...section, rows, result: { ...section.result, result: 'exceptions', rows: 25, exceptions: { total: 25, decided: 0, undecided: 25, expired: 0 } } };
      }),
    };
  }

  it('makes no markup of its own, and is all there', () => {
    const { input } = rendered('soc2');
    const clean = buildReport(filled(input, () => 'x'));
    const hostile = buildReport(filled(input, (n) => values[n] ?? ''));
    const html = given.templates.html(hostile);
    const markdown = given.templates.markdown(hostile);
    expect(tagCounts(html)).toEqual(tagCounts(given.templates.html(clean)));
    expect(tokenKinds(markdown)).toEqual(tokenKinds(given.templates.markdown(clean)));
    const inHtml = new Set(elements(html).filter((element) => element.tagName === 'code').map((element) => readBack(textOf(element))));
    const inMarkdown = new Set(markdownIt.parse(markdown, {}).flatMap((token) => (token.children ?? []).filter((child) => child.type === 'code_inline').map((child) => readBack(child.content))));
    for (const value of Object.values(HOSTILE)) {
      expect(inHtml).toContain(value);
      expect(inMarkdown).toContain(value);
    }
  });

  it('may be what an owner copied into a decision', () => {
    const input = sampleInput(given.soc2, given.queries);
    const decisions = Object.values(HOSTILE).map((text, index) => ({
      ...input.decisions[0]!, number: index + 1,
      decision: {
        exception: null, match: { query: 'ROOT-01', actor: text, resource: text, account: null, eventNames: [text], from: null, to: null }, disposition: 'control-failure-open' as const,
        reason: text, ticket: text, owner: text, approver: text, decidedOn: '2026-11-02', expires: '2027-11-02',
      },
    }));
    const spans = new Set<string>();
    // No more at a time than the Markdown prints.
    for (let from = 0; from < decisions.length; from += 25) {
      const view = buildReport({ ...input, sections: [], decisions: decisions.slice(from, from + 25) });
      const found = elements(given.templates.html(view));
      expect(found.filter(({ tagName }) => ['script', 'img', 'iframe', 'object', 'base', 'link', 'form', 'details', 'h1'].includes(tagName)).map(({ tagName }) => tagName)).toEqual(['h1']);
      expect(found.flatMap(({ attrs }) => attrs).filter(({ name, value }) => /^on|^src|^action$/.test(name) || (name === 'href' && !value.startsWith('#')))).toEqual([]);
      const tokens = markdownIt.parse(given.templates.markdown(view), {}).flatMap((token) => [token, ...(token.children ?? [])]);
      expect(tokens.filter(({ type, attrs }) => type === 'image' || (type === 'link_open' && attrs?.some(([, value]) => !String(value).startsWith('#'))))).toEqual([]);
      for (const { type, content } of tokens) if (type === 'code_inline') spans.add(readBack(content));
      for (const code of found.filter(({ tagName }) => tagName === 'code')) spans.add(readBack(textOf(code)));
    }
    expect(Object.values(HOSTILE).filter((text) => !spans.has(text))).toEqual([]);
  });

  it('may come in columns named like parts of an object', () => {
    const columns = ['exception_id', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const { input } = rendered('soc2');
    const sections = input.sections.map((section) => (section.rows.length === 0 ? section : { ...section, columns, rows: section.rows.map((_, n) => columns.map((name) => `${name} ${String(n)}`)) }));
    const view = buildReport({ ...input, sections });
    expect(htmlTextOf(given.templates.html(view))).toContain('hasOwnProperty 0');
    expect(markdownText(given.templates.markdown(view))).toContain('__proto__ 0');
  });

  it('may stand in file names, trails and accounts', () => {
    const hostile = Object.values(HOSTILE).join(' ');
    const { html, markdown } = rendered('soc2', {
      files: { read: 1, outsideWindow: 0, digests: 0, onlyWindowListed: false, foldersLeftAside: [], notRead: [{ key: hostile, reason: 'not JSON', detail: hostile }] },
      trailChanges: [{ account: hostile, region: hostile, time: hostile, eventName: hostile, eventId: hostile, trail: hostile }],
      coverage: { scope: [{ account: hostile, region: hostile }], runs: [{ account: hostile, region: hostile, category: 'data', source: hostile, fromDay: '2026-10-01', toDay: '2026-11-01', state: 'unexplained', reason: 'no-events' }] },
      logsPlace: hostile,
      settings: { ...SAMPLE_SETTINGS, report: { ...SAMPLE_SETTINGS.report, entity: hostile, classification: hostile } },
    });
    const tags = new Set(elements(html).map((element) => element.tagName));
    for (const tag of ['script', 'img', 'iframe', 'base', 'details', 'object', 'link']) expect(tags).not.toContain(tag);
    expect(elements(html).filter((element) => element.tagName === 'style')).toHaveLength(1);
    const kinds = tokenKinds(markdown);
    expect(kinds['image'] ?? 0).toBe(0);
    expect(links(markdown).every((href) => href.startsWith('#'))).toBe(true);
  });
});

function tagCounts(html: string): Readonly<Record<string, number>> {
  return counted(elements(html).map((element) => element.tagName).filter((tag) => !['code', 'span', 'col', 'td', 'th', 'tr'].includes(tag)));
}

/** Kinds of Markdown token but for code spans and text, of which empty cells and cut texts have other numbers. */
function tokenKinds(markdown: string): Readonly<Record<string, number>> {
  const tokens = markdownIt.parse(markdown, {});
  return counted(tokens.flatMap((token) => [token.type, ...(token.children ?? []).map((child) => (child.type === 'html_inline' ? `html ${child.content.slice(0, 5)}` : child.type))]).filter((kind) => !['code_inline', 'text', 'text_special'].includes(kind)));
}

function links(markdown: string): readonly string[] {
  return markdownIt.parse(markdown, {}).flatMap((token) => (token.children ?? []).flatMap((child) => (child.type === 'link_open' ? [String(child.attrGet('href'))] : [])));
}

function counted(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('the cover', () => {
  const cover = (more: Parameters<typeof sampleInput>[2] = {}): string => {
    const { html } = rendered('soc2', more);
    return textOf(elements(html).find((element) => element.tagName === 'header') ?? elements(html)[0]!).replace(/\s+/g, ' ');
  };

  it('says what is incomplete and why, and what was not collected or evaluated', () => {
    const text = cover();
    expect(text).toMatch(/Incomplete\. \d+ of \d+ queries rests? on logs that are not accounted for/);
    expect(text).toContain('no digests that account for the silence: account 444455556666, eu-west-1, 2026-10-11 to 2026-10-12 (2 days)');
    expect(text).toMatch(/Not collected: \d+ of \d+ queries/);
    expect(text).toMatch(/Not evaluated: \d+ of \d+ queries/);
    expect(text).toContain('not reviewed');
  });

  it('says when nothing is incomplete', () => {
    const { input } = rendered('soc2');
    const sections = input.sections.filter((section) => section.result.result !== 'incomplete');
    expect(cover({ sections })).toContain('Complete. The logs are accounted for on every day');
  });

  it('marks a pack over an open period', () => {
    expect(cover({ preliminary: true })).toContain('Preliminary. The period was still open');
    expect(cover()).not.toContain('Preliminary');
  });
});

describe('logs that are not accounted for', () => {
  const over = (input: ReportInput): ReportInput => ({
    ...input,
    sections: input.sections.map((section) => ({ ...section, result: { ...section.result, result: section.query.expect === 'none' ? 'exceptions' : 'incomplete', reasons: [
      { code: 'logging-stopped', account: '111122223333', region: 'eu-west-1', from: '2026-10-21', to: '2026-10-22' },
      { code: 'digest-gap', account: '444455556666', region: 'eu-west-1', from: '2026-10-17', to: '2026-10-18' },
    ], coverage: { management: 'incomplete' } } })),
  });
  const text = (input: ReportInput): string => markdownText(given.templates.markdown(buildReport(input)));

  it('mark every result they touch, also where exceptions were noted', () => {
    const { input } = rendered('soc2');
    const all = text(over(input));
    expect(all).toMatch(/Incomplete\. All \d+ queries rest on logs that are not accounted for; section 5 shows which\./);
    expect(all).toContain('Exceptions noted; logs incomplete');
    expect(all).toMatch(/(\d+) of the \1 queries with exceptions also rest on logs that are not accounted for/);
    expect(all).toMatch(/Queries whose logs are all accounted for: 0 of \d+; section 2\.3/);
    expect(all).toContain('Reasons as on the cover.');
    expect(text(input)).not.toContain('logs incomplete');
  });

  it('are told apart from columns that the log table lacks', () => {
    const { input } = rendered('soc2');
    const missingColumns = ['session_credential_from_console', 'tls_version'];
    const lacks: Reason = { code: 'column-missing', account: null, region: null, from: null, to: null };
    const judged = (section: QuerySection): QuerySection => {
      const [lacking, result] = [lackedColumns(section.query, missingColumns).length > 0, section.query.expect === 'none' && section.result.rows > 0 ? 'exceptions' : 'incomplete'] as const;
      const whole = { ...section.result, reasons: [], coverage: { management: 'complete' } } as const;
      return { ...section, result: lacking ? { ...whole, result, reasons: [lacks] } : { ...whole, result: section.query.expect === 'none' ? 'no-exceptions' : 'population' } };
    };
    const narrow = { ...input, missingColumns, sections: input.sections.map(judged) };
    const all = text(narrow);
    const concerned = narrow.sections.filter(({ result }) => result.reasons.length > 0).map(({ query }) => query.id);
    expect(all).toMatch(/Incomplete\. \d+ of \d+ queries rest on a log table that lacks columns they need; section 5 shows which\./);
    expect(all).toContain('Incomplete because: The log table lacks a column that is needed (section 4 names it).');
    expect(all).toContain('Exceptions noted; column missing');
    expect(all).toContain('Incomplete; column missing');
    expect(all).toMatch(/The query returned [\d,]+ rows?, from a log table that lacks columns it needs\. There may be more, and rows may say less than the logs do\./);
    expect(all).toMatch(/undecided\. The log table lacks columns the query needs: there may be more\./);
    expect(all).toMatch(/queries with exceptions also rest on a log table that lacks columns they need: there may be more/);
    expect(all).toContain('sessionCredentialFromConsole (needed, and read as empty)');
    expect(all).toContain('Fields the log table does not hold, read as empty: sessionCredentialFromConsole, tlsDetails.tlsVersion');
    expect(all).toMatch(new RegExp(`${concerned.length} of \\d+ queries need one of them; each names its own: ${concerned.join(', ')}`));
    expect(all).not.toContain('logs incomplete');
    expect(all).not.toContain('that are not accounted for;');
    const without = input.sections.filter(({ query }) => !query.needs.includes('tls_version'));
    expect(text({ ...input, missingColumns: ['tls_version'], sections: without })).toContain('No query of this report needs one of them');
  });

  it('are never called days without events', () => {
    const { html, markdown } = rendered('soc2');
    for (const each of [htmlTextOf(html), markdownText(markdown)]) {
      expect(each).not.toMatch(/no events, unexplained|Events present/);
      expect(each).toContain('nothing shows that logging stopped');
    }
    expect(html).toContain('not accounted for');
  });
});

describe('what nobody can look up elsewhere', () => {
  it.each(FRAMEWORKS)('the %s report splits criteria without a query by whether the logs hold anything', (framework) => {
    const { input, markdown } = rendered(framework);
    const unserved = input.framework.criteria.filter((criterion) => criterion.queries.length === 0);
    const silent = unserved.filter((criterion) => criterion.shows === null).length;
    const some = silent === unserved.length ? '' : `; for ${String(unserved.length - silent)} it holds some, and this pack has no query`;
    const ofTheOthers = silent === unserved.length ? `For the other ${String(silent)}` : `For ${String(silent)} of the others`;
    for (const those of [ofTheOthers, `For ${String(silent)} of them`]) expect(markdownText(markdown)).toContain(`${those} CloudTrail holds no evidence${some}.`);
  });

  it('the register says who did what to what, and never a part of the key that stands beside it', () => {
    const { input } = rendered('soc2');
    const one = (id: string, values: Readonly<Record<string, string>>): ReportInput => ({
      ...input,
      sections: input.sections.filter((section) => section.query.id === id).map((section) => ({
        ...section, columns: Object.keys(values), rows: [Object.values(values)],
        result: { ...section.result, result: 'exceptions', rows: 1, exceptions: { total: 1, decided: 0, undecided: 1, expired: 0 } },
      })),
    });
    const register = (given: ReportInput): string => {
      const found = buildReport(given).sections.find((each) => each.id === 'exceptions')?.blocks.at(-1);
      return found?.kind === 'table' ? (found.rows[0] ?? []).slice(2, 4).map((cell) => cell.map((part) => part.text).join('')).join(' | ') : '';
    };
    const base = { exception_id: 'X', event_time: '2026-10-05T07:03:11Z', account_id: '111122223333', region: 'eu-west-1' };
    expect(register(one('IAM-03', { ...base, actor_name: 'hugo', event_name: 'AttachUserPolicy', granted_to: 'user hugo', rights: 'Admin' }))).toBe('hugo | AttachUserPolicy; user hugo; Admin');
    expect(register(one('PRIV-03', { ...base, principal: 'role BreakGlass', session_name: 'INC-1', opened_by: 'ada' }))).toBe('ada | role BreakGlass; INC-1');
    expect(register(one('AUTH-03', { ...base, pattern: 'many failures', tried: 'marketing', source_ip: '192.0.2.66' }))).toBe('192.0.2.66 | many failures; marketing');
    expect(register(one('AUTH-02', { ...base, actor_name: 'bob', event_id: 'e-1' }))).toBe('bob | ConsoleLogin');
    expect(register(one('AUTH-02', { ...base, actor_name: 'bob', login_to: 'https://console' }))).toBe('bob | ConsoleLogin; https://console');
    expect(register(one('INV-04', { ...base, function_name: 'checkout', invoker: 'ada', invoker_class: 'person', through: 'API' }))).toBe('ada | checkout; API');
    expect(register(one('DATA-07', { ...base, actor_name: 'dan', event_name: 'DeleteBucketEncryption', weakened: 'bucket encryption removed', thing: 'exports' }))).toBe('dan | DeleteBucketEncryption; exports; bucket encryption removed');
    expect(register(one('ERR-03', { ...base, principal: 'hugo', actor_class: 'person', reason: 'many different calls', services: '15' }))).toBe('hugo | many different calls');
    expect(register(one('RES-01', { ...base, principal: 'bob', first_event_id: 'e-1' }))).toBe('bob | –');
  });

  it('names the class of event whose selection is in doubt, on the cover and among the days', () => {
    const { input } = rendered('soc2');
    const partly: Reason = { code: 'partly-selected', account: '444455556666', region: null, from: '2026-10-01', to: '2026-10-10', category: 'data', source: 's3.amazonaws.com' };
    const sections = input.sections.slice(0, 1).map((section) => ({ ...section, result: { ...section.result, result: 'incomplete' as const, reasons: [partly, { ...partly, source: 'dynamodb.amazonaws.com' }] } }));
    const told = markdownText(given.templates.markdown(buildReport({ ...input, sections })));
    expect(told).toContain('Incomplete because (a): Only some of the data events of s3.amazonaws.com were selected: account 444455556666, 2026-10-01 to 2026-10-09 (9 days).');
    expect(told).toContain('Incomplete because (b): Only some of the data events of dynamodb.amazonaws.com were selected');
    expect(told).toContain('444455556666 eu-central-1, eu-west-1, us-east-1 data: s3.amazonaws.com 2026-10-01 to 2026-10-09 (9 days) only some of these events were selected');
  });

  it('says of a query that was not run why, and nothing of what it would have done', () => {
    const { input } = rendered('soc2');
    const notRun = input.sections.filter(({ query: { id } }) => id === 'INC-01' || id === 'LAM-04').map((section) => ({
      ...section, files: null, rows: [], executedSqlSha256: '', missingLists: section.query.id === 'INC-01' ? ['incident' as const] : ['known-accounts' as const],
      result: { ...section.result, result: 'not-evaluated' as const, reasons: [], rows: 0 },
    }));
    const told = markdownText(given.templates.markdown(buildReport({ ...input, sections: notRun })));
    expect(told).toContain('Not evaluated, as what they compare with was not given: INC-01 (no incident was named for this run); LAM-04 (known-accounts is not configured).');
    expect(told).toContain('Nothing: the query was not run.');
    expect(told).not.toContain('Read every');
    expect(told).toContain('it was not run: see INC-01.');
  });

  it('the register says of each exception how it stands, and by which decision', () => {
    const standings = [{ state: 'decided', decision: 1 }, { state: 'expired', decision: 2 }, { state: 'undecided', decision: null }] as const;
    const decisions = sampleInput(given.soc2, given.queries).decisions.slice(0, 2).map((record, index) => ({ ...record, decision: { ...record.decision, disposition: 'expected-break-glass' as const, ticket: index === 0 ? 'INC-7' : null } }));
    const input = sampleInput(given.soc2, given.queries);
    const view = buildReport({
      ...input, decisions,
      sections: input.sections.filter(({ query: { id } }) => id === 'ROOT-01').map((section) => ({
        ...section, standings, rows: ['a', 'b', 'c'].map((id) => section.columns.map((column) => (column === 'exception_id' ? id : 'x'))), result: { ...section.result, result: 'exceptions', rows: 3, exceptions: { total: 3, decided: 1, undecided: 2, expired: 1 } },
      })),
    });
    const register = view.sections.find(({ id }) => id === 'exceptions')?.blocks.at(-1);
    expect(register?.kind === 'table' ? register.rows.map((cells) => cells.at(-1)?.map(({ text }) => text).join('')) : []).toEqual([
      'Decided: Expected, break-glass use, INC-7; decision 1', 'Undecided; its decision has expired: Expected, break-glass use; decision 2', 'Undecided',
    ]);
  });

  it('decisions stand with their flags, those in use first, and say where there are none', () => {
    const { input } = rendered('soc2');
    const decisions = (more: Partial<ReportInput>): string => JSON.stringify(buildReport({ ...input, ...more }).sections.find(({ id }) => id === 'exceptions')?.sections[0]);
    const told = decisions({ decisions: [{ ...input.decisions[0]!, exceptions: 0, flags: ['unused'] }, { ...input.decisions[1]!, number: 2, exceptions: 40, flags: ['over-broad', 'own-actor'] }] });
    expect(told.indexOf('40; over-broad; own actor')).toBeLessThan(told.indexOf('0; unused'));
    for (const meaning of ['it covers no exception of this pack', 'a match that covers more than 25 exceptions', 'bears the name of somebody whose act it is about']) expect(told).toContain(meaning);
    expect(told).not.toContain('it expired before');
    expect(decisions({ settings: { ...SAMPLE_SETTINGS, decisions: null }, decisions: [] })).toContain('No decisions file was given to this run: every exception is undecided.');
  });

  it('each query names its kind, and a form to sign has a line to write on', () => {
    const { html, markdown, input } = rendered('soc2');
    const framework = new Set(input.framework.criteria.flatMap((criterion) => criterion.queries.map(({ id }) => id)));
    expect(markdown.match(/^\| Kind \| (looking for|listing a|counting)/gm)).toHaveLength(input.sections.filter(({ query }) => framework.has(query.id)).length);
    expect(markdownText(markdown)).toMatch(/Conclusion: _{20,}/);
    expect(htmlTextOf(html)).toContain('Reviewed by (management) (not reviewed when printed)');
    expect(htmlTextOf(html)).not.toMatch(/Name\s*not reviewed/);
  });
});

describe('numbers of a run', () => {
  it('tie out, or the report says that they do not', () => {
    expect(markdownText(rendered('soc2').markdown)).toContain('3 + 1,202 + 40,112 + 18,330 + 1,144,920 = 1,204,567. This ties out to the 1,204,567 records read.');
    const counts = { records: 10, malformed: 1, duplicates: 1, outsidePeriod: 1, leadIn: 1, events: 5 };
    expect(markdownText(rendered('soc2', { counts }).markdown)).toContain('= 9. This does not tie out to the 10 records read.');
  });

  it('say nothing of digests’ signatures but that they were not validated', () => {
    const text = markdownText(rendered('soc2').markdown);
    expect(text).toContain('Digest signatures: not validated');
    expect(text).not.toMatch(/\b(proven|verified by AWS)\b/);
  });
});

describe('inline text', () => {
  it('is read by the tests as a reader reads it', () => {
    expect(inlineText(markdownIt.parse('a **b** `c|d` \\[e\\]', {})[1])).toBe('a b c|d [e]');
  });
});
