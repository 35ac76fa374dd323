import { type Lineage, LINEAGE_QUERY, lineageOf } from '../../evidence/lineage.js';
import { lineageSentences } from '../../evidence/lineage-words.js';
import type { QuerySection } from '../input.js';
import { type Block, data, facts, type Line, para, words } from '../blocks.js';
import { count, counted } from '../wording.js';

/** Chains a report prints; all of them are in the CSV. */
const CHAINS_SHOWN = 12;

interface Chain {
  /** Row of the CSV, counted from 1. */
  readonly row: number;
  readonly lineage: Lineage;
}

/** The first rows of CHG-04 as chains, one line a link; null for another query, or where a row is no chain. */
export function lineageBlocks(found: QuerySection): readonly Block[] | null {
  if (found.query.id !== LINEAGE_QUERY) return null;
  const chains = found.rows.flatMap((row, index): Chain[] => {
    const lineage = lineageOf(found.columns, row);
    return lineage === null ? [] : [{ row: index + 1, lineage }];
  });
  if (chains.length === 0 || chains.length < found.rows.length) return null;
  const shown = oneOfEachKindFirst(chains);
  const all = found.files === null ? '' : ` All of them: ${found.files.csv.path}.`;
  return [
    para(`${count(shown.length)} of ${counted(found.result.rows, 'chain')} are shown, taken from the first ${counted(chains.length, 'row')}: one for each way in and each sequence of steps, then others, none twice from one session. The change stands first, and under it what stands behind it; in brackets what proves a step, and how far.${all}`),
    facts(['Row', 'The change, and what stands behind it'], shown.map(({ row, lineage }) => [count(row), lineageSentences(lineage).map((sentence): Line => sentence.map(({ kind, text }) => (kind === 'name' ? data(text) : words(text))))]), { headed: true, labelWidth: 6 }),
  ];
}

/** The first of each kind of chain (how somebody came in, and by which steps), then others, but none twice from one session. */
function oneOfEachKindFirst(chains: readonly Chain[]): readonly Chain[] {
  const kind = ({ lineage: { login, hops } }: Chain): string => [login.kind, ...hops.map(({ opening }) => opening)].join();
  const session = ({ row, lineage: { login, hops } }: Chain): string => hops[0]?.eventId ?? `${login.kind} ${login.name ?? row}`;
  const kinds = firstOf(chains, kind);
  const shown = new Set(kinds.map(session));
  const others = firstOf(chains.filter((chain) => !shown.has(session(chain))), session);
  return [...kinds, ...others].slice(0, CHAINS_SHOWN).sort((a, b) => a.row - b.row);
}

function firstOf(chains: readonly Chain[], key: (chain: Chain) => string): readonly Chain[] {
  return [...new Map([...chains].reverse().map((chain) => [key(chain), chain])).values()].reverse();
}
