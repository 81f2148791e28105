import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The part of Emscripten's file system that we reach into. Internal to PGlite: the version is pinned. */
type EmscriptenModule = {
  FS: {
    lookupPath(path: string): {
      node: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
    };
  };
};

/** How many times the database has asked for its writes to reach the disk; a test watches it rise. */
export let syncCount = 0;

/**
 * PGlite's folder file system, with an fsync that really syncs.
 *
 * As shipped, PGlite starts PostgreSQL with `-F` and its fsync does nothing: a commit survives the
 * death of the process but not of the machine. With this class and `DURABLE_START_PARAMS` every
 * commit is on the disk before it is acknowledged (one fsync a commit).
 */
export class DurableFs extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const makeDurable = (module: EmscriptenModule): void => {
      module.FS.lookupPath('/pglite/data').node.stream_ops.fsync = (stream) => {
        syncCount++;
        fsyncSync(stream.nfd);
        return 0;
      };
    };
    const preRun = [...[emscriptenOpts.preRun ?? []].flat(), makeDurable as unknown as () => void];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

export const DURABLE_START_PARAMS: string[] = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
];
