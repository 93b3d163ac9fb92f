// The box in the top bar: Ctrl K or ⌘K goes there, what is found stands below it while one types, arrows choose, Enter opens.
// Without it the box is a form that opens the page of results.
const form = document.querySelector('[data-find]');
const input = form?.querySelector('input');
const mac = navigator.platform.startsWith('Mac');

let list, links = [], at = -1, asked = 0, timer;

if (input) {
  if (mac) form.querySelector('kbd').textContent = '⌘ K';
  list = document.createElement('div');
  Object.assign(list, { className: 'find-list', id: 'find-list', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '查找结果');
  form.append(list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-controls': 'find-list', 'aria-expanded': 'false', 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 160); });
  input.addEventListener('focus', () => { if (input.value.trim()) look(); });
  input.addEventListener('keydown', keys);
  document.addEventListener('click', event => { if (!form.contains(event.target)) close(); });
  form.addEventListener('focusout', event => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
}

document.addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 'k' || !(mac ? event.metaKey : event.ctrlKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  if (input && input.offsetParent) { input.focus(); input.select(); } else if (document.querySelector('.find-link')) location.href = '/search';
});

async function look() {
  const word = input.value.trim(), mine = ++asked;
  if (!word) { close(); return; }
  for (const pause of [0, 500, 2000]) {
    await new Promise(go => setTimeout(go, pause));
    if (mine !== asked) return;
    try {
      const answer = await fetch('/search.json?q=' + encodeURIComponent(word), { headers: { Accept: 'application/json' } });
      if (mine !== asked || answer.redirected) return;
      if (answer.ok) { show(word, await answer.json()); return; }
    } catch { /* a network that comes and goes: asked again */ }
  }
  say('现在查不到：按回车打开查找页再试。');
}

function show(word, found) {
  list.replaceChildren();
  links = [];
  let kind = '';
  for (const one of found) {
    if (one.kind !== kind) {
      kind = one.kind;
      list.append(text('p', 'find-kind', kind));
    }

    const link = document.createElement('a');
    link.href = one.address;
    link.id = 'find-' + links.length;
    link.tabIndex = -1;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.append(text('span', 'find-title', one.title), text('span', 'find-detail', one.detail));
    list.append(link);
    links.push(link);
  }

  if (found.length === 0) say('没有找到“' + word + '”。不在您职责范围内的不会列出。');
  else open();
}

function say(words) {
  list.replaceChildren(text('p', 'find-none', words));
  links = [];
  open();
}

function open() {
  at = -1;
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  input.removeAttribute('aria-activedescendant');
}

function text(tag, name, words) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = words;
  return made;
}

function close() {
  asked++;
  list.hidden = true;
  at = -1;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function keys(event) {
  if (event.isComposing) return;
  if (event.key === 'Escape') {
    if (list.hidden) { input.value = ''; input.blur(); }
    close();
    event.stopPropagation();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (list.hidden || links.length === 0) return;
    event.preventDefault();
    at = (at + (event.key === 'ArrowDown' ? 1 : -1) + (at < 0 && event.key === 'ArrowUp' ? 1 : 0) + links.length) % links.length;
    links.forEach((link, n) => link.setAttribute('aria-selected', n === at));
    links[at].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', links[at].id);
  } else if (event.key === 'Enter' && !list.hidden && at >= 0) {
    event.preventDefault();
    links[at].click();
  }
}
