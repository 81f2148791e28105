/**
 * What the bench asks of the page, in the page's own clock. As text: tsx would put helpers of its own into a function,
 * which the page does not have.
 */
export const PROBE = `(() => {
  const LIMIT_MS = 30000;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** After the next frame has been painted. */
  const painted = async () => { await frame(); await new Promise((resolve) => setTimeout(resolve, 0)); };
  const grid = () => document.querySelector('[data-testid="grid"]');
  const rows = () => [...document.querySelectorAll('[data-testid="band"]')];
  const inSight = () => {
    const box = grid()?.getBoundingClientRect();
    return box ? rows().filter((row) => {
      const own = row.getBoundingClientRect();
      return own.bottom > box.top + 60 && own.top < box.bottom;
    }) : [];
  };
  /** Rows are in sight, and all of them have their words. */
  const readable = () => {
    const seen = inSight();
    return seen.length > 0 && seen.every((row) => !row.querySelector('[data-testid="coming"]'));
  };
  const focused = () => document.activeElement?.getAttribute?.('data-bead') ?? null;
  const saved = () => document.querySelector('[data-saving]')?.getAttribute('data-saving') === 'saved';
  const count = () => Number(grid()?.getAttribute('aria-rowcount'));
  const until = async (test, what) => {
    const start = performance.now();
    while (!test()) {
      if (performance.now() - start > LIMIT_MS) throw new Error('never: ' + what);
      await frame();
    }
    await painted();
  };
  const press = (key, more) => (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...more }));
  /** As a person chooses or types: React listens to the event, not to the property. */
  const put = (field, value) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value);
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  };
  /** Milliseconds from an action until \`test\` holds and is painted. */
  const time = async (act, test, what) => {
    const start = performance.now();
    act();
    await until(test, what);
    return performance.now() - start;
  };
  /** Gaps between frames while \`run\` is at work, and the most rows that were there. */
  const frames = async (run) => {
    const gaps = [];
    let [last, most, going] = [performance.now(), 0, true];
    const tick = (now) => {
      gaps.push(now - last);
      last = now;
      most = Math.max(most, rows().length);
      if (going) requestAnimationFrame(tick);
    };
    await frame();
    last = performance.now();
    requestAnimationFrame(tick);
    await run();
    going = false;
    return { gaps, most };
  };
  window.bench = { frame, painted, grid, rows, inSight, readable, focused, saved, count, until, press, put, time, frames };
})()`;
