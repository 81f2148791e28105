import { TextField } from '@/app/_ui/Field';
import { PASSWORD_MIN_CHARS } from './passwordRule';

/** A password that is there already. */
export function PasswordField(props: { label: string; hint?: string; name: string }) {
  return <TextField {...props} type="password" autoComplete="current-password" required />;
}

/** A password that is being chosen. */
export function NewPasswordField(props: { label: string; hint: string; name: string }) {
  return (
    <TextField
      {...props}
      type="password"
      autoComplete="new-password"
      minLength={PASSWORD_MIN_CHARS}
      required
    />
  );
}
