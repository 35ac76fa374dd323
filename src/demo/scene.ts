import { uuidOf } from './dice.js';
import type { Call } from './record.js';

/** Something that happened in the month and that the pack must show: told once, with where it must be found. */
export interface Scene {
  readonly name: string;
  /** For people. */
  readonly sentence: string;
  readonly calls: readonly Call[];
  /** Queries whose rows name these calls; `all`, or their places in `calls`. Grouped rows name their first and last event. */
  readonly shownBy: Readonly<Record<string, 'all' | readonly number[]>>;
  /** Queries whose rows must not name any of them. */
  readonly absentFrom?: readonly string[];
  /** What CHG-04 must trace its changes back to. */
  readonly lineage?: readonly SeededLineage[];
}

/** A change, the calls that link it to whoever signed in (nearest first), and who that is; calls are told by their places in `calls`. */
export interface SeededLineage {
  readonly change: number;
  readonly links: readonly number[];
  readonly login: string;
  readonly by: string;
  readonly mfa: string | null;
  readonly confidence: string;
}

/** A coverage cell that is not accounted for, by account, region and UTC day. */
export interface Hole {
  readonly account: string;
  readonly region: string;
  readonly day: string;
}

/** A scene as written to `seeded.json`. */
export interface SeededFact {
  readonly name: string;
  readonly sentence: string;
  readonly eventIds: readonly string[];
  readonly shownBy: readonly { readonly query: string; readonly eventIds: readonly string[] }[];
  readonly absentFrom: readonly string[];
  readonly coverage: readonly Hole[];
  readonly lineage: readonly { readonly eventId: string; readonly links: readonly string[]; readonly login: string; readonly by: string; readonly mfa: string | null; readonly confidence: string }[];
}

/** Ids hang on the scene alone, so that they outlive any change of what happens around it. */
export function eventId(scene: Pick<Scene, 'name'>, index: number): string {
  return uuidOf(`scene ${scene.name} ${index}`);
}

export function factOf(scene: Scene, coverage: readonly Hole[] = []): SeededFact {
  const ids = scene.calls.map((_, index) => eventId(scene, index));
  const shownBy = Object.entries(scene.shownBy).map(([query, places]) => ({
    query,
    eventIds: places === 'all' ? ids : places.map((place) => eventId(scene, place < 0 ? ids.length + place : place)),
  }));
  const lineage = (scene.lineage ?? []).map(({ change, links, ...rest }) => ({ eventId: eventId(scene, change), links: links.map((place) => eventId(scene, place)), ...rest }));
  return { name: scene.name, sentence: scene.sentence, eventIds: ids, shownBy, absentFrom: scene.absentFrom ?? [], coverage, lineage };
}
