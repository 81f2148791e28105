import { classes } from '@/app/_ui/classes';
import { cutAtMarks, type Mark } from '../inspector/marks';

type Props = {
  /** The trimmed reading. */
  reading: string;
  marks: readonly Mark[];
  /** White space before the trimmed reading: marks count from before it. */
  indent: number;
  lit: number | null;
  onLight: (pair: number | null) => void;
};

/** A segment whose words show where they have their counterparts: those of one pair light up together. */
export function MarkedText({ reading, marks, indent, lit, onLight }: Props) {
  const shifted = marks.map((mark) => ({ ...mark, start: mark.start - indent, end: mark.end - indent }));
  let at = 0;
  return cutAtMarks(reading, shifted).map(({ text, mark }) => {
    const key = at;
    at += text.length;
    if (!mark) return text;
    const isLit = mark.pair >= 0 && mark.pair === lit;
    return (
      <mark
        key={key}
        onMouseEnter={() => mark.pair >= 0 && onLight(mark.pair)}
        onMouseLeave={() => onLight(null)}
        data-mark={mark.look}
        className={classes(
          'rounded-sm',
          mark.look !== 'hit' && !isLit && 'bg-transparent',
          mark.look !== 'hit' && 'text-inherit',
          mark.look === 'hit' && 'bg-warn-soft font-medium text-warn',
          mark.look === 'missing' && 'underline decoration-warn/60 decoration-dotted underline-offset-4',
          mark.look === 'match' && 'underline decoration-good/40 underline-offset-4',
          isLit && 'bg-good-soft decoration-2 decoration-good',
        )}
      >
        {text}
      </mark>
    );
  });
}
