import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { type Measured, ms, quantile } from './measure';

const OPEN_MS = 2000;
const JUMP_MS = 300;
const FRAME_MS = 100;
const ROWS = 100;
const MEMORY_MB = 300;
const COMMANDS = 100;
/** From the key to the next bead: what feels immediate. */
const KEY_MS = 100;
const SAVED_MS = 150;

/** From navigation to the first rows that can be read; every time in a page that knows nothing yet. */
export async function opening(page: Page, url: string): Promise<Measured[]> {
  const open = async (address: string): Promise<number> => {
    await page.goto('about:blank');
    await page.goto(address, { waitUntil: 'commit' });
    return page.evaluate<number>(
      `(async () => { await bench.until(bench.readable, 'readable'); return performance.now(); })()`,
    );
  };
  const first = await open(url);
  const later: number[] = [];
  for (let k = 0; k < 5; k++) later.push(await open(url));
  return [below('open, right after the server started', [first], OPEN_MS), below('open', later, OPEN_MS)];
}

/** From navigation with `?bead=` until that bead has the focus and can be read. */
export async function openingAt(page: Page, url: string, beadId: string): Promise<Measured[]> {
  const times: number[] = [];
  for (let k = 0; k < 3; k++) {
    await page.goto('about:blank');
    await page.goto(`${url}?bead=${beadId}`, { waitUntil: 'commit' });
    times.push(
      await page.evaluate<number>(
        `(async () => {
          await bench.until(() => bench.readable() && bench.focused() === '${beadId}', 'the bead of the address');
          return performance.now();
        })()`,
      ),
    );
  }
  return [below('open at a bead in the middle (?bead=)', times, OPEN_MS)];
}

type Frames = { gaps: number[]; most: number };

/** The wheel turned as fast as it goes, then the scrollbar drawn through the whole document and back. */
export async function scrolling(page: Page): Promise<Measured[]> {
  const wheel = page.evaluate<Frames>(
    `bench.frames(async () => { while (!window.benchDone) await bench.frame(); })`,
  );
  await page.mouse.move(500, 500);
  for (let k = 0; k < 120; k++) await page.mouse.wheel(0, 1500);
  await page.evaluate('window.benchDone = true');
  const dragged = await page.evaluate<Frames>(`bench.frames(async () => {
    const { grid, frame } = bench;
    const STEPS = 150;
    for (let k = 0; k <= 2 * STEPS; k++) {
      const share = k <= STEPS ? k / STEPS : 2 - k / STEPS;
      grid().scrollTop = share * (grid().scrollHeight - grid().clientHeight);
      await frame();
    }
  })`);
  const after = await page.evaluate<number>(
    `bench.time(() => {}, bench.readable, 'words where scrolling ended')`,
  );
  const rowsOf = (name: string, { gaps }: Frames): Measured => ({
    name: `frames, ${name}`,
    value: `p50 ${ms(quantile(gaps))} ms, p95 ${ms(quantile(gaps, 0.95))} ms, longest ${ms(Math.max(...gaps))} ms, ${gaps.filter((gap) => gap > FRAME_MS).length} of ${gaps.length} over ${FRAME_MS} ms`,
    aim: `all < ${FRAME_MS} ms`,
    isMet: Math.max(...gaps) < FRAME_MS,
  });
  const wheeled = await wheel;
  const most = Math.max(wheeled.most, dragged.most);
  return [
    rowsOf('wheel', wheeled),
    rowsOf('scrollbar through the whole', dragged),
    { name: 'rows in the DOM, at most', value: String(most), aim: `< ${ROWS}`, isMet: most < ROWS },
    below('words where scrolling ended', [after], JUMP_MS),
  ];
}

