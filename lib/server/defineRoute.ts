import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/bitext/can';
import { err, type Result } from '@/lib/result';
import { admit } from './admit';
import { answer } from './answer';
import { httpStatus } from './httpStatus';
import { BodyTooLargeError, limitBody } from './limitBody';

type RouteContext = {
  params: Promise<Record<string, string | string[] | undefined>>;
};
type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

export type RouteOptions<S extends z.ZodType> = {
  /** Checks the query, overlaid by the JSON or form body if there is one, overlaid by the path's parameters. */
  input: S;
  /** The longest body taken, in bytes; 1 MiB when not said. */
  maxBytes?: number;
  /** `raw` leaves the body unread, for the use case to stream; it is still counted. */
  body?: 'parsed' | 'raw';
};

const MIB = 1024 * 1024;
const SAFE_METHODS = ['GET', 'HEAD'];

/**
 * A route handler for signed-in people, for what an action cannot do: uploads, downloads, streams.
 *
 * ```ts
 * export const POST = defineRoute({ input: DraftInput, maxBytes: 50 * MIB }, readImport);
 * ```
 * The use case answers with a Result, sent as JSON `{ value }` or `{ error: { code, params } }` with a
 * fitting status, or with a Response of its own. Files of a form arrive as `File` in the input.
 */
export function defineRoute<S extends z.ZodType, T>(
  options: RouteOptions<S>,
  perform: (actor: Actor, input: z.output<S>, request: Request) => Promise<Result<T> | Response>,
): RouteHandler {
  return async (request, context) => {
    const answered = await answer(
      `${request.method} ${perform.name}`,
      async (): Promise<Result<T> | Response> => {
        const admitted = await admit(request);
        if (!admitted.ok) return admitted;
        const { maxBytes = MIB } = options;
        try {
          const limited = limitBody(request, maxBytes);
          const input = options.input.safeParse(await readInput(limited, context, options.body ?? 'parsed'));
          return input.success ? await perform(admitted.value, input.data, limited) : err('request.invalid');
        } catch (cause) {
          if (isTooLarge(cause))
            return err('request.tooLarge', {
              limitMiB: Math.floor(maxBytes / MIB),
            });
          throw cause;
        }
      },
    );
    return answered instanceof Response ? answered : toResponse(answered);
  };
}

/** A Result as JSON, with the status that says the same. */
export function toResponse<T>(result: Result<T>): Response {
  const headers = { 'cache-control': 'no-store' };
  if (result.ok) return Response.json({ value: result.value }, { headers });
  return Response.json({ error: result.error }, { status: httpStatus(result.error.code), headers });
}

async function readInput(
  request: Request,
  context: RouteContext,
  body: 'parsed' | 'raw',
): Promise<Record<string, unknown>> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const sent = SAFE_METHODS.includes(request.method) || body === 'raw' ? {} : await readBody(request);
  return { ...query, ...sent, ...(await context.params) };
}

/** @returns the fields of the body; nothing when it is in no form we read, so that the schema refuses it. */
async function readBody(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  try {
    if (type.startsWith('application/json')) {
      const value: unknown = await request.json();
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
    }
    if (type.startsWith('multipart/form-data')) return Object.fromEntries(await request.formData());
    return {};
  } catch (cause) {
    if (isTooLarge(cause)) throw cause;
    return {}; // Not the JSON or form it says it is.
  }
}

/** The reader of a form wraps the failure of its stream. */
function isTooLarge(cause: unknown): boolean {
  for (let one = cause; one instanceof Error; one = one.cause)
    if (one instanceof BodyTooLargeError) return true;
  return false;
}
