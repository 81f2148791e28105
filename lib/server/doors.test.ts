import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Actor } from '@/lib/bitext/can';
import { ERROR_CODES, err, ok } from '@/lib/result';
import { defineAction, definePublicAction } from './defineAction';
import { defineRoute } from './defineRoute';
import { httpStatus } from './httpStatus';
import { Rollback } from './rollback';

const LAN: Actor = { id: '1', name: 'Lan', email: 'lan@example.org', isOwner: false, memberships: [] };
const state = vi.hoisted(() => ({ actor: null as unknown, headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: async () => state.headers }));
vi.mock('./actor', () => ({ currentActor: async () => state.actor, actorOf: async () => state.actor }));

const ORIGIN = { host: 'localhost:3000', origin: 'http://localhost:3000' };
const Input = z.object({ count: z.coerce.number().int() });
const double = async (_: Actor, { count }: { count: number }) => ok(count * 2);
const context = { params: Promise.resolve({}) };

beforeEach(() => {
  state.actor = LAN;
  state.headers = new Headers(ORIGIN);
});

describe('defineAction', () => {
  it('answers what the use case answers', async () => {
    expect(await defineAction(Input, double)({ count: 2 })).toEqual(ok(4));
  });
  it('refuses strangers before it looks at the input', async () => {
    state.actor = null;
    expect(await defineAction(Input, double)({ count: 'wrong' })).toEqual(err('auth.signedOut'));
  });
  it('refuses input that the schema does not know', async () => {
    expect(await defineAction(Input, double)({ count: 1.5 })).toEqual(err('request.invalid'));
    expect(await defineAction(Input, double)(undefined as never)).toEqual(err('request.invalid'));
  });
  it.each([
    ['no origin at all', { host: 'localhost:3000' }],
    ['another site', { ...ORIGIN, origin: 'https://evil.example' }],
    ['another port', { ...ORIGIN, origin: 'http://localhost:4000' }],
    ['a sandboxed frame', { ...ORIGIN, origin: 'null' }],
    ['what the browser says is cross-site', { ...ORIGIN, 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { ...ORIGIN, 'sec-fetch-site': 'same-site' }],
    [
      'a forwarded host we did not ask for',
      { ...ORIGIN, origin: 'https://a.example', 'x-forwarded-host': 'a.example' },
    ],
  ])('refuses %s', async (_, headers) => {
    state.headers = new Headers(headers);
    expect(await defineAction(Input, double)({ count: 1 })).toEqual(err('request.foreignOrigin'));
  });
  it('turns a Rollback into its code', async () => {
    const fail = async () => {
      throw new Rollback('bead.stale', { who: 'Minh' });
    };
    expect(await defineAction(Input, fail)({ count: 1 })).toEqual(err('bead.stale', { who: 'Minh' }));
  });
  it('hides a failure behind a reference, and logs it without query parameters', async () => {
    const { DrizzleQueryError } = await import('drizzle-orm/errors');
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fail = async () => {
      throw new DrizzleQueryError('select $1', ['top secret'], new Error('disk full'));
    };
    const answered = await defineAction(Input, fail)({ count: 1 });
    expect(answered).toMatchObject({ ok: false, error: { code: 'request.unexpected' } });
    const text = String(logged.mock.calls[0]?.[0]);
    logged.mockRestore();
    expect(text).toContain(String(answered.ok ? '' : answered.error.params?.reference));
    expect(text).toContain('disk full');
    expect(text).not.toContain('top secret');
  });
  it('lets redirect() through', async () => {
    const { redirect } = await import('next/navigation');
    const leave = async () => redirect('/en');
    await expect(defineAction(Input, leave)({ count: 1 })).rejects.toThrow('NEXT_REDIRECT');
  });
});

describe('definePublicAction', () => {
  it('lets strangers in, and tells the use case who it is', async () => {
    state.actor = null;
    const who = definePublicAction(z.object({}), async ({ actor, peer }) => ok([actor, peer.isLocal]));
    expect(await who({})).toEqual(ok([null, false]));
  });
});

describe('defineRoute', () => {
  const url = 'http://localhost:3000/api/x?count=3';
  const post = (init: RequestInit = {}) => new Request(url, { method: 'POST', headers: ORIGIN, ...init });
  const body = async (response: Response) => [response.status, await response.json()];

  it('takes query, JSON body and path, the later over the earlier', async () => {
    const route = defineRoute({ input: Input }, double);
    expect(await body(await route(new Request(url), context))).toEqual([200, { value: 6 }]);
    const json = { headers: { ...ORIGIN, 'content-type': 'application/json' }, body: '{"count":5}' };
    expect(await body(await route(post(json), context))).toEqual([200, { value: 10 }]);
    const path = { params: Promise.resolve({ count: '7' }) };
    expect(await body(await route(post(json), path))).toEqual([200, { value: 14 }]);
  });
  it('answers strangers with 401', async () => {
    state.actor = null;
    const answered = await defineRoute({ input: Input }, double)(new Request(url), context);
    expect(await body(answered)).toEqual([401, { error: { code: 'auth.signedOut' } }]);
  });
  it('checks the origin of what changes, and of nothing else', async () => {
    const route = defineRoute({ input: Input }, double);
    const foreign = await route(post({ headers: { ...ORIGIN, origin: 'https://evil.example' } }), context);
    expect(await body(foreign)).toEqual([403, { error: { code: 'request.foreignOrigin' } }]);
    expect((await route(post({ headers: {} }), context)).status).toBe(403);
    expect((await route(new Request(url), context)).status).toBe(200);
  });
  it('reads files of a form', async () => {
    const form = new FormData();
    form.set('file', new File(['Xin chào'], 'vi.txt'));
    const schema = z.object({ file: z.instanceof(File) });
    const route = defineRoute({ input: schema }, async (_, { file }) => ok([file.name, await file.text()]));
    expect(await body(await route(post({ body: form }), context))).toEqual([
      200,
      { value: ['vi.txt', 'Xin chào'] },
    ]);
  });
  it.each([
    ['declares', { 'content-length': '2097152' }],
    ['does not declare', {}],
  ])('refuses a body whose length it %s', async (_, headers) => {
    const route = defineRoute({ input: Input, maxBytes: 1024 * 1024 }, double);
    const big = JSON.stringify({ count: 1, filler: 'x'.repeat(1_100_000) });
    const request = post({
      headers: { ...ORIGIN, 'content-type': 'application/json', ...headers },
      body: big,
    });
    expect(await body(await route(request, context))).toEqual([
      413,
      { error: { code: 'request.tooLarge', params: { limitMiB: 1 } } },
    ]);
  });
  it('refuses a form that is too large', async () => {
    const form = new FormData();
    form.set('file', new File(['x'.repeat(3000)], 'vi.txt'));
    const route = defineRoute({ input: Input, maxBytes: 1000 }, double);
    expect((await route(post({ body: form }), context)).status).toBe(413);
  });
  it('counts a raw body too, while the use case streams it', async () => {
    const swallow = async (_: Actor, _input: unknown, request: Request) =>
      ok((await request.arrayBuffer()).byteLength);
    const route = defineRoute({ input: z.object({}), maxBytes: 100, body: 'raw' }, swallow);
    expect(await body(await route(post({ body: 'x'.repeat(90) }), context))).toEqual([200, { value: 90 }]);
    expect((await route(post({ body: 'x'.repeat(110) }), context)).status).toBe(413);
  });
  it('refuses broken JSON as wrong input', async () => {
    const headers = { ...ORIGIN, 'content-type': 'application/json' };
    const route = defineRoute({ input: z.object({ name: z.string() }) }, async () => ok(1));
    expect((await route(post({ headers, body: '{"name":' }), context)).status).toBe(400);
  });
  it("passes a use case's own response on", async () => {
    const route = defineRoute({ input: Input }, async () => new Response('a\tb', { status: 200 }));
    expect(await (await route(new Request(url), context)).text()).toBe('a\tb');
  });
});

describe('httpStatus', () => {
  it('is an error for every code', () => {
    for (const code of ERROR_CODES) expect(httpStatus(code)).toBeGreaterThanOrEqual(400);
    expect(httpStatus('project.notFound')).toBe(404);
    expect(httpStatus('auth.tooManyTries')).toBe(429);
  });
});
