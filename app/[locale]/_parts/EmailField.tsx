import { TextField } from '@/app/_ui/Field';

/** The address somebody signs in with; password managers take it for the name of the account. */
export function EmailField({ label }: { label: string }) {
  return (
    <TextField label={label} type="email" name="email" autoComplete="username" maxLength={254} required />
  );
}

/** Tells password managers whose password is asked for, where the address is known. */
export function WhosePassword({ email }: { email: string }) {
  return <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />;
}
