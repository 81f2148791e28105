'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog } from '@/app/_ui/Dialog';
import { TextArea } from '@/app/_ui/Field';
import { Kbd } from '@/app/_ui/Kbd';

/** A remark on a bead: a comment, a dispute, or the reason for sending it back. */
export function RemarkDialog({
  what,
  onClose,
  onSend,
}: {
  what: 'comment' | 'dispute' | 'return' | null;
  onClose: () => void;
  onSend: (body: string) => void;
}) {
  const t = useTranslations('RemarkDialog');
  const [body, setBody] = useState('');
  const [missing, setMissing] = useState(false);
  const close = () => {
    setBody('');
    setMissing(false);
    onClose();
  };
  const send = () => {
    if (!body.trim()) return setMissing(true);
    close();
    onSend(body.trim());
  };
  return (
    <Dialog open={what !== null} onClose={close} title={what ? t(`${what}.title`) : ''}>
      {what && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <TextArea
            label={t(`${what}.label`)}
            rows={4}
            value={body}
            autoFocus
            maxLength={10_000}
            error={missing && t('missing')}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing)
                send();
            }}
          />
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={close}>
              {t('cancel')}
            </Button>
            <Button look="primary" type="submit">
              {t(`${what}.send`)} <Kbd>Ctrl ↵</Kbd>
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
