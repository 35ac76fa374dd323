import { sqlText } from '../../pack/executable-query.js';
import { RESOURCE_PARAMETERS, WITHHELD } from '../resource-parameters.js';

/** Most requests hold few of the names; to look for a name's text takes a tenth of the time that parsing the request takes. */
const HELD = RESOURCE_PARAMETERS.map((path) => {
  const name = path.split('.')[0] ?? path;
  return `CASE WHEN strpos(request_parameters, ${sqlText(`"${name}"`)}) > 0 THEN json_extract_scalar(request_parameters, ${sqlText(`$.${path}`)}) END`;
}).join(',\n      ');

/**
 * `request_resource` over the columns of `interpreted`, as duckdb/request-resource.ts has it: the first of RESOURCE_PARAMETERS that holds
 * a text or a number, for records that name no ARN.
 */
export const REQUEST_RESOURCE = `CASE WHEN resource_arns IS NULL AND starts_with(request_parameters, '{') THEN
    element_at(filter(ARRAY[
      ${HELD}
    ], held -> NOT (starts_with(held, '{') OR starts_with(held, '[') OR held = ${sqlText(WITHHELD)})), 1)
  END`;
