import 'server-only';
import type { PreparedExport } from './prepareExport';

const THIS_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

type Sendable = Omit<PreparedExport, 'manifest' | 'stop'> & Partial<Pick<PreparedExport, 'stop'>>;

/**
 * The export as a download that is made while it is sent. The server packs text on its way, which pays over a network;
 * to a browser on the same machine packing takes longer than sending.
 */
export function exportResponse({ chunks, stop, fileName, mimeType }: Sendable, request?: Request): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    // The one who downloads it has left.
    async cancel() {
      stop?.();
      await chunks.return(undefined);
    },
  });
  const isLocal = THIS_MACHINE.test(request?.headers.get('host') ?? '');
  return new Response(body, {
    headers: {
      'content-type': /^text|json|xml/.test(mimeType) ? `${mimeType}; charset=utf-8` : mimeType,
      'content-disposition': `attachment; filename="${asciiName(fileName)}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': isLocal ? 'no-store, no-transform' : 'no-store',
    },
  });
}

const asciiName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replaceAll('"', '');
