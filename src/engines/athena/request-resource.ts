import { sqlText } from '../../pack/executable-query.js';
import { RESOURCE_PARAMETERS, WITHHELD } from '../resource-parameters.js';

const HELD = RESOURCE_PARAMETERS.map((path) => `json_extract_scalar(request_parameters, ${sqlText(`$.${path}`)})`).join(',\n      ');

/**
 * `request_resource` over the columns of `interpreted`, as duckdb/request-resource.ts has it: the first of RESOURCE_PARAMETERS that holds
 * a text or a number, for records that name no ARN.
 */
export const REQUEST_RESOURCE = `CASE WHEN resource_arns IS NULL AND starts_with(request_parameters, '{') THEN
    element_at(filter(ARRAY[
      ${HELD}
    ], held -> NOT (starts_with(held, '{') OR starts_with(held, '[') OR held = ${sqlText(WITHHELD)})), 1)
  END`;
