import { SettingsError } from '../../settings/errors.js';

/** A table as a statement names it. */
export interface TableName {
  readonly database: string;
  readonly table: string;
}

const IDENTIFIER = /^[A-Za-z0-9_]+$/;

/** A name in a query: `"timestamp"`. */
export function identifier(name: string): string {
  return `"${checked(name)}"`;
}

/** A name in data definition, which Athena hands to Hive: `` `timestamp` ``. */
function ddlIdentifier(name: string): string {
  return `\`${checked(name)}\``;
}

/** `"database"."table"`. */
export function qualified({ database, table }: TableName): string {
  return `${identifier(database)}.${identifier(table)}`;
}

/** `` `database`.`table` ``. */
export function ddlName({ database, table }: TableName): string {
  return `${ddlIdentifier(database)}.${ddlIdentifier(table)}`;
}

/** Any other character would need an escape, of which Trino, Hive and Glue have one each. */
function checked(name: string): string {
  if (!IDENTIFIER.test(name)) throw new SettingsError(`The name ${JSON.stringify(name)} cannot be used in Athena's SQL here: it may hold letters, digits and _ only.`);
  return name;
}
