import { align, coreLexicon, ladderBeads } from '@/lib/align';
import { countBeads, scores } from '@/lib/score';
import { chained, inputOf, type Lang, readLong } from './corpus';

// One size in a process of its own, whose peak memory is then that of this size: DIR LANG UNITS -> a line of JSON.
const [dir, lang, units] = process.argv.slice(2);
const long = readLong(dir!, lang as Lang);
if (!long) throw new Error(`no long document in ${dir}/scale/${lang}`);
const doc = chained(long, Number(units));
coreLexicon();
const [cpu, start] = [process.cpuUsage(), performance.now()];
const { ladder } = align(inputOf(doc));
const seconds = (performance.now() - start) / 1000;
const used = process.cpuUsage(cpu);
const counts = countBeads(ladderBeads(ladder), doc.gold, doc.source.length, doc.target.length);
console.log(
  JSON.stringify({
    units: doc.source.length,
    seconds,
    processorSeconds: (used.user + used.system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    f1: scores(counts).f1Strict,
  }),
);
