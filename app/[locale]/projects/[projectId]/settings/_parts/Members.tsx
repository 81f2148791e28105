import { getLocale, getTranslations } from 'next-intl/server';
import type { MemberList } from '@/lib/server/projects/listMembers';
import { type LangChoice, langNames } from '../../../../_parts/langNames';
import { MemberButtons } from './MemberButtons';
import { PasswordLinkButton } from './PasswordLinkButton';

type Props = {
  projectId: string;
  members: MemberList['members'];
  owners: MemberList['owners'];
  langs: LangChoice[];
  self: { id: string; isOwner: boolean };
};

/** Who works here, with role and languages; first those who may do everything without being members. */
export async function Members({ projectId, members, owners, langs, self }: Props) {
  const t = await getTranslations('Members');
  const roles = await getTranslations('Roles');
  const locale = await getLocale();
  const nameOf = ({ userId, name }: { userId: string; name: string }) =>
    userId === self.id ? t('you', { name }) : name;
  // What an owner may do does not depend on a membership.
  const others = members.filter(({ userId }) => !owners.some((owner) => owner.userId === userId));
  return (
    <>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {owners.map((owner) => (
          <li
            key={owner.userId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
          >
            <div className="min-w-0">
              <p className="font-medium">{nameOf(owner)}</p>
              <p className="break-all text-ink-soft text-sm">{owner.email}</p>
            </div>
            <p className="text-ink-soft text-sm">{t('owner')}</p>
          </li>
        ))}
        {others.map((member) => (
          <li
            key={member.userId}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
          >
            <div className="min-w-0">
              <p className="font-medium">{nameOf(member)}</p>
              {member.email && <p className="break-all text-ink-soft text-sm">{member.email}</p>}
            </div>
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
              <p className="text-ink-soft text-sm">
                {member.langs
                  ? t('roleIn', { role: roles(member.role), languages: langNames(locale, member.langs) })
                  : roles(member.role)}
              </p>
              {self.isOwner && member.userId !== self.id && (
                <PasswordLinkButton userId={member.userId} name={member.name} />
              )}
              <MemberButtons
                projectId={projectId}
                member={{ userId: member.userId, name: member.name, role: member.role, langs: member.langs }}
                choices={langs}
              />
            </div>
          </li>
        ))}
      </ul>
      {others.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
    </>
  );
}
