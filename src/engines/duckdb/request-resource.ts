import { sqlText } from '../../pack/executable-query.js';
import { RESOURCE_PARAMETERS, WITHHELD } from '../resource-parameters.js';

/** Nearly every request that names a thing names it by one of the first; the rest are looked for only where those are not found. */
const STEPS = [RESOURCE_PARAMETERS.slice(0, 6), RESOURCE_PARAMETERS.slice(6, 20), RESOURCE_PARAMETERS.slice(20)];

/**
 * `request_resource` over the columns of `interpreted`: the first of RESOURCE_PARAMETERS that holds a text or a number, for records that
 * name no ARN. Worked out where a query reads it, of the rows the query reads: few do, and it takes another parse of the request.
 */
export const REQUEST_RESOURCE = `CASE WHEN resource_arns IS NULL AND starts_with(request_parameters, '{') THEN COALESCE(
${STEPS.map((paths) => `    ${firstHeld(paths)}`).join(',\n')})
  END`;

function firstHeld(paths: readonly string[]): string {
  return `list_filter(TRY(json_extract_string(request_parameters, [${paths.map((path) => sqlText(`$.${path}`)).join(', ')}])), lambda held: NOT (starts_with(held, '{') OR starts_with(held, '[') OR held = ${sqlText(WITHHELD)}))[1]`;
}
