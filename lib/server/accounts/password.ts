import 'server-only';
import { PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS } from '../auth';

/**
 * Too short, too long, or something that is tried first: one character over and over, or the
 * person's own address. Length is what counts; we ask for no digits or capitals (NIST 800-63B).
 */
export function isWeakPassword(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  return (
    [...password].length < PASSWORD_MIN_CHARS ||
    password.length > PASSWORD_MAX_CHARS ||
    new Set(lower).size < 4 ||
    lower === email.toLowerCase() ||
    lower === email.toLowerCase().split('@')[0]
  );
}
