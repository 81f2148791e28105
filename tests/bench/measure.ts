import { loadavg } from 'node:os';

/** Middle of the sorted values; 0..1 gives other quantiles. */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds of each of `runs` calls, after one that does not count. */
export async function timed(runs: number, run: () => unknown): Promise<number[]> {
  await run();
  const times: number[] = [];
  for (let k = 0; k < runs; k++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times;
}

export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

/** `median (min–max)`: a wide range says that the machine was busy with other things. */
export const spread = (values: readonly number[]): string =>
  `${ms(quantile(values))} ms (${ms(Math.min(...values))}–${ms(Math.max(...values))})`;

/** Prints a table with aligned columns. */
export function table(title: string, rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`\n${title}`);
  for (const [name, value] of rows) console.log(`  ${name.padEnd(width)}  ${value}`);
}

/** What was measured, with what it should be where there is such a thing. */
export type Measured = { name: string; value: string; aim?: string; isMet?: boolean };

/** Prints a table with the aim beside each figure, and the load of the machine while it was measured. */
export function tableWithAims(title: string, rows: readonly Measured[]): void {
  const [nameWidth, valueWidth] = [
    Math.max(...rows.map(({ name }) => name.length)),
    Math.max(...rows.map(({ value }) => value.length)),
  ];
  console.log(`\n${title}`);
  for (const { name, value, aim, isMet } of rows) {
    const verdict = aim === undefined ? '' : `${isMet ? '✓' : '✗'} ${aim}`;
    console.log(`  ${name.padEnd(nameWidth)}  ${value.padEnd(valueWidth)}  ${verdict}`.trimEnd());
  }
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`  (load average of the machine afterwards: ${load.join(', ')})`);
}

/** Milliseconds of processor: what else the machine is doing does not count, the collector's own threads do. */
export function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
