import { beforeAll, describe, expect, it } from '@jest/globals';
import type { QuerySection } from '../../src/report/input.js';
import { buildReport } from '../../src/report/view.js';
import type { Settings } from '../../src/settings/settings.js';
import { htmlTextOf, markdownText, type Product, product } from './documents.js';
import { SAMPLE_SETTINGS, sampleInput, sampleSection } from './sample-input.js';

let given: Product;
beforeAll(async () => {
  given = await product();
});

interface Said {
  readonly settings?: Partial<Settings>;
  readonly changes?: Partial<QuerySection>;
}

/** A report of SOC 2 in both media, in which LOG-04 did not run. */
function report({ settings = {}, changes = {} }: Said): readonly string[] {
  const queries = given.queries.filter(({ id }) => ['LOG-04', 'PRIV-02', 'ROOT-01'].includes(id));
  const sections = queries.map((query) => {
    const section = sampleSection(query, 0);
    if (query.id !== 'LOG-04') return section;
    return { ...section, result: { ...section.result, result: 'not-evaluated', rows: 0 } as const, columns: [], rows: [], standings: [], files: null, executedSqlSha256: '', ...changes };
  });
  const view = buildReport(sampleInput(given.soc2, queries, { sections, settings: { ...SAMPLE_SETTINGS, ...settings } }));
  return [markdownText(given.templates.markdown(view)), htmlTextOf(given.templates.html(view)).replace(/\s+/g, ' ')];
}

function expectSaid(media: readonly string[], words: string | RegExp): void {
  for (const text of media) expect(text).toMatch(words);
}

describe('a query that management switched off', () => {
  const off = (): readonly string[] => report({ changes: { switchedOff: 'The archive is another team’s, and audited there' } });

  it('has the reason where its result stands', () => {
    expectSaid(off(), 'Management switched it off in the settings file: The archive is another team’s, and audited there. It was not run, and nothing is judged.');
  });

  it('is named with it in the summary, and below the matrix', () => {
    expectSaid(off(), 'Not evaluated, as management switched it off in the settings file: LOG-04 (The archive is another team’s, and audited there).');
    expectSaid(off(), 'Switched off by management: LOG-04 (The archive is another team’s, and audited there).');
    expectSaid(off(), /Not evaluated ?; switched off/);
  });

  it('stands among what is out of scope, and on the cover', () => {
    expectSaid(off(), /1 query switched off.*LOG-04 .{3,80} The archive is another team’s, and audited there/);
    expectSaid(off(), 'Switched off by management: LOG-04; section 3.5 has the reasons.');
  });

  it('leaves a report without one as it was', () => {
    for (const text of report({ changes: { missingLists: ['log-buckets'] } })) expect(text).not.toMatch(/switched off (by|them)/);
  });
});

describe('a query that was not given what it needs', () => {
  it('says which lists to configure', () => {
    expectSaid(report({ changes: { missingLists: ['log-buckets'] } }), 'It needs the list log-buckets, which the settings file does not hold. It was not run, and nothing is judged.');
    expectSaid(report({ changes: { missingLists: ['working-hours', 'freeze-windows'] } }), 'It needs the lists working-hours and freeze-windows, which');
  });

  it('says that no account is production, or that no incident was named', () => {
    expectSaid(report({ changes: { missingLists: ['production-accounts'] } }), 'no account of scope in the settings file has environment: production');
    expectSaid(report({ changes: { missingLists: ['incident'] } }), 'It follows an incident, and none was named for this run (input incident).');
  });
});

describe('lists in the scope', () => {
  it('stand as their owner wrote them, apart by semicolons where they hold blanks', () => {
    const query = { ...given.queries[0]!, id: 'LOG-04', settings: { 'working-hours': 'required', 'approved-regions': 'optional' } } as const;
    const lists = { 'working-hours': ['mon,tue 07:30-18:00 Europe/Berlin', 'fri 07:30-15:00 Europe/Berlin'], 'approved-regions': ['eu-west-1', 'eu-central-1'] };
    const view = buildReport(sampleInput(given.soc2, [query], { settings: { ...SAMPLE_SETTINGS, lists } }));
    const text = markdownText(given.templates.markdown(view));
    expect(text).toContain('mon,tue 07:30-18:00 Europe/Berlin; fri 07:30-15:00 Europe/Berlin');
    expect(text).toContain('eu-west-1, eu-central-1');
  });

  it('are cut where they are long, and say how many are left', () => {
    const query = { ...given.queries[0]!, id: 'LOG-04', settings: { 'expected-invokers': 'required', 'known-accounts': 'required' } } as const;
    const lists = { 'expected-invokers': Array.from({ length: 60 }, (_, index) => `${'a'.repeat(70)}-${index} service apigateway.amazonaws.com`), 'known-accounts': Array.from({ length: 50 }, (_, index) => String(111122223300 + index)) };
    const view = buildReport(sampleInput(given.soc2, [query], { settings: { ...SAMPLE_SETTINGS, lists } }));
    const text = markdownText(given.templates.markdown(view));
    expect(text).toContain(' and 49 more values, in the settings file and in run.json');
    expect(text).toContain('111122223339 and 10 more values, in the settings file');
  });

  it('name accounts, production accounts and the incident in words', () => {
    const query = { ...given.queries[0]!, id: 'LOG-04', settings: { accounts: 'optional', 'production-accounts': 'required', incident: 'required' } } as const;
    const of = (settings: Partial<Settings>): string => markdownText(given.templates.markdown(buildReport(sampleInput(given.soc2, [query], { settings: { ...SAMPLE_SETTINGS, ...settings } }))));
    const incident = { principal: 'hugo', key: null, address: null, resource: null, window: { start: '2026-10-03T00:00:00Z', end: '2026-10-05T00:00:00Z' } };
    expect(of({ incident })).toMatch(/accounts in scope 111122223333, 444455556666, 999988887777 .*the incident named principal hugo; window 2026-10-03T00:00:00Z to 2026-10-05T00:00:00Z .*production accounts in scope 111122223333, 444455556666 /);
    expect(of({ incident })).toContain('An incident was named for this run, and the queries that follow one look for it alone: principal hugo; window');
    const unset = of({ scope: { accounts: [], regions: [] } });
    expect(unset).toContain('production accounts in scope no account of scope has environment: production LOG-04 required');
    expect(unset).toContain('the incident named no incident was named for this run LOG-04 required');
  });
});
