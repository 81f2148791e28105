import 'server-only';
import type { z } from 'zod';
import { englishError } from '@/lib/i18n/englishError';
import type { ErrorCode, Failure } from '@/lib/result';
import { httpStatus } from '../httpStatus';
import type { Answers } from './Endpoint';

const NO_STORE = { 'cache-control': 'no-store' };

/** What is wrong with the input, for programmers: which field, and what about it. */
export type Issue = { path: string; message: string };

export const issuesOf = (error: z.ZodError): Issue[] =>
  error.issues
    .flatMap((issue) => {
      const { path, message } = issue;
      // Each unknown field by its own name, wherever it stands.
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
      return unknown.length
        ? unknown.map((key) => ({ path: [...path, key].join('.'), message: 'There is no such field' }))
        : [{ path: path.join('.'), message }];
    })
    .slice(0, 20);

/** Input that does not fit, with the names of its fields: lines of progress carry no list of issues. */
export const invalidInput = (error: z.ZodError): Failure => ({
  code: 'request.invalid',
  params: { fields: [...new Set(issuesOf(error).map(({ path }) => path))].join(', ') },
});

/** An error as JSON, with the status and the headers that say the same. */
export function errorAnswer({ code, params }: Failure, issues?: Issue[]): Response {
  const error = {
    code,
    message: englishError({ code, params }),
    params: params ?? {},
    ...(issues && { issues }),
  };
  return Response.json(
    { error },
    { status: httpStatus(code), headers: { ...NO_STORE, ...headersOf(code, params) } },
  );
}

/** The value of a use case as JSON. */
export function valueAnswer(answers: Answers, value: unknown): Response {
  if (answers.status === 204) return new Response(null, { status: 204, headers: NO_STORE });
  return Response.json(value, { status: answers.status, headers: NO_STORE });
}

function headersOf(code: ErrorCode, params: Failure['params'] = {}): Record<string, string> {
  switch (code) {
    case 'token.missing':
      return { 'www-authenticate': 'Bearer realm="triptych"' };
    case 'token.invalid':
      return { 'www-authenticate': 'Bearer realm="triptych", error="invalid_token"' };
    case 'token.scopeMissing':
      return {
        'www-authenticate': `Bearer realm="triptych", error="insufficient_scope", scope="${params.scope}"`,
      };
    case 'auth.tooManyTries':
      return { 'retry-after': String(params.seconds) };
    case 'request.wrongMethod':
      return { allow: String(params.allowed) };
    case 'request.busy':
      return { 'retry-after': '5' };
    default:
      return {};
  }
}
