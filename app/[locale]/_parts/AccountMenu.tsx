'use client';

import { useTranslations } from 'next-intl';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { Link } from '@/lib/i18n/navigation';
import { SignOutButton } from './SignOutButton';
import { ThemeSwitcher } from './ThemeSwitcher';

/** Theme for everyone; one's account and the way out for who is signed in. */
export function AccountMenu({ person }: { person: { name: string; email: string } | null }) {
  const t = useTranslations('AccountMenu');
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation(); // It closes the menu, and not what lies behind it.
    setOpen(false);
    button.current?.focus();
  };
  // A press on plain text inside leaves focus nowhere (null): that is not leaving.
  const closeWhenLeft = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  useEffect(() => {
    const closeWhenOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeWhenOutside);
    return () => document.removeEventListener('pointerdown', closeWhenOutside);
  }, []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears keys and focus of the controls inside.
    <div ref={whole} className="relative" onKeyDown={closeOnEscape} onBlur={closeWhenLeft}>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls={panelId}
        aria-label={person ? t('accountOf', { name: person.name }) : t('settings')}
        onClick={() => setOpen(!open)}
        className={
          person
            ? 'grid size-9 place-items-center rounded-full bg-accent-soft font-semibold text-accent-strong text-sm'
            : buttonClass('quiet', true)
        }
      >
        {person ? initialsOf(person.name) : <HalfMoon />}
      </button>
      <div
        id={panelId}
        hidden={!open}
        className="absolute right-0 z-40 mt-2 grid w-72 gap-3 rounded-xl border border-line bg-surface p-4 shadow-raised [&[hidden]]:hidden"
      >
        {person && (
          <div className="border-line border-b pb-3">
            <p className="truncate font-medium">{person.name}</p>
            <p className="truncate text-ink-soft text-sm">{person.email}</p>
          </div>
        )}
        <ThemeSwitcher />
        {person && (
          <div className="grid gap-1 border-line border-t pt-3">
            <Link href="/account" className={`${buttonClass('quiet', true)} !justify-start`}>
              {t('account')}
            </Link>
            <SignOutButton className="!justify-start" />
          </div>
        )}
      </div>
    </div>
  );
}

/** First and last: in Vietnamese names the given name stands last. */
function initialsOf(name: string): string {
  const words = name.split(' ').filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('und');
}

function HalfMoon() {
  return (
    <svg
      viewBox="0 0 20 20"
      className="size-5"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
    </svg>
  );
}
