'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/app/_ui/Field';
import { useFormatName } from '@/app/_ui/useFormatName';
import { IMPORT_FORMATS } from '@/lib/formats/formats';
import {
  BOILERPLATE,
  LETTERS,
  PARAGRAPH_STYLES,
  type TextDraft,
  type TextFormat,
} from '@/lib/formats/text/TextDraft';
import type { Choices } from './useImport';

/** Formats that a file of plain text can be taken for; the others are what they are. */
const INTERCHANGEABLE: readonly TextFormat[] = ['txt', 'md', 'html', 'srt', 'vtt'];

type Props = {
  preview: Pick<
    TextDraft,
    'format' | 'encoding' | 'encodingCandidates' | 'paragraphStyle' | 'boilerplate' | 'pieces'
  >;
  chosen: Choices;
  onChoose: (choices: Choices) => void;
};

/** How the bytes of a file become paragraphs: as detected, and to be overruled. */
export function ReadingFields({ preview, chosen, onChoose }: Props) {
  const t = useTranslations('ImportForm');
  const formatName = useFormatName();
  const formats = INTERCHANGEABLE.includes(preview.format) ? INTERCHANGEABLE : [preview.format];
  const { encoding, encodingCandidates } = preview;
  const sample =
    encodingCandidates.length > 1 && encodingCandidates.find((one) => one.encoding === encoding)?.sample;
  return (
    <>
      <SelectField
        label={t('format')}
        value={preview.format}
        onChange={(event) => onChoose({ ...chosen, format: event.target.value })}
      >
        {IMPORT_FORMATS.filter(({ id }) => formats.some((format) => format === id)).map(({ id }) => (
          <option key={id} value={id}>
            {formatName(id)}
          </option>
        ))}
      </SelectField>
      {encodingCandidates.length > 0 && (
        <SelectField
          label={t('encoding')}
          hint={sample ? t('candidate', { sample: sample.slice(0, 120) }) : undefined}
          value={encoding}
          onChange={(event) => onChoose({ ...chosen, encoding: event.target.value })}
        >
          {[...new Set([encoding, ...encodingCandidates.map((one) => one.encoding)])].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
      )}
      {preview.paragraphStyle && (
        <SelectField
          label={t('paragraphs')}
          value={preview.paragraphStyle}
          onChange={(event) => onChoose({ ...chosen, paragraphStyle: event.target.value })}
        >
          {PARAGRAPH_STYLES.map((style) => (
            <option key={style} value={style}>
              {t(`styles.${style}`)}
            </option>
          ))}
        </SelectField>
      )}
      {preview.boilerplate && (
        <SelectField
          label={t('boilerplate')}
          hint={t('boilerplateHint', { count: preview.boilerplate.count })}
          value={preview.boilerplate.leftOut ? 'leaveOut' : 'keep'}
          onChange={(event) => onChoose({ ...chosen, boilerplate: event.target.value })}
        >
          {BOILERPLATE.map((choice) => (
            <option key={choice} value={choice}>
              {t(`boilerplates.${choice}`)}
            </option>
          ))}
        </SelectField>
      )}
      {preview.pieces && (
        <SelectField
          label={t('letters')}
          hint={t('lettersHint', { count: preview.pieces.count })}
          value={preview.pieces.composed ? 'compose' : 'keep'}
          onChange={(event) => onChoose({ ...chosen, letters: event.target.value })}
        >
          {LETTERS.map((choice) => (
            <option key={choice} value={choice}>
              {t(`lettersChoices.${choice}`)}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
