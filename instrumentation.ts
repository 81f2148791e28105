/** Runs once when the server starts, before the first request is answered. */
export async function register(): Promise<void> {
  // In a file of its own: Node modules named here would be compiled for the edge runtime too.
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('./instrumentation-node');
}
