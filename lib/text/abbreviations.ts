/**
 * What a full stop after a short word means, per language. Words in lower case without the stop.
 * - `title`: a name or noun must follow, never a break;
 * - `beforeNumber`: no break when a number, numeral or bracket follows (nr. 5, art. 10, p. 3);
 * - `inner`: never ends a sentence (e.g., i.e., cf.);
 * - `maybe`: ends one only if what follows looks like a sentence (etc., Inc., U.S., v.v.).
 */
export type Abbreviations = {
  readonly title: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly inner: ReadonlySet<string>;
  readonly maybe: ReadonlySet<string>;
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const COMMON: Abbreviations = {
  title: words('mr mrs ms dr st prof rev gen sen rep col capt lt sgt mt ft hon pres gov messrs mme mlle'),
  beforeNumber: words('no nos nr p pp fig vol ch sec art par cap ed tab eq'),
  inner: words('e.g i.e cf viz vs v approx ca al'),
  maybe: words('etc inc ltd co corp jr sr a.m p.m bros ph.d m.d b.a m.a b.c a.d u.s u.k u.n d.c'),
};

const ENGLISH: Abbreviations = {
  title: words(
    'mr mrs ms mx dr st ste prof rev revd gen sen rep reps sens col capt cpt lt sgt cpl maj cmdr adm brig supt insp det mt ft hon pres gov messrs mme mlle fr sr.dr dept.of jun ven',
  ),
  beforeNumber: words(
    'no nos nr p pp fig figs vol vols ch chap sec sect art arts par para paras app eq eqn ex tel v vv l ll jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  inner: words('e.g i.e cf viz vs v approx ca al ibid op cit esp incl excl resp univ dept assn'),
  maybe: words(
    'etc inc ltd co corp jr sr bros ph.d m.d b.a m.a b.sc m.sc b.c a.d b.c.e c.e a.m p.m u.s u.k u.n d.c u.s.a e.u ave blvd rd est est ed eds mins min hrs hr ft in lb lbs oz plc llc no dec jan feb mar apr aug sept oct nov mon tue wed thu fri',
  ),
};

const ROMANIAN: Abbreviations = {
  title: words(
    'dl dna dra d-l d-na d-ra d-nul dnul dlui dnei dr prof conf lect asist ing arh av jr ec gen col lt cpt mr sg cap pr sf sft acad mons str bd bld bdul b-dul cal al sos intr pta jud com loc mun or sat cart bl dom m.of of pct. mt gh șt st e.s p.s i.p.s',
  ),
  beforeNumber: words(
    'nr art alin lit pct par pag p pp vol cap ed tab fig ap et sc bl tel sec anx an cca aprox v vv cod lin ian feb mart apr iun iul aug sept oct noi nov dec',
  ),
  inner: words('e.g i.e cf ex viz vs v cca aprox ca circa adică resp respectiv op cit ibid ed'),
  maybe: words(
    'etc ș.a.m.d ş.a.m.d s.a.m.d ș.a ş.a s.a s.c s.r.l a.c c.c d.hr î.hr i.hr d.c o.n.u s.u.a u.e a.m p.m mil mld min max hr sec lei co inc',
  ),
};

const VIETNAMESE: Abbreviations = {
  title: words(
    'tp tx tt p q h x tr ths th.s ts pgs gs bs ks ls cn ds nxb ô b mr mrs ms dr st prof thcs thpt ubnd gs.ts pgs.ts gs.tskh ts.bs ths.bs bs.ckii bs.cki lm đgm hy đhy lm ht tt đđ ns nsưt nsnd kts ts.ls đ/c k/g kg tl',
  ),
  beforeNumber: words('tr t st số điều khoản chương mục q p tập h l đ ph đt tel fax no vol p pp trg c'),
  inner: words('vd kh tức cf i.e e.g vs x th'),
  maybe: words('v.v vv v.v.v etc inc ltd co corp jr u.s tcn scn s.a k.l n.d'),
};

const BY_LANGUAGE: Record<string, Abbreviations> = { en: ENGLISH, ro: ROMANIAN, vi: VIETNAMESE };

/** Abbreviations of a language (its primary subtag); languages without a list of their own get the common ones. */
export function abbreviationsOf(base: string): Abbreviations {
  return BY_LANGUAGE[base] ?? COMMON;
}
