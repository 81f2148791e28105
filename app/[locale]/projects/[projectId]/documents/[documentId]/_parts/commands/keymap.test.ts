import { describe, expect, it } from 'vitest';
import { keymapOf, objectionTo } from './keymap';
import { isShortcut, type Pressed, shortcutOf } from './keys';
import { COMMANDS } from './registry';

const press = (more: Partial<Pressed>): Pressed => ({
  ...{ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...{ isComposing: false, keyCode: 0 },
  ...more,
});

describe('keymapOf', () => {
  it('takes what was chosen, and the delivered keys for the rest', () => {
    const keymap = keymapOf({ confirm: ['Ctrl+Enter'], takeGhost: ['X'] });
    expect(keymap.confirm).toEqual(['Ctrl+Enter']);
    expect(keymap.takeGhost).toEqual(['Tab']);
    expect(keymap.join).toEqual(['Alt+J']);
  });
  it('delivers no key twice but for ghosts, which come first while they are shown', () => {
    const keys = COMMANDS.filter(({ id }) => !id.includes('Ghost')).flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.some((key) => key.includes('Ctrl+Alt') || key === 'Backspace')).toBe(false);
  });
});

describe('objectionTo', () => {
  const keymap = keymapOf({});
  it('names the command that has the key already, and keeps the keys that everybody needs', () => {
    expect(objectionTo(keymap, 'confirm', 'Alt+J')).toBe('join');
    expect(objectionTo(keymap, 'join', 'Alt+J')).toBeNull();
    expect(objectionTo(keymap, 'join', 'Backspace')).toBe('reserved');
    expect(objectionTo(keymap, 'join', 'Alt+Q')).toBeNull();
  });
});

describe('shortcutOf', () => {
  it('writes a press so that it is recognised again', () => {
    const presses = [
      press({ key: 'j', code: 'KeyJ', altKey: true }),
      press({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }),
      press({ key: ' ', code: 'Space' }),
      press({ key: '?', code: 'Slash', shiftKey: true }),
      press({ key: 'F7', code: 'F7' }),
      press({ key: 'ArrowUp', code: 'ArrowUp', altKey: true, shiftKey: true }),
    ];
    for (const one of presses) expect(isShortcut(one, shortcutOf(one)!)).toBe(true);
    expect(presses.map(shortcutOf)).toEqual([
      'Alt+J',
      'Ctrl+Shift+Z',
      'Space',
      '?',
      'F7',
      'Alt+Shift+ArrowUp',
    ]);
  });
  it('hears nothing in bare modifiers, in AltGr and in what an input method composes', () => {
    expect(shortcutOf(press({ key: 'Shift', shiftKey: true }))).toBeNull();
    expect(shortcutOf(press({ key: 'ă', code: 'KeyA', ctrlKey: true, altKey: true }))).toBeNull();
    expect(shortcutOf(press({ key: 'a', isComposing: true }))).toBeNull();
    expect(shortcutOf(press({ key: 'Process', keyCode: 229 }))).toBeNull();
  });
});
