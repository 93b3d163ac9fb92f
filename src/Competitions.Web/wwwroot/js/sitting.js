// A timed sitting. An answer is kept in this browser before it is sent, bears an id made here, and is sent until the server
// has acknowledged it; what was sent twice counts once. The server's clock decides; this page only shows it.
const form = document.getElementById('sitting');
const id = form.dataset.sitting;
const token = form.querySelector('[name=__RequestVerificationToken]').value;
const key = `sitting-${id}`;
const fields = new Map([...form.querySelectorAll('[data-place]')].map(f => [Number(f.dataset.place), f]));
const $ = name => form.querySelector(`[data-${name}]`);

// --- what is known: the server's answers and this browser's, the higher turn counts
const kept = JSON.parse(localStorage.getItem(key) ?? '{"queue":[],"given":{}}');
for (const answer of JSON.parse(form.dataset.given)) {
  const mine = kept.given[answer.Place];
  if (!mine || mine.turn < answer.Turn) kept.given[answer.Place] = { given: answer.Given, turn: answer.Turn };
}
let turn = Math.max(0, ...Object.values(kept.given).map(g => g.turn));
let saved = 0;
let busy = false;
let ended = false;

const keep = () => localStorage.setItem(key, JSON.stringify(kept));
const answers = place => fields.get(place).dataset.kind === 'FillIn'
  ? fields.get(place).querySelector('input').value.trim()
  : [...fields.get(place).querySelectorAll('input:checked')].map(i => i.value).sort().join('');

function show(place, given) {
  const field = fields.get(place);
  if (!field) return;
  if (field.dataset.kind === 'FillIn') field.querySelector('input').value = given;
  else for (const input of field.querySelectorAll('input')) input.checked = given.includes(input.value);
}

function take(place) {
  const given = answers(place);
  if ((kept.given[place]?.given ?? '') === given) return;
  turn = Math.max(turn + 1, Date.now());
  kept.given[place] = { given, turn };
  kept.queue.push({ id: newId(), place, given, turn });
  keep();
  paint();
  send();
}

// randomUUID needs https or localhost; a hall may run on plain http in its own network
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = b[6] & 15 | 64; b[8] = b[8] & 63 | 128;
  const h = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

async function send() {
  if (busy || kept.queue.length === 0) return kept.queue.length === 0;
  busy = true;
  const batch = kept.queue.slice(0, 50);
  try {
    const answer = await fetch(`/sittings/${id}/answers`, {
      method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/json', 'X-Form-Token': token }, body: JSON.stringify(batch),
      signal: AbortSignal.timeout?.(10000),
    });
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      trouble('登录已过期，作答都存在本机。请在新标签页重新登录，本页会自动补交。');
    } else if (answer.ok) {
      const heard = await answer.json();
      const done = new Set(heard.map(h => h.id));
      kept.queue = kept.queue.filter(q => !done.has(q.id));
      saved += heard.filter(h => h.taken).length;
      keep();
      const refused = heard.find(h => !h.taken);
      trouble(refused ? refused.sentence : '');
    } else {
      trouble(answer.status === 400 ? '页面已过期，作答都存在本机，请刷新本页。' : '');
    }
  } catch {
    // no network: the queue keeps it
  } finally {
    busy = false;
    paint();
  }
  return kept.queue.length === 0;
}

function trouble(text) {
  $('trouble').hidden = !text;
  $('trouble-text').textContent = text;
}

function paint() {
  let done = 0;
  for (const link of form.querySelectorAll('[data-to]')) {
    const answered = (kept.given[link.dataset.to]?.given ?? '') !== '';
    done += answered ? 1 : 0;
    link.classList.toggle('done', answered);
    link.setAttribute('aria-label', `第 ${link.dataset.to} 题，${answered ? '已答' : '未答'}`);
  }
  $('done-count').textContent = done;
  $('saved').textContent = done - new Set(kept.queue.map(q => q.place)).size;
  $('waiting-count').textContent = kept.queue.length;
  $('waiting').hidden = kept.queue.length === 0;
  $('waiting').classList.toggle('q', kept.queue.length > 0);
}

// --- the clock: set by the server, driven by a clock that a change of the device's time does not move
let base = { now: Number(form.dataset.now), deadline: Number(form.dataset.deadline), at: performance.now() };

async function setClock() {
  try {
    const answer = await fetch(`/sittings/${id}/clock`, { redirect: 'manual', cache: 'no-store' });
    if (!answer.ok) return;
    const heard = await answer.json();
    base = { now: heard.now, deadline: heard.deadline, at: performance.now() };
    if (heard.ended && !ended) finish();
  } catch {
    // shown on from what is known
  }
}

function tick() {
  const left = Math.max(0, base.deadline - base.now - (performance.now() - base.at));
  const seconds = Math.ceil(left / 1000);
  const clock = $('clock');
  const two = n => String(n).padStart(2, '0');
  clock.textContent = seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` : `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  clock.classList.toggle('short', seconds <= 300);
  if (left === 0 && !ended) over();
}

async function over() {
  ended = true;
  for (const field of fields.values()) field.disabled = true;
  trouble('作答时间到，正在交卷……');
  await send();
  finish();
}

// The server hands in by itself when the time is over: this page only has to get there.
async function finish() {
  ended = true;
  for (;;) {
    try {
      const answer = await fetch(form.action, { method: 'POST', headers: { 'X-Form-Token': token } });
      if (answer.ok) { location.replace(`/sittings/${id}`); return; }
    } catch {
      trouble('网络不通，作答都存在本机，恢复后自动交卷，请不要关闭本页。');
    }
    await new Promise(r => setTimeout(r, 2000));
  }
}

// --- hand in by hand
$('ask').addEventListener('click', () => {
  for (const place of fields.keys()) take(place);
  const open = [...fields.keys()].filter(place => (kept.given[place]?.given ?? '') === '');
  $('summary').textContent = open.length === 0 ? `${fields.size} 题全部作答。` : `还有 ${open.length} 题未答：`;
  $('unanswered').replaceChildren(...open.map(place => {
    const link = document.createElement('a');
    link.href = `#q${place}`;
    link.textContent = place;
    link.addEventListener('click', () => document.getElementById('hand-in').close());
    return link;
  }));
  document.getElementById('hand-in').showModal();
});

$('hand-in').addEventListener('click', async event => {
  event.target.disabled = true;
  while (!await send()) {
    $('summary').textContent = `还有 ${kept.queue.length} 个答案没有送达，网络恢复后自动交卷。`;
    await new Promise(r => setTimeout(r, 1500));
  }
  finish();
});

form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('change', event => {
  const field = event.target.closest('[data-place]');
  if (field) take(Number(field.dataset.place));
});
let typing;
form.addEventListener('input', event => {
  const field = event.target.closest('[data-kind=FillIn]');
  if (!field) return;
  clearTimeout(typing);
  typing = setTimeout(() => take(Number(field.dataset.place)), 500);
});
addEventListener('pagehide', () => { if (!ended) for (const [place, field] of fields) if (field.dataset.kind === 'FillIn') take(place); });
addEventListener('online', () => { send(); setClock(); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) setClock(); });

const early = [...fields.keys()].filter(place => !kept.given[place] && answers(place) !== ''); // answered before this script was here
for (const [place, { given }] of Object.entries(kept.given)) show(Number(place), given);
keep();
paint();
tick();
send();
early.forEach(take);
setInterval(tick, 250);
setInterval(send, 2000);
setInterval(setClock, 15000);
