/** A TMX 1.4b element: its children in order, as a regular expression over `name;name;…`, and its attributes. */
type Shape = { children: RegExp; text: boolean; required: readonly string[]; attributes: readonly string[] };

const INLINE = '(?:(?:bpt|ept|it|ph|hi|ut);)*';
const EVERY_DATE = ['creationdate', 'creationid', 'changedate', 'changeid'];
const TOOL = ['o-encoding', 'datatype', 'usagecount', 'lastusagedate', 'creationtool', 'creationtoolversion'];

function shape(children: string, text = false, required: string[] = [], attributes: string[] = []): Shape {
  return {
    children: new RegExp(`^${children}$`, 'u'),
    text,
    required,
    attributes: [...required, ...attributes],
  };
}

const CODE = shape('(?:sub;)*', true, [], ['assoc', 'x', 'type', 'pos', 'i']);

/** The document type definition of TMX 1.4 (tmx14.dtd), element by element. */
export const TMX_SHAPES: Readonly<Record<string, Shape>> = {
  tmx: shape('header;body;', false, ['version']),
  header: shape(
    '(?:(?:note|ude|prop);)*',
    false,
    ['creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang', 'datatype'],
    ['o-encoding', ...EVERY_DATE],
  ),
  body: shape('(?:tu;)*'),
  note: shape('', true, [], ['o-encoding', 'xml:lang', 'lang']),
  prop: shape('', true, ['type'], ['xml:lang', 'lang', 'o-encoding']),
  ude: shape('(?:map;)+', false, ['name'], ['base']),
  map: shape('', false, ['unicode'], ['code', 'ent', 'subst']),
  tu: shape(
    '(?:(?:note|prop);)*(?:tuv;)+',
    false,
    [],
    [...['tuid', 'segtype', 'srclang', 'o-tmf'], ...[...TOOL, ...EVERY_DATE]],
  ),
  tuv: shape('(?:(?:note|prop);)*seg;', false, [], ['xml:lang', 'lang', 'o-tmf', ...TOOL, ...EVERY_DATE]),
  seg: shape(INLINE, true),
  hi: shape(INLINE, true, [], ['x', 'type']),
  sub: shape(INLINE, true, [], ['datatype', 'type']),
  bpt: { ...CODE, required: ['i'] },
  ept: { ...CODE, required: ['i'] },
  it: { ...CODE, required: ['pos'] },
  ph: CODE,
  ut: CODE,
};

export const TMX_SEGTYPES = ['block', 'paragraph', 'sentence', 'phrase'];
export const TMX_DATES = ['creationdate', 'changedate', 'lastusagedate'];
