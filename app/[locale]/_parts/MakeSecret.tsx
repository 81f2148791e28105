'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import type { Result } from '@/lib/result';
import { Form } from './Form';
import { ShownOnce } from './ShownOnce';
import { useHydrated } from './useHydrated';
import { useSubmit } from './useSubmit';

type Words = {
  open: string;
  /** For screen readers, where `open` stands in several rows. */
  openLabel?: string;
  title: string;
  madeTitle: string;
  submit: string;
  cancel: string;
  secret: { label: string; hint: string; copy: string; copied: string; done: string };
};

type Props<I, T> = {
  words: Words;
  small?: boolean;
  action: (input: I) => Promise<Result<T>>;
  inputOf: (fields: FormData) => I;
  /** What is shown of the answer. */
  secretOf: (made: T) => string;
  onMade?: () => void;
  children: ReactNode;
};

/** A button that asks what is to be made (a link, a token), makes it, and shows it, this once. */
export function MakeSecret<I, T>({ words, small, action, inputOf, secretOf, onMade, children }: Props<I, T>) {
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const { submit, pending, failure, clear } = useSubmit(action, (made) => {
    setSecret(secretOf(made));
    onMade?.();
  });
  const close = () => {
    setOpen(false);
    setSecret(null);
    clear();
  };
  return (
    <div>
      <Button small={small} disabled={!hydrated} aria-label={words.openLabel} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog open={open} onClose={close} title={secret ? words.madeTitle : words.title}>
        {secret ? (
          <ShownOnce value={secret} words={words.secret} onDone={close} />
        ) : (
          <Form
            pending={pending}
            failure={failure}
            submitLabel={words.submit}
            safe={
              <Button look="quiet" onClick={close}>
                {words.cancel}
              </Button>
            }
            onSubmit={(fields) => submit(inputOf(fields))}
          >
            {children}
          </Form>
        )}
      </Dialog>
    </div>
  );
}
