import manifest from '../../package.json' with { type: 'json' };

/** Of this build, as written into exports. */
export const VERSION: string = manifest.version;
