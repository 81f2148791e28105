import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/bitext/can';
import { err, type Result } from '@/lib/result';
import { admit } from '../admit';
import { answer } from '../answer';
import { toResponse } from '../defineRoute';
import { BodyTooLargeError } from '../limitBody';
import { log } from '../log';
import { progressLines } from './progressLines';
import { BrokenFormError, receiveForm, type UploadedFile } from './receiveForm';
import { makeUploadFolder, removeUploadFolder } from './uploadFolder';
import type { Working } from './Working';

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Params = Record<string, string | string[] | undefined>;

/** For schemas of uploads: the files of the form, in the order they were sent. */
export const Files = z.array(z.custom<UploadedFile>((value) => typeof value === 'object' && value !== null));

export type UploadOptions<S extends z.ZodType> = {
  /** Checks the form's fields, its files as `files`, overlaid by the path's parameters. */
  input: S;
  /** The longest body taken, in bytes. */
  maxBytes: number;
  /** Asked before anything is received: nobody fills the disk who may not import anyway. */
  may: (actor: Actor, params: Params) => Promise<Result<unknown>>;
};

/**
 * A route handler for forms with large files. They are written to disk while they arrive, handed to the use case as
 * paths, and removed when it has answered or the client has left.
 *
 * A client that accepts `application/x-ndjson` gets a line for each bit of progress, and the answer as the last one;
 * what fails before the files are complete is told by an ordinary answer with its status.
 */
export function defineUpload<S extends z.ZodType, T>(
  { input, maxBytes, may }: UploadOptions<S>,
  perform: (actor: Actor, input: z.output<S>, working: Working) => Promise<Result<T>>,
): (request: Request, context: RouteContext) => Promise<Response> {
  const door = `upload ${perform.name}`;
  return async (request, context) => {
    let folder: string | null = null;
    const ready = await answer(door, async () => {
      const admitted = await admit(request);
      if (!admitted.ok) return admitted;
      const actor = admitted.value;
      const params = await context.params;
      const allowed = await may(actor, params);
      if (!allowed.ok) return allowed;
      folder = await makeUploadFolder();
      const form = await receive(request, folder, maxBytes);
      if (!form.ok) return form;
      const parsed = input.safeParse({ ...form.value.fields, files: form.value.files, ...params });
      if (!parsed.success) return err('request.invalid');
      return (working: Working) => answer(door, () => settle(perform(actor, parsed.data, working), working));
    });
    const leave = async () => {
      if (folder)
        await removeUploadFolder(folder).catch((cause: unknown) => log.error('uploads.remove', cause));
    };
    if (typeof ready !== 'function') {
      await leave();
      return toResponse(ready);
    }
    const wantsLines = request.headers.get('accept')?.includes('application/x-ndjson');
    if (wantsLines) return progressLines(request.signal, ready, leave);
    const result = await ready({ signal: request.signal, progress: () => undefined });
    await leave();
    return toResponse(result);
  };
}

async function receive(request: Request, folder: string, maxBytes: number) {
  try {
    return { ok: true as const, value: await receiveForm(request, { folder, maxBytes }) };
  } catch (cause) {
    if (cause instanceof BodyTooLargeError)
      return err('request.tooLarge', { limitMiB: Math.floor(maxBytes / 1024 / 1024) });
    if (cause instanceof BrokenFormError) return err('request.invalid');
    if (request.signal.aborted) return err('import.cancelled');
    throw cause;
  }
}

/** Work that ended because its client left is no failure of the server. */
async function settle<T>(work: Promise<Result<T>>, { signal }: Working): Promise<Result<T>> {
  try {
    return await work;
  } catch (cause) {
    if (signal.aborted) return err('import.cancelled');
    throw cause;
  }
}
