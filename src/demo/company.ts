/** Example Shop Ltd, which does not exist: its accounts, what runs in them, and who works there. */

export const PROD = '111122223333';
export const DATA = '444455556666';
/** The vendor that watches the shop from outside; in the settings' known accounts. */
export const VENDOR = '777788889999';

export const IRELAND = 'eu-west-1';
export const FRANKFURT = 'eu-central-1';
/** Home of global services: IAM, Organizations, the global endpoint of STS, root's sign-in. */
export const VIRGINIA = 'us-east-1';
export const REGIONS: readonly string[] = [FRANKFURT, IRELAND, VIRGINIA];

/** An account in a region. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

export const PROD_IRELAND: Place = { account: PROD, region: IRELAND };
export const PROD_FRANKFURT: Place = { account: PROD, region: FRANKFURT };
export const PROD_GLOBAL: Place = { account: PROD, region: VIRGINIA };
export const DATA_IRELAND: Place = { account: DATA, region: IRELAND };
export const DATA_FRANKFURT: Place = { account: DATA, region: FRANKFURT };
export const DATA_GLOBAL: Place = { account: DATA, region: VIRGINIA };
export const PLACES: readonly Place[] = [PROD_IRELAND, PROD_FRANKFURT, PROD_GLOBAL, DATA_IRELAND, DATA_FRANKFURT, DATA_GLOBAL];

export const LOG_BUCKET = 'example-shop-cloudtrail-logs';
export const UPLOADS_BUCKET = 'example-shop-uploads';
export const ASSETS_BUCKET = 'example-shop-assets';
export const ARTIFACTS_BUCKET = 'example-shop-artifacts';
export const EXPORTS_BUCKET = 'example-shop-customer-exports';
export const EVIDENCE_BUCKET = 'example-shop-audit-evidence';

export const TRAILS: Readonly<Record<string, string>> = { [PROD]: 'shop-prod-trail', [DATA]: 'shop-data-trail' };

export interface LambdaFunction extends Place {
  readonly name: string;
}

const inside = (place: Place, names: readonly string[]): LambdaFunction[] => names.map((name) => ({ ...place, name }));
export const FUNCTIONS: readonly LambdaFunction[] = [
  ...inside(PROD_IRELAND, ['orders-api', 'checkout', 'image-resizer', 'nightly-report', 'stock-sync', 'webhook-receiver']),
  ...inside(PROD_FRANKFURT, ['returns-api']),
  ...inside(DATA_IRELAND, ['warehouse-loader', 'exports-writer']),
];

export function functionArn({ account, region }: Place, name: string): string {
  return `arn:aws:lambda:${region}:${account}:function:${name}`;
}

/** A person of the team; signs in through IAM Identity Center. */
export interface Person {
  readonly email: string;
  readonly permissionSet: string;
  /** Address worked from: the office, or home. */
  readonly ip: string;
}

export const ADA: Person = { email: 'ada.berg@shop.example', permissionSet: 'PlatformEngineer', ip: '198.51.100.21' };
/** Where she is on call at night. */
export const ADA_AT_HOME = '203.0.113.21';
export const BEN: Person = { email: 'ben.okafor@shop.example', permissionSet: 'Developer', ip: '198.51.100.34' };
export const CHIARA: Person = { email: 'chiara.russo@shop.example', permissionSet: 'Developer', ip: '203.0.113.77' };
export const DAN: Person = { email: 'dan.novak@shop.example', permissionSet: 'DataEngineer', ip: '198.51.100.52' };
export const EVA: Person = { email: 'eva.lind@shop.example', permissionSet: 'SecurityEngineer', ip: '198.51.100.60' };

/** Who signs in on a working day, and to which accounts. */
export const TEAM: readonly { readonly person: Person; readonly accounts: readonly string[] }[] = [
  { person: ADA, accounts: [PROD, DATA] },
  { person: BEN, accounts: [PROD] },
  { person: CHIARA, accounts: [PROD] },
  { person: DAN, accounts: [DATA] },
  { person: EVA, accounts: [PROD, DATA] },
];

export const BROWSER = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
