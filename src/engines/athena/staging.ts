import { STAGED_TABLES } from '../../aws/permissions.js';
import { EngineError } from '../engine.js';
import { LostStatement } from './execution-watch.js';
import { type Executions, StatementError } from './executions.js';
import type { TableName } from './identifiers.js';
import { dropStatement, type StagePlace } from './relations.js';
import { type Bucket, deleteUnder, objectsUnder, placeOfUrl, readText, writeText } from './stored-objects.js';

export interface StagingInput {
  readonly executions: Executions;
  readonly access: Bucket;
  readonly database: string;
  /** Place below which staged tables stand, `s3://bucket/prefix/`. */
  readonly root: string;
  /** Athena puts a table where the workgroup wants it: `<root>tables/<execution id>/`. */
  readonly choosesPlace: boolean;
  /** This process alone: letters, digits and _. */
  readonly runId: string;
  /** Told what could not be removed. */
  readonly warn: (sentence: string) => void;
}

/** Nothing else is ever dropped or deleted. */
const OURS = new RegExp(`^${STAGED_TABLES}[a-z0-9_]+$`);
const CHOSEN = /^tables\/[0-9a-f-]{8,64}\/$/;
/** No run takes as long. */
const LEFTOVER_AGE_MS = 24 * 3_600_000;
/** A name or place that somebody has taken is passed over for the next number. */
const TAKEN_AT_MOST = 5;
/** A note is an object that others may write; ours are shorter. */
const NOTE_BYTES_AT_MOST = 10_000;

interface Staged {
  readonly name: TableName;
  /** Null where Athena chooses it, until it has begun. */
  location: string | null;
  /** Athena may still write there: nobody told that the statement ended. */
  lost: boolean;
  /** What stands there is not ours to remove. */
  taken: boolean;
}

/** Beside a staged table's objects, for who cleans up after a run that was killed: written first, deleted last. */
interface Note {
  readonly schemaVersion: 1;
  readonly database: string;
  readonly table: string;
  readonly location: string | null;
}

/** The tables a run makes for itself, from their making to their removal. */
export class Staging {
  private readonly tables: Staged[] = [];
  private readonly making = new Set<Promise<unknown>>();
  private made = 0;

  constructor(private readonly input: StagingInput) {}

  /** Makes a table by CREATE TABLE AS SELECT. What a failed attempt wrote is removed with the rest. */
  create(purpose: string, statement: (place: StagePlace) => string): Promise<TableName> {
    // Each attempt has a name and a place of its own: what Athena wrote before it failed stays.
    const making = this.input.executions.untilHealed({ purpose }, () => this.passTaken(() => this.attempt(purpose, statement)));
    this.making.add(making);
    return making.finally(() => this.making.delete(making));
  }

  /** Drops the tables and deletes their objects. What cannot be removed is told, and fails nothing. */
  async drop(): Promise<void> {
    // A table that is being made when the run is stopped is known once that has ended.
    await Promise.allSettled(this.making);
    const tables = this.tables.splice(0);
    await Promise.all(tables.map((staged) => this.remove(staged)));
  }

  /** Removes what runs that were killed left behind, once it is older than a day. */
  async removeLeftovers(): Promise<void> {
    await this.removeNoted((_table, ageMs) => ageMs > LEFTOVER_AGE_MS, false);
  }

  /** Removes what one run left; `lost`, where Athena may still be writing it. */
  async removeRun(runId: string, lost: boolean): Promise<void> {
    await this.removeNoted((table) => table.startsWith(`${STAGED_TABLES}${runId}_`), lost);
  }

  private async removeNoted(isWanted: (table: string, ageMs: number) => boolean, lost: boolean): Promise<void> {
    const { access, root } = this.input;
    const place = placeOfUrl(root);
    const tables: string[] = [];
    await this.orWarn(async () => {
      for await (const { key, modified, bytes } of objectsUnder({ ...place, key: `${place.key}${STAGED_TABLES}` }, 'stage', access)) {
        const table = /^(.*)\.json$/.exec(key.slice(place.key.length))?.[1] ?? '';
        if (OURS.test(table) && bytes <= NOTE_BYTES_AT_MOST && isWanted(table, access.calling.now() - modified)) tables.push(table);
      }
    });
    for (const table of tables) await this.orWarn(() => this.removeByNote(table, lost));
  }

