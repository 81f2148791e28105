import { loadavg } from 'node:os';
import { benchEffort } from '../effort/run';
import { benchAblation } from './ablation';
import { benchComparison } from './comparison';
import { benchGrowth } from './growth';
import { benchLearning } from './learning';
import { benchRealigning } from './realigning';
import { benchReliability } from './reliability';
import { benchSamples } from './samples';
import { benchSplitting } from './splitting';

/** The tables that need a folder of gold corpora, by name. */
const TABLES: Record<string, (dir: string) => void> = {
  comparison: (dir) => benchReliability(benchComparison(dir)),
  ablation: benchAblation,
  learning: benchLearning,
  effort: benchEffort,
  growth: benchGrowth,
  realigning: benchRealigning,
};

/**
 * Everything about the engine. Without `dir`, a folder of gold corpora (DIR/TASK/LANG/ID.json), what needs none;
 * `only` names some of the tables.
 */
export async function benchEngine(dir: string | undefined, only: readonly string[]): Promise<void> {
  const unknown = only.find((name) => !(name in TABLES));
  if (unknown)
    throw new Error(`There is no table "${unknown}". The tables are ${Object.keys(TABLES).join(', ')}.`);
  if (only.length === 0) {
    await benchSamples();
    benchSplitting();
  }
  if (!dir) {
    console.log('\nThe other tables need a folder of gold corpora: npm run bench -- engine DIR');
    return;
  }
  for (const [name, bench] of Object.entries(TABLES)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const start = performance.now();
    bench(dir);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`\n(${name}: ${seconds} s, load of the machine afterwards ${loadavg()[0]?.toFixed(1)})`);
  }
}