/** Jumps by key, filter, search and map, there and back again. */
export async function jumping(page: Page): Promise<Measured[]> {
  const jump = async (name: string, act: string, test: string, back = '', times = 5): Promise<Measured> => {
    const measured = await page.evaluate<number[]>(`(async () => {
      const { press, put, time, until, readable, focused, count, grid, inSight } = bench;
      const all = count();
      const field = (label) => document.querySelector('[aria-label="' + label + '"]');
      const measured = [];
      for (let k = 0; k < ${times}; k++) {
        measured.push(await time(() => { ${act} }, () => readable() && (${test}), ${JSON.stringify(name)}));
        ${back}
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      return measured;
    })()`);
    return below(`jump: ${name}`, measured, JUMP_MS);
  };
  const bead = (key: string) =>
    `document.querySelector('[data-bead]').focus(); press('${key}', { ctrlKey: true });`;
  const lastRow = `inSight().at(-1)?.getAttribute('aria-rowindex') === String(all) && focused()`;
  const firstRow = `inSight()[0]?.getAttribute('aria-rowindex') === '2' && focused()`;
  const unfilter = `put(field('Search the texts'), ''); put(FIELD, EMPTY); await until(() => count() === all && readable(), 'all again');`;
  const filtered = 'count() < all && count() > 1';
  const radar = (share: number) => `{
    const map = document.querySelector('[data-testid="radar"]');
    const { left, top, height } = map.getBoundingClientRect();
    for (const type of ['pointerdown', 'pointerup']) map.dispatchEvent(new PointerEvent(type,
      { bubbles: true, pointerId: 1, button: 0, clientX: left + 20, clientY: top + height * ${share} }));
  }`;
  const choose = (name: string, label: string, value: string, empty: string) =>
    jump(
      name,
      `put(field('${label}'), '${value}');`,
      filtered,
      unfilter.replace('FIELD', `field('${label}')`).replace('EMPTY', `'${empty}'`),
    );
  const find = (name: string, query: string) =>
    jump(
      name,
      `put(field('Search the texts'), '${query}');`,
      filtered,
      `put(field('Search the texts'), ''); await until(() => count() === all && readable(), 'all again');`,
    );
  await page.evaluate(`document.querySelector('[data-bead]').focus()`);
  return [
    await jump(
      'to the last row (Ctrl+End)',
      bead('End'),
      lastRow,
      `${bead('Home')} await until(() => readable() && ${firstRow}, 'first row');`,
    ),
    await jump(
      'to the first row (Ctrl+Home)',
      bead('Home'),
      firstRow,
      `${bead('End')} await until(() => readable() && ${lastRow}, 'last row');`,
    ),
    await jump(
      'a click on the map',
      `if (k === 0) HTMLElement.prototype.setPointerCapture = () => {}; ${radar(0.6)}`,
      `focused() && Number(inSight()[0].getAttribute('aria-rowindex')) > all / 3`,
      `${bead('Home')} await until(() => readable() && ${firstRow}, 'first row');`,
    ),
    await choose('filter: null beads', 'Kind of bead', 'nulls', 'all'),
    await choose('filter: confidence below 60 %', 'Confidence', '0.6', ''),
    await jump(
      'filter: confirmed',
      `field('Confirmed').click();`,
      filtered,
      `field('Confirmed').click(); await until(() => count() === all && readable(), 'all again');`,
    ),
    await find('search: a name (3 % of the beads)', 'Vronsky'),
    await find('search: a word without its marks', 'calatorie'),
    await find('search: a number', '190'),
    await find('search: two letters, half of the beads', 'an'),
  ];
}

/** From the key until the next bead is painted with the focus on it, and until the server has confirmed. */
export async function confirming(page: Page): Promise<Measured[]> {
  const { painted, saved } = await page.evaluate<{ painted: number[]; saved: number[] }>(`(async () => {
    const { press, until, focused, saved, frame, painted } = bench;
    document.querySelector('[data-bead]').focus();
    const times = { painted: [], saved: [] };
    while (times.saved.length < ${COMMANDS}) {
      const before = focused();
      const start = performance.now();
      press('Enter');
      for (let k = 0; focused() === before && !document.querySelector('dialog[open]') && k < 30; k++) await frame();
      const dialog = document.querySelector('dialog[open]'); // a null bead asks for its reason: go on to the next
      if (dialog) { dialog.close(); await frame(); press('ArrowDown'); await painted(); continue; }
      await painted();
      times.painted.push(performance.now() - start);
      await until(saved, 'saved');
      times.saved.push(performance.now() - start);
    }
    return times;
  })()`);
  return [
    below('confirm: key to the next bead painted', painted, KEY_MS),
    below('confirm: key to saved', saved, SAVED_MS),
  ];
}

/** What the tab holds, once garbage is collected; and its process, with Chromium's own share. */
export async function memory(browser: Browser, page: Page): Promise<Measured[]> {
  const session = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1e6;
  };
  await session.send('Performance.enable');
  const before = await heap();
  await session.send('HeapProfiler.collectGarbage');
  const after = await heap();
  const whole = await privateMemory(await browser.newBrowserCDPSession());
  const row = (name: string, value: number): Measured => ({
    ...{ name, value: `${Math.round(value)} MB`, aim: `< ${MEMORY_MB} MB`, isMet: value < MEMORY_MB },
  });
  return [
    row('memory: scripts, before collecting', before),
    row('memory: scripts, after collecting', after),
    row('memory: the whole process of the tab', whole),
  ];
}

/** Private memory of the largest renderer, in MB: the page under measurement. */
async function privateMemory(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const lines = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB/gm);
      return [...lines].reduce((sum, [, size]) => sum + Number(size), 0) / 1e3;
    });
  return Math.max(...sizes);
}

export function below(name: string, times: readonly number[], limitMs: number): Measured {
  const isOne = times.length === 1;
  const value = isOne
    ? `${ms(times[0]!)} ms`
    : `p50 ${ms(quantile(times))} ms, p95 ${ms(quantile(times, 0.95))} ms, longest ${ms(Math.max(...times))} ms`;
  return { name, value, aim: `p95 < ${limitMs} ms`, isMet: quantile(times, 0.95) < limitMs };
}
