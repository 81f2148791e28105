import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Actor } from '@/lib/bitext/can';
import { err, ok } from '@/lib/result';
import { defineUpload, Files } from './defineUpload';
import { sweepUploads } from './uploadFolder';
import type { Working } from './Working';

const LAN: Actor = { id: '1', name: 'Lan', email: 'lan@example.org', isOwner: false, memberships: [] };
const state = vi.hoisted(() => ({ actor: null as unknown, dataFolder: '' }));
vi.mock('../actor', () => ({ actorOf: async () => state.actor }));
vi.mock('../env', () => ({ env: () => ({ dataFolder: state.dataFolder, trustProxy: false }) }));

const ORIGIN = { host: 'localhost:3000', origin: 'http://localhost:3000' };
const Input = z.object({ files: Files, name: z.string(), id: z.string() });
type Input = z.output<typeof Input>;
const context = { params: Promise.resolve({ id: '7' }) };
const LIMIT = 100_000;

beforeEach(() => {
  state.actor = LAN;
  state.dataFolder = mkdtempSync(join(tmpdir(), 'uploads-'));
});

/** Every file below the folder for uploads. */
const filesLeft = () => {
  const names = readdirSync(state.dataFolder, { recursive: true, withFileTypes: true });
  return names.filter((one) => one.isFile()).map(({ name }) => name);
};
const form = (...files: File[]) => {
  const body = new FormData();
  body.set('name', 'Lan');
  for (const [k, file] of files.entries()) body.set(`file${k}`, file);
  return body;
};
const post = (
  body: BodyInit | ReadableStream,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
) => {
  const init: RequestInit & { duplex: 'half' } = {
    ...{ method: 'POST', body, signal, duplex: 'half', headers: { ...ORIGIN, ...headers } },
  };
  return new Request('http://localhost:3000/api/x', init);
};
const read = async (_: Actor, { files, name, id }: Input) =>
  ok([name, id, ...files.map((file) => [file.name, file.bytes, readFileSync(file.path, 'utf8')])]);
const upload = (perform: (actor: Actor, input: Input, working: Working) => ReturnType<typeof read> = read) =>
  defineUpload({ input: Input, maxBytes: LIMIT, may: async () => ok(null) }, perform);
const answered = async (response: Response) => [response.status, await response.json()];

