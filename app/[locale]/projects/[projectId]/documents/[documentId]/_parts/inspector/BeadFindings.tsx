'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { Found } from '@/lib/bitext/find';
import { segmentsIn } from '@/lib/bitext/segments';
import type { Failure, Result } from '@/lib/result';
import type { BeadChecks } from '@/lib/server/checks/readBeadChecks';
import { ignoreFinding, unignoreFinding } from '../../actions';
import { get } from '../store/door';
import { useDocumentView } from '../WorkbenchContext';

type Props = {
  documentId: string;
  found: Found;
  /** Changes whenever the bead or its words may have. */
  version: string;
  mayEdit: boolean;
  onFound: (beadId: string, checks: BeadChecks) => void;
  onEdit: (commands: BeadCommand[]) => boolean;
};
type Finding = BeadChecks['findings'][number];

const LINGER_MS = 200;

/** What the checks say of this bead: mended in one go where that is safe, or ignored with a reason. */
export function BeadFindings({ documentId, found, version, mayEdit, onFound, onEdit }: Props) {
  const t = useTranslations('BeadFindings');
  const errorText = useErrorText();
  const { state } = useDocumentView();
  const { bead, bitext } = found;
  const place = { documentId, bitextId: bitext.id, beadId: bead.id };
  const [checks, setChecks] = useState<BeadChecks | null>(null);
  const [reasonFor, setReasonFor] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const path = `/api/documents/${documentId}/bitexts/${bitext.id}/beads/${bead.id}/checks`;
  const look = useCallback(async () => {
    const answer = await get<BeadChecks>(path).catch(() => null);
    if (!answer?.ok) return;
    setChecks(answer.value);
    onFound(bead.id, answer.value);
  }, [path, bead.id, onFound]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that it is time to look again.
  useEffect(() => {
    const timer = setTimeout(() => void look(), LINGER_MS);
    return () => clearTimeout(timer);
  }, [look, version]);

  const settle = async (asked: Promise<Result<unknown>>) => {
    const answer = await asked.catch(
      (): Result<never> => ({ ok: false, error: { code: 'request.offline' } }),
    );
    setFailure(answer.ok ? null : answer.error);
    setReasonFor(null);
    await look();
  };
  const mend = ({ side, fix }: Finding) => {
    const textId = side === 'source' ? bitext.sourceTextId : bitext.targetTextId;
    const segments = segmentsIn(state.texts[textId], bead[side]);
    onEdit(
      fix!.segments.map(({ index, reading }) => ({
        type: 'correct',
        text: textId,
        start: segments[index].start,
        reading,
      })),
    );
  };
  if (!checks?.findings.length) return <p className="text-ink-soft text-sm">{t('none')}</p>;
  return (
    <>
      {failure && <p className="text-bad text-sm">{errorText(failure)}</p>}
      <ul className="grid gap-2">
        {checks.findings.map((finding) => {
          const key = `${finding.check} ${finding.side}`;
          return (
            <li
              key={key}
              className="grid gap-1.5 rounded-md border border-line bg-paper p-2.5 text-sm"
              data-check={finding.check}
            >
              <FindingText finding={finding} />
              {finding.ignored && (
                <p className="text-ink-soft">
                  {t('ignored', { name: finding.ignored.by, reason: finding.ignored.reason })}
                </p>
              )}
              {mayEdit && (
                <div className="flex flex-wrap gap-1.5">
                  {finding.fix && !finding.ignored && (
                    <Button small look="primary" onClick={() => mend(finding)}>
                      {t('mend')}
                    </Button>
                  )}
                  {finding.ignored ? (
                    <Button small onClick={() => settle(unignoreFinding({ ...place, check: finding.check }))}>
                      {t('unignore')}
                    </Button>
                  ) : (
                    <Button
                      small
                      aria-expanded={reasonFor === key}
                      onClick={() => setReasonFor(reasonFor === key ? null : key)}
                    >
                      {t('ignore')}
                    </Button>
                  )}
                </div>
              )}
              {reasonFor === key && (
                <form
                  className="flex gap-1.5"
                  onSubmit={(event) => {
                    event.preventDefault();
                    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
                    const { fingerprint } = checks;
                    if (reason)
                      void settle(ignoreFinding({ ...place, check: finding.check, reason, fingerprint }));
                  }}
                >
                  <input
                    name="reason"
                    required
                    maxLength={1000}
                    aria-label={t('reason')}
                    placeholder={t('reason')}
                    autoFocus
                    className="min-h-8 min-w-0 flex-1 rounded-md border border-line-strong/60 bg-surface px-2"
                  />
                  <Button small type="submit">
                    {t('save')}
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function FindingText({ finding }: { finding: Finding }) {
  const t = useTranslations('Checks');
  return (
    <div>
      <p className="font-medium">{t(`${finding.check}.name`)}</p>
      {/* biome-ignore lint/suspicious/noExplicitAny: each message has arguments of its own; the check gives what its message asks for. */}
      <p className="text-ink-soft">{t(`${finding.check}.message`, finding.params as any)}</p>
    </div>
  );
}
