'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { DialogActions } from '@/app/_ui/Dialog';
import { TextField } from '@/app/_ui/Field';
import { Saved } from './Saved';

type Props = {
  /** A secret: a link to hand on, a token. */
  value: string;
  words: { label: string; hint: string; copy: string; copied: string; done: string };
  onDone: () => void;
};

/** A secret that is shown this once. The clipboard is missing on plain http, so it can be selected too. */
export function ShownOnce({ value, words, onDone }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch (cause) {
      console.error(cause); // Refused by the browser: the field beside says how else.
    }
  };
  return (
    <div className="grid gap-4">
      <TextField
        label={words.label}
        hint={words.hint}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <DialogActions
        safe={
          <>
            <Saved when={copied}>{words.copied}</Saved>
            <Button look="quiet" onClick={onDone}>
              {words.done}
            </Button>
          </>
        }
      >
        <Button look="primary" onClick={copy}>
          {words.copy}
        </Button>
      </DialogActions>
    </div>
  );
}
