import { GITHUB_RUNNER } from './callers.js';
import { ADA, ADA_AT_HOME, ARTIFACTS_BUCKET, CHIARA, DAN, DATA, EVA, EVIDENCE_BUCKET, EXPORTS_BUCKET, FRANKFURT, IRELAND, LOG_BUCKET, PROD, UPLOADS_BUCKET, VENDOR, VIRGINIA } from './company.js';
import { OIDC_SUBJECTS } from './story/deployments.js';
import { KEY } from './story/housekeeping.js';
import { AUDIT } from './story/identity.js';
import { ENDPOINT } from './story/networks.js';

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
  # The office with both of its addresses, the network of the functions, two engineers at home, the vendor, the auditors, and the fixed address of the shop's runners at GitHub.
  approved-networks:
${lines(['198.51.100.0/24', '2001:db8:51ab::/48', '10.20.0.0/16', `${CHIARA.ip}/32`, `${ADA_AT_HOME}/32`, '192.0.2.200/32', '192.0.2.140/32', `${GITHUB_RUNNER.ip}/32`, ENDPOINT])}
  # People work in Germany and Ireland; the vendor and the runners are in the United States and see no customer's data.
  approved-countries: [DE, IE, US]
  # From the address ranges of the shop's providers, as far as people and machines use them.
  country-networks:
    - { network: 198.51.100.0/24, country: DE }
    - { network: "2001:db8:51ab::/48", country: DE }
    - { network: 203.0.113.0/24, country: IE }
    - { network: 203.0.113.192/26, country: ES }
    - { network: 192.0.2.0/24, country: US }
    - { network: 20.57.0.0/16, country: US }
    - { network: 52.48.0.0/14, country: IE }
  admin-roles:
${lines([ADA.permissionSet])}
  break-glass-roles:
${lines(['BreakGlassAdmin'])}
  # The pipeline, and the permission sets of those who keep networks, identities and the warehouse by hand. Developers change nothing there but by the pipeline.
  deploy-roles:
${lines(['github-deploy', 'DeployAdmin', ADA.permissionSet, EVA.permissionSet, DAN.permissionSet])}
  evidence-roles:
${lines(['cloudtrail-evidence'])}
  known-accounts:
${lines([VENDOR])}
  log-buckets:
${lines([LOG_BUCKET])}
  evidence-buckets:
${lines([EVIDENCE_BUCKET])}
  data-stores:
${lines([EXPORTS_BUCKET, UPLOADS_BUCKET, ARTIFACTS_BUCKET])}
  oidc-subjects:
${lines([...OIDC_SUBJECTS, AUDIT])}
  # Where customers' names, addresses and orders are kept, and what they are locked with.
  personal-data-stores:
${lines([EXPORTS_BUCKET, 'orders'])}
  sensitive-keys:
${lines([KEY])}
  sensitive-secrets:
${lines(['shop/checkout', 'warehouse/password'])}
  production-functions:
${lines([`arn:aws:lambda:*:${PROD}:function:*`, 'warehouse-loader', 'exports-writer'])}
  # Who is to call which function. Nobody calls one by hand.
  expected-invokers:
    - { function: "*-api", services: [apigateway.amazonaws.com] }
    - { function: checkout, services: [apigateway.amazonaws.com] }
    - { function: webhook-receiver, services: [apigateway.amazonaws.com] }
    - { function: image-resizer, services: [s3.amazonaws.com], sources: ["arn:aws:s3:::${UPLOADS_BUCKET}"] }
    - { function: stock-sync, services: [events.amazonaws.com] }
    - { function: nightly-report, services: [events.amazonaws.com] }
    - { function: warehouse-loader, services: [scheduler.amazonaws.com] }
    - { function: exports-writer, services: [events.amazonaws.com] }
  working-hours:
    - { days: [mon, tue, wed, thu, fri], from: "07:00", to: "19:00", time-zone: Europe/Berlin }
  freeze-windows:
    - { from: "2026-10-30T12:00:00Z", to: "2026-11-02T05:00:00Z", reason: Autumn sale }

# What management states was selected on the trails: CloudTrail itself does not say what it was told before the period.
data-events:
  - { source: lambda.amazonaws.com, resources: all }
  - { source: s3.amazonaws.com, accounts: ["${DATA}"], resources: "objects of ${LOG_BUCKET} and ${EXPORTS_BUCKET}" }

queries:
  off:
    - { id: NET-09, reason: "The shop's VPC endpoints have the policy AWS gives them, which refuses no call." }

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
