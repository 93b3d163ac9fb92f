// A board that is watched. The server drew the table; a push moves the rows that are here and fills the cells that are here,
// and whatever cannot be told from a push (another set of rows, a version that was missed) is fetched as the whole snapshot.
const root = document.querySelector('[data-board]');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const EPOCH = 1_000_000_000; // a version counts its marks from the last change of what may be shown
const LIT = 6000;
let version = 0, known = 0, fetching = false;

const face = () => root.querySelector('.board-face');
const rows = () => [...root.querySelectorAll('[data-row]')];
const wait = ms => new Promise(done => { setTimeout(done, ms); });
const each = (name, act) => document.querySelectorAll(`[data-${name}]`).forEach(act);
const cents = text => Math.round(Number(text) * 10000) || 0;

// ── what a change looks like: where each row was and what it said, then glide and light
function look() {
  return new Map(rows().map(row => [row.dataset.row, {
    top: row.offsetTop, rank: row.querySelector('[data-rank]').textContent,
    parts: new Map([...row.querySelectorAll('[data-part]')].map(cell => [cell.dataset.part, cell.textContent])),
  }]));
}

function show(before) {
  for (const row of rows()) {
    const was = before.get(row.dataset.row);
    if (!was) continue;
    const far = was.top - row.offsetTop;
    if (far && !calm.matches) row.animate([{ transform: `translateY(${far}px)` }, { transform: 'none' }], { duration: 700, easing: 'cubic-bezier(.2,.7,.2,1)' });
    const risen = Number(was.rank) - Number(row.querySelector('[data-rank]').textContent);
    const move = row.querySelector('[data-move]');
    if (risen) {
      move.className = `move ${risen > 0 ? 'move-up' : 'move-down'}`;
      move.textContent = `${risen > 0 ? '▲' : '▼'}${Math.abs(risen)}`;
      move.setAttribute('aria-label', `${risen > 0 ? '上升' : '下降'} ${Math.abs(risen)} 位`);
      move.setAttribute('role', 'img');
    }
    for (const cell of row.querySelectorAll('[data-part]')) {
      const old = was.parts.get(cell.dataset.part);
      if (old !== undefined && old !== cell.textContent) light(row, cell, old);
    }
  }
  each('marks', e => { e.textContent = version % EPOCH; });
  const marked = rows().filter(row => [...row.querySelectorAll('[data-part]')].some(cell => cell.textContent !== '—')).length;
  each('marked', e => { e.textContent = marked; });
  each('rows', e => { e.textContent = rows().length; });
  each('marked-bar', e => { e.style.setProperty('--v', rows().length ? marked * 100 / rows().length : 0); });
  document.dispatchEvent(new CustomEvent('board:moved'));
}

function light(row, cell, old) {
  row.classList.add('hot');
  cell.classList.add('chg');
  clearTimeout(Number(row.dataset.lit));
  row.dataset.lit = setTimeout(() => { row.classList.remove('hot'); row.querySelectorAll('.chg').forEach(c => c.classList.remove('chg')); }, LIT);
  document.dispatchEvent(new CustomEvent('board:mark', { detail: {
    name: row.querySelector('[data-name]').textContent, module: cell.dataset.of, value: cell.textContent, more: (cents(cell.textContent) - cents(old)) / 10000,
  } }));
}

// ── a push
function apply(push) {
  const body = root.querySelector('tbody');
  const here = new Map(rows().map(row => [row.dataset.row, row]));
  if (!body || push.rows.some(placed => !here.has(placed.row.label))) return false;
  const before = look();
  const moved = push.rows.map(placed => ({ ...placed, tr: here.get(placed.row.label) }));
  moved.forEach(m => m.tr.remove());
  for (const { place, row, tr } of moved) {
    body.insertBefore(tr, body.children[place] ?? null);
    fill(tr, row);
  }
  const [first, ...others] = rows().map(row => [row.querySelector('[data-gap]'), cents(row.querySelector('[data-total]').textContent)]);
  first[0].textContent = '';
  for (const [cell, total] of others) cell.textContent = total > 0 && total < first[1] ? ((first[1] - total) / 10000).toFixed(2) : '';
  version = push.to;
  face().dataset.version = version;
  show(before);
  return true;
}

