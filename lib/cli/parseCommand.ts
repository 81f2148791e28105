import { type ParseArgsConfig, parseArgs } from 'node:util';
import { failUsage } from './fail';

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig['options']>;

type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true }>
>;

/** Every command has them. `--json` is accepted everywhere, also where the output is JSON anyway. */
const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** The arguments of a command; or the exit code, when they were wrong or asked for its help. */
export function parseCommand<const O extends ParseArgsOptionsConfig>(
  name: string,
  { args, options, help }: { args: string[]; options: O; help: string },
): Parsed<O & typeof COMMON> | number {
  let parsed: Parsed<O & typeof COMMON>;
  try {
    parsed = parseArgs({ args, options: { ...options, ...COMMON }, allowPositionals: true }) as Parsed<
      O & typeof COMMON
    >;
  } catch (error) {
    return failUsage((error as Error).message, name);
  }
  const { values } = parsed as { values: { help?: boolean } };
  if (!values.help) return parsed;
  process.stdout.write(help);
  return 0;
}

/** Says which option has a value that is none of its own; null when all is well. */
export function wrongChoice(
  choices: Readonly<Record<string, readonly [string | undefined, readonly string[]]>>,
): string | null {
  for (const [option, [value, allowed]] of Object.entries(choices))
    if (value !== undefined && !allowed.includes(value)) return `--${option} ${value}: ${allowed.join(', ')}`;
  return null;
}
