// The judge's sheet. A mark is kept in this browser before it is sent, bears an id made here, and is sent until the server
// has acknowledged it. Nothing is thrown away: what the server refuses stays in sight until the judge has decided.
const form = document.getElementById('marking');
const { event, work, account } = form.dataset;
const token = form.querySelector('[name=__RequestVerificationToken]').value;
const runs = form.dataset.runs === 'true';
const key = `marks-${event}-${account}`;
const state = JSON.parse(form.dataset.state);
const sections = new Map([...form.querySelectorAll('[data-item]')].map(s => [s.dataset.item, s]));
const links = new Map([...form.querySelectorAll('[data-to]')].map(a => [a.dataset.to, a]));
const codes = [...sections.keys()];
const $ = name => form.querySelector(`[data-${name}]`);
const main = document.getElementById('main');

let queue = JSON.parse(localStorage.getItem(key) ?? '[]');
let saved = 0;
let busy = false;
let line = true;
let at = Math.max(0, codes.findIndex(c => !given(c)));
let typed = '';
let stale = null;

const keep = () => localStorage.setItem(key, JSON.stringify(queue));
function mine(item) {
  return queue.filter(q => q.work === work && q.item === item);
}

/** What this page knows as given: what waits here first, then what the server has. */
function given(item) {
  const waiting = mine(item).at(-1);
  if (waiting) return waiting.value;
  const stands = state[item];
  return stands?.mine ?? null;
}

function none(item) {
  const waiting = mine(`${item}~`).at(-1);
  return waiting ? waiting.value === '1' : state[item].notAttempted;
}

// randomUUID needs https or localhost; a hall may run on plain http in its own network
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = b[6] & 15 | 64; b[8] = b[8] & 63 | 128;
  const h = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

function give(item, value) {
  if (!runs) return;
  queue.push({ id: newId(), work, item, value: String(value), givenAt: new Date().toISOString() });
  keep();
  paint();
  send();
}

const after = item => item.endsWith('~') ? state[item.slice(0, -1)].notAttemptedAfter : state[item].after;

/** One mark an item at a time: the next names the one before it. Marks of another work go as they are. */
function batch() {
  const seen = new Set();
  return queue.filter(q => !q.refused && !seen.has(`${q.work} ${q.item}`) && seen.add(`${q.work} ${q.item}`)).slice(0, 100);
}

async function send() {
  const going = batch();
  if (busy || going.length === 0) return;
  busy = true;
  try {
    const body = going.map(q => ({ id: q.id, work: q.work, item: q.item, value: q.value, givenAt: q.givenAt, after: q.after ?? (q.work === work ? after(q.item) : null) }));
    for (const [i, q] of going.entries()) q.after = body[i].after;
    const answer = await fetch(`/events/${event}/marks`, {
      method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/json', 'X-Form-Token': token }, body: JSON.stringify(body), signal: AbortSignal.timeout?.(10000),
    });
    line = answer.status !== 503;
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) trouble('登录已过期，给分都存在本机。请在新标签页重新登录，本页会自动补发。');
    else if (answer.ok) { trouble(''); hear(await answer.json()); }
    else if (answer.status === 400) trouble('页面已过期，给分都存在本机，请刷新本页。');
    else if (answer.status !== 503) trouble('服务器没有收下，给分都存在本机，稍后自动补发。');
  } catch {
    line = false; // no network: the queue keeps them
  } finally {
    busy = false;
    keep();
    paint();
  }
  if (line && batch().length > 0 && !stale) setTimeout(send, 50);
}

function hear(answers) {
  for (const answer of answers) {
    const mark = queue.find(q => q.id === answer.id);
    if (!mark) continue;
    if (answer.sequence) {
      queue = queue.filter(q => q !== mark);
      saved++;
      if (mark.work === work) stored(mark, answer.sequence);
    } else {
      mark.refused = answer.refusal;
      mark.sentence = answer.sentence;
      mark.standing = answer.standing;
    }
  }
  refresh();
}

