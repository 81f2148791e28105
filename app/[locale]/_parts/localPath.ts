/**
 * A path inside this site, to go to after signing in.
 *
 * Whatever stands in the address bar may come from anybody: `//evil.example` and `/\evil.example` are
 * other sites to a browser.
 */
export function localPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return '/projects';
  return URL.canParse(next, 'http://local') && new URL(next, 'http://local').host === 'local'
    ? next
    : '/projects';
}
