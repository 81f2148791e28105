/** What a shortcut is compared with; the browser's event has it all. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/**
 * Whether a key press is the shortcut, written like `Alt+Shift+ArrowUp`, `Ctrl+Z`, `Enter` or `?`.
 *
 * Nothing is a shortcut while an input method composes (Vietnamese Telex), nor with Ctrl and Alt
 * together: that is AltGr on Romanian keyboards. Letters with a modifier go by their place on the
 * keyboard, so that Alt+J is the same key whatever it types.
 */
export function isShortcut(event: Pressed, shortcut: string): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  const control = event.ctrlKey || event.metaKey;
  if (control && event.altKey) return false;
  const parts = shortcut.split('+');
  const key = parts.pop() || '+';
  if (control !== parts.includes('Ctrl') || event.altKey !== parts.includes('Alt')) return false;
  // A sign such as ? needs Shift on some layouts and not on others.
  const isSign = key.length === 1 && !/[A-Z0-9]/.test(key);
  if (!isSign && event.shiftKey !== parts.includes('Shift')) return false;
  if (parts.length && /^[A-Z]$/.test(key)) return event.code === `Key${key}`;
  return event.key.length === 1 ? event.key.toUpperCase() === key.toUpperCase() : event.key === key;
}

/** A single letter, digit or sign without modifier: off inside text fields, and can be switched off (WCAG 2.1.4). */
export const isSingleKey = (shortcut: string): boolean => shortcut.length === 1;

/** The keys of a shortcut as people read them. */
export function keyCaps(shortcut: string): string[] {
  const NAMES: Record<string, string> = {
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    ' ': 'Space',
    Escape: 'Esc',
  };
  return shortcut.split('+').map((part) => NAMES[part] ?? part);
}
