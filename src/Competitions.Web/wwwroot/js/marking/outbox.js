// Marks on their way. A mark is kept in this browser before it is sent, bears an id made here, and is sent until the server
// has acknowledged it. Nothing is thrown away: what the server refuses stays until the judge has decided.

// randomUUID needs https or localhost; a hall may run on plain http in its own network
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = b[6] & 15 | 64; b[8] = b[8] & 63 | 128;
  const h = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

export class Outbox {
  saved = 0;
  line = true;
  trouble = '';
  #busy = false;

  /** after(item) names the mark that stands of this work; stored(mark, sequence) hears what the server has; changed() paints. */
  constructor({ event, work, account, token }, { after, stored, changed }) {
    Object.assign(this, { event, work, token, after, stored, changed, key: `marks-${event}-${account}` });
    this.queue = JSON.parse(localStorage.getItem(this.key) ?? '[]');
    window.addEventListener('storage', e => { if (e.key === this.key) { this.queue = JSON.parse(e.newValue ?? '[]'); changed(); } });
    window.addEventListener('online', () => this.send());
  }

  keep() { localStorage.setItem(this.key, JSON.stringify(this.queue)); }
  of(item) { return this.queue.filter(q => q.work === this.work && q.item === item); }
  refused(test) { return this.queue.find(q => q.refused && q.work === this.work && test(q.refused)); }
  get waiting() { return this.queue.filter(q => !q.refused).length; }

  give(item, value, why) {
    const after = this.of(item).some(q => !q.refused) ? undefined : this.after(item); // of those that wait each names the one before it
    this.queue.push({ id: newId(), work: this.work, item, value: String(value), givenAt: new Date().toISOString(), after, why });
    this.keep();
    this.changed();
    this.send();
  }

  /** A refused mark is let go when the judge gives another. */
  forget(test) {
    this.queue = this.queue.filter(q => !(q.refused && q.work === this.work && test(q)));
    this.keep();
  }

  /** He has seen what stands: his own again, naming it, or none. */
  settle(mark, again) {
    this.queue = this.queue.filter(q => q !== mark);
    if (again) this.queue.push({ ...mark, id: newId(), after: mark.standing.sequence, refused: undefined, sentence: undefined, standing: undefined });
    this.keep();
  }

  async send() {
    const going = this.#batch();
    if (this.#busy || going.length === 0) return;
    this.#busy = true;
    try {
      for (const q of going) q.after ??= q.work === this.work ? this.after(q.item) : undefined;
      const body = going.map(({ id, work, item, value, givenAt, after, why }) => ({ id, work, item, value, givenAt, after, why }));
      const answer = await fetch(`/events/${this.event}/marks`, {
        method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/json', 'X-Form-Token': this.token }, body: JSON.stringify(body), signal: AbortSignal.timeout?.(10000),
      });
      this.line = answer.status !== 503;
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) this.trouble = '登录已过期，给分都存在本机。请在新标签页重新登录，本页会自动补发。';
      else if (answer.ok) { this.trouble = ''; this.#hear(await answer.json()); }
      else if (answer.status === 400) this.trouble = '页面已过期，给分都存在本机，请刷新本页。';
      else if (answer.status !== 503) this.trouble = '服务器没有收下，给分都存在本机，稍后自动补发。';
    } catch {
      this.line = false; // no network: the queue keeps them
    } finally {
      this.#busy = false;
      this.keep();
      this.changed();
    }
    if (this.line && !this.trouble && this.#batch().length > 0) setTimeout(() => this.send(), 50);
  }

  /** One mark an item at a time: the next names the one before it. */
  #batch() {
    const seen = new Set(this.queue.filter(q => q.refused === 'marks.stale').map(q => `${q.work} ${q.item}`)); // he decides first
    return this.queue.filter(q => !q.refused && !seen.has(`${q.work} ${q.item}`) && seen.add(`${q.work} ${q.item}`)).slice(0, 100);
  }

  #hear(answers) {
    for (const answer of answers) {
      const mark = this.queue.find(q => q.id === answer.id);
      if (!mark) continue;
      if (answer.sequence) {
        this.queue = this.queue.filter(q => q !== mark);
        this.saved++;
        if (mark.work === this.work) this.stored(mark, answer.sequence);
        for (const next of this.queue.filter(q => q.work === mark.work && q.item === mark.item)) next.after = answer.sequence;
      } else Object.assign(mark, { refused: answer.refusal, sentence: answer.sentence, standing: answer.standing });
    }
  }
}