describe('defineUpload', () => {
  it('hands over files as paths, with fields and path parameters, and leaves nothing behind', async () => {
    const request = post(form(new File(['Xin chào'], 'C:\\x\\vi.txt'), new File([''], 'empty')));
    expect(await answered(await upload()(request, context))).toEqual([
      200,
      { value: ['Lan', '7', ['vi.txt', 9, 'Xin chào'], ['empty', 0, '']] },
    ]);
    expect(filesLeft()).toEqual([]);
  });

  it('reads names as browsers write them: three escapes, and no other', async () => {
    const request = post(form(new File(['x'], 'Cartea "Mara" 100%25 %2F.txt'), new File(['y'], 'a\r\nb')));
    expect(await answered(await upload()(request, context))).toEqual([
      200,
      {
        value: ['Lan', '7', ['Cartea "Mara" 100%25 %2F.txt', 1, 'x'], ['a\r\nb', 1, 'y']],
      },
    ]);
  });

  it('never takes a path from a field', async () => {
    const body = form(new File(['x'], 'a'));
    body.set('files', '/etc/passwd');
    expect(await answered(await upload()(post(body), context))).toEqual([
      200,
      { value: ['Lan', '7', ['a', 1, 'x']] },
    ]);
  });

  it('refuses strangers, foreign pages and people without the right before it reads a byte', async () => {
    const pulled = vi.fn();
    const body = () => new ReadableStream({ pull: pulled }, { highWaterMark: 0 });
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const may = async () => err('document.forbidden');
    const forbidden = defineUpload({ input: Input, maxBytes: LIMIT, may }, read);
    expect((await forbidden(post(body(), type), context)).status).toBe(403);
    const foreign = post(body(), { ...type, origin: 'https://evil.example' });
    expect((await upload()(foreign, context)).status).toBe(403);
    state.actor = null;
    expect((await upload()(post(body(), type), context)).status).toBe(401);
    expect(pulled).not.toHaveBeenCalled();
  });

  it('refuses a body that announces too much at once, and one in chunks as soon as it is too long', async () => {
    const announced = post(form(new File(['x'], 'a')), { 'content-length': String(LIMIT + 1) });
    expect((await upload()(announced, context)).status).toBe(413);
    const head = '--x\r\ncontent-disposition: form-data; name="file0"; filename="a"\r\n\r\n';
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(sent ? 'y'.repeat(10_000) : head));
        sent += 10_000;
      },
    });
    const request = post(endless, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(await answered(await upload()(request, context))).toEqual([
      413,
      { error: { code: 'request.tooLarge', params: { limitMiB: 0 } } },
    ]);
    expect(sent).toBeLessThan(LIMIT * 4);
    expect(filesLeft()).toEqual([]);
  });

  it.each([
    ['no form', 'hello', 'text/plain'],
    ['no boundary', 'hello', 'multipart/form-data'],
    [
      'a form that is cut off',
      '--x\r\ncontent-disposition: form-data; name="file0"; filename="a"\r\n\r\nabc',
      'multipart/form-data; boundary=x',
    ],
    ['a form without its fields', '--x--\r\n', 'multipart/form-data; boundary=x'],
  ])('refuses %s', async (_, body, type) => {
    expect(await answered(await upload()(post(body, { 'content-type': type }), context))).toEqual([
      400,
      { error: { code: 'request.invalid' } },
    ]);
    expect(filesLeft()).toEqual([]);
  });

  it('takes the files away when the client leaves in the midst of them', async () => {
    const leaving = new AbortController();
    const head = '--x\r\ncontent-disposition: form-data; name="file0"; filename="a"\r\n\r\nabc';
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
    });
    const response = upload()(
      post(body, { 'content-type': 'multipart/form-data; boundary=x' }, leaving.signal),
      context,
    );
    await vi.waitFor(() => expect(filesLeft()).toHaveLength(1));
    leaving.abort();
    expect(await (await response).json()).toEqual({ error: { code: 'import.cancelled' } });
    expect(filesLeft()).toEqual([]);
  });

  it('tells progress by lines, the answer last, and keeps the files until then', async () => {
    const route = upload(async (actor, input, working) => {
      working.progress({ step: 'reading', share: 0.5 });
      return read(actor, input);
    });
    const request = post(form(new File(['x'], 'a')), { accept: 'application/x-ndjson' });
    const lines = (await (await route(request, context)).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { progress: { step: 'reading', share: 0.5 } },
      { value: ['Lan', '7', ['a', 1, 'x']] },
    ]);
    await vi.waitFor(() => expect(filesLeft()).toEqual([]));
  });

  it('stops the work when nobody reads its lines any more', async () => {
    const stopped = vi.fn();
    const route = upload(async (_, __, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      stopped();
      signal.throwIfAborted();
      return ok([]);
    });
    const response = await route(
      post(form(new File(['x'], 'a')), { accept: 'application/x-ndjson' }),
      context,
    );
    await response.body!.cancel();
    await vi.waitFor(() => expect(stopped).toHaveBeenCalled());
    await vi.waitFor(() => expect(filesLeft()).toEqual([]));
  });
});

describe('sweepUploads', () => {
  it('takes away what ended processes have left, here and long ago elsewhere', async () => {
    const make = async (name: string) => {
      const folder = join(state.dataFolder, 'uploads', name);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), '');
      return folder;
    };
    await make(`${hostname()}@999999999`);
    await make(`${hostname()}@${process.ppid}`);
    await make('elsewhere@1');
    const old = await make('elsewhere@2');
    await utimes(old, 0, 0);
    await sweepUploads();
    expect(filesLeft().sort()).toEqual([`${hostname()}@${process.ppid}`, 'elsewhere@1'].sort());
  });
  it('is content without any folder', async () => {
    await expect(sweepUploads()).resolves.toBeUndefined();
  });
});
