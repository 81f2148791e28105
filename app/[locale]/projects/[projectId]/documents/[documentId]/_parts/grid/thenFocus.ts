import { flushSync } from 'react-dom';

/** A column that comes, goes or moves takes the pressed button with it: focus goes to what stands for it now. */
export function thenFocus(change: () => void, selector: string): void {
  flushSync(change);
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
