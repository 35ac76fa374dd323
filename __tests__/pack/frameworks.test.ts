import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Framework } from '../../src/pack/framework.js';
import { frameworkNames, loadFrameworks, PARAPHRASE_WORDS, readFramework } from '../../src/pack/load-frameworks.js';
import { loadQueries } from '../../src/pack/load-queries.js';
import { productFolder } from '../../src/pack/product-files.js';

/** "CC 1-5" → CC1.1 … CC1.5, by how many criteria each heading holds. */
const SOC2_COUNTS = { CC1: 5, CC2: 3, CC3: 4, CC4: 2, CC5: 3, CC6: 8, CC7: 5, CC8: 1, CC9: 2, A1: 3, C1: 2, PI1: 5, P1: 1, P2: 1, P3: 2, P4: 3, P5: 2, P6: 7, P7: 1, P8: 1 };
const SOC2_IDS = Object.entries(SOC2_COUNTS).flatMap(([heading, count]) => Array.from({ length: count }, (_, index) => `${heading}.${index + 1}`));
const GDPR_IDS = ['5(1)(c)', '5(1)(f)', '5(2)', '24', '25', '28', '29', '30', '32(1)(a)', '32(1)(b)', '32(1)(c)', '32(1)(d)', '32(4)', '33(1)', '33(3)', '33(5)', '34', '35', '44-49'].map((article) => `Art. ${article}`);

const frameworks = new Map<string, Framework>();

beforeAll(async () => {
  const any = { has: () => true } as unknown as ReadonlySet<string>;
  for (const name of await frameworkNames()) {
    const { framework, problems } = readFramework(name, await readFile(join(productFolder('frameworks'), `${name}.yml`)), any);
    if (!framework) throw new Error(problems.join('\n'));
    frameworks.set(name, framework);
  }
});

function framework(name: string): Framework {
  const found = frameworks.get(name);
  if (!found) throw new Error(`No framework ${name}.`);
  return found;
}

function mapped(name: string): string[] {
  return [...new Set(framework(name).criteria.flatMap(({ queries }) => queries.map(({ id }) => id)))].sort();
}

function allText({ title, notice, edition, criteria }: Framework): string {
  return [title, notice, edition, ...criteria.flatMap(({ paraphrase, shows, cannotShow, category }) => [paraphrase, shows, cannotShow, category])].join('\n');
}

describe('SOC 2', () => {
  it('lists every criterion, in order', () => {
    expect(SOC2_IDS).toHaveLength(61);
    expect(framework('soc2').criteria.map(({ id }) => id)).toEqual(SOC2_IDS);
  });

  it('carries its title and notice', () => {
    expect(framework('soc2').title).toBe('SOC 2 evidence from CloudTrail');
    for (const words of ['our own paraphrase', 'see TSP section 100', 'Not affiliated with or endorsed by AICPA', 'ids not checked against a licensed copy']) {
      expect(framework('soc2').notice).toContain(words);
    }
  });
});

describe('GDPR', () => {
  it('lists every provision that CloudTrail may speak of', () => {
    expect(framework('gdpr').criteria.map(({ id }) => id)).toEqual(expect.arrayContaining(GDPR_IDS));
  });

  it('carries its title and source', () => {
    expect(framework('gdpr').title).toBe('GDPR evidence from CloudTrail');
    expect(framework('gdpr').notice).toContain('EUR-Lex');
  });

  it('never infers from logs when the controller became aware of a breach', () => {
    expect(framework('gdpr').criteria.find(({ id }) => id === 'Art. 33(1)')?.cannotShow).toContain('never inferred from logs');
  });
});

describe.each(['soc2', 'gdpr'])('the texts of %s', (name) => {
  it('are short paraphrases', () => {
    const long = framework(name).criteria.filter(({ paraphrase }) => paraphrase.split(/\s+/).length > PARAPHRASE_WORDS);
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  it('never claim compliance', () => {
    expect(allText(framework(name))).not.toMatch(/complian|\bpass(es|ed)?\b|\bfails?\b|\bscore|\d ?%|\bmeets\b|\bsatisf|\bproven?\b|\bsigned\b(?! in)|\bguarantee/i);
  });

  it('always say what CloudTrail cannot show', () => {
    const shown = framework(name).criteria.filter(({ shows, cannotShow }) => (shows === null) !== cannotShow.startsWith('All of it.'));
    expect(shown.map(({ id }) => id)).toEqual([]);
  });

  it('say so where no query of this pack reads what CloudTrail could show', () => {
    const silent = framework(name).criteria.filter(({ shows, queries }) => shows !== null && queries.length === 0 && !shows.includes('this pack has no query'));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

describe('the pack of queries', () => {
  it.each(['soc2', 'gdpr'])('is mapped by %s, every query of it and none besides', async (name) => {
    const ids = (await loadQueries()).map(({ id }) => id);
    expect(mapped(name)).toEqual(ids);
  });

  it.each(['soc2', 'gdpr'])('is called a population by %s only where its rows are a full list', async (name) => {
    const others = new Set((await loadQueries()).filter(({ expect: expected }) => expected !== 'population').map(({ id }) => id));
    const wrong = framework(name).criteria.flatMap(({ id, queries }) => queries.filter((query) => query.strength === 'population' && others.has(query.id)).map((query) => `${id} ${query.id}`));
    expect(wrong).toEqual([]);
  });

  it('loads with every framework', async () => {
    const ids = new Set((await loadQueries()).map(({ id }) => id));
    expect(await loadFrameworks(await frameworkNames(), ids)).toHaveLength(2);
  });
});
