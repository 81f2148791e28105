/** For the browser's own check. The server's answer counts: `lib/server/accounts/password.ts`. */
export const PASSWORD_MIN_CHARS = 10;
