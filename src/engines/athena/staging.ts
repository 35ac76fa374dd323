import { EngineError } from '../engine.js';
import { type Executions, LostStatement, StatementError } from './executions.js';
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

/** Every name we give begins so; nothing else is ever dropped or deleted. */
const NAME = 'cloudtrail_evidence_stage_';
const OURS = /^cloudtrail_evidence_stage_[a-z0-9_]+$/;
const CHOSEN = /^tables\/[0-9a-f-]{8,64}\/$/;
/** No run takes as long. */
const LEFTOVER_AGE_MS = 24 * 3_600_000;
/** A name or place that somebody has taken is passed over for the next number. */
const TAKEN_AT_MOST = 5;

interface Staged {
  readonly name: TableName;
  /** Null where Athena chooses it, until it has begun. */
  location: string | null;
  /** Athena may still write there: nobody told that the statement ended. */
  lost: boolean;
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
  private made = 0;

  constructor(private readonly input: StagingInput) {}

  /** Makes a table by CREATE TABLE AS SELECT. What a failed attempt wrote is removed with the rest. */
  async create(purpose: string, statement: (place: StagePlace) => string): Promise<TableName> {
    for (let taken = 0; ; taken += 1) {
      try {
        return await this.attempt(purpose, statement);
      } catch (error) {
        if (!isTaken(error) || taken === TAKEN_AT_MOST) throw error;
      }
    }
  }

  /** Bytes of every staged table. */
  async bytes(): Promise<number> {
    let bytes = 0;
    for (const { location } of this.tables) {
      if (location !== null) for await (const object of objectsUnder(placeOfUrl(location), 'stage', this.input.access)) bytes += object.bytes;
    }
    return bytes;
  }

  /** Drops the tables and deletes their objects. What cannot be removed is told, and fails nothing. */
  async drop(): Promise<void> {
    const tables = this.tables.splice(0);
    await Promise.all(tables.map((staged) => this.remove(staged)));
  }

  /** Removes what runs that were killed left behind: of `runId` all, of others what is older than a day. */
  async removeLeftovers(runId: string | null = null): Promise<void> {
    const { access, database, root, warn } = this.input;
    const place = placeOfUrl(root);
    const notes: string[] = [];
    try {
      for await (const { key, modified } of objectsUnder({ ...place, key: `${place.key}${NAME}` }, 'stage', access)) {
        const table = /^([a-z0-9_]+)\.json$/.exec(key.slice(place.key.length))?.[1];
        if (table === undefined || !OURS.test(table)) continue;
        if (runId === null ? access.calling.now() - modified > LEFTOVER_AGE_MS : table.startsWith(`${NAME}${runId}_`)) notes.push(table);
      }
      for (const table of notes) {
        const note = parseNote(await readText(placeOfUrl(this.noteOf(table)), 'stage', access));
        // Another database's runs may share the place; they clean up for themselves.
        if (note === null || note.database !== database || note.table !== table || !this.isOurs(table, note.location)) continue;
        await this.remove({ name: { database, table }, location: note.location, lost: false });
      }
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      warn(`Staged tables of earlier runs could not be looked for: ${error.message}`);
    }
  }

  private async attempt(purpose: string, statement: (place: StagePlace) => string): Promise<TableName> {
    const { executions, access, database, root, choosesPlace, runId } = this.input;
    const table = `${NAME}${runId}_${(this.made += 1)}`;
    const name = { database, table };
    const staged: Staged = { name, location: choosesPlace ? null : `${root}${table}/`, lost: false };
    const note = (): Promise<void> => writeText(placeOfUrl(this.noteOf(table)), noteText({ schemaVersion: 1, database, table, location: staged.location }), purpose, access);
    await note();
    this.tables.push(staged);
    const sql = statement({ name, location: staged.location });
    let noted = Promise.resolve();
    const done = executions.run({
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
      // What stands there is not ours to remove.
      if (isTaken(error)) this.tables.splice(this.tables.indexOf(staged), 1);
      staged.lost = error instanceof LostStatement;
      throw error;
    } finally {
      await noted;
    }
    return name;
  }

  private async remove({ name, location, lost }: Staged): Promise<void> {
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
    await step(() => executions.run({ purpose: 'drop', sql: dropStatement(name), ddl: true, cleanup: true }));
    if (location !== null && this.isOurs(name.table, location)) await step(() => deleteUnder(placeOfUrl(location), 'drop', access));
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
