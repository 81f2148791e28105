import 'server-only';
import type { Described } from '../Endpoint';

const BODY: Record<Described['takes'], string> = { query: '', json: 'JSON', files: 'files' };

/** Every endpoint with what it needs, as a table in Markdown. */
export function endpointTable(endpoints: readonly Described[]): string {
  const rows = endpoints.map(({ method, path, scope, takes, summary }) => {
    const needs = scope === 'public' ? 'no token' : scope === 'any' ? 'any token' : `\`${scope}\``;
    return `| \`${method} ${path}\` | ${needs} | ${BODY[takes]} | ${summary} |`;
  });
  return ['| endpoint | scope | body | |', '|---|---|---|---|', ...rows, ''].join('\n');
}
