export type Theme = 'system' | 'light' | 'dark';

/** Shows a theme and remembers it for the next first paint (public/theme.js reads it). */
export function showTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset['theme'];
    localStorage.removeItem('legible.theme');
  } else {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem('legible.theme', theme);
  }
}

export function shownTheme(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** The theme after this one, for a single key. */
export const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
