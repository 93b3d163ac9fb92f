// Somebody, or another tablet of his, was first: he sees both values and decides.
export class Stale {
  constructor(dialog, outbox, titleOf, done) {
    Object.assign(this, { dialog, outbox, titleOf, done });
    dialog.querySelector('[data-keep-mine]').addEventListener('click', () => this.#settle(true));
    dialog.querySelector('[data-keep-theirs]').addEventListener('click', () => this.#settle(false));
    dialog.addEventListener('cancel', e => e.preventDefault());
  }

  get isOpen() { return this.dialog.open; }

  ask() {
    if (this.dialog.open) return;
    this.mark = this.outbox.refused(code => code === 'marks.stale');
    if (!this.mark) return;
    const say = (name, text) => { this.dialog.querySelector(`[data-stale-${name}]`).textContent = text; };
    say('item', this.titleOf(this.mark.item));
    say('mine', this.mark.value);
    say('theirs', this.mark.standing.value);
    this.dialog.showModal();
  }

  #settle(again) {
    this.outbox.settle(this.mark, again);
    this.dialog.close();
    this.done();
  }
}
