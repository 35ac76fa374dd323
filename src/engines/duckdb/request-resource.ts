import { sqlText } from '../../pack/executable-query.js';
import { RESOURCE_PARAMETERS, WITHHELD } from '../resource-parameters.js';

const PATHS = RESOURCE_PARAMETERS.map((path) => sqlText(`$.${path}`)).join(', ');

/**
 * `request_resource` over the columns of `interpreted`: the first of RESOURCE_PARAMETERS that holds a text or a number, for records that
 * name no ARN. Worked out where a query reads it, of the rows the query reads: few do, and it takes another parse of the request.
 */
export const REQUEST_RESOURCE = `CASE WHEN resource_arns IS NULL AND starts_with(request_parameters, '{') THEN
    list_filter(TRY(json_extract_string(request_parameters, [${PATHS}])),
      lambda held: NOT (starts_with(held, '{') OR starts_with(held, '[') OR held = ${sqlText(WITHHELD)}))[1]
  END`;
