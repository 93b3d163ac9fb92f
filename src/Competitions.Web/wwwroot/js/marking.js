// The judge's sheet: what stands, what waits here, and which item is open. Sending is the outbox's.
import { Deductions } from './marking/deductions.js';
import { keepOffline } from './marking/offline.js';
import { Outbox, STALE } from './marking/outbox.js';
import { Pad, asTyped, between, clock, seconds } from './marking/pad.js';
import { Stale } from './marking/stale.js';
import { keepState, stateOf } from './marking/store.js';

const form = document.getElementById('marking');
const main = document.getElementById('main');
const $ = name => form.querySelector(`[data-${name}]`);
const { event, work, account } = form.dataset;
const runs = form.dataset.runs === 'true';
const sections = new Map([...form.querySelectorAll('[data-item]')].map(s => [s.dataset.item, s]));
const links = new Map([...form.querySelectorAll('[data-to]')].map(a => [a.dataset.to, a]));
const codes = [...sections.keys()];
const how = code => sections.get(code).dataset.how;
// what is pressed while the page still opens its storage is not lost
const early = [];
function hold(e) {
  if (e.type === 'click' && !e.target.closest('[data-to], [data-key], [data-choice], [data-none], [data-step], [data-span]')) return;
  if (e.type === 'click') e.preventDefault();
  early.push(e);
}
form.addEventListener('click', hold);
document.addEventListener('keydown', hold);

const shelf = `${account}/${event}/${work}`;
const heard = await stateOf(shelf).catch(() => null);
const shown = JSON.parse(form.dataset.state);
let state = heard?.sequence > shown.sequence ? heard : shown; // a page that was kept is older than what was heard since
let complaint = '';

const pad = new Pad();
const outbox = await Outbox.open({ event, work, account, token: form.querySelector('[name=__RequestVerificationToken]').value }, { after, stored, changed: () => paint() });
const deductions = sections.has('deductions') ? new Deductions(sections.get('deductions'), outbox, () => state, tell) : null;
const stale = new Stale(document.getElementById('stale'), outbox, titleOf, () => refresh().then(() => outbox.send()));

/** What this page knows as given: what waits here first, then what the server has. */
const given = item => outbox.of(item).at(-1)?.value ?? state.items[item]?.mine ?? null;
function none(item) {
  const waiting = outbox.of(`${item}~`).at(-1);
  return waiting ? waiting.value === '1' : state.items[item]?.notAttempted === true;
}
/** Time and deductions are entered by who goes there; on a process sheet the time is part of it. */
const isAside = code => how(code) === 'Deduction' || how(code) === 'Time' && form.dataset.way !== 'ProcessSheet';
const leadsOn = code => codes.indexOf(code) + 1 < codes.length && (isAside(code) || !isAside(codes[codes.indexOf(code) + 1]));
const toGiveAgain = item => state.items[item]?.apart && given(item) === null;
let at = Math.max(0, codes.findIndex(c => !isAside(c) && given(c) === null && !none(c)));

function titleOf(item) { return sections.get(item.replace(/~$/, ''))?.querySelector('h2').textContent ?? '扣分'; }

function after(item) {
  if (item.startsWith('-')) return state.deductions.find(d => d.item === item)?.after ?? null;
  return item.endsWith('~') ? state.items[item.slice(0, -1)].notAttemptedAfter : state.items[item].after;
}

function stored(mark, sequence) {
  const stands = state.items[mark.item.replace(/~$/, '')];
  if (mark.item.startsWith('-')) state.deductions = [...state.deductions.filter(d => d.item !== mark.item), { item: mark.item, points: Number(mark.value), why: mark.why, isMine: true, after: sequence }];
  else if (mark.item.endsWith('~')) Object.assign(stands, { notAttempted: mark.value === '1', notAttemptedAfter: sequence });
  else Object.assign(stands, { mine: Number(mark.value), after: sequence });
  state.sequence = Math.max(state.sequence, sequence);
  refresh();
  return keepState(shelf, state);
}

let looking = false;
async function refresh() {
  if (looking) return;
  looking = true;
  try {
    const answer = await fetch(`/events/${event}/marking/${work}/state`, { redirect: 'manual', cache: 'no-store' });
    if (answer.ok) {
      const now = await answer.json();
      if (now.sequence >= state.sequence) { // an answer that was overtaken tells nothing new
        if (now.sequence > state.sequence || !heard) await keepState(shelf, now).catch(() => {});
        state = now;
      }
    }
    outbox.line = true;
  } catch {
    outbox.line = false;
  } finally {
    looking = false;
    paint();
  }
}

