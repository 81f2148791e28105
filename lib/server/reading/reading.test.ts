import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { withTypeScript } from '@/tests/helpers/typescriptWorkers';
import { type Progress, UNWATCHED } from '../uploads/Working';
import { openReading, readInThread } from './openReading';
import { takeTurn } from './takeTurn';

vi.mock('node:worker_threads', async (original) => withTypeScript(await original()));

const folder = mkdtempSync(join(tmpdir(), 'reading-'));
const fileOf = (content: string | Uint8Array) => {
  const path = join(folder, String(Math.random()));
  writeFileSync(path, content);
  return path;
};

describe('readInThread', () => {
  it('reads a text from its path', async () => {
    const path = fileOf('Anna về nhà.\n\nNàng khóc.');
    expect(
      await readInThread({ kind: 'text', path, options: { fileName: 'a.txt' } }, UNWATCHED),
    ).toMatchObject({
      ok: true,
      value: { draft: { paragraphs: ['Anna về nhà.', 'Nàng khóc.'] }, checksum: /^[\da-f]{64}$/u },
    });
  });
  it('passes a bug on as what it is', async () => {
    const path = join(folder, 'nowhere');
    await expect(readInThread({ kind: 'text', path, options: {} }, UNWATCHED)).rejects.toThrow('ENOENT');
  });
  it('ends the thread when it is cancelled, and gives its turn away', async () => {
    const leaving = new AbortController();
    const path = fileOf('Anna. '.repeat(500_000));
    const reading = readInThread(
      { kind: 'text', path, options: {} },
      { ...UNWATCHED, signal: leaving.signal },
    );
    setTimeout(() => leaving.abort(), 50);
    await expect(reading).rejects.toThrow('abort');
    const turns = await Promise.all([takeTurn(UNWATCHED.signal), takeTurn(UNWATCHED.signal)]);
    for (const give of turns) give();
  });
  it('answers with an error, and goes on serving, when a file takes too much memory', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const path = fileOf('Anna.\n\n'.repeat(400_000));
    const { answer } = await openReading({ kind: 'text', path, options: {} }, UNWATCHED, 24);
    expect(answer).toEqual({ ok: false, error: { code: 'import.tooComplex' } });
    expect(String(warned.mock.calls[0]?.[0])).toContain('import.tooComplex');
    warned.mockRestore();
    const small = fileOf('Anna.');
    expect(await readInThread({ kind: 'text', path: small, options: {} }, UNWATCHED)).toMatchObject({
      ok: true,
    });
  });
});

describe('takeTurn', () => {
  it('lets two go at once and the others in the order they came, save those who left', async () => {
    const [a] = await Promise.all([takeTurn(UNWATCHED.signal), takeTurn(UNWATCHED.signal)]);
    const leaving = new AbortController();
    const order: string[] = [];
    const gone = takeTurn(leaving.signal).catch(() => order.push('gone'));
    const next = takeTurn(UNWATCHED.signal);
    void next.then(() => order.push('next'));
    leaving.abort();
    await gone;
    expect(order).toEqual(['gone']);
    a();
    a();
    (await next)();
    const b = await takeTurn(UNWATCHED.signal);
    b();
  });
});

it('a reading tells that it waits, and then how far it is', async () => {
  const told: Progress[] = [];
  const path = fileOf('Anna.');
  await readInThread(
    { kind: 'text', path, options: {} },
    { ...UNWATCHED, progress: (one) => told.push(one) },
  );
  expect(told[0]).toEqual({ step: 'waiting', share: 0 });
});
