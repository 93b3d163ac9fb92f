// The judge's list of works: sends what waits, keeps his sheets for when there is no network, and shows what a person has to decide.
import { mayLeave } from './marking/leaving.js';
import { keepOffline } from './marking/offline.js';
import { Outbox, STALE } from './marking/outbox.js';

const page = document.getElementById('marking-list');
const $ = name => page.querySelector(`[data-${name}]`);
const { event, account } = page.dataset;
const works = [...page.querySelectorAll('[data-work]')];
const outbox = await Outbox.open({ event, account, token: page.querySelector('[name=__RequestVerificationToken]').value }, { changed: () => paint() });

function paint() {
  $('waiting-count').textContent = outbox.waiting;
  $('waiting').classList.toggle('q', outbox.waiting > 0);
  $('line').textContent = outbox.line && navigator.onLine ? '已连接' : '离线';
  $('trouble').hidden = !outbox.trouble;
  $('enter-again').hidden = !outbox.over;
  $('trouble-text').textContent = outbox.over ? $('enter-again').dataset.enterAgain : outbox.trouble;
  $('others').hidden = outbox.others === 0;
  $('others-count').textContent = outbox.others;
  for (const link of works) {
    const waits = outbox.queue.filter(q => q.work === link.dataset.work).length;
    link.querySelector('[data-unsent]').hidden = waits === 0;
    link.querySelector('[data-unsent]').textContent = `${waits} 条未确认`;
  }
  conflicts();
}

function conflicts() {
  $('conflicts').hidden = outbox.conflicts.length === 0;
  const ids = outbox.conflicts.map(q => `${q.id}${q.refused}`).join();
  if ($('conflict-rows').dataset.ids === ids) return; // a button that has the focus stays
  $('conflict-rows').dataset.ids = ids;
  $('conflict-rows').replaceChildren(...outbox.conflicts.map(mark => {
    const row = page.querySelector('#conflict').content.cloneNode(true).firstElementChild;
    const say = (name, text) => { row.querySelector(`[data-${name}]`).textContent = text; };
    row.dataset.id = mark.id;
    say('of', mark.work);
    say('item', `${mark.title ?? mark.item}${mark.item.endsWith('~') ? '（未做）' : ''}`);
    say('mine', mark.value);
    say('theirs', mark.refused === STALE ? String(mark.standing.value) : '—');
    say('why', mark.sentence ?? '');
    say('keep-theirs', mark.refused === STALE ? '保留现在存的' : '不再提交');
    say('keep-mine', mark.refused === STALE ? '改为我给的' : '再提交一次');
    return row;
  }));
}

page.addEventListener('click', e => {
  const [mine, theirs] = [e.target.closest('[data-keep-mine]'), e.target.closest('[data-keep-theirs]')];
  if (!mine && !theirs) return;
  const mark = outbox.queue.find(q => q.id === (mine ?? theirs).closest('[data-id]').dataset.id);
  if (mark) outbox.settle(mark, Boolean(mine));
});

document.addEventListener('submit', async e => {
  if (e.target.getAttribute('action') !== '/sign-out') return;
  e.preventDefault();
  if (await mayLeave()) e.target.submit();
});

async function keep() {
  const kept = await keepOffline(event, account, works.map(w => w.getAttribute('href'))).catch(() => null);
  $('offline').textContent = kept === null ? '断网时不能打开（需要 HTTPS）' : `断网可用 ${kept} / ${works.length} 份评分表`;
  $('offline').classList.toggle('st-ok', kept === works.length);
  $('offline').classList.toggle('st-warn', kept !== works.length);
}

paint();
outbox.send();
if (navigator.onLine) keep();
for (const name of ['online', 'offline']) window.addEventListener(name, paint);
setInterval(() => outbox.send(), 3000);
