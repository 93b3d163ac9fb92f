// The form of an application: rows are added to tables, shares are added up while they are typed.
for (const add of document.querySelectorAll('[data-add-row]')) {
  add.hidden = false;
  add.addEventListener('click', () => {
    const table = add.closest('.field').querySelector('[data-table]');
    const rows = table.tBodies[0].rows;
    const row = rows[rows.length - 1].cloneNode(true);
    for (const input of row.querySelectorAll('input')) {
      input.value = '';
      input.setAttribute('aria-label', input.getAttribute('aria-label').replace(/第 \d+ 行/, `第 ${rows.length + 1} 行`));
    }
    table.tBodies[0].append(row);
    row.querySelector('input').focus();
    if (rows.length >= Number(table.dataset.most)) add.hidden = true;
  });
}

const shares = [...document.querySelectorAll('[data-share]')];
const sum = document.querySelector('[data-shares]');
const addUp = () => {
  const hundredths = shares.reduce((total, input) => total + Math.round(Number(input.value || 0) * 100), 0);
  sum.textContent = Number.isFinite(hundredths) ? String(hundredths / 100) : '—';
};
if (sum) shares.forEach(input => input.addEventListener('input', addUp));
