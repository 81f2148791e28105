import 'server-only';
import type { Endpoint } from './Endpoint';

export const API_ROOT = '/api/v1';

type Match =
  | { kind: 'found'; endpoint: Endpoint; params: Record<string, string> }
  | { kind: 'wrongMethod'; allowed: string[] }
  | { kind: 'noRoute' };

/** The endpoint of an address below /api/v1. A part that is written out goes before a parameter. */
export function matchEndpoint(endpoints: readonly Endpoint[], method: string, pathname: string): Match {
  const parts = pathname.slice(API_ROOT.length).split('/').slice(1);
  const fits = endpoints.flatMap((endpoint) => {
    const params = paramsOf(endpoint.path, parts);
    return params ? [{ endpoint, params }] : [];
  });
  const fewest = Math.min(...fits.map(({ params }) => Object.keys(params).length));
  const here = fits.filter(({ params }) => Object.keys(params).length === fewest);
  const found = here.find(({ endpoint }) => endpoint.method === method);
  if (found) return { kind: 'found', ...found };
  const allowed = here.map(({ endpoint }) => endpoint.method);
  return allowed.length ? { kind: 'wrongMethod', allowed } : { kind: 'noRoute' };
}

function paramsOf(path: string, parts: readonly string[]): Record<string, string> | null {
  const pattern = path.split('/').slice(1);
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [k, one] of pattern.entries()) {
    const name = /^\{(\w+)\}$/.exec(one)?.[1];
    if (name === undefined && one !== parts[k]) return null;
    if (name !== undefined) params[name] = decoded(parts[k]);
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // Not percent-encoded: no id of ours, and refused as such.
  }
}
