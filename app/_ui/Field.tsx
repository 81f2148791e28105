import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes';

export const inputClass =
  'w-full min-h-10 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-ink shadow-none aria-invalid:border-bad';

type Wrapped = { label: ReactNode; hint?: ReactNode; error?: ReactNode; hideLabel?: boolean };

/** Parts the props of a field: what stands around the control, and what ties the two, for screen readers too. */
function useControl<Props extends Wrapped & { className?: string }>(props: Props) {
  const { label, hint, error, hideLabel, ...control } = props;
  const id = useId();
  return {
    around: { id, label, hint, error, hideLabel },
    control: {
      id,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy(id, hint, error),
      ...control,
    },
  };
}

/** A labelled text input. */
export function TextField(props: Wrapped & ComponentProps<'input'>) {
  const { around, control } = useControl(props);
  return (
    <Labelled {...around}>
      <input {...control} className={classes(inputClass, control.className)} />
    </Labelled>
  );
}

export function TextArea(props: Wrapped & ComponentProps<'textarea'>) {
  const { around, control } = useControl(props);
  return (
    <Labelled {...around}>
      <textarea {...control} className={classes(inputClass, 'py-2', control.className)} />
    </Labelled>
  );
}

export function SelectField(props: Wrapped & ComponentProps<'select'>) {
  const { around, control } = useControl(props);
  return (
    <Labelled {...around}>
      <select {...control} className={classes(inputClass, 'truncate pr-8', control.className)} />
    </Labelled>
  );
}

export function Checkbox({
  label,
  hint,
  ...rest
}: { label: ReactNode; hint?: ReactNode } & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        className="mt-1 size-4.5 shrink-0 accent-accent"
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-ink-soft text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

const describedBy = (id: string, hint: ReactNode, error: ReactNode) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

function Labelled({
  id,
  label,
  hint,
  error,
  hideLabel,
  children,
}: Wrapped & { id: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium text-sm'}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-soft text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="font-medium text-bad text-sm" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
