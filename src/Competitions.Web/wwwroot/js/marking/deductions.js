// Points taken off: each is an item of its own with its reason; what was wrong is taken back with another reason.
import { newId } from './outbox.js';

export class Deductions {
  constructor(section, outbox, state, tell) {
    Object.assign(this, { section, outbox, state, tell });
    this.why = section.querySelector('[data-why]');
    section.addEventListener('click', e => {
      const back = e.target.closest('[data-back]');
      if (back && this.#reason('请先写明撤销的事由。')) this.#give(back.dataset.back, '0');
    });
  }

  /** Whether it was taken; else what is missing is told. */
  take(points) {
    if (points === '' || Number(points) === 0) this.tell('请录入扣去的分数。');
    else if (this.#reason('请先写明扣分的事由。')) return this.#give(`-${newId().replaceAll('-', '').slice(0, 16)}`, points);
    return false;
  }

  /** As the server has them, and what waits here. */
  all() {
    const known = this.state().deductions.map(d => ({ ...d }));
    for (const q of this.outbox.queue.filter(q => q.work === this.outbox.work && q.item.startsWith('-') && !q.refused)) {
      const found = known.find(d => d.item === q.item);
      if (found) Object.assign(found, { points: Number(q.value), why: q.why, waits: true });
      else known.push({ item: q.item, points: Number(q.value), why: q.why, isMine: true, waits: true });
    }
    return known;
  }

  get sum() { return Math.round(this.all().reduce((sum, d) => sum + d.points, 0) * 10000) / 10000; }

  paint() {
    const all = this.all();
    this.section.querySelector('[data-no-deduction]').hidden = all.length > 0;
    this.section.querySelector('[data-deductions]').replaceChildren(...all.map(d => {
      const line = document.createElement('li');
      line.append(
        Object.assign(document.createElement('b'), { className: 'num', textContent: d.points > 0 ? `−${d.points}` : '已撤销' }),
        Object.assign(document.createElement('span'), { textContent: d.why }),
        Object.assign(document.createElement('small'), { textContent: d.waits ? '待发' : d.isMine ? '本席' : '其他裁判' }));
      if (d.points > 0 && !d.waits) {
        const back = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-touch', textContent: '撤销' });
        back.dataset.back = d.item;
        line.append(back);
      }
      return line;
    }));
  }

  #give(item, points) {
    this.outbox.forget(q => q.item.startsWith('-'));
    this.outbox.give(item, points, { why: this.why.value.trim(), title: '扣分' });
    this.why.value = '';
    return true;
  }

  #reason(words) {
    if (this.why.value.trim()) return true;
    this.tell(words);
    this.why.focus();
    return false;
  }
}
