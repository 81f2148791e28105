import { describe, expect, it } from 'vitest';
import { AWAY_MS, Presence } from './Presence';

const at = (clientId: string, beadId: string | null, userId = 'u') => ({
  ...{ clientId, userId, name: `Name of ${userId}`, bitextId: 'b', beadId },
});

describe('Presence', () => {
  it('says what is news: coming, moving and leaving, not staying', () => {
    const presence = new Presence();
    expect(presence.note(at('1', null), 0)).toBe(true);
    expect(presence.note(at('1', null), 1000)).toBe(false);
    expect(presence.note(at('1', 'x'), 2000)).toBe(true);
    expect(presence.leave('u', '1')).toBe(true);
    expect(presence.leave('u', '1')).toBe(false);
  });
  it('remembers since when somebody is where they are', () => {
    const presence = new Presence();
    presence.note(at('1', 'x'), 0);
    presence.note(at('1', 'x'), 5000);
    expect(presence.list()[0]!.since).toBe(new Date(0).toISOString());
    presence.note(at('1', 'y'), 6000);
    expect(presence.list()[0]!.since).toBe(new Date(6000).toISOString());
  });
  it('forgets whoever is not heard of', () => {
    const presence = new Presence();
    presence.note(at('1', 'x'), 0);
    presence.note(at('2', 'x', 'v'), 1000);
    expect(presence.sweep(AWAY_MS)).toBe(false);
    expect(presence.sweep(AWAY_MS + 1)).toBe(true);
    expect(presence.list().map(({ clientId }) => clientId)).toEqual(['2']);
  });
  it("keeps people apart who name the same window, and bounds one person's windows", () => {
    const presence = new Presence();
    presence.note(at('1', 'x', 'v'), 0);
    for (let k = 1; k <= 30; k++) presence.note(at(String(k), 'y'), k);
    const windows = presence.list().filter(({ userId }) => userId === 'u');
    expect(windows).toHaveLength(20);
    expect(windows.some(({ clientId }) => clientId === '1')).toBe(false);
    expect(presence.find('v', '1')?.beadId).toBe('x');
  });
});
