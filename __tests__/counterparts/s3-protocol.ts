import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { type GatewayAnswer, type GatewayRequest, s3Error } from './answers.js';

interface Call {
  readonly request: GatewayRequest;
  readonly answer: () => Promise<GatewayAnswer>;
}

interface StoredObject {
  readonly key: string;
  readonly size: number;
  readonly modified: Date;
  readonly etag: string;
}

const PAGE = 1000;
const ARCHIVED = ['GLACIER', 'DEEP_ARCHIVE'];

/** The S3 calls used here, path-style, over a folder (https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html). */
export class S3Service {
  /** MD5 of what was put, by path and time: some clients compare it with what they sent. */
  private readonly put = new Map<string, string>();

  constructor(
    private readonly root: string,
    private readonly storageClass: (bucket: string, key: string) => string | undefined,
  ) {}

  callOf(message: IncomingMessage, body: Buffer): Call {
    const url = new URL(message.url ?? '/', 'http://localhost');
    const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent);
    const key = rest.join('/');
    const query = url.searchParams;
    const headers = message.headers;
    const about = (operation: string, input: object, answer: () => Promise<GatewayAnswer>): Call => ({
      request: { service: 's3', operation, input: { Bucket: bucket, ...input } },
      answer: async () => ((await isFolder(join(this.root, bucket))) ? answer() : s3Error(404, 'NoSuchBucket', 'The specified bucket does not exist')),
    });
    switch (message.method) {
      case 'GET':
        if (key === '') return about('ListObjectsV2', listInput(query), () => this.list(bucket, query));
        return about('GetObject', { Key: key, Range: headers.range, IfMatch: headers['if-match'] }, () => this.read(bucket, key, headers.range, headers['if-match']));
      case 'HEAD':
        return key === '' ? about('HeadBucket', {}, () => Promise.resolve({ status: 200, body: '' })) : about('HeadObject', { Key: key }, async () => headOf(await this.read(bucket, key, undefined, undefined)));
      case 'PUT':
        return about('PutObject', { Key: key, Body: bodyOf(message, body).toString('utf8') }, () => this.write(bucket, key, bodyOf(message, body)));
      case 'DELETE':
        return about('DeleteObject', { Key: key }, async () => {
          await rm(this.pathOf(bucket, key), { force: true });
          return { status: 204, body: '' };
        });
      case 'POST': {
        const keys = [...bodyOf(message, body).toString('utf8').matchAll(/<Key>([\s\S]*?)<\/Key>/g)].map(([, text = '']) => fromXml(text));
        return about('DeleteObjects', { Keys: keys }, async () => {
          for (const each of keys) await rm(this.pathOf(bucket, each), { force: true });
          return xml('<DeleteResult></DeleteResult>');
        });
      }
      default:
        return about('unknown', {}, () => Promise.resolve(s3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.')));
    }
  }

  private async list(bucket: string, query: URLSearchParams): Promise<GatewayAnswer> {
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const size = Math.min(Number(query.get('max-keys') ?? PAGE), PAGE);
    const token = query.get('continuation-token');
    const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64').toString('utf8');
    const found = new Map<string, StoredObject | null>();
    for (const object of await this.objectsUnder(bucket, prefix, delimiter)) {
      const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
      // A common prefix stands once for all keys below it.
      if (cut === -1) found.set(object.key, object);
      else found.set(object.key.slice(0, cut + delimiter.length), null);
    }
    const names = [...found.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).filter((name) => name > after);
    const page = names.slice(0, size);
    const more = names.length > page.length;
    const written = (text: string): string => (query.get('encoding-type') === 'url' ? encodeURIComponent(text).replaceAll('%2F', '/') : toXml(text));
    const contents = page.map((name) => {
      const object = found.get(name);
      if (object == null) return `<CommonPrefixes><Prefix>${written(name)}</Prefix></CommonPrefixes>`;
      return `<Contents><Key>${written(name)}</Key><LastModified>${object.modified.toISOString()}</LastModified><ETag>&quot;${object.etag}&quot;</ETag><Size>${object.size}</Size><StorageClass>${this.storageClass(bucket, name) ?? 'STANDARD'}</StorageClass></Contents>`;
    });
    return xml(`<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${written(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${size}</MaxKeys>${query.get('encoding-type') === 'url' ? '<EncodingType>url</EncodingType>' : ''}<IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${Buffer.from(page.at(-1) ?? '').toString('base64')}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`);
  }

  /** Objects whose keys begin with the prefix. Folders that cannot hold one, or lie wholly below a delimiter, are not walked. */
  private async objectsUnder(bucket: string, prefix: string, delimiter: string): Promise<readonly StoredObject[]> {
    const walk = async (folder: string): Promise<StoredObject[]> => {
      const entries = await readdir(join(this.root, bucket, folder), { withFileTypes: true }).catch(() => []);
      const below = await Promise.all(entries.map(async (entry): Promise<StoredObject[]> => {
        const key = `${folder}${entry.name}`;
        if (entry.isFile()) return key.startsWith(prefix) ? [await this.objectAt(bucket, key)] : [];
        if (!`${key}/`.startsWith(prefix) && !prefix.startsWith(`${key}/`)) return [];
        if (delimiter === '/' && `${key}/`.startsWith(prefix) && `${key}/` !== prefix) return [{ key: `${key}/`, size: 0, modified: new Date(0), etag: '' }];
        return walk(`${key}/`);
      }));
      return below.flat();
    };
    return walk(prefix.slice(0, prefix.lastIndexOf('/') + 1));
  }

  private async objectAt(bucket: string, key: string): Promise<StoredObject> {
    const path = this.pathOf(bucket, key);
    const { size, mtime, mtimeMs } = await stat(path);
    return { key, size, modified: mtime, etag: this.put.get(`${path} ${mtimeMs}`) ?? md5(`${key} ${size} ${mtimeMs}`) };
  }

  private async read(bucket: string, key: string, range: string | undefined, ifMatch: string | undefined): Promise<GatewayAnswer> {
    const object = await this.objectAt(bucket, key).catch(() => null);
    if (object === null) return s3Error(404, 'NoSuchKey', 'The specified key does not exist.');
    const storage = this.storageClass(bucket, key) ?? 'STANDARD';
    if (ARCHIVED.includes(storage)) return s3Error(403, 'InvalidObjectState', "The operation is not valid for the object's storage class");
    const etag = `"${object.etag}"`;
    if (ifMatch !== undefined && ifMatch !== etag && ifMatch !== '*') return s3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
    const all = await readFile(this.pathOf(bucket, key));
    const headers = { etag, 'last-modified': object.modified.toUTCString(), 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes' };
    const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
    if (asked === null) return { status: 200, headers, body: all };
    const start = asked[1] === '' ? all.length - Number(asked[2]) : Number(asked[1]);
    const end = asked[1] === '' || asked[2] === '' ? all.length - 1 : Math.min(Number(asked[2]), all.length - 1);
    if (start > end) return s3Error(416, 'InvalidRange', 'The requested range is not satisfiable');
    return { status: 206, headers: { ...headers, 'content-range': `bytes ${start}-${end}/${all.length}` }, body: all.subarray(start, end + 1) };
  }

  private async write(bucket: string, key: string, body: Buffer): Promise<GatewayAnswer> {
    const path = this.pathOf(bucket, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body);
    this.put.set(`${path} ${(await stat(path)).mtimeMs}`, md5(body));
    return { status: 200, headers: { etag: `"${md5(body)}"` }, body: '' };
  }

  private pathOf(bucket: string, key: string): string {
    if (key.split('/').includes('..')) throw new Error(`A test asks for the key ${key}, which leads out of its bucket.`);
    return join(this.root, bucket, key);
  }
}

function listInput(query: URLSearchParams): object {
  const input = { Prefix: query.get('prefix'), Delimiter: query.get('delimiter'), StartAfter: query.get('start-after'), ContinuationToken: query.get('continuation-token') };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

function headOf({ body, ...answer }: GatewayAnswer): GatewayAnswer {
  return { ...answer, headers: { ...answer.headers, 'content-length': String(body.length) }, body: '' };
}

/** The SDK sends streams in chunks with a checksum behind them (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html). */
function bodyOf({ headers }: IncomingMessage, body: Buffer): Buffer {
  const hash = headers['x-amz-content-sha256'];
  if (typeof hash !== 'string' || !hash.startsWith('STREAMING-')) return body;
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = parseInt(body.toString('latin1', at, lineEnd), 16);
    if (!(size > 0)) break;
    pieces.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(pieces);
}

function md5(content: string | Buffer): string {
  return createHash('md5').update(content).digest('hex');
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false);
}

function xml(body: string): GatewayAnswer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` };
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function fromXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
