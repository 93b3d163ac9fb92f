// Rows that grow: the last line is cloned empty, its indices counted on. Without script one empty line is always there.
for (const rows of document.querySelectorAll('[data-rows]')) {
  const add = rows.parentElement.querySelector('[data-add-row]');
  if (!add) continue;
  add.hidden = false;
  add.addEventListener('click', () => {
    const lines = rows.querySelectorAll('[data-row]');
    const copy = lines[lines.length - 1].cloneNode(true);
    for (const control of copy.querySelectorAll('[name]')) {
      control.name = control.name.replace(/\[\d+\]/, `[${lines.length}]`);
      if (control.id) control.id = control.id.replace(/_\d+__/, `_${lines.length}__`);
      if (control.type === 'checkbox') control.checked = false;
      else if (control.tagName === 'INPUT') control.value = '';
    }
    rows.append(copy);
    copy.querySelector('input')?.focus();
  });
}

// The sum of weights, shown while it is typed; the server decides.
const sum = document.querySelector('[data-weights]');
if (sum) {
  const count = () => {
    const total = [...document.querySelectorAll('[data-weight]')].reduce((all, input) => all + (Number(input.value) || 0), 0);
    sum.textContent = `权重合计 ${Math.round(total * 100) / 100}%`;
    sum.classList.toggle('warn', total % 100 !== 0 || total === 0);
  };
  document.addEventListener('input', count);
  count();
}

// Only a module that is sat has a paper.
const papers = () => {
  for (const line of document.querySelectorAll('.modules-line[data-row]')) {
    const paper = line.querySelector('[data-paper]');
    if (paper) paper.hidden = line.querySelector('select[name$=".Way"]').value !== 'Sitting';
  }
};
document.addEventListener('change', papers);
papers();
