// What every page has: light and dark, the drawer of the navigation on a phone, menus that close, a toast that goes,
// the bell, the focus on an error summary, and a form that is not sent twice.
const root = document.documentElement;

document.addEventListener('click', event => {
  const target = event.target;
  if (target.closest('[data-theme-switch]')) {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    localStorage.setItem('theme', root.dataset.theme);
  }

  const menu = target.closest('[data-menu]');
  const side = document.getElementById('side');
  if (menu) {
    const open = side.classList.toggle('open');
    menu.setAttribute('aria-expanded', open);
  } else if (side?.classList.contains('open') && !target.closest('#side')) {
    side.classList.remove('open');
    document.querySelector('[data-menu]')?.setAttribute('aria-expanded', 'false');
  }

  for (const details of document.querySelectorAll('details.menu-of[open]')) {
    if (!details.contains(target)) details.open = false;
  }

  const opener = target.closest('[data-dialog]');
  if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
  if (target.closest('[data-close]')) target.closest('dialog')?.close();
  if (target.closest('[data-print]')) window.print();
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const details of document.querySelectorAll('details.menu-of[open]')) {
    details.open = false;
    details.querySelector('summary')?.focus();
  }
});

// a tablet that holds marks which are not acknowledged asks before it is left
document.addEventListener('submit', async event => {
  const form = event.target;
  if (form.getAttribute('action') !== '/sign-out') return;
  event.preventDefault();
  const { mayLeave } = await import('./marking/leaving.js');
  if (await mayLeave()) form.submit();
});

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = '1';
  setTimeout(() => delete form.dataset.sent, 3000);
});
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(f => delete f.dataset.sent));

document.addEventListener('change', event => {
  if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
  const all = event.target.closest('[data-check-all]');
  if (all) document.querySelectorAll(all.dataset.checkAll).forEach(box => { if (box.checked !== all.checked) box.click(); });
});

for (const back of document.querySelectorAll('[data-back]')) {
  if (history.length < 2) continue;
  back.hidden = false;
  back.addEventListener('click', event => { event.preventDefault(); history.back(); });
}

document.querySelector('.errsum')?.focus();
const toast = document.querySelector('[data-toast]');
if (toast) setTimeout(() => toast.classList.add('gone'), 6000);

// What scrolls sideways on a narrow screen can be reached by keyboard, also when a tablet is turned.
const reachable = () => {
  for (const box of document.querySelectorAll('.tbl, .life, .tabs')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
};
reachable();
window.addEventListener('resize', reachable);

// on a phone the tab one is at may lie beyond the edge
for (const tab of document.querySelectorAll('.tabs [aria-current]')) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - tab.parentElement.clientWidth / 2 + tab.offsetWidth / 2;

// what waits is asked when the page stands, and not on a page that is left at once
const bell = document.querySelector('[data-bell]');
if (bell) {
  try {
    const answer = await fetch('/waiting/rows', { redirect: 'error' });
    if (answer.ok) {
      bell.querySelector('.menu-list').outerHTML = await answer.text();
      const { label, count } = bell.querySelector('.menu-list').dataset;
      const summary = bell.querySelector('summary');
      summary.setAttribute('aria-label', label);
      if (count) summary.insertAdjacentHTML('beforeend', `<span class="count" aria-hidden="true">${count}</span>`);
    }
  } catch { /* without a network it stays a way to the home page */ }
}
