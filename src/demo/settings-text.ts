import { ARTIFACTS_BUCKET, DATA, EXPORTS_BUCKET, FRANKFURT, IRELAND, LOG_BUCKET, PROD, UPLOADS_BUCKET, VENDOR, VIRGINIA } from './company.js';
import { OIDC_SUBJECTS } from './story/deployments.js';

const lines = (values: readonly string[]): string => values.map((value) => `    - ${JSON.stringify(value)}`).join('\n');

/** The settings file of the demo, such as the shop's engineers would keep beside their workflows. */
export const SETTINGS = `# Settings of the demo. Example Shop Ltd does not exist; every account, name and address is made up.
scope:
  accounts:
    - { id: "${PROD}", name: shop-prod, environment: production }
    - { id: "${DATA}", name: shop-data, environment: production }
  regions: [${FRANKFURT}, ${IRELAND}, ${VIRGINIA}]

lists:
  # Customer data stays in Europe. us-east-1 is in scope because global services record there, and is not approved for data.
  approved-regions:
${lines([IRELAND, FRANKFURT])}
  approved-networks:
${lines(['198.51.100.0/24'])}
  break-glass-roles:
${lines(['BreakGlassAdmin'])}
  deploy-roles:
${lines(['github-deploy'])}
  known-accounts:
${lines([VENDOR])}
  log-buckets:
${lines([LOG_BUCKET])}
  data-stores:
${lines([EXPORTS_BUCKET, UPLOADS_BUCKET, ARTIFACTS_BUCKET])}
  oidc-subjects:
${lines(OIDC_SUBJECTS)}

# What management states was selected on the trails: CloudTrail itself does not say what it was told before the period.
data-events:
  - { source: lambda.amazonaws.com, resources: all }
  - { source: s3.amazonaws.com, accounts: ["${DATA}"], resources: "objects of ${LOG_BUCKET} and ${EXPORTS_BUCKET}" }

report:
  entity: Example Shop Ltd (demo)
  classification: Demo, made-up data
  prepared-by: The demo of CloudTrail Evidence
`;

export const README = `# A demo

Everything here is made up: Example Shop Ltd does not exist, nor do its accounts, people, keys and addresses.

- \`logs/\` holds one month of CloudTrail logs (October 2026) as CloudTrail would lay them out, with its hourly digests.
  The digests name each log file with its SHA-256 and chain to one another. They are **not signed**: only AWS can sign, so their
  signature fields are null and the fingerprint of the key is all zeros.
- \`settings.yml\` is the settings file the logs are read with.
- \`decisions.yml\` is the decisions file: what the shop's control owners decided of some of the exceptions.
- \`seeded.json\` lists what was put into the logs on purpose, and which queries must show it.

The evidence pack made of these logs is *Incomplete*, by design: a trail was stopped for four hours, and a day of one region is missing.
`;
