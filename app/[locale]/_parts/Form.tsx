'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonLook } from '@/app/_ui/Button';
import { DialogActions } from '@/app/_ui/Dialog';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { Failure } from '@/lib/result';
import { useHydrated } from './useHydrated';

type Props = {
  onSubmit: (fields: FormData) => void;
  pending: boolean;
  failure: Failure | null;
  submitLabel: string;
  submitLook?: ButtonLook;
  /** Beside the submit button. */
  aside?: ReactNode;
  /** In a dialog, the button that leaves everything as it is. */
  safe?: ReactNode;
  children: ReactNode;
};

/**
 * A form that calls an action and keeps what was typed when it fails.
 *
 * Until the page is alive the button waits: pressed earlier, the browser would send the form itself.
 * The method is `post` all the same, so that a password could never end up in an address.
 */
export function Form({
  onSubmit,
  pending,
  failure,
  submitLabel,
  submitLook = 'primary',
  aside,
  safe,
  children,
}: Props) {
  const errorText = useErrorText();
  const hydrated = useHydrated();
  const submit = (
    <Button type="submit" look={submitLook} busy={pending} disabled={!hydrated}>
      {submitLabel}
    </Button>
  );
  return (
    <form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onSubmit(new FormData(event.currentTarget));
      }}
    >
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {children}
      {safe ? (
        <DialogActions safe={safe}>{submit}</DialogActions>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          {submit}
          {aside}
        </div>
      )}
    </form>
  );
}

/** The text of a field; empty when it is not there. */
export function fieldOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}
