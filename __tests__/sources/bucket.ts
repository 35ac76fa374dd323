import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { S3Client } from '@aws-sdk/client-s3';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { s3Client } from '../../src/aws/clients.js';
import type { Backend } from '../counterparts/backend.js';
import { type Fault, type Gateway, s3Error, startGateway } from '../counterparts/gateway.js';
import { temporaryFolder } from './temporary-folder.js';

export const BUCKET = 'trail-logs';

const NO_ENGINE: Backend = {
  engineVersion: 'none',
  table: () => null,
  syntaxFault: () => Promise.resolve(null),
  execute: () => Promise.reject(new Error('These tests run no SQL.')),
  close: () => Promise.resolve(),
};

/** A bucket over loopback HTTP, empty before each test, and a client as the program makes it. */
export interface Bucket {
  readonly s3: () => S3Client;
  readonly put: (key: string, bytes?: Buffer | string) => void;
  /** Faults of the calls that follow. */
  readonly faults: Fault[];
  /** Storage class by key. */
  readonly storage: Map<string, string>;
  /** Calls since the test began: the operation, and the prefix or key it was for. */
  readonly calls: () => readonly string[];
}

export function bucket(): Bucket {
  const root = temporaryFolder();
  const faults: Fault[] = [];
  const storage = new Map<string, string>();
  let gateway: Gateway;
  let s3: S3Client;
  let seen = 0;
  beforeAll(async () => {
    gateway = await startGateway({ backend: NO_ENGINE, root, faults: [(request, answered) => first(faults, (fault) => fault(request, answered))], storageClass: (_bucket, key) => storage.get(key) });
    process.env['AWS_ENDPOINT_URL_S3'] = gateway.url;
    s3 = s3Client({ region: 'eu-west-1', credentials: () => Promise.resolve({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'an example' }) }, { wait: () => Promise.resolve(), random: () => 0 });
  });
  beforeEach(() => {
    rmSync(join(root, BUCKET), { recursive: true, force: true });
    mkdirSync(join(root, BUCKET));
    faults.length = 0;
    storage.clear();
    seen = gateway.requests.length;
  });
  afterAll(async () => {
    s3.destroy();
    delete process.env['AWS_ENDPOINT_URL_S3'];
    await gateway.close();
  });
  return {
    s3: () => s3,
    put: (key, bytes = '{}') => {
      const path = join(root, BUCKET, key);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    },
    faults,
    storage,
    calls: () => gateway.requests.slice(seen).map(({ operation, input }) => `${operation} ${String(input['Key'] ?? input['Prefix'])}`),
  };
}

function first<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = of(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** S3's answer to a role that lacks a permission. */
export const ACCESS_DENIED = s3Error(403, 'AccessDenied', 'User: arn:aws:sts::111122223333:assumed-role/audit/evidence is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::trail-logs" because no identity-based policy allows the s3:ListBucket action');
