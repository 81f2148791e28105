export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Read by the server, so that the page comes in its theme; written in the browser. */
export const THEME_COOKIE = 'triptych-theme';

export const readTheme = (value: string | undefined): Theme =>
  THEMES.find((one) => one === value) ?? 'system';
