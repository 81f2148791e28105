import 'server-only';
import { z } from 'zod';
import { err, ok, type Result } from '@/lib/result';
import { type TokenHolder, tokenHolder } from '../accounts/tokenHolder';
import { answer } from '../answer';
import { BodyTooLargeError, limitBody } from '../limitBody';
import { log } from '../log';
import { progressLines } from '../uploads/progressLines';
import { BrokenFormError } from '../uploads/receiveForm';
import { makeUploadFolder, removeUploadFolder } from '../uploads/uploadFolder';
import { UNWATCHED, type Working } from '../uploads/Working';
import type { Endpoint } from './Endpoint';
import { gatherFields } from './gatherFields';
import { matchEndpoint } from './matchEndpoint';
import { receiveFiles } from './receiveFiles';
import { errorAnswer, invalidInput, issuesOf, valueAnswer } from './toAnswer';

const MIB = 1024 * 1024;
const LINES = 'application/x-ndjson';

/** Nobody acts: for endpoints that are open to all. */
const NOBODY: TokenHolder = {
  actor: { id: '', name: '', email: '', isOwner: false, memberships: [] },
  token: { name: '', scopes: [], projectId: null, expiresAt: new Date(0) },
};

type Outcome = Result<unknown> | Response | z.ZodError;

/**
 * Answers a request below /api/v1: who the token acts for, whether it is good for that, parse, run, error to code.
 * Cookies are not looked at, so no other site can do anything in a visitor's name, and no Origin is needed.
 */
export async function serve(request: Request, endpoints: readonly Endpoint[]): Promise<Response> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const match = matchEndpoint(endpoints, method, new URL(request.url).pathname);
  if (match.kind === 'noRoute') return errorAnswer({ code: 'request.noRoute' });
  if (match.kind === 'wrongMethod')
    return errorAnswer({
      code: 'request.wrongMethod',
      params: { method, allowed: match.allowed.join(', ') },
    });
  const { endpoint, params } = match;
  const door = `api ${endpoint.id}`;
  const admitted = await answer(door, () => admit(endpoint, request));
  if (!admitted.ok) return errorAnswer(admitted.error);
  const holder = admitted.value;
  if (endpoint.takes === 'files') return serveFiles(endpoint, door, holder, request, params);
  const outcome = await answer(door, () => perform(endpoint, holder, request, params));
  return toResponse(endpoint, outcome);
}

async function admit({ scope }: Endpoint, { headers }: Request): Promise<Result<TokenHolder>> {
  if (scope === 'public') return { ok: true, value: NOBODY };
  const holder = await tokenHolder(headers);
  if (!holder.ok || scope === 'any' || holder.value.token.scopes.includes(scope)) return holder;
  return err('token.scopeMissing', { scope });
}

type Params = Record<string, string>;

async function perform(
  endpoint: Endpoint,
  holder: TokenHolder,
  request: Request,
  params: Params,
): Promise<Outcome> {
  const { maxBytes = MIB } = endpoint;
  try {
    const sent =
      endpoint.takes === 'json'
        ? await readJson(limitBody(request, maxBytes))
        : gatherFields(endpoint, new URL(request.url).searchParams, params);
    if (!sent.ok) return sent;
    const working = { ...UNWATCHED, signal: request.signal };
    return await endpoint.perform(
      { ...sent.value, ...params },
      { holder, actor: holder.actor, request, working },
    );
  } catch (cause) {
    if (isTooLarge(cause)) return err('request.tooLarge', { limitMiB: Math.floor(maxBytes / MIB) });
    throw cause;
  }
}

/** @returns the fields of the body: an object, or nothing at all where no field is needed. */
async function readJson(request: Request): Promise<Result<Record<string, unknown>>> {
  const text = await request.text();
  if (text.trim() === '') return ok({});
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? ok({ ...value }) : err('request.notJson', { reason: 'noObject' });
  } catch (cause) {
    if (cause instanceof SyntaxError) return err('request.notJson', { reason: 'syntax' });
    throw cause;
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Files go to disk while they arrive and are removed when the use case has answered or the client has left. A client
 * that accepts `application/x-ndjson` gets a line for each bit of progress, and the answer as the last one.
 */
async function serveFiles(
  endpoint: Endpoint,
  door: string,
  holder: TokenHolder,
  request: Request,
  params: Params,
): Promise<Response> {
  let folder: string | null = null;
  const leave = async () => {
    if (folder) await removeUploadFolder(folder).catch((cause: unknown) => log.error('api.remove', cause));
  };
  const ready = await answer(door, async () => {
    const allowed = await endpoint.may?.(holder.actor, params);
    if (allowed && !allowed.ok) return allowed;
    folder = await makeUploadFolder();
    const form = await receive(endpoint, request, folder);
    if (!form.ok) return form;
    const fields = gatherFields(endpoint, form.value.entries, params);
    if (!fields.ok) return fields;
    const raw = { ...fields.value, files: form.value.files, ...params };
    return (working: Working) =>
      answer(door, () =>
        settle(endpoint.perform(raw, { holder, actor: holder.actor, request, working }), working),
      );
  });
  if (typeof ready !== 'function') {
    await leave();
    return errorAnswer(ready.ok ? { code: 'request.invalid' } : ready.error);
  }
  if (request.headers.get('accept')?.includes(LINES))
    return progressLines(request.signal, async (working) => asResult(await ready(working)), leave);
  const outcome = await ready({ ...UNWATCHED, signal: request.signal });
  await leave();
  return toResponse(endpoint, outcome);
}

async function receive({ maxBytes = MIB }: Endpoint, request: Request, folder: string) {
  try {
    return { ok: true as const, value: await receiveFiles(request, { folder, maxBytes }) };
  } catch (cause) {
    if (isTooLarge(cause)) return err('request.tooLarge', { limitMiB: Math.floor(maxBytes / MIB) });
    if (cause instanceof BrokenFormError) return err('request.invalid');
    if (request.signal.aborted) return err('import.cancelled');
    throw cause;
  }
}

/** Work that ended because its client left is no failure of the server. */
async function settle(work: Promise<Outcome>, { signal }: Working): Promise<Outcome> {
  try {
    return await work;
  } catch (cause) {
    if (signal.aborted) return err('import.cancelled');
    throw cause;
  }
}

/** A reader of a body wraps the failure of its stream. */
function isTooLarge(cause: unknown): boolean {
  for (let one = cause; one instanceof Error; one = one.cause)
    if (one instanceof BodyTooLargeError) return true;
  return false;
}

const asResult = (outcome: Outcome): Result<unknown> => {
  if (outcome instanceof z.ZodError) return { ok: false, error: invalidInput(outcome) };
  if (outcome instanceof Response) throw new Error('an endpoint with progress answers with a value');
  return outcome;
};

function toResponse(endpoint: Endpoint, outcome: Outcome): Response {
  if (outcome instanceof Response) return outcome;
  if (outcome instanceof z.ZodError) return errorAnswer(invalidInput(outcome), issuesOf(outcome));
  return outcome.ok ? valueAnswer(endpoint.answers, outcome.value) : errorAnswer(outcome.error);
}
