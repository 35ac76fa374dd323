import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GatewayAnswer, GatewayRequest } from './answers.js';
import { AthenaService, type Workgroup } from './athena-protocol.js';
import type { Backend } from './backend.js';
import { CloudTrailService, type PlayedTrail } from './cloudtrail-protocol.js';
import { S3Service } from './s3-protocol.js';

export { athenaError, s3Error } from './answers.js';
export type { GatewayAnswer, GatewayRequest };

/**
 * Athena, S3 and CloudTrail as AWS's clients see them, over loopback HTTP: Athena's JSON protocol with a real engine behind it, the S3 calls
 * used here over a folder, and trails that are made up. Point the SDK at it by `AWS_ENDPOINT_URL` or a client's `endpoint`.
 */
export interface Gateway {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Every call that came, in order. */
  readonly requests: readonly GatewayRequest[];
  close(): Promise<void>;
}

/**
 * May answer a call in place of the gateway. `answered` is what the gateway itself says, for faults that change an answer (a page that comes
 * twice, a state that never ends). Undefined: not this call.
 */
export type Fault = (request: GatewayRequest, answered: () => Promise<GatewayAnswer>) => GatewayAnswer | Promise<GatewayAnswer> | undefined;

export interface GatewayInput {
  readonly backend: Backend;
  /** Folder that stands for S3: `root/<bucket>/<key>`. */
  readonly root: string;
  readonly faults?: readonly Fault[];
  /** By name; `primary`, without a place for results, is always there. */
  readonly workgroups?: Readonly<Record<string, Workgroup>>;
  /** Trails of the account; by default none. */
  readonly trails?: readonly PlayedTrail[];
  /** Storage class of an object, where it is not STANDARD. */
  readonly storageClass?: (bucket: string, key: string) => string | undefined;
  /** Default: a free one. */
  readonly port?: number;
}

/** A back end that reads S3 signs so; its calls are no client's, and meet no fault. */
const BACKEND_KEY = 'TRINO';

export async function startGateway(input: GatewayInput): Promise<Gateway> {
  const athena = new AthenaService(input.backend, input.root, input.workgroups ?? {});
  const cloudTrail = new CloudTrailService(input.trails ?? []);
  const s3 = new S3Service(input.root, input.storageClass ?? (() => undefined));
  const requests: GatewayRequest[] = [];
  const answer = async (message: IncomingMessage): Promise<GatewayAnswer> => {
    const body = await bytesOf(message);
    const target = message.headers['x-amz-target'];
    const call = typeof target !== 'string' ? s3.callOf(message, body) : target.includes('CloudTrail') ? cloudTrail.callOf(target, body) : athena.callOf(target, body);
    if (message.headers.authorization?.includes(`Credential=${BACKEND_KEY}/`) === true) return call.answer();
    requests.push(call.request);
    // Each call is answered once, however often a fault asks for the answer.
    let answered: Promise<GatewayAnswer> | undefined;
    const once = (): Promise<GatewayAnswer> => (answered ??= call.answer());
    for (const fault of input.faults ?? []) {
      const instead = fault(call.request, once);
      if (instead !== undefined) return instead;
    }
    return once();
  };
  const server = createServer((message, response) => {
    answer(message).then((given) => send(response, given), (error: unknown) => send(response, { status: 500, body: `the counterpart failed: ${String(error)}` }));
  });
  await new Promise<void>((resolve) => server.listen(input.port ?? 0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await athena.close();
    },
  };
}

/** A fault that meets calls of one operation; `times` of them, then no more. */
export function onCall(operation: string, then: Fault, times = Infinity): Fault {
  let left = times;
  return (request, answered) => {
    if (request.operation !== operation || left === 0) return undefined;
    const instead = then(request, answered);
    if (instead !== undefined) left -= 1;
    return instead;
  };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

let lastId = 0;

function send(response: ServerResponse, { status, headers = {}, body, breaksAfter }: GatewayAnswer): void {
  const bytes = Buffer.from(body as string);
  // HEAD says how long the body would be, and sends none.
  const length = headers['content-length'] ?? String(bytes.length);
  response.writeHead(status, { 'x-amzn-requestid': `request-${(lastId += 1)}`, ...headers, 'content-length': length });
  if (breaksAfter === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, breaksAfter), () => response.destroy());
}
