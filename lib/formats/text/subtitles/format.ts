import type { Format } from '@/lib/formats/Format';

export const srt = {
  id: 'srt',
  name: 'SubRip subtitles',
  extensions: ['srt'],
  mimeType: 'application/x-subrip',
  specification: 'as VLC and FFmpeg read it; there is no specification',
  loses: 'times, markup',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;

export const vtt = {
  id: 'vtt',
  name: 'WebVTT subtitles',
  extensions: ['vtt'],
  mimeType: 'text/vtt',
  specification: 'W3C WebVTT: The Web Video Text Tracks Format',
  loses: 'times, markup, names of voices',
  reads: true,
  writes: false,
  holdsNulls: false,
} as const satisfies Format;
