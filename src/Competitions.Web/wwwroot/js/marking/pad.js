// What is being typed, by touch or by keys: a number, or for the time used hours, minutes and seconds without signs between them.
export class Pad {
  typed = '';

  press(key, isTime) {
    if (key === 'back') this.typed = this.typed.slice(0, -1);
    else if (key === '.') { if (!isTime && !this.typed.includes('.')) this.typed = `${this.typed || '0'}.`; }
    else if (this.typed.length < (isTime ? 6 : 12)) this.typed = this.typed === '0' ? key : this.typed + key;
  }

  get value() { return this.typed.replace(/\.$/, ''); }
}

/** 10230 → 1:02:30, as it is typed. */
export const asTyped = digits => digits.replace(/\B(?=(\d{2})+$)/g, ':');

/** Seconds; null where minutes or seconds are over 59. */
export function seconds(digits) {
  const [h, m, s] = [digits.slice(0, -4), digits.slice(-4, -2), digits.slice(-2)].map(Number);
  return m > 59 || s > 59 ? null : h * 3600 + m * 60 + s;
}

/** 3750 → 1:02:30. */
export const clock = all => [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60].map((n, i) => i === 0 ? String(n) : String(n).padStart(2, '0')).join(':');

/** From one time of day to another, past midnight too; null while one is missing. */
export function between(from, till) {
  const of = text => text.split(':').map(Number).reduce((sum, n, i) => sum + n * [3600, 60, 1][i], 0);
  return from && till ? (of(till) - of(from) + 86400) % 86400 : null;
}
