// Counts what is chosen in the list of entries and chooses a whole page; without it the list works all the same.
const boxes = [...document.querySelectorAll('input[name=ids]')];
const all = document.querySelector('[data-all]');
const count = document.querySelector('[data-count]');

function show() {
  const chosen = boxes.filter(box => box.checked).length;
  if (count) count.textContent = chosen;
  if (all) {
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
}

all?.addEventListener('change', () => {
  boxes.forEach(box => { box.checked = all.checked; });
  show();
});
boxes.forEach(box => box.addEventListener('change', show));
show();

// On a wide screen a line opens beside the list; the link itself is the page of the entry, for a phone and for a new tab.
const drawer = document.querySelector('[data-drawer]');
const lines = [...document.querySelectorAll('a[data-open]')];
const wide = matchMedia('(min-width: 1180px)');
let opened = -1;

async function open(at, focus) {
  const line = lines[at];
  let page;
  try {
    const answer = await fetch(line.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) { location.href = line.href; return; }
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch { location.href = line.href; return; }

  const detail = page.querySelector('[data-detail]');
  if (!detail) { location.href = line.href; return; }
  lines[opened]?.closest('tr').classList.remove('open');
  opened = at;
  line.closest('tr').classList.add('open');
  drawer.querySelector('[data-drawer-name]').textContent = detail.dataset.name;
  drawer.querySelector('[data-drawer-number]').textContent = detail.dataset.number;
  drawer.querySelector('[data-drawer-line]').textContent = detail.dataset.line;
  drawer.querySelector('[data-drawer-page]').href = line.href;
  drawer.querySelector('[data-drawer-move="-1"]').disabled = at === 0;
  drawer.querySelector('[data-drawer-move="1"]').disabled = at === lines.length - 1;
  drawer.querySelector('[data-drawer-body]').replaceChildren(document.importNode(detail, true));
  drawer.querySelector('.decide')?.remove();
  const decide = page.querySelector('#decide');
  if (decide) {
    const copy = document.importNode(decide, true);
    copy.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'ToList', value: 'true' }));
    drawer.append(copy);
  }
  drawer.hidden = false;
  document.body.classList.add('has-drawer');
  if (focus) drawer.querySelector('[data-drawer-name]').focus();
}

function shut() {
  if (opened < 0) return;
  drawer.hidden = true;
  document.body.classList.remove('has-drawer');
  lines[opened].closest('tr').classList.remove('open');
  lines[opened].focus();
  opened = -1;
}

if (drawer) {
  document.addEventListener('click', event => {
    const at = lines.indexOf(event.target.closest?.('a[data-open]'));
    if (at >= 0 && wide.matches && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      open(at, true);
    }
  });
  drawer.addEventListener('click', event => {
    if (event.target.closest('[data-drawer-close]')) shut();
    const move = event.target.closest('[data-drawer-move]');
    if (move && lines[opened + +move.dataset.drawerMove]) open(opened + +move.dataset.drawerMove, false);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && opened >= 0 && !document.querySelector('details.menu-of[open], dialog[open]')) shut();
  });
  wide.addEventListener('change', () => { if (!wide.matches) shut(); });
}
