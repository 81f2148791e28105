import packageJson from '@/package.json';
import { failUsage } from './fail';
import { sourceDate } from './sourceDate';

const HELP = `triptych ${packageJson.version}: translation alignment on the command line

Usage: npm run -s triptych -- COMMAND [options]

Commands:
  align      set translations against their source, file by file or many tasks at once
  convert    aligned texts from one format to another
  inspect    what an import would make of files, as JSON
  validate   what known readers would trip over in files
  help       this text, or the help of a command

Options:
  --help     this text; after a command, the help of that command
  --version  the version

Exit code: 0 done, 1 bad input, 2 wrong usage. Errors: {"error": {"code", "message", "params"}} on stdout,
the sentence on stderr.
`;

/** Commands load when they are called: the engine's lexicon is of no use to `inspect`. */
const COMMANDS: Record<string, () => Promise<(args: string[]) => Promise<number>>> = {
  align: async () => (await import('./align')).alignCommand,
  convert: async () => (await import('./convert')).convertCommand,
  inspect: async () => (await import('./inspect')).inspectCommand,
  validate: async () => (await import('./validate')).validateCommand,
};

/** Runs one command. Answers the exit code: 0 done, 1 bad input, 2 wrong usage. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    process.stderr.write(HELP);
    return failUsage('a command is missing');
  }
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    process.stdout.write(HELP);
    return 0;
  }
  const [command, commandArgs] = name === 'help' ? [rest[0], ['--help']] : [name, rest];
  if (!Object.hasOwn(COMMANDS, command)) return failUsage(`there is no command “${command}”`);
  if (!sourceDate()) return failUsage('SOURCE_DATE_EPOCH is no number of seconds');
  const run = await COMMANDS[command]();
  return run(commandArgs);
}
