import { describe, expect, it } from 'vitest';
import { isShortcut, type Pressed } from './keys';

const press = (values: Partial<Pressed>): Pressed => ({
  ...{ key: '', code: '', keyCode: 0, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  isComposing: false,
  ...values,
});

describe('isShortcut', () => {
  it.each<[string, Partial<Pressed>, boolean]>([
    ['Enter', { key: 'Enter' }, true],
    ['Enter', { key: 'Enter', shiftKey: true }, false],
    ['Shift+Enter', { key: 'Enter', shiftKey: true }, true],
    ['Alt+J', { key: '∆', code: 'KeyJ', altKey: true }, true],
    ['Alt+J', { key: 'j', code: 'KeyJ' }, false],
    ['Ctrl+Z', { key: 'z', code: 'KeyZ', metaKey: true }, true],
    ['Ctrl+Z', { key: 'z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, false],
    ['?', { key: '?', shiftKey: true }, true],
    ['A', { key: 'a' }, true],
    ['A', { key: 'a', isComposing: true }, false],
    ['A', { key: 'a', keyCode: 229 }, false],
    ['Alt+X', { key: 'x', code: 'KeyX', altKey: true, ctrlKey: true }, false],
  ])('%s, pressed as %j: %s', (shortcut, values, expected) => {
    expect(isShortcut(press(values), shortcut)).toBe(expected);
  });
});
