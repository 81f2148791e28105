import type * as threads from 'node:worker_threads';

/**
 * `node:worker_threads` whose workers run TypeScript, for `vi.mock`. The bundler of the production
 * build compiles worker files; under test they are read as they are.
 */
export const withTypeScript = (real: typeof threads): typeof threads => ({
  ...real,
  Worker: class extends real.Worker {
    constructor(file: string | URL, options: ConstructorParameters<typeof real.Worker>[1]) {
      const load = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(file)})))`;
      super(load, { ...options, eval: true });
    }
  },
});
