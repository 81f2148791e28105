/** The name of the constraint that refused, from the driver's own error; undefined when nothing did. */
export async function refusedBy(run: PromiseLike<unknown>): Promise<string | undefined> {
  try {
    await run;
    return undefined;
  } catch (failure) {
    // A deferred constraint refuses the commit, whose error reaches us as the driver threw it.
    const { constraint, cause } = failure as { constraint?: string; cause?: { constraint?: string } };
    return constraint ?? cause?.constraint ?? String(failure);
  }
}
