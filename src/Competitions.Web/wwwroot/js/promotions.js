// The preview follows the form: the same page is asked for with what is typed, and its preview put in place. Without script a button does it.
const form = document.querySelector('form[data-live]');
if (form) {
  form.querySelector('[data-refresh]')?.remove();
  let asked = 0, timer;
  const ask = async () => {
    const mine = ++asked;
    const fields = new FormData(form);
    fields.delete('__RequestVerificationToken');
    const address = `${form.dataset.live}?${new URLSearchParams(fields)}`;
    const answer = await fetch(address).catch(() => null);
    if (mine !== asked || !answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('#preview');
    if (next) document.querySelector('#preview').replaceWith(next);
    const [group, had] = [page.querySelector('#Group')?.closest('.field'), document.querySelector('#Group')?.closest('.field')];
    if (had && !group) had.hidden = true; else if (had) had.hidden = false;
  };
  form.addEventListener('input', () => {
    document.querySelector('#preview')?.classList.add('stale');
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
}
