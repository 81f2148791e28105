/** A unit's id as an XML name token (XML 1.0, production 7): other characters become `_x<hex>_`. */
export const toNameToken = (id: string): string =>
  id === ''
    ? '_x_'
    : id.replace(/_x(?=[\da-f]*_)|[^\w.:-]/gu, (one) =>
        one === '_x' ? '_x5f_x' : `_x${one.codePointAt(0)!.toString(16)}_`,
      );

/** What `toNameToken` was made from. */
export const fromNameToken = (token: string): string =>
  token.replace(/_x([\da-f]{0,6})_/gu, (whole, hex: string) => {
    if (hex === '') return '';
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
