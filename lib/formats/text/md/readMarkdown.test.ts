import { describe, expect, it } from 'vitest';
import { linesOf } from '../lines';
import { readMarkdown } from './readMarkdown';

const paragraphs = (...lines: string[]) => readMarkdown(() => linesOf([lines.join('\n')])).paragraphs;

describe('readMarkdown', () => {
  it('reads tables cell by cell, whatever draws them', () => {
    const cells = ['Tên', 'Năm', 'Anna', 'a \\| b', 'Sau.'];
    expect(paragraphs('| Tên | Năm |', '|-----|:---:|', '| Anna | a \\| b |', '', 'Sau.')).toEqual(cells);
    expect(paragraphs('Tên | Năm', '--- | ---', 'Anna | a \\| b', '', 'Sau.')).toEqual(cells);
    expect(paragraphs('  Tên    Năm', '  ------ ------', '  Anna   a \\| b', '', 'Sau.')).toEqual(cells);
    expect(
      paragraphs(
        '+------+--------+',
        '| Tên  | Năm    |',
        '+======+========+',
        '| Anna | a \\| b |',
        '+------+--------+',
        '',
        'Sau.',
      ),
    ).toEqual(cells);
  });

  it('keeps the text above a table, rules that are none, and pipes in a sentence', () => {
    expect(paragraphs('Trước:', '| a | b |', '|---|---|', '| c |   |', '# Tựa')).toEqual([
      'Trước:',
      'a',
      'b',
      'c',
      'Tựa',
    ]);
    expect(paragraphs('một', '', '- - -', '', 'hai', '', '--- ---', '', 'ba')).toEqual(['một', 'hai', 'ba']);
    expect(paragraphs('p(a | b) là gì?', 'Không rõ.')).toEqual(['p(a | b) là gì?\nKhông rõ.']);
  });

  it('takes the lines of verse that pandoc marks for paragraphs without their marks', () => {
    expect(paragraphs('| Trăm năm trong cõi', '|    người ta', '', 'Sau.')).toEqual([
      'Trăm năm trong cõi',
      '   người ta',
      'Sau.',
    ]);
  });

  it('joins soft line breaks of wrapped text, keeps hard ones, and the lines of code', () => {
    const long = 'Những dòng này do một trình soạn thảo ngắt ở cột thứ bảy mươi hai';
    const text = [
      `${long}`,
      `${long}`,
      `${long}`,
      'hết.',
      '',
      `${long}  `,
      `${long}\\`,
      `${long}`,
      'hết.',
      '',
      '- một mục',
      '  dài',
      '',
      '> trích',
      '> tiếp',
      '',
      '```',
      'let x;',
      '  y',
      '```',
    ];
    const { paragraphs: found, paragraphStyle } = readMarkdown(() => linesOf([text.join('\n')]));
    expect(paragraphStyle).toBe('wrapped');
    expect(found).toEqual([
      `${long} ${long} ${long} hết.`,
      `${long}\n${long}\n${long} hết.`,
      'một mục dài',
      'trích tiếp',
      'let x;\n  y',
    ]);
  });

  it('takes every line for a paragraph when that is wanted', () => {
    expect(readMarkdown(() => linesOf(['# Tựa\nmột\nhai\n\nba']), 'line').paragraphs).toEqual([
      'Tựa',
      'một',
      'hai',
      'ba',
    ]);
  });
});
