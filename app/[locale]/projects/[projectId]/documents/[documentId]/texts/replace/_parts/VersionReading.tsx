'use client';

import type { VersionPreview } from '@/lib/server/imports/previewVersion';
import { ChapterList } from '../../import/_parts/ChapterList';
import { FontOffer } from '../../import/_parts/FontOffer';
import { ReadingFields } from '../../import/_parts/ReadingFields';
import type { Choices } from '../../import/_parts/useImport';

type Props = {
  preview: VersionPreview;
  lang: string;
  chosen: Choices;
  busy: boolean;
  /** Looks at the same file again with other choices. */
  onChoose: (choices: Choices) => void;
  /** Remembers choices for later. */
  onKeep: (choices: Choices) => void;
};

/** How the corrected file is read: the choices of a new text, without those that belong to a new one only. */
export function VersionReading({ preview, lang, chosen, busy, onChoose, onKeep }: Props) {
  const { fontText, chapters } = preview;
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <ReadingFields preview={preview} chosen={chosen} onChoose={onChoose} />
      </div>
      {fontText && (
        <FontOffer
          fontText={fontText}
          busy={busy}
          onConvert={(convertFont) => onChoose({ ...chosen, convertFont })}
        />
      )}
      {chapters && (
        <ChapterList
          chapters={chapters}
          chosen={chosen}
          lang={lang}
          busy={busy}
          onChoose={onChoose}
          onKeep={onKeep}
        />
      )}
    </div>
  );
}