function tell(words) {
  complaint = words;
  const refused = outbox.refused(code => code !== STALE);
  $('enter-again').hidden = !outbox.over;
  const text = words || (outbox.over ? $('enter-again').dataset.enterAgain : outbox.trouble) || (refused ? `${refused.sentence}（${refused.value}）` : '');
  $('trouble').hidden = !text;
  $('trouble-text').textContent = text;
}

const said = (code, value) => value === null ? '—' : how(code) === 'Time' ? clock(Number(value)) : String(value);

function list() {
  let done = 0;
  for (const [code, link] of links) {
    const [value, stands] = [code === 'deductions' ? null : given(code), state.items[code]];
    const waits = code === 'deductions' ? deductions.all().some(d => d.waits) : outbox.of(code).length + outbox.of(`${code}~`).length > 0;
    const marked = code === 'deductions' ? deductions.sum > 0 : value !== null || none(code);
    done += marked && !isAside(code) ? 1 : 0;
    link.classList.toggle('done', marked);
    link.classList.toggle('waits', waits);
    link.classList.toggle('again', toGiveAgain(code) === true);
    link.toggleAttribute('aria-current', code === codes[at]);
    link.querySelector('[data-said]').textContent = code === 'deductions' ? (deductions.sum > 0 ? `−${deductions.sum}` : '—')
      : none(code) ? '未做' : toGiveAgain(code) ? '复议' : waits ? said(code, value) : stands.points ?? said(code, value);
    sections.get(code).hidden = code !== codes[at];
  }
  $('done').textContent = done;
  $('meter').style.setProperty('--v', Math.round(done * 100 / Math.max(1, Number(form.dataset.count))));
}

function panel(section, stands) {
  const shown = section.querySelector('[data-panel]');
  if (!shown) return;
  shown.hidden = !stands.panel;
  section.querySelector('[data-apart]').hidden = !stands.apart;
  section.querySelector('[data-panel-when]').textContent = stands.apart ? '复议前' : '都给分后同时显示';
  section.querySelector('[data-again]').hidden = stands.again === 0;
  section.querySelector('[data-again-count]').textContent = `${stands.again} / ${stands.judges}`;
  const sorted = [...stands.panel ?? []].sort();
  const middle = sorted[Math.floor(sorted.length / 2)];
  section.querySelector('[data-panel-marks]').replaceChildren(...(stands.panel ?? []).map((value, i) => {
    const seat = document.createElement('div');
    seat.classList.toggle('off', stands.apart && value !== middle);
    const name = Object.assign(document.createElement('span'), { className: 'm', textContent: i === 0 ? '本席' : `裁判 ${i + 1}` });
    seat.append(name, Object.assign(document.createElement('b'), { textContent: value }));
    return seat;
  }));
}

function show(code) {
  const [section, stands] = [sections.get(code), state.items[code]];
  main.classList.toggle('choosing', section.querySelector('[data-choice]') !== null);
  $('read-name').textContent = { Calculated: '实测值', Time: '时:分:秒', Deduction: '扣分' }[how(code)] ?? '得分';
  $('enter').textContent = how(code) === 'Deduction' ? '确认扣分' : leadsOn(code) ? '确认并到下一项' : '确认';
  $('read').textContent = pad.typed ? (how(code) === 'Time' ? asTyped(pad.typed) : pad.typed) : how(code) === 'Deduction' || given(code) === null ? '' : said(code, given(code));
  if (how(code) === 'Deduction') return deductions.paint();
  for (const button of section.querySelectorAll('[data-choice]')) {
    const chosen = given(code) !== null && Number(given(code)) === Number(button.dataset.choice);
    button.setAttribute('aria-pressed', chosen);
    button.querySelector('[data-mine]').hidden = !chosen;
  }
  section.querySelector('[data-none]')?.setAttribute('aria-pressed', none(code));
  section.querySelector('[data-counts]').hidden = (stands.points ?? null) === null;
  section.querySelector('[data-points]').textContent = stands.points ?? '';
  panel(section, stands);
}

