'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Dialog, DialogActions } from '@/app/_ui/Dialog';
import { TextArea } from '@/app/_ui/Field';
import { Kbd } from '@/app/_ui/Kbd';
import { useSetting } from '../useSetting';

/**
 * A remark on a bead: a comment, a dispute, or the reason for sending it back. Esc keeps what was
 * written for the next time at the same bead, after a reload too; sending it, or pressing Cancel, lets go of it.
 */
export function RemarkDialog({
  what,
  about,
  authorId,
  onClose,
  onSend,
}: {
  what: 'comment' | 'dispute' | 'return' | null;
  /** Names what is remarked on, so that drafts don't mix. */
  about: string | null;
  /** Whose drafts they are: a browser may have several people. */
  authorId: string;
  onClose: () => void;
  onSend: (body: string) => void;
}) {
  const t = useTranslations('RemarkDialog');
  const [drafts, setDrafts] = useSetting<Readonly<Record<string, string>>>(
    `triptych.remarks.${authorId}`,
    {},
  );
  const key = `${what} ${about}`;
  const body = drafts[key] ?? '';
  const setBody = (text: string) => {
    const { [key]: _, ...others } = drafts;
    setDrafts(text ? { ...others, [key]: text } : others);
  };
  const [missing, setMissing] = useState(false);
  const leave = () => {
    setMissing(false);
    onClose();
  };
  const discard = () => {
    setBody('');
    leave();
  };
  const send = () => {
    if (!body.trim()) return setMissing(true);
    discard();
    onSend(body.trim());
  };
  return (
    <Dialog open={what !== null} onClose={leave} title={what ? t(`${what}.title`) : ''}>
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
          <DialogActions
            safe={
              <Button look="quiet" onClick={discard}>
                {t('cancel')}
              </Button>
            }
          >
            <Button look="primary" type="submit">
              {t(`${what}.send`)} <Kbd>Ctrl ↵</Kbd>
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
