/**
 * The encoding that an HTML file names in its first 1024 bytes, as `<meta charset>` or in a content type.
 * HTML Living Standard, section 13.2.3.2, without the parts that only matter to scripts.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, 1024), (byte) => String.fromCharCode(byte)).join('');
  const meta =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head) ??
    /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/iu.exec(head);
  return meta?.[1] ?? null;
}