function paint() {
  list();
  show(codes[at]);
  const again = codes.filter(toGiveAgain).length;
  $('rescore').hidden = again === 0 || toGiveAgain(codes[at]) === true;
  $('rescore-count').textContent = again;
  $('saved').textContent = outbox.saved;
  $('waiting-count').textContent = outbox.waiting;
  $('line').textContent = outbox.line ? '已连接' : '离线';
  $('waiting').classList.toggle('q', outbox.waiting > 0);
  $('elsewhere').hidden = !outbox.conflicts.some(q => q.work !== work);
  tell(complaint);
  stale.ask();
}

function go(to) {
  at = Math.min(codes.length - 1, Math.max(0, to));
  [pad.typed, complaint] = ['', ''];
  history.replaceState(null, '', `#i-${codes[at]}`);
  paint();
  links.get(codes[at]).scrollIntoView({ block: 'nearest', inline: 'nearest' });
  main.scrollTop = 0;
}

function give(item, value) {
  if (!runs) return;
  complaint = '';
  outbox.forget(q => q.item === item);
  outbox.give(item, value, { title: titleOf(item) });
}

function enter() {
  const [code, isTime] = [codes[at], how(codes[at]) === 'Time'];
  if (how(code) === 'Deduction') {
    complaint = '';
    if (runs && deductions.take(pad.value)) pad.typed = '';
    return paint();
  }
  if (pad.typed !== '' && !sections.get(code).querySelector('[data-choice]')) {
    const [value, most] = [isTime ? seconds(pad.typed) : pad.value, sections.get(code).dataset.most];
    if (value === null) return tell('分和秒都不能超过 59，请改正。');
    if (['Direct', 'Panel'].includes(how(code)) && Number(value) > Number(most)) return tell(`${value} 超过满分 ${most}，请改正。`);
    give(code, value);
  }
  go(leadsOn(code) ? at + 1 : at);
}

function press(key) {
  if (key === 'enter') return enter();
  complaint = '';
  pad.press(key, how(codes[at]) === 'Time');
  paint();
}

function span(section) {
  const value = between(section.querySelector('[data-from]').value, section.querySelector('[data-till]').value);
  if (value === null) tell('请填写开始和结束的时刻。');
  else { give('time', value); paint(); }
}

form.addEventListener('submit', e => e.preventDefault());
form.addEventListener('click', e => {
  const found = name => e.target.closest(`[data-${name}]`);
  const [to, key, choice, skip, step] = [found('to'), found('key'), found('choice'), found('none'), found('step')];
  if (to) { e.preventDefault(); go(codes.indexOf(to.dataset.to)); }
  if (key) press(key.dataset.key);
  if (choice) give(codes[at], choice.dataset.choice);
  if (skip) give(`${codes[at]}~`, none(codes[at]) ? '0' : '1');
  if (step) go(at + Number(step.dataset.step));
  if (found('span')) span(sections.get(codes[at]));
  if (found('rescore-go')) go(codes.findIndex(toGiveAgain));
});
// a key that was touched keeps no focus: Enter on the keyboard would press it again
form.addEventListener('mousedown', e => {
  if (!e.target.closest('[data-key], [data-choice], [data-none]')) return;
  e.preventDefault();
  document.activeElement?.blur();
});
document.addEventListener('keydown', e => {
  if (stale.isOpen || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('textarea, input')) return;
  const choice = /^\d$/.test(e.key) && sections.get(codes[at]).querySelector(`[data-choice="${e.key}"]`);
  if (choice) choice.click();
  else if (/^[\d.]$/.test(e.key)) press(e.key);
  else if (e.key === 'Backspace') press('back');
  else if (e.key === 'Enter' && (pad.typed !== '' || !e.target.closest('button, a'))) { e.preventDefault(); enter(); } // what was typed counts, wherever the last tap was
  else if (e.key === 'ArrowDown') { e.preventDefault(); go(at + 1); } else if (e.key === 'ArrowUp') { e.preventDefault(); go(at - 1); }
});
setInterval(() => { outbox.send(); refresh(); }, 3000);

const named = location.hash.replace('#i-', '');
if (sections.has(named)) at = codes.indexOf(named);
go(at);
form.removeEventListener('click', hold);
document.removeEventListener('keydown', hold);
for (const e of early) e.type === 'click' ? e.target.click() : e.target.dispatchEvent(new KeyboardEvent('keydown', { key: e.key, bubbles: true, cancelable: true }));
outbox.send();
refresh();
keepOffline(event, account).catch(() => {});
