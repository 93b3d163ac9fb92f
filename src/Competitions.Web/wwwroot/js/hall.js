// The hall's screen: fits itself to the wall, turns its pages, counts the session's clock and tells the last marks.
const ROW = 73, TURN = 12_000, LINES = 7;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const two = n => String(n).padStart(2, '0');
const $ = name => document.querySelector(`[data-${name}]`);

function fit() { document.body.style.zoom = Math.min(innerWidth / 1920, innerHeight / 1080); }
addEventListener('resize', fit);
fit();

// ── pages of rows
let page = 0;
function turn(to) {
  const body = document.querySelector('.hl tbody');
  const all = body?.children.length ?? 0;
  const fits = document.querySelector('.board-face[data-frozen]') ? 10 : 11;
  const pages = Math.max(1, Math.ceil(all / fits));
  page = to % pages;
  if (body) {
    body.style.transition = calm.matches ? 'none' : '';
    body.style.transform = `translateY(${-page * fits * ROW}px)`;
    [...body.children].forEach((row, n) => row.classList.toggle('away', n < page * fits || n >= (page + 1) * fits));
  }
  $('pages').textContent = all === 0 ? '' : pages === 1 ? `共 ${all} 名` : `第 ${page * fits + 1}–${Math.min(all, (page + 1) * fits)} 名，共 ${all} 名，每 ${TURN / 1000} 秒翻页`;
}
setInterval(() => turn(page + 1), TURN);
document.addEventListener('board:moved', () => turn(page));
turn(0);

// ── the last marks
document.addEventListener('board:mark', ({ detail }) => {
  const line = document.createElement('li');
  const cell = (kind, text) => { const span = document.createElement('span'); span.className = kind; span.textContent = text; line.append(span); };
  cell('num t', time());
  cell('num c', detail.name);
  cell('w', detail.module);
  cell('num v', `${detail.more < 0 ? '−' : '+'}${Math.abs(detail.more).toFixed(2)}`);
  $('feed').querySelector('.now')?.classList.remove('now');
  line.className = 'now';
  $('feed').prepend(line);
  while ($('feed').children.length > LINES) $('feed').lastChild.remove();
});

// ── the session's clock: the server's answer counts, the screen counts on between two answers
const clock = $('hall-clock');
let left = Number(clock.dataset.left), runs = clock.dataset.runs === 'true', since = performance.now(), has = clock.dataset.left !== undefined && clock.dataset.left !== '';
const time = () => new Date().toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });
function tick() {
  const s = Math.max(0, Math.round(left - (runs ? (performance.now() - since) / 1000 : 0)));
  $('hall-face').textContent = !has ? '--:--' : s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${two(Math.floor(s / 60))}:${two(s % 60)}`;
  $('hall-face').classList.toggle('long', has && s >= 3600);
  $('now').textContent = time();
}
async function ask() {
  try {
    const answer = await fetch(clock.dataset.hallClock, { cache: 'no-store' });
    if (!answer.ok) return;
    const next = answer.status === 204 ? null : await answer.json();
    has = next !== null;
    [left, runs, since] = [next?.left ?? 0, next?.runs ?? false, performance.now()];
    $('hall-name').textContent = next === null ? '现在没有场次在进行' : next.runs ? `${next.name} 剩余时间` : `${next.name} 暂停中`;
  } catch { /* without network the screen goes on counting */ }
}
setInterval(tick, 500);
setInterval(ask, 5000);
tick();
