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
  const name = parts.pop() || '+';
  const key = name === 'Space' ? ' ' : name;
  if (control !== parts.includes('Ctrl') || event.altKey !== parts.includes('Alt')) return false;
  // A sign such as ? needs Shift on some layouts and not on others.
  const isSign = key.length === 1 && !/[A-Z0-9 ]/.test(key);
  if (!isSign && event.shiftKey !== parts.includes('Shift')) return false;
  if (parts.length && /^[A-Z]$/.test(key)) return event.code === `Key${key}`;
  return event.key.length === 1 ? event.key.toUpperCase() === key.toUpperCase() : event.key === key;
}

/** The shortcut that a key press would be, or null while only modifiers are down, and for what can't be one. */
export function shortcutOf(event: Pressed): string | null {
  if (event.isComposing || event.keyCode === 229 || MODIFIERS.has(event.key)) return null;
  const control = event.ctrlKey || event.metaKey;
  if (control && event.altKey) return null;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const key = event.key === ' ' ? 'Space' : (letter ?? event.key);
  const isSign = key.length === 1 && !letter && !/[0-9]/.test(key);
  const parts = [
    control && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && !isSign && 'Shift',
    key.length === 1 ? key.toUpperCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}
const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'Dead',
  'Process',
  'Unidentified',
]);

/** A single letter, digit or sign without modifier: off inside text fields, and can be switched off (WCAG 2.1.4). */
export const isSingleKey = (shortcut: string): boolean => shortcut.length === 1 || shortcut === 'Space';

/** The keys of a shortcut as people read them. */
export function keyCaps(shortcut: string): string[] {
  const NAMES: Record<string, string> = {
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Space: '␣',
    PageUp: 'Page ↑',
    PageDown: 'Page ↓',
    Escape: 'Esc',
  };
  return shortcut
    .split('+')
    .filter(Boolean)
    .map((part) => NAMES[part] ?? part);
}
