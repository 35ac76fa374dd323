import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  LEAD_IN_HOURS
} from "./chunk-UJGNYGTX.js";
import {
  CATEGORIES
} from "./chunk-Q6DGIV3J.js";
import {
  productRoot
} from "./chunk-RLU6Z4TT.js";

// src/engines/events-sql.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
function readEventsSql() {
  const text = readFileSync(join(productRoot(), "src", "engines", "events.sql"), "utf8");
  const part = (name) => {
    const found = text.split(/^-- part: /m).find((piece) => piece.startsWith(`${name}
`));
    if (found === void 0) throw new Error(`events.sql has no part named ${name}`);
    return found.slice(name.length + 1).trim();
  };
  return { text, interpreted: part("interpreted"), repeated: part("repeated"), repeatedRecords: part("repeated_records"), kept: part("kept"), described: part("described"), events: part("events") };
}
function passingOn(described, columns) {
  const source = /\nFROM \(\n {2}SELECT\n/;
  if (!source.test(described)) throw new Error("The part described of events.sql does not read from a SELECT of its own.");
  return described.replace(source, `,
  ${columns.join(", ")}
FROM (
  SELECT
    ${columns.join(", ")},
`);
}
function eventsOver(eventsSql, described) {
  return eventsSql.events.replace("FROM described d", () => `FROM (
${described}
) d`);
}

// src/engines/account-sql.ts
function leadInStart(period) {
  return new Date(Date.parse(period.start) - LEAD_IN_HOURS * 36e5).toISOString().replace(".000Z", "Z");
}
function eventCountsSql(unique, period) {
  return `SELECT
  count(*) FILTER (WHERE event_time >= '${period.start}' AND event_time < '${period.end}') AS events,
  count(*) FILTER (WHERE event_time >= '${leadInStart(period)}' AND event_time < '${period.start}') AS lead_in,
  count(*) AS well_formed
FROM ${unique} u
WHERE event_id IS NOT NULL AND event_time IS NOT NULL`;
}
function recordsByFileSql(interpreted) {
  return `SELECT CAST(source_file AS varchar) AS source_file, count(*) AS records, count(*) FILTER (WHERE event_id IS NOT NULL AND event_time IS NOT NULL) AS well_formed
FROM ${interpreted} i
GROUP BY source_file`;
}
function duplicatesSql(interpreted) {
  return `SELECT count(*) AS ids, COALESCE(sum(records - 1), 0) AS duplicates
FROM (
  SELECT count(*) AS records
  FROM ${interpreted} i
  WHERE event_id IS NOT NULL AND event_time IS NOT NULL
  GROUP BY account_id, COALESCE(addendum_original_event_id, event_id)
  HAVING count(*) > 1
) r`;
}
function capitalNamesSql(interpreted) {
  return `SELECT count(*) AS requests, count(*) FILTER (WHERE regexp_like(request_parameters, '"[a-z]+[A-Z][A-Za-z]*":')) AS in_capitals
FROM ${interpreted} i
WHERE starts_with(request_parameters, '{"')`;
}
function cellsSql(relations) {
  return `${withRelations(relations)}SELECT account_id, region, event_day, event_category, CASE WHEN event_category IN ('data', 'network') THEN event_source END AS source, count(*) AS events
FROM events
GROUP BY account_id, region, event_day, event_category, CASE WHEN event_category IN ('data', 'network') THEN event_source END
ORDER BY account_id, region, event_day, event_category, source NULLS LAST`;
}
function eventCell([account, region, day, category, source, events]) {
  return {
    account: String(account),
    region: String(region),
    day: String(day),
    category: CATEGORIES.includes(category) ? category : "management",
    source: source == null ? null : String(source),
    events: Number(events)
  };
}
var CLOUDTRAIL = "cloudtrail.amazonaws.com";
var TRAIL_CALLS = ["StartLogging", "StopLogging", "DeleteTrail", "CreateTrail", "UpdateTrail", "PutEventSelectors"];
var TRAIL_CHANGE_EVENTS = { [CLOUDTRAIL]: TRAIL_CALLS };
function trailChangesSql(relations) {
  return `${withRelations(relations)}SELECT account_id, region, event_time, event_name, event_id,
  COALESCE(json_extract_scalar(request_parameters, '$.trailName'), json_extract_scalar(request_parameters, '$.name')) AS trail
FROM events
WHERE event_source = '${CLOUDTRAIL}' AND outcome = 'success'
  AND event_name IN (${TRAIL_CALLS.map((name) => `'${name}'`).join(", ")})
ORDER BY event_time, account_id, event_id`;
}
function trailChange([account, region, time, eventName, eventId, trail]) {
  return {
    account: String(account),
    region: String(region),
    time: String(time),
    eventName: String(eventName),
    eventId: String(eventId),
    trail: trail == null ? null : String(trail)
  };
}
function withRelations(relations) {
  return relations === "" ? "" : `WITH ${relations}
`;
}

// src/engines/watched-events.ts
function watchedEvents({ events, context }) {
  if (events === "any" || context === "any") return "any";
  const watched = /* @__PURE__ */ new Map();
  for (const [source, names] of [...Object.entries(events), ...Object.entries(context)]) watched.set(source, /* @__PURE__ */ new Set([...watched.get(source) ?? [], ...names]));
  return watched;
}

// src/engines/resource-parameters.ts
var RESOURCE_PARAMETERS = [
  "functionName",
  "bucketName",
  "roleName",
  "userName",
  "groupName",
  "instanceProfileName",
  "policyArn",
  "policyName",
  "roleArn",
  "secretId",
  "keyId",
  "groupId",
  "instancesSet.items[0].instanceId",
  "instanceId",
  "volumeId",
  "snapshotId",
  "imageId",
  "networkAclId",
  "routeTableId",
  "internetGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "subnetId",
  "vpcId",
  "dBInstanceIdentifier",
  "dBClusterIdentifier",
  "dBSnapshotIdentifier",
  "tableName",
  "streamName",
  "queueUrl",
  "queueName",
  "topicArn",
  "stackName",
  "stateMachineArn",
  "repositoryName",
  "clusterName",
  "cluster",
  "domainName",
  "restApiId",
  "apiId",
  "distributionId",
  "hostedZoneId",
  "detectorId",
  "ruleName",
  "rule",
  "logGroupName",
  "alarmName",
  "eventDataStore",
  "trailName",
  "certificateArn",
  "fileSystemId",
  "layerName",
  "uUID",
  "serialNumber",
  "accessKeyId",
  "documentName",
  "target",
  "targetId",
  "policyId",
  "accountId",
  "resourceArn",
  "arn",
  "name",
  "id"
];
var WITHHELD = "HIDDEN_DUE_TO_SECURITY_REASONS";

export {
  readEventsSql,
  passingOn,
  eventsOver,
  leadInStart,
  eventCountsSql,
  recordsByFileSql,
  duplicatesSql,
  capitalNamesSql,
  cellsSql,
  eventCell,
  TRAIL_CHANGE_EVENTS,
  trailChangesSql,
  trailChange,
  RESOURCE_PARAMETERS,
  WITHHELD,
  watchedEvents
};
