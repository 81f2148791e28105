import 'server-only';
import { createHash } from 'node:crypto';
import type { Db } from '@/db/client';
import * as exporting from '@/db/queries/exporting';
import type { ExportUnit } from '@/lib/formats/ExportUnit';
import { formatOf } from '@/lib/formats/formats';
import { buildManifest, type Manifest } from '@/lib/formats/manifest';
import type { MakeSpool } from '@/lib/formats/Spool';
import { emptyReport, type WriteReport } from '@/lib/formats/WriteReport';
import { writeAlignment } from '@/lib/formats/writeAlignment';
import { ZipStream } from '@/lib/formats/zip/zipStream';
import { ok, type Result } from '@/lib/result';
import type { ExportOptions } from './ExportInput';
import type { ExportScope } from './ExportScope';
import { exportUnits } from './exportUnits';
import { fileSpools } from './fileSpool';
import { nativeDeflater } from './nativeDeflater';
import { documentOpener, headerOf, keepsNulls, sourceOf } from './openFile';
import { type ExportFile, planFiles, safeName } from './planFiles';

/** An export that is ready to be sent. */
export type PreparedExport = {
  fileName: string;
  mimeType: string;
  /** The bytes; to be taken once, and to the end or closed. */
  chunks: AsyncGenerator<Uint8Array>;
  /** Nobody wants the bytes any more: whatever is being read for them is given up, and `chunks` throws. */
  stop: () => void;
  /** What was sent, once all of it was. */
  manifest: () => Manifest;
};

/**
 * Everything that can be refused is refused here; the bytes follow as they are taken. One file as it is, several in a
 * zip with their manifest. The same revision and the same options give the same bytes.
 */
export async function prepareExport(
  db: Db,
  scope: ExportScope,
  options: ExportOptions,
): Promise<Result<PreparedExport>> {
  const aligned = await exporting.alignedDocuments(
    db,
    scope.documents.map(({ id }) => id),
  );
  const planned = planFiles(scope, aligned, options);
  if (!planned.ok) return planned;
  const files = planned.value;
  const changedAt = (file: ExportFile) => {
    const times = file.documents.flatMap(({ id }) => aligned.get(id)?.changedAt?.getTime() ?? []);
    return times.length ? new Date(Math.max(...times)) : null;
  };
  const stopped = new AbortController();
  const runner = new FileRunner(db, options, stopped.signal);
  const manifests: Manifest[] = [];
  const format = formatOf(options.format);
  const isZip = files.length > 1;
  const fileName = isZip
    ? `${safeName(scope.title)} ${format.extensions[0].replace(/\.zip$/u, '')}.zip`
    : files[0].name;
  const hash = createHash('sha256');

  async function* single(spool: MakeSpool): AsyncGenerator<Uint8Array> {
    yield* runner.run(files[0], changedAt(files[0]), manifests, spool);
  }
  async function* zipped(spool: MakeSpool): AsyncGenerator<Uint8Array> {
    const zip = new ZipStream({ deflater: nativeDeflater });
    for (const file of files) {
      const entry = zip.open(file.name);
      for await (const chunk of runner.run(file, changedAt(file), manifests, spool)) {
        entry.writeBytes(chunk);
        yield* zip.take();
      }
      entry.close();
      yield* zip.take();
    }
    zip.open('manifest.json').write(`${JSON.stringify(manifests, null, 2)}\n`);
    yield* zip.end();
  }
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const { spool, drop } = fileSpools();
    try {
      if (!isZip) return yield* single(spool);
      for await (const chunk of zipped(spool)) {
        hash.update(chunk);
        yield chunk;
      }
    } finally {
      drop();
    }
  }
  return ok({
    fileName,
    mimeType: isZip ? 'application/zip' : format.mimeType,
    chunks: chunks(),
    stop: () => stopped.abort(),
    manifest: () => (isZip ? together(manifests, scope, fileName, hash.digest('hex')) : manifests[0]),
  });
}

/** Writes one file after the other, and notes what was written. */
class FileRunner {
  readonly #open;

  constructor(
    private readonly db: Db,
    private readonly options: ExportOptions,
    signal: AbortSignal,
  ) {
    this.#open = documentOpener(db, signal);
  }

  async *run(
    file: ExportFile,
    changedAt: Date | null,
    manifests: Manifest[],
    spool: MakeSpool,
  ): AsyncGenerator<Uint8Array> {
    const { options } = this;
    const header = headerOf(file, changedAt);
    const report = emptyReport(file.langs);
    const documents: { title: string; revision: Record<string, number> }[] = [];
    const written = await writeAlignment(header, this.#units(file, report, documents), options.format, {
      nulls: keepsNulls(options) ? 'keep' : 'leaveOut',
      languageTags: options.languageTags,
      properties: options.properties,
      changes: options.changes,
      ids: options.ids,
      report,
      spool,
      deflater: nativeDeflater,
    });
    // Formats for one pair get one, and the id was checked at the door.
    if (!written.ok) throw new Error(written.error.code);
    const hash = createHash('sha256');
    for await (const chunk of written.value) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(bytes);
      yield bytes;
    }
    const { format, lang: _, from: __, statuses, ...chosen } = options;
    const about = {
      ...{ name: file.name, format, sha256: hash.digest('hex'), statuses, options: chosen },
      revision: documents[0]?.revision ?? {},
      ...(documents.length > 1 ? { documents } : {}),
    };
    manifests.push(buildManifest(header, report, about));
  }

  async *#units(
    file: ExportFile,
    report: WriteReport,
    documents: { title: string; revision: Record<string, number> }[],
  ): AsyncGenerator<readonly ExportUnit[]> {
    for (const head of file.documents) {
      const document = await this.#open(head, file);
      const revisions = [...document.bitexts]
        .filter(([lang]) => file.langs.includes(lang))
        .map(([lang, { revision }]) => [lang, revision] as const);
      // Somebody may have taken a text away since the files were planned.
      if (!revisions.length) continue;
      documents.push({ title: document.title, revision: Object.fromEntries(revisions) });
      yield* exportUnits(this.db, sourceOf(file, document, this.options), report);
    }
  }
}

/** Of several files: what they hold together, and what is said of each. */
function together(
  manifests: readonly Manifest[],
  scope: ExportScope,
  name: string,
  sha256: string,
): Manifest {
  const [first] = manifests;
  const report = emptyReport();
  for (const { exported, leftOut, perStatus, perLang, ...counts } of manifests) {
    report.units += exported;
    add(report.leftOut, leftOut);
    add(report.perStatus, perStatus);
    for (const [lang, { units, chars }] of Object.entries(perLang)) {
      report.perLang[lang] ??= { units: 0, chars: 0 };
      report.perLang[lang].units += units;
      report.perLang[lang].chars += chars;
    }
    report.replacedCharacters += counts.replacedCharacters;
    report.flattenedBreaks += counts.flattenedBreaks;
    report.guardedCells += counts.guardedCells;
  }
  const newest = manifests
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1)!;
  const header = {
    referenceLang: scope.referenceLang,
    langs: [...new Set(manifests.flatMap(({ langs }) => langs))],
    ...{ title: scope.title, toolVersion: first.toolVersion, createdAt: new Date(newest) },
  };
  const { format, statuses, options } = first.file;
  const file = { name, format, sha256, statuses, options, revision: {} };
  return { ...buildManifest(header, report, file), files: [...manifests] };
}

function add(to: Partial<Record<string, number>>, from: Partial<Record<string, number>>): void {
  for (const [key, value] of Object.entries(from)) to[key] = (to[key] ?? 0) + (value ?? 0);
}
