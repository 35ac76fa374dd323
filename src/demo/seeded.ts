import { MISSING_HOLES, STOPPED_HOLES } from './interruptions.js';
import { factOf, type Scene, type SeededFact } from './scene.js';
import { DATA_AND_BACKUPS } from './story/data-and-backups.js';
import { DELIVERIES } from './story/deliveries.js';
import { DEPLOYMENTS } from './story/deployments.js';
import { FUNCTION_SCENES } from './story/functions.js';
import { HOUSEKEEPING } from './story/housekeeping.js';
import { IDENTITY } from './story/identity.js';
import { INCIDENTS } from './story/incidents.js';
import { LINEAGE } from './story/lineage.js';
import { NETWORKS } from './story/networks.js';
import { SERVERLESS } from './story/serverless.js';
import { SIGN_INS } from './story/sign-ins.js';

/** The story of the month. */
export const SCENES: readonly Scene[] = [
  ...SIGN_INS, ...DEPLOYMENTS, ...FUNCTION_SCENES, ...SERVERLESS, ...INCIDENTS, ...IDENTITY, ...DATA_AND_BACKUPS, ...NETWORKS, ...LINEAGE, ...HOUSEKEEPING, ...DELIVERIES,
];

const HOLES: Readonly<Record<string, SeededFact['coverage']>> = { 'trail-stopped': STOPPED_HOLES };

export function seededFacts(): readonly SeededFact[] {
  const missing: SeededFact = {
    name: 'missing-region',
    sentence: 'One day of one region of shop-data is not in the archive: neither log files nor digests. It is one of two reasons why the pack is incomplete.',
    eventIds: [],
    shownBy: [],
    absentFrom: [],
    coverage: MISSING_HOLES,
    lineage: [],
  };
  return [...SCENES.map((scene) => factOf(scene, HOLES[scene.name])), missing];
}
