import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/aws/permissions.ts
var STAGED_TABLES = "cloudtrail_evidence_stage_";
var STATEMENT = [
  { action: "athena:StartQueryExecution", on: "workgroup" },
  ...on("log table", "glue:GetDatabase", "glue:GetTable", "glue:GetPartition", "glue:GetPartitions", "glue:BatchGetPartition"),
  ...on("log bucket", "s3:GetBucketLocation", "s3:ListBucket"),
  { action: "s3:GetObject", on: "logs" },
  ...on("results bucket", "s3:GetBucketLocation", "s3:ListBucket"),
  ...on("results", "s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts")
];
var STAGED_STATEMENT = on("staged tables", "glue:GetDatabase", "glue:GetTable", "glue:CreateTable", "glue:DeleteTable");
var CALLS = [
  call("sts", "AssumeRoleWithWebIdentity", "takes the role; the role's trust policy allows it", []),
  call("sts", "GetCallerIdentity", "asks whose credentials these are; needs no permission", []),
  call("athena", "GetWorkGroup", "asks for the place of results and the limit of bytes a statement", [{ action: "athena:GetWorkGroup", on: "workgroup" }]),
  call("athena", "GetTableMetadata", "asks for the table's columns and partition keys", [{ action: "athena:GetTableMetadata", on: "data catalogue" }, ...on("log table", "glue:GetDatabase", "glue:GetTable")]),
  call("athena", "StartQueryExecution", "runs a query, or a statement that counts", STATEMENT),
  call("athena", "BatchGetQueryExecution", "asks how statements are going", [{ action: "athena:BatchGetQueryExecution", on: "workgroup" }]),
  call("athena", "GetQueryResults", "reads a small result", [{ action: "athena:GetQueryResults", on: "workgroup" }, { action: "s3:GetObject", on: "results" }]),
  call("athena", "GetQueryRuntimeStatistics", "asks what a statement has read and written", [{ action: "athena:GetQueryRuntimeStatistics", on: "workgroup" }]),
  call("athena", "StopQueryExecution", "stops what a run that is cancelled has under way", [{ action: "athena:StopQueryExecution", on: "workgroup" }]),
  s3("logs", "ListObjectsV2", "lists log files and digests of the period", [{ action: "s3:ListBucket", on: "log bucket" }]),
  s3("logs", "GetObject", "reads digests, and log files of which the table returned no record; all log files with the embedded engine", [{ action: "s3:GetObject", on: "logs" }]),
  s3("logs", "HeadObject", "asks whether S3 has archived an old object", [{ action: "s3:GetObject", on: "logs" }]),
  s3("results", "GetObject", "reads a large result, and the note beside a staged table", [{ action: "s3:GetObject", on: "results" }]),
  { ...call("cloudtrail", "DescribeTrails", "check: asks which trails there are", [{ action: "cloudtrail:DescribeTrails", on: "anything" }]), checkOnly: true },
  { ...call("cloudtrail", "GetEventSelectors", "check: asks which events a trail records", [{ action: "cloudtrail:GetEventSelectors", on: "trails" }]), checkOnly: true },
  { ...call("athena", "StartQueryExecution", "makes staged tables and drops them", STAGED_STATEMENT), staging: true },
  { ...s3("results", "ListObjectsV2", "looks for what staged tables left", [{ action: "s3:ListBucket", on: "results bucket" }]), staging: true },
  { ...s3("results", "PutObject", "writes the note beside a staged table", [{ action: "s3:PutObject", on: "results" }]), staging: true },
  { ...s3("results", "DeleteObjects", "deletes a staged table's objects", [{ action: "s3:DeleteObject", on: "results" }]), staging: true }
];
function permissionsFor(which, asked = CALLS) {
  const needed = (calls) => new Map(calls.flatMap(({ permissions }) => permissions).map((permission) => [`${permission.action} ${permission.on}`, permission]));
  const direct = needed(asked.filter(({ staging }) => !staging));
  const staged = needed(asked);
  switch (which) {
    case "direct":
      return [...direct.values()];
    case "staged":
      return [...staged.values()];
    case "staging alone":
      return [...staged].filter(([name]) => !direct.has(name)).map(([, permission]) => permission);
  }
}
function on(resource, ...actions) {
  return actions.map((action) => ({ action, on: resource }));
}
function call(service, operation, purpose, permissions) {
  return { service, operation, bucket: null, checkOnly: false, staging: false, purpose, permissions };
}
function s3(bucket, operation, purpose, permissions) {
  return { service: "s3", operation, bucket, checkOnly: false, staging: false, purpose, permissions };
}

export {
  STAGED_TABLES,
  CALLS,
  permissionsFor
};
