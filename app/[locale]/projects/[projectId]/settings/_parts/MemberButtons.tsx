'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import type { Role } from '@/lib/bitext/can';
import { useRouter } from '@/lib/i18n/navigation';
import { Form } from '../../../../_parts/Form';
import type { LangChoice } from '../../../../_parts/langNames';
import { useSubmit } from '../../../../_parts/useSubmit';
import { changeOne, removeOne } from '../actions';
import { RoleFields, roleFieldsOf } from './RoleFields';

type Member = { userId: string; name: string; role: Role; langs: string[] | null };
type Props = { projectId: string; member: Member; choices: LangChoice[] };

/** What a manager does with a member: another role, or the end of the membership. */
export function MemberButtons({ projectId, member, choices }: Props) {
  const t = useTranslations('MemberButtons');
  const router = useRouter();
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    router.refresh();
  };
  const change = useSubmit(changeOne, done);
  const removal = useSubmit(removeOne, done);
  const { userId, name } = member;
  const cancel = (
    <Button look="quiet" onClick={close}>
      {t('cancel')}
    </Button>
  );
  return (
    <div className="flex gap-2">
      <Button small aria-label={t('changeOf', { name })} onClick={() => setOpen('change')}>
        {t('change')}
      </Button>
      <Button small aria-label={t('removeOf', { name })} onClick={() => setOpen('remove')}>
        {t('remove')}
      </Button>
      <Dialog open={open === 'change'} onClose={close} title={t('changeTitle', { name })}>
        <Form
          pending={change.pending}
          failure={change.failure}
          submitLabel={t('save')}
          safe={cancel}
          onSubmit={(fields) => change.submit({ projectId, userId, ...roleFieldsOf(fields) })}
        >
          <RoleFields initialRole={member.role} initialLangs={member.langs} choices={choices} />
        </Form>
      </Dialog>
      <Dialog open={open === 'remove'} onClose={close} title={t('removeTitle', { name })}>
        <Form
          pending={removal.pending}
          failure={removal.failure}
          submitLabel={t('removeSubmit')}
          submitLook="danger"
          safe={cancel}
          onSubmit={() => removal.submit({ projectId, userId })}
        >
          <p>{t('removeLead', { name })}</p>
        </Form>
      </Dialog>
    </div>
  );
}
