'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { isShortcut } from '../commands/keys';
import { type Editing, useActions } from '../WorkbenchContext';

/**
 * A segment in a text field: Enter saves, Esc leaves, Tab goes to the bead's next segment, Ctrl+;
 * cuts at the caret. Everything else is left to the field and to the input method.
 */
export function SegmentEditor({
  editing,
  lang,
  reading,
}: {
  editing: Editing;
  lang: string;
  reading: string;
}) {
  const t = useTranslations('BeadGrid');
  const { saveReading, leaveEditing, cutSegment } = useActions();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = field.current!;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    growToFit(area);
  }, []);
  return (
    <textarea
      ref={field}
      lang={lang}
      defaultValue={reading}
      aria-label={t('editSegment')}
      spellCheck
      className="reading w-full flex-1 resize-none rounded border border-accent bg-surface px-2 py-1"
      onInput={(event) => growToFit(event.currentTarget)}
      onKeyDown={(event) => {
        const { value, selectionStart } = event.currentTarget;
        const press = event.nativeEvent;
        const act = (run: () => void) => {
          event.preventDefault();
          event.stopPropagation();
          run();
        };
        if (isShortcut(press, 'Enter')) act(() => saveReading(editing, value, 0));
        else if (isShortcut(press, 'Tab')) act(() => saveReading(editing, value, 1));
        else if (isShortcut(press, 'Shift+Tab')) act(() => saveReading(editing, value, -1));
        else if (isShortcut(press, 'Escape')) act(leaveEditing);
        else if (isShortcut(press, 'Ctrl+;')) act(() => cutSegment(editing, selectionStart, value));
        else event.stopPropagation();
      }}
      onBlur={(event) => {
        // Leaving with the mouse keeps what was typed.
        if (event.currentTarget.isConnected) saveReading(editing, event.currentTarget.value, 0);
      }}
    />
  );
}

/** As high as its text. */
function growToFit(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}
