import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import { EXPORT_FORMATS } from './formats';
import { writeAlignment } from './writeAlignment';

/** Line formats have no place for remarks; the manifest beside the file has it for all of them. */
const WITHOUT_REMARKS = ['moses', 'hunalign'];
const pair = { ...header, referenceLang: 'vi', langs: ['vi', 'ro'] };
const units = [unit('1', { vi: 'Một.', ro: 'Unu.' }), unit('2', { vi: 'Hai.', ro: 'Doi.' })];

async function written(id: string, about: typeof pair & { derivedOver?: string }): Promise<string> {
  const chunks = await writeAlignment(about, units, id, {});
  const bytes = await collectBytes(chunks.ok ? chunks.value : (null as never));
  const files = bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(unzipSync(bytes)) : [bytes];
  return files.map((file) => strFromU8(file)).join('\n');
}

describe('a pair that nobody has aligned', () => {
  it.each(EXPORT_FORMATS.map(({ id }) => id).filter((id) => !WITHOUT_REMARKS.includes(id)))(
    'says in %s over which language it was joined',
    async (id) => {
      const [plain, derived] = [await written(id, pair), await written(id, { ...pair, derivedOver: 'en' })];
      expect(derived).not.toBe(plain);
      expect(derived.match(/derived|joined over/giu)?.length ?? 0).toBeGreaterThan(
        plain.match(/derived|joined over/giu)?.length ?? 0,
      );
    },
  );
});
