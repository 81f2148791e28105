import { getTranslations } from 'next-intl/server';
import { buttonClass } from '@/app/_ui/Button';
import { Page } from '@/app/_ui/Page';
import { Link } from '@/lib/i18n/navigation';
import { AppBar } from './_parts/AppBar';

/** Missing and hidden look alike. */
export default async function NotFoundPage() {
  const t = await getTranslations('NotFoundPage');
  return (
    <>
      <AppBar />
      <Page title={t('title')} lead={t('lead')} narrow>
        <Link href="/projects" className={buttonClass('primary')}>
          {t('toProjects')}
        </Link>
      </Page>
    </>
  );
}