  private async removeByNote(table: string, lost: boolean): Promise<void> {
    const { access, database } = this.input;
    const text = await readText(placeOfUrl(this.noteOf(table)), 'stage', access);
    const note = text === null ? null : parseNote(text);
    // Another run may have been quicker. Another database's runs may share the place; they clean up for themselves.
    if (note === null || note.database !== database || note.table !== table || !this.isOurs(table, note.location)) return;
    await this.remove({ name: { database, table }, location: note.location, lost, taken: false });
  }

  private async orWarn(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.input.warn(`Staged tables of earlier runs could not be looked for: ${error.message}`);
    }
  }

  private async passTaken<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let taken = 0; ; taken += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isTaken(error) || taken === TAKEN_AT_MOST) throw error;
      }
    }
  }

  private async attempt(purpose: string, statement: (place: StagePlace) => string): Promise<TableName> {
    const { executions, access, database, root, choosesPlace, runId } = this.input;
    const table = `${STAGED_TABLES}${runId}_${(this.made += 1)}`;
    const name = { database, table };
    const staged: Staged = { name, location: choosesPlace ? null : `${root}${table}/`, lost: false, taken: false };
    const note = (): Promise<void> => writeText(placeOfUrl(this.noteOf(table)), noteText({ schemaVersion: 1, database, table, location: staged.location }), purpose, access);
    await note();
    this.tables.push(staged);
    const sql = statement({ name, location: staged.location });
    let noted = Promise.resolve();
    const done = executions.once({
      purpose,
      sql,
      onStarted: (executionId) => {
        if (!choosesPlace) return;
        staged.location = `${root}tables/${executionId}/`;
        // Should this fail, only a killed run's objects would stay.
        noted = noted.then(note).catch(() => undefined);
      },
    });
    try {
      await done;
    } catch (error) {
      staged.taken = isTaken(error);
      staged.lost = error instanceof LostStatement;
      throw error;
    } finally {
      await noted;
    }
    return name;
  }

  private async remove({ name, location, lost, taken }: Staged): Promise<void> {
    const { executions, access, warn } = this.input;
    const problems: string[] = lost ? ['Athena did not tell that it stopped writing it.'] : [];
    const step = async (work: () => Promise<unknown>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        problems.push(error.message);
      }
    };
    if (!taken) await step(() => executions.run({ purpose: 'drop', sql: dropStatement(name), ddl: true, cleanup: true }));
    if (!taken && location !== null && this.isOurs(name.table, location)) await step(() => deleteUnder(placeOfUrl(location), 'drop', access));
    // The note stays as long as anything does, so that a later run tries again.
    if (problems.length === 0) await step(() => deleteUnder(placeOfUrl(this.noteOf(name.table)), 'drop', access));
    if (problems.length > 0) {
      warn(`The staged table ${name.database}.${name.table} could not be removed: ${problems.join(' ')} It holds content of the logs: drop it${location === null ? '' : ` and delete ${location}`}. A run after a day tries again.`);
    }
  }

  private noteOf(table: string): string {
    return `${this.input.root}${table}.json`;
  }

  /** A note is an object that others may write; only our own places are deleted from. */
  private isOurs(table: string, location: string | null): boolean {
    const { root } = this.input;
    return location === null || location === `${root}${table}/` || (location.startsWith(root) && CHOSEN.test(location.slice(root.length)));
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof StatementError && error.failure.placeTaken;
}

function noteText(note: Note): string {
  return `${JSON.stringify(note)}\n`;
}

function parseNote(text: string): Note | null {
  try {
    const { schemaVersion, database, table, location } = JSON.parse(text) as Record<string, unknown>;
    if (schemaVersion !== 1 || typeof database !== 'string' || typeof table !== 'string' || (location !== null && typeof location !== 'string')) return null;
    return { schemaVersion, database, table, location };
  } catch {
    return null;
  }
}
