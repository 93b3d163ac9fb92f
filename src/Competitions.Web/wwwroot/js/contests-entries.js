// Counts what is chosen in the list of entries and chooses a whole page; without it the list works all the same.
const boxes = [...document.querySelectorAll('input[name=ids]')];
const all = document.querySelector('[data-all]');
const count = document.querySelector('[data-count]');

function show() {
  const chosen = boxes.filter(box => box.checked).length;
  if (count) count.textContent = chosen;
  if (all) {
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
}

all?.addEventListener('change', () => {
  boxes.forEach(box => { box.checked = all.checked; });
  show();
});
boxes.forEach(box => box.addEventListener('change', show));
show();
