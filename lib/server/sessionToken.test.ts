import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sessionToken } from './sessionToken';

const SECRET = 'a secret for tests, thirty-two characters long';
const NAME = 'triptych.session_token';
const signed = (token: string, secret = SECRET) =>
  `${NAME}=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`;

describe('sessionToken', () => {
  it('reads the token out of a cookie of ours, among others', () => {
    expect(sessionToken(signed('abc'), NAME, SECRET)).toBe('abc');
    expect(sessionToken(`theme=dark; ${signed('a.b')}; x=y`, NAME, SECRET)).toBe('a.b');
  });
  it.each([
    ['nothing', ''],
    ['another name', signed('abc').replace(NAME, `x${NAME}`)],
    ['another key', signed('abc', 'another secret')],
    ['another token', signed('abc').replace('=abc', '=abd')],
    ['no signature', `${NAME}=abc`],
    ['an empty signature', `${NAME}=abc.`],
    ['an empty token', signed('')],
    ['a broken encoding', `${NAME}=%E0%A4%A`],
    ['a signature that is no base64', `${NAME}=abc.${'!'.repeat(44)}`],
  ])('refuses %s', (_, cookies) => {
    expect(sessionToken(cookies, NAME, SECRET)).toBeNull();
  });
});
