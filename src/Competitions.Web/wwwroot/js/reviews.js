// A sheet of the rubric: adds up what is given, shows the band it falls in, and says what is missing before it is handed in.
const form = document.querySelector('[data-review]');
const items = [...(form?.querySelectorAll('[data-item]') ?? [])];
const points = item => item.querySelector('input[inputmode]');
const given = item => /^\d+(\.\d)?$/.test(points(item).value.trim()) ? Number(points(item).value) : null;

function show() {
  let tenths = 0;
  const missing = [];
  for (const item of items) {
    const value = given(item);
    const fits = value !== null && value <= Number(item.dataset.most);
    if (fits) tenths += Math.round(value * 10); else missing.push(item.querySelector('h3').textContent);
    points(item).toggleAttribute('aria-invalid', points(item).value.trim() !== '' && !fits);
    item.classList.toggle('todo', !fits);
    for (const band of item.querySelectorAll('[data-from]')) band.classList.toggle('hit', fits && Number(band.dataset.from) <= value && value <= Number(band.dataset.to));
  }
  form.querySelector('[data-total]').textContent = String(tenths / 10);
  form.querySelector('[data-left]').textContent = missing.length ? `${missing.join('、')}未打分` : '';
  form.querySelector('[data-hand-in]')?.setAttribute('aria-disabled', String(missing.length > 0));
  return missing;
}

if (form) {
  show();
  form.addEventListener('input', show);
  form.addEventListener('submit', event => {
    if (event.submitter?.value !== 'submit') return;
    const missing = show();
    if (!missing.length) return;
    event.preventDefault();
    points(items.find(item => item.classList.contains('todo'))).focus();
  });
  for (const [n, item] of items.entries()) {
    points(item).addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      event.preventDefault(); // to the next line, and from the last one to the button
      (items[n + 1] ? points(items[n + 1]) : form.querySelector('[data-hand-in]'))?.focus();
    });
  }
}
