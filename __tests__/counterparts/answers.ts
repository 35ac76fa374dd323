/** A call as the client made it. For S3, `input` has Bucket, Key, Prefix… by the names of the SDK. */
export interface GatewayRequest {
  readonly service: 'athena' | 's3' | 'cloudtrail';
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The connection breaks after so many bytes of the body; `content-length` still says all of them. */
  readonly breaksAfter?: number;
}

/** An error as Athena's JSON protocol says it. */
export function athenaError(type: string, message: string, more: { readonly status?: number; readonly AthenaErrorCode?: string; readonly Reason?: string } = {}): GatewayAnswer {
  const { status = 400, ...fields } = more;
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': type }, body: JSON.stringify({ __type: type, Message: message, ...fields }) };
}

/** An error as S3 says it. */
export function s3Error(status: number, code: string, message: string): GatewayAnswer {
  return { status, headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>` };
}