function fill(tr, row) {
  const marked = Object.keys(row.parts).length > 0;
  tr.querySelector('[data-rank]').textContent = marked ? row.rank : '—';
  tr.querySelector('[data-total]').textContent = marked ? row.total : '—';
  let rest = 0;
  for (const cell of tr.querySelectorAll('[data-part]')) {
    const part = row.parts[cell.dataset.part];
    const head = root.querySelector(`th[data-module="${CSS.escape(cell.dataset.part)}"]`);
    cell.textContent = part ?? '—';
    rest += Number(head.dataset.most);
    tr.querySelector(`[data-share="${CSS.escape(cell.dataset.part)}"]`)?.style.setProperty('--v', Number(head.dataset.full) ? Number(part ?? 0) / Number(head.dataset.full) * Number(head.dataset.most) : 0);
  }
  tr.querySelector('.sg em')?.style.setProperty('--v', Math.max(0, rest - Number(row.total)));
}

function take(push) {
  known = Math.max(known, push.to);
  if (push.to <= version || fetching) return; // what comes while the snapshot is on its way is looked at after it
  if (push.from !== version || !apply(push)) refresh();
}

// ── the whole table, until it is as new as anything that was heard of
async function refresh() {
  if (fetching) return;
  fetching = true;
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(root.dataset.snapshot, { cache: 'no-cache' });
      if (answer.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.board-face');
        if (Number(fresh.dataset.version) >= version) {
          const before = look();
          face().replaceWith(document.adoptNode(fresh));
          version = Number(fresh.dataset.version);
          show(before);
        }
        if (version >= known) break;
      }
    } catch { /* the network is away: the next try will tell */ }
    await wait(Math.min(300 * 2 ** tries, 10_000));
  }
  fetching = false;
}

// ── the line
const connection = new window.signalR.HubConnectionBuilder()
  .withUrl(root.dataset.board, { skipNegotiation: true, transport: window.signalR.HttpTransportType.WebSockets })
  .configureLogging(window.signalR.LogLevel.None).build();

function wire(connected) {
  each('wire', e => { e.hidden = false; e.classList.toggle('off', !connected); });
  each('wire-word', e => { e.textContent = connected ? '已连接' : '重连中'; });
}

async function listen() {
  for (let tries = 0; ; tries++) {
    try {
      await connection.start();
      known = Math.max(known, await connection.invoke('Watch', root.dataset.round, root.dataset.group));
      wire(true);
      if (known !== version) refresh();
      return;
    } catch {
      wire(false);
      if (connection.state === 'Connected') { await connection.stop(); return; } // its end begins anew
      await Promise.race([wait(Math.min(500 * 2 ** tries, 10_000) * (0.75 + Math.random() / 2)), new Promise(on => { addEventListener('online', on, { once: true }); })]);
    }
  }
}

if (root) {
  version = known = Number(face().dataset.version);
  connection.on('BoardMoved', take);
  connection.onclose(async () => { wire(false); await wait(200 + Math.random() * 300); listen(); });
  addEventListener('offline', () => { wire(false); connection.stop(); });
  listen();

  // the jury's progress is drawn by the server: asked for again a while after marks came
  const progress = document.querySelector('[data-progress]');
  let soon = 0;
  if (progress) document.addEventListener('board:moved', () => {
    soon ||= setTimeout(async () => {
      soon = 0;
      try {
        const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
        for (const line of page.querySelectorAll('[data-module-progress]')) {
          const old = document.querySelector(`[data-module-progress="${CSS.escape(line.dataset.moduleProgress)}"]`);
          for (const part of ['.meter', '.num']) old?.querySelector(part).replaceWith(document.adoptNode(line.querySelector(part)));
        }
      } catch { /* at the next mark */ }
    }, 2000);
  });
}
