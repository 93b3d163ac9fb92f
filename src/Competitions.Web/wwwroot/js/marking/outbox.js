// Marks on their way. A mark is kept in this browser before it is sent, bears an id made here, and is sent until the server
// has acknowledged it, in the order in which it was given. Nothing is thrown away: what is refused stays until a person decides.
import { sign } from './device.js';
import { allMarks, change, jot, jotted, onNews } from './store.js';

// randomUUID needs https or localhost; a hall may run on plain http in its own network
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = b[6] & 15 | 64; b[8] = b[8] & 63 | 128;
  const h = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

export const STALE = 'marks.stale';
const Over = 'over';

export class Outbox {
  queue = [];
  others = 0;
  saved = 0;
  line = true;
  trouble = '';
  #busy = false;
  #unsaved = new Set();
  #kept = Promise.resolve();

  /**
   * after(item) names the mark that stands of this work; stored(mark, sequence) hears what the server has; changed() paints.
   * work is null on the list of works, where nothing is given and all is sent.
   */
  static async open({ event, work = null, account, token }, { after = () => null, stored = () => {}, changed }) {
    const box = Object.assign(new Outbox(), { event, work, account, token, after, stored, changed });
    for (const mark of jotted()) await box.#keep(mark).catch(() => {}); // of a page that was left too soon
    await box.#load();
    onNews(() => box.#then(() => box.#load()).then(changed));
    window.addEventListener('online', () => box.send());
    return box;
  }

  of(item) { return this.queue.filter(q => q.work === this.work && q.item === item); }
  refused(test) { return this.queue.find(q => q.refused && q.work === this.work && test(q.refused)); }
  /** What the server has not acknowledged, be it on its way or refused. */
  get waiting() { return this.queue.length; }
  get conflicts() { return this.queue.filter(q => q.refused); }
  /** The session is over: someone has to sign in, or to bring a ticket. */
  get over() { return this.trouble === Over; }

  give(item, value, { why, title } = {}) {
    const after = this.of(item).some(q => !q.refused) ? undefined : this.after(item); // of those that wait each names the one before it
    const turn = Math.max(Date.now(), (this.queue.at(-1)?.turn ?? 0) + 1);
    this.#add({ id: newId(), event: this.event, account: this.account, turn, work: this.work, item, title, value: String(value), givenAt: new Date().toISOString(), after, why });
  }

  /** A refused mark is let go when the judge gives another. */
  forget(test) {
    const gone = this.queue.filter(q => q.refused && q.work === this.work && test(q));
    this.#drop(gone);
  }

  /** He has seen what stands: his own again, naming it, or none. */
  settle(mark, again) {
    this.#drop([mark]);
    if (again) this.#add({ ...mark, id: newId(), givenAt: new Date().toISOString(), after: mark.standing?.sequence ?? mark.after, signature: undefined, refused: undefined, sentence: undefined, standing: undefined });
    else this.changed();
  }

  async send() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await this.#kept;
      const going = this.#batch();
      if (going.length === 0) return;
      for (const q of going) q.after ??= q.work === this.work ? this.after(q.item) : undefined;
      let answer = await this.#post(going);
      if (answer.status === 400 && await this.#renew()) answer = await this.#post(going);
      await this.#heard(answer);
    } catch {
      this.line = false; // no network: the queue keeps them
    } finally {
      this.#busy = false;
      this.changed();
    }
    if (this.line && !this.trouble && this.#batch().length > 0) setTimeout(() => this.send(), 50);
  }

  #post(going) {
    const body = going.map(({ id, work, item, value, givenAt, after, why, signature }) => ({ id, work, item, value, givenAt, after, why, signature }));
    return fetch(`/events/${this.event}/marks`, {
      method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/json', 'X-Form-Token': this.token }, body: JSON.stringify(body), signal: AbortSignal.timeout?.(10000),
    });
  }

  /** The token of a page that was kept may be of another sign-in. */
  async #renew() {
    const answer = await fetch(location.pathname, { redirect: 'manual', cache: 'no-store' });
    const token = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[name=__RequestVerificationToken]')?.value;
    if (token) this.token = token;
    return Boolean(token);
  }

  async #heard(answer) {
    this.line = answer.status !== 503;
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) this.trouble = Over;
    else if (answer.ok) { this.trouble = ''; await this.#hear(await answer.json()); }
    else if (answer.status === 400) this.trouble = '页面已过期，给分都存在本机，请刷新本页。';
    else if (answer.status !== 503) this.trouble = '服务器没有收下，给分都存在本机，稍后自动补发。';
  }

  /** From the first on, up to where an item comes a second time: its mark names the one before it. What is refused holds up its own item alone. */
  #batch() {
    const held = new Set(this.queue.filter(q => q.refused === STALE).map(q => `${q.work} ${q.item}`)); // he decides first
    const [going, seen] = [[], new Set()];
    for (const q of this.queue.filter(q => !q.refused && !held.has(`${q.work} ${q.item}`))) {
      if (going.length === 100 || seen.has(`${q.work} ${q.item}`)) break;
      seen.add(`${q.work} ${q.item}`);
      going.push(q);
    }

    return going;
  }

  async #hear(answers) {
    const [gone, changed] = [new Set(), new Set()];
    for (const answer of answers) {
      const mark = this.queue.find(q => q.id === answer.id);
      if (!mark) continue;
      if (answer.sequence) {
        gone.add(mark.id);
        this.saved++;
        for (const next of this.queue.filter(q => !gone.has(q.id) && q.work === mark.work && q.item === mark.item && !q.refused)) changed.add(Object.assign(next, { after: answer.sequence }));
        if (mark.work === this.work) await this.stored(mark, answer.sequence); // what stands is kept before the mark is let go
      } else changed.add(Object.assign(mark, { refused: answer.refusal, sentence: answer.sentence, standing: answer.standing }));
    }

    this.queue = this.queue.filter(q => !gone.has(q.id));
    await this.#then(() => change([...changed], [...gone]));
  }

  #add(mark) {
    this.queue.push(mark);
    this.#unsaved.add(mark);
    jot(mark);
    this.#then(() => this.#keep(mark)).then(() => this.send());
    this.changed();
  }

  async #keep(mark) {
    mark.signature ??= await sign(mark) ?? undefined;
    await change([mark]);
    this.#unsaved.delete(mark);
  }

  #drop(gone) {
    this.queue = this.queue.filter(q => !gone.includes(q));
    if (gone.length > 0) this.#then(() => change([], gone.map(q => q.id)));
  }

  /** One write after the other, in the order in which they were asked for. */
  #then(act) {
    this.#kept = this.#kept.then(act).catch(() => { this.trouble = '本机存不下给分，请不要关闭本页，马上联系技术人员。'; });
    return this.#kept;
  }

  async #load() {
    const all = await allMarks();
    this.queue = [...all.filter(q => q.event === this.event && q.account === this.account), ...this.#unsaved];
    this.others = all.filter(q => q.account !== this.account).length;
  }
}
