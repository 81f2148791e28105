import { Worker } from 'node:worker_threads';

/**
 * `Worker` that runs TypeScript, for `vi.mock('node:worker_threads')`. The bundler of the production
 * build compiles worker files; under test they are read as they are.
 */
export class TypeScriptWorker extends Worker {
  constructor(file: string | URL, options: ConstructorParameters<typeof Worker>[1]) {
    super(file, { ...options, execArgv: ['--import', 'tsx'] });
  }
}
