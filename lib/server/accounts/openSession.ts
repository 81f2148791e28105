import 'server-only';
import { isAPIError } from 'better-auth/api';
import { err, ok, type Result } from '@/lib/result';
import { getAuth } from '../auth';

/**
 * Checks the password and, when it is right, sets the session cookie on the running request.
 * An unknown address takes as long and is answered the same as a wrong password.
 */
export async function openSession(
  headers: Headers,
  email: string,
  password: string,
): Promise<Result<{ userId: string }>> {
  const auth = await getAuth();
  try {
    const { user } = await auth.api.signInEmail({ body: { email, password }, headers });
    return ok({ userId: user.id });
  } catch (cause) {
    if (isAPIError(cause) && cause.statusCode < 500) return err('auth.wrongPassword');
    throw cause;
  }
}
