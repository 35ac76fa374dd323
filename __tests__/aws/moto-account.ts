import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The account moto has. */
export const ACCOUNT = '123456789012';

export function motoUrl(): string {
  const url = process.env['MOTO_URL'];
  if (url === undefined) throw new Error('MOTO_URL is not set: these tests are run by npm run test:aws.');
  return url;
}

/** A call in the query protocol as the account's owner. moto reads no more of the header than the service. */
export async function asOwner(service: 'iam' | 'sts', action: string, params: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(motoUrl(), {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=owner/20261102/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0` },
    body: new URLSearchParams({ Action: action, Version: service === 'iam' ? '2010-05-08' : '2011-06-15', ...params }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${action}: ${answer.status} ${text}`);
  return text;
}

export async function putAsOwner(path: string, body: string): Promise<void> {
  const answer = await fetch(`${motoUrl()}${path}`, { method: 'PUT', body, headers: { authorization: 'AWS4-HMAC-SHA256 Credential=owner/20261102/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0' } });
  if (!answer.ok) throw new Error(`PUT ${path}: ${answer.status} ${await answer.text()}`);
}

/**
 * A door before moto that makes it as strict as AWS: signatures and policies are checked by moto itself for all but the one call that
 * is made without a signature, and credentials end at the time moto gave them, by the door's clock.
 */
export class StrictMoto {
  /** Added to the machine's clock. */
  aheadMs = 0;
  /** Who signed each call, and which status it got: `GET /log-bucket/ 200`. */
  readonly calls: { readonly line: string; readonly accessKeyId: string | null }[] = [];
  url = '';
  private readonly ends = new Map<string, number>();
  private turn: Promise<unknown> = Promise.resolve();
  private readonly server = createServer((request, response) => {
    // One at a time, since moto's strictness is switched for each.
    this.turn = this.turn.then(() => this.answer(request, response)).catch(() => response.destroy());
  });

  async start(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((closed) => {
      this.server.close(closed);
      this.server.closeAllConnections();
    });
    await setStrict(false);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const action = new URLSearchParams(body.toString('latin1')).get('Action');
    const accessKeyId = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? null;
    const answered = this.hasEnded(accessKeyId) ? expiredAnswer(action !== null) : await this.fromMoto(request, body, action !== 'AssumeRoleWithWebIdentity');
    this.note(answered.body.toString('utf8'));
    this.calls.push({ line: `${action ?? `${request.method} ${request.url?.replace(/\?.*$/, '')}`} ${answered.status}`, accessKeyId });
    response.writeHead(answered.status, answered.headers).end(answered.body);
  }

  private hasEnded(accessKeyId: string | null): boolean {
    const end = this.ends.get(accessKeyId ?? '');
    return end !== undefined && end <= Date.now() + this.aheadMs;
  }

  /** Keeps when credentials end that moto gives out. A clock that is ahead gives later ends. */
  private note(text: string): void {
    const id = /<AccessKeyId>([^<]+)</.exec(text)?.[1];
    const end = /<Expiration>([^<]+)</.exec(text)?.[1];
    if (id !== undefined && end !== undefined) this.ends.set(id, Date.parse(end) + this.aheadMs);
  }

  private async fromMoto(request: IncomingMessage, body: Buffer, strict: boolean): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
    await setStrict(strict);
    // The host stays as the client signed it.
    return new Promise((resolve, reject) => {
      const asked = forward(`${motoUrl()}${request.url}`, { method: request.method ?? 'GET', headers: request.headers, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
          const { 'content-type': type = 'text/xml', etag, 'last-modified': modified } = answer.headers;
          resolve({ status: answer.statusCode ?? 0, headers: { 'content-type': type, ...(etag === undefined ? {} : { etag }), ...(modified === undefined ? {} : { 'last-modified': modified }) }, body: Buffer.concat(chunks) });
        });
      });
      asked.on('error', reject).end(body);
    });
  }
}

/** How many calls moto lets pass unchecked from now on. */
async function setStrict(strict: boolean): Promise<void> {
  const answer = await fetch(`${motoUrl()}/moto-api/reset-auth`, { method: 'POST', body: strict ? '0' : 'inf' });
  await answer.arrayBuffer();
}

function expiredAnswer(isQuery: boolean): { status: number; headers: Record<string, string>; body: Buffer } {
  const body = isQuery
    ? '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error><RequestId>1</RequestId></ErrorResponse>'
    : '<?xml version="1.0" encoding="UTF-8"?><Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message><RequestId>1</RequestId></Error>';
  return { status: isQuery ? 403 : 400, headers: { 'content-type': 'text/xml' }, body: Buffer.from(body) };
}
