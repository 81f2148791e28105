import { getLocale } from 'next-intl/server';
import { redirect } from '@/lib/i18n/navigation';

/** The front door leads to the work. */
export default async function HomePage() {
  redirect({ href: '/projects', locale: await getLocale() });
}
