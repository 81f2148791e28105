import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { routing } from '@/lib/i18n/routing';
import { FocusOnArrival } from './_parts/FocusOnArrival';
import { readTheme, THEME_COOKIE } from './_parts/theme';
import '../globals.css';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('App');
  return {
    title: { template: `%s · ${t('name')}`, default: t('name') },
    description: t('description'),
    robots: { index: false, follow: false },
  };
}

/** The frame of every page. The theme comes with the first byte, so that nothing flashes. */
export default async function LocaleLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const t = await getTranslations('App');
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={locale} data-theme={theme}>
      <body className="flex flex-col">
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          {t('skipToContent')}
        </a>
        <NextIntlClientProvider>
          <FocusOnArrival />
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
