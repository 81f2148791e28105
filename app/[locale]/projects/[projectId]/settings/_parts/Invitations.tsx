import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { MemberList } from '@/lib/server/projects/listMembers';
import { type LangChoice, langNames } from '../../../../_parts/langNames';
import { InviteButton } from './InviteButton';
import { RevokeButton } from './RevokeButton';

type Props = { projectId: string; invitations: MemberList['invitations']; langs: LangChoice[] };

/** Links that have not been used yet, and the button for a new one. */
export async function Invitations({ projectId, invitations, langs }: Props) {
  const t = await getTranslations('Invitations');
  const roles = await getTranslations('Roles');
  const format = await getFormatter();
  const locale = await getLocale();
  const now = Date.now();
  return (
    <div className="grid gap-4">
      {invitations.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
          {invitations.map(({ id, role, langs: narrowed, invitedBy, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
              <div>
                <p className="font-medium">
                  {narrowed
                    ? t('roleIn', { role: roles(role), languages: langNames(locale, narrowed) })
                    : roles(role)}
                </p>
                <p className="text-ink-soft text-sm">
                  {expiresAt.getTime() > now
                    ? t('validUntil', {
                        date: format.dateTime(expiresAt, { dateStyle: 'medium' }),
                        by: invitedBy ?? 'nobody',
                      })
                    : t('expired')}
                </p>
              </div>
              <RevokeButton projectId={projectId} invitationId={id} />
            </li>
          ))}
        </ul>
      )}
      <InviteButton projectId={projectId} choices={langs} />
    </div>
  );
}