function stored(mark, sequence) {
  const bare = mark.item.replace(/~$/, '');
  if (mark.item.endsWith('~')) Object.assign(state[bare], { notAttempted: mark.value === '1', notAttemptedAfter: sequence });
  else if (state[bare]) Object.assign(state[bare], { mine: Number(mark.value), after: sequence });
  for (const next of queue.filter(q => q.work === work && q.item === mark.item)) next.after = undefined;
}

let looking = false;
async function refresh() {
  if (looking) return;
  looking = true;
  try {
    const answer = await fetch(`/events/${event}/marking/${work}/state`, { redirect: 'manual', cache: 'no-store' });
    if (answer.ok) Object.assign(state, await answer.json());
    line = true;
  } catch {
    line = false;
  } finally {
    looking = false;
    paint();
  }
}

function trouble(text) {
  const refused = queue.find(q => q.refused && q.refused !== 'marks.stale' && q.work === work);
  const words = text || (refused ? `${refused.sentence}（${refused.value}）` : '');
  $('trouble').hidden = !words;
  $('trouble-text').textContent = words;
}

function paint() {
  const item = codes[at];
  let done = 0;
  for (const [code, link] of links) {
    const value = given(code);
    const stands = state[code];
    const waits = mine(code).length + mine(`${code}~`).length > 0;
    const marked = value !== null || none(code);
    done += marked ? 1 : 0;
    link.classList.toggle('done', marked);
    link.classList.toggle('waits', waits);
    link.toggleAttribute('aria-current', code === item);
    link.querySelector('[data-said]').textContent = none(code) ? '未做' : waits ? value : stands.points ?? (value === null ? '—' : value);
    sections.get(code).hidden = code !== item;
  }
  const section = sections.get(item);
  const stands = state[item];
  main.classList.toggle('choosing', section.querySelector('[data-choice]') !== null);
  for (const button of section.querySelectorAll('[data-choice]')) {
    const chosen = given(item) !== null && Number(given(item)) === Number(button.dataset.choice);
    button.setAttribute('aria-pressed', chosen);
    button.querySelector('[data-mine]').hidden = !chosen;
  }
  section.querySelector('[data-none]').setAttribute('aria-pressed', none(item));
  section.querySelector('[data-counts]').hidden = stands.points === null || stands.points === undefined;
  section.querySelector('[data-points]').textContent = stands.points ?? '';
  panel(section, stands);
  $('read-name').textContent = section.dataset.how === 'Calculated' ? '实测值' : '得分';
  $('read').textContent = typed || (given(item) ?? '');
  $('done').textContent = done;
  $('meter').style.setProperty('--v', Math.round(done * 100 / codes.length));
  const waiting = queue.filter(q => !q.refused).length;
  $('saved').textContent = saved;
  $('waiting-count').textContent = waiting;
  $('line').textContent = line ? '已连接' : '离线';
  $('waiting').classList.toggle('q', waiting > 0);
  trouble('');
  ask();
}

function panel(section, stands) {
  const shown = section.querySelector('[data-panel]');
  if (!shown) return;
  shown.hidden = !stands.panel;
  section.querySelector('[data-apart]').hidden = !stands.apart;
  const marks = section.querySelector('[data-panel-marks]');
  marks.replaceChildren(...(stands.panel ?? []).map((value, i) => {
    const seat = document.createElement('div');
    const name = Object.assign(document.createElement('span'), { className: 'm', textContent: i === 0 ? '本席' : `裁判 ${i + 1}` });
    seat.append(name, Object.assign(document.createElement('b'), { textContent: value }));
    return seat;
  }));
}

function go(to) {
  at = Math.min(codes.length - 1, Math.max(0, to));
  typed = '';
  history.replaceState(null, '', `#i-${codes[at]}`);
  paint();
  links.get(codes[at]).scrollIntoView({ block: 'nearest', inline: 'nearest' });
  main.scrollTop = 0;
}

