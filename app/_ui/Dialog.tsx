'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { classes } from './classes';

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  wide?: boolean;
};

/**
 * The browser's own modal dialog: it traps focus, closes on Escape and gives focus back to where it
 * came from.
 */
export function Dialog({ open, onClose, title, children, wide }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const isOpen = useRef(open);
  isOpen.current = open;
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      // Else the browser takes the first control, which need not be the one that is wanted.
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
      // To that control it may have scrolled already.
      dialog.scrollTop = 0;
    }
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      // The event comes late: what was closed from outside has been answered, and may have led to another question.
      onClose={() => isOpen.current && onClose()}
      // A click on the backdrop lands on the dialog element itself.
      onMouseDown={(event) => {
        if (event.target === ref.current) ref.current?.close();
      }}
      className={classes(
        'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] overflow-auto rounded-xl border border-line bg-surface p-0 shadow-raised backdrop:bg-black/45',
        wide ? 'max-w-3xl' : 'max-w-lg',
      )}
    >
      {open && (
        <div className="grid gap-4 p-6">
          <h2 id={titleId} className="font-semibold text-lg">
            {title}
          </h2>
          {children}
        </div>
      )}
    </dialog>
  );
}

/**
 * The answers of a dialog, in one order everywhere: first what changes nothing, then what the dialog is for, at the
 * right, where reading ends.
 */
export function DialogActions({ safe, children }: { safe: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2" data-testid="dialog-actions">
      {safe}
      {children}
    </div>
  );
}
