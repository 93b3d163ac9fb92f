// Choosing many works at once: the button says how many, and is off while none is chosen.
const all = document.querySelector('[data-all]');
const button = document.querySelector('[data-pass]');
const boxes = [...document.querySelectorAll('[name=works][form=chosen]')];

function tell() {
  const chosen = boxes.filter(box => box.checked).length;
  button.disabled = chosen === 0;
  button.textContent = chosen === 0 ? '所选核对无误' : `所选 ${chosen} 件核对无误`;
  all.checked = chosen === boxes.length;
}

if (all && button) {
  all.addEventListener('change', () => {
    boxes.forEach(box => { box.checked = all.checked; });
    tell();
  });
  boxes.forEach(box => box.addEventListener('change', tell));
  tell();
}
