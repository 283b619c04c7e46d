try {
  const theme = localStorage.getItem('legible.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused in some private windows; the system theme then stands.
}
