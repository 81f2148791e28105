'use client';

import { createContext, useContext } from 'react';
import { type Keymap, keymapOf } from './keymap';

/** The keys as they hold for this person. */
export const KeymapContext = createContext<Keymap>(keymapOf({}));
export const useKeymap = (): Keymap => useContext(KeymapContext);
