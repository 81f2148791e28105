import { get } from 'node:http';
import { parquetMetadata } from 'hyparquet';

export type Download = {
  bytes: number;
  /** What the file unpacks to; `bytes` where it is not packed. */
  unpacked: number;
  seconds: number;
  firstMs: number;
};

/** The end of a file is enough to know what it unpacks to: both zip and Parquet have their table of contents there. */
const TAIL_BYTES = 1 << 20;

/** Takes a file over HTTP as fast as it comes, and keeps nothing of it but its end. */
export function download(url: string, cookie: string): Promise<Download> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url}: ${answer.statusCode}`));
      let [bytes, firstMs] = [0, 0];
      let tail: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => {
        firstMs ||= performance.now() - start;
        bytes += chunk.length;
        tail.push(chunk);
        if (tail.length > 64) tail = [Buffer.concat(tail).subarray(-TAIL_BYTES)];
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const seconds = (performance.now() - start) / 1000;
        resolve({ bytes, unpacked: unpackedOf(Buffer.concat(tail)) ?? bytes, seconds, firstMs });
      });
    });
    request.on('error', reject);
  });
}

function unpackedOf(end: Buffer): number | null {
  if (end.subarray(-4).toString('latin1') === 'PAR1') {
    const { row_groups } = parquetMetadata(new Uint8Array(end).buffer);
    return row_groups.reduce((sum, { total_byte_size }) => sum + Number(total_byte_size), 0);
  }
  const endRecord = end.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (endRecord < 0 || endRecord + 22 !== end.length) return null;
  let at = endRecord - end.readUInt32LE(endRecord + 12);
  let unpacked = 0;
  for (let k = end.readUInt16LE(endRecord + 10); k > 0; k--) {
    unpacked += end.readUInt32LE(at + 24);
    at += 46 + end.readUInt16LE(at + 28) + end.readUInt16LE(at + 30) + end.readUInt16LE(at + 32);
  }
  return unpacked;
}
