import { err, ok, type Result } from '@/lib/result';
import type { TextOperator } from './GlyphReader';

export type Pdf = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>;
export type PdfJs = {
  /** The numbers by which PDF.js calls the operators we run. */
  operators: ReadonlyMap<number, TextOperator>;
  open: (bytes: Uint8Array) => Promise<Result<Pdf>>;
};

const NAMES: Record<TextOperator, true> = {
  save: true,
  restore: true,
  transform: true,
  paintFormXObjectBegin: true,
  paintFormXObjectEnd: true,
  beginText: true,
  setCharSpacing: true,
  setWordSpacing: true,
  setHScale: true,
  setLeading: true,
  setFont: true,
  setTextRise: true,
  moveText: true,
  setLeadingMoveText: true,
  setTextMatrix: true,
  nextLine: true,
  showText: true,
};

/** PDF.js without a browser around it. Scripts, forms and pictures of the file are never run or decoded. */
export async function loadPdfJs(): Promise<PdfJs> {
  mendOlderNode();
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  const numbers: Record<string, number> = OPS;
  return {
    operators: new Map((Object.keys(NAMES) as TextOperator[]).map((name) => [numbers[name]!, name])),
    async open(bytes) {
      try {
        // A copy, which PDF.js takes away; that of a Buffer would be one again, which it refuses.
        const pdf = await getDocumentProxy(new Uint8Array(bytes), {
          verbosity: 0,
          disableFontFace: true,
          useSystemFonts: false,
          maxImageSize: 1,
          enableXfa: false,
        });
        return ok(pdf);
      } catch (cause) {
        if (cause instanceof Error && cause.name === 'PasswordException')
          return err('import.encrypted', { format: 'pdf' });
        if (!(cause instanceof Error && cause.name === 'InvalidPDFException'))
          return err('import.pdfUnreadable', {
            reason: cause instanceof Error ? cause.message : String(cause),
          });
        return err('import.brokenFile', { format: 'pdf', part: 'zip', position: bytes.length });
      }
    },
  };
}

/** PDF.js calls this method of ECMAScript 2024, which Node has since its version 21. */
function mendOlderNode(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      const moved = new ArrayBuffer(length);
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return moved;
    },
  });
}
