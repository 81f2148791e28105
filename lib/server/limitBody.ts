import 'server-only';

/** The request's body is longer than this route takes. */
export class BodyTooLargeError extends Error {
  constructor(readonly limitBytes: number) {
    super(`The body is longer than ${limitBytes} bytes.`);
    this.name = 'BodyTooLargeError';
  }
}

/**
 * The same request, whose body fails to read with BodyTooLargeError after `limitBytes`. The declared length is
 * refused at once; what really arrives is counted too, because the declaration may lie or be absent.
 */
export function limitBody(request: Request, limitBytes: number): Request {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limitBytes) throw new BodyTooLargeError(limitBytes);
  if (!request.body) return request;
  let seen = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > limitBytes) controller.error(new BodyTooLargeError(limitBytes));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { method, headers, signal, url } = request;
  // `duplex` is required for a streamed body and missing from the DOM's types.
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers,
    signal,
    body: counted,
    duplex: 'half',
  };
  return new Request(url, init);
}
