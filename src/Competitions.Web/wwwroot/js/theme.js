// Before first paint, so that a dark page does not flash white. No choice stored: the system's wish holds.
const chosen = localStorage.getItem('theme');
if (chosen) document.documentElement.dataset.theme = chosen;
