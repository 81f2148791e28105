import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderLockedError, lockByPidFile, lockFolder } from './lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['lockFolder', lockFolder],
  ['lockByPidFile', lockByPidFile],
])('%s', (_, lock) => {
  it('lets one in, and the next after it has let go', async () => {
    const unlock = await lock(folder);
    await expect(lock(folder)).rejects.toThrow(FolderLockedError);
    await unlock();
    await (await lock(folder))();
  });
  it('says which folder and what to do', async () => {
    const unlock = await lock(folder);
    await expect(lock(folder)).rejects.toThrow(`${folder} is in use by another Triptych`);
    await expect(lock(folder)).rejects.toThrow('TRIPTYCH_DATA');
    await unlock();
  });
});

describe('lockFolder', () => {
  it.runIf(process.platform === 'linux')('knows the folder by another path too', async () => {
    const unlock = await lockFolder(folder);
    const other = `${folder}-link`;
    symlinkSync(folder, other);
    await expect(lockFolder(other)).rejects.toThrow(FolderLockedError);
    rmSync(other);
    await unlock();
  });
});

describe('lockByPidFile', () => {
  it.each(['999999999', '', 'nonsense'])('takes over from a process that is gone: %j', async (pid) => {
    writeFileSync(join(folder, 'triptych.pid'), pid);
    await (await lockByPidFile(folder))();
  });
});