function press(pressed) {
  if (pressed === 'back') typed = typed.slice(0, -1);
  else if (pressed === 'enter') return enter();
  else if (pressed === '.') { if (!typed.includes('.')) typed = `${typed || '0'}.`; } else if (typed.length < 12) typed = typed === '0' ? pressed : typed + pressed;
  paint();
}

function enter() {
  const item = codes[at];
  const section = sections.get(item);
  if (typed !== '' && !section.querySelector('[data-choice]')) {
    const value = typed.replace(/\.$/, '');
    if (section.dataset.how !== 'Calculated' && Number(value) > Number(section.dataset.most)) {
      $('trouble').hidden = false;
      $('trouble-text').textContent = `${value} 超过满分 ${section.dataset.most}，请改正。`;
      return;
    }
    typed = '';
    drop(item);
    give(item, value);
  }
  go(at + 1);
}

/** A refused mark is let go when the judge gives another. */
function drop(item) {
  queue = queue.filter(q => !(q.refused && q.work === work && q.item === item));
  keep();
}

// --- somebody, or another tablet of his, was first: he sees both and decides
const dialog = document.getElementById('stale');
function ask() {
  if (dialog.open) return;
  stale = queue.find(q => q.refused === 'marks.stale' && q.work === work) ?? null;
  if (!stale) return;
  $('stale-item').textContent = sections.get(stale.item.replace(/~$/, ''))?.querySelector('h2').textContent ?? '';
  $('stale-mine').textContent = stale.value;
  $('stale-theirs').textContent = stale.standing.value;
  dialog.showModal();
}
function settle(again) {
  const mark = stale;
  queue = queue.filter(q => q !== mark);
  if (again) queue.push({ ...mark, id: newId(), after: mark.standing.sequence, refused: undefined, sentence: undefined, standing: undefined });
  stale = null;
  dialog.close();
  keep();
  refresh().then(send);
}
$('keep-mine').addEventListener('click', () => settle(true));
$('keep-theirs').addEventListener('click', () => settle(false));
dialog.addEventListener('cancel', e => e.preventDefault());

form.addEventListener('submit', e => e.preventDefault());
form.addEventListener('click', e => {
  const found = name => e.target.closest(`[data-${name}]`);
  const [to, pad, choice, skip, step] = [found('to'), found('key'), found('choice'), found('none'), found('step')];
  if (to) { e.preventDefault(); go(codes.indexOf(to.dataset.to)); }
  if (pad) press(pad.dataset.key);
  if (choice) { drop(codes[at]); give(codes[at], choice.dataset.choice); }
  if (skip) give(`${codes[at]}~`, none(codes[at]) ? '0' : '1');
  if (step) go(at + Number(step.dataset.step));
});
document.addEventListener('keydown', e => {
  if (dialog.open || e.ctrlKey || e.metaKey || e.altKey) return;
  const choice = /^\d$/.test(e.key) && sections.get(codes[at]).querySelector(`[data-choice="${e.key}"]`);
  if (choice) choice.click();
  else if (/^[\d.]$/.test(e.key)) press(e.key);
  else if (e.key === 'Backspace') press('back');
  else if (e.key === 'Enter' && (typed !== '' || !e.target.closest('button, a'))) { e.preventDefault(); enter(); } // what was typed counts, wherever the last tap was
  else if (e.key === 'ArrowDown') { e.preventDefault(); go(at + 1); } else if (e.key === 'ArrowUp') { e.preventDefault(); go(at - 1); }
});
window.addEventListener('online', send);
window.addEventListener('storage', e => { if (e.key === key) { queue = JSON.parse(e.newValue ?? '[]'); paint(); } });
setInterval(() => { send(); refresh(); }, 5000);

const named = location.hash.replace('#i-', '');
if (sections.has(named)) at = codes.indexOf(named);
paint();
send();
