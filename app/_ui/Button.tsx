import type { ComponentProps } from 'react';
import { classes } from './classes';

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent',
  plain: 'bg-surface text-ink border-line-strong/60 hover:bg-hover',
  quiet: 'bg-transparent text-ink-soft border-transparent hover:bg-hover hover:text-ink',
  danger: 'bg-surface text-bad border-bad/60 hover:bg-bad-soft',
} as const;
export type ButtonLook = keyof typeof LOOKS;

/** The class of everything that looks like a button, links too. */
export function buttonClass(look: ButtonLook = 'plain', small = false): string {
  return classes(
    'inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors disabled:opacity-55 disabled:pointer-events-none',
    small ? 'min-h-8 px-2.5 text-sm' : 'min-h-10 px-4',
    LOOKS[look],
  );
}

type Props = ComponentProps<'button'> & { look?: ButtonLook; small?: boolean; busy?: boolean };

/** A button; `busy` keeps its place and says so to screen readers. */
export function Button({
  look,
  small,
  busy,
  className,
  children,
  type = 'button',
  disabled,
  ...rest
}: Props) {
  return (
    <button
      type={type}
      className={classes(buttonClass(look, small), className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent"
    />
  );
}
