/** Prints a value, for programs and people alike: on stdout, unless that is taken by something else. */
export function printJson(value: unknown, stream: NodeJS.WritableStream = process.stdout): void {
  stream.write(`${JSON.stringify(value, null, 2)}\n`);
}
