/**
 * Lets everybody else have a turn. The embedded database answers within the same turn of the event loop: a row of
 * queries would hold it as long as one long query.
 */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
