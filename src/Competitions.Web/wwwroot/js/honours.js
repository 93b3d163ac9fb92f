// The form shows the fields that the chosen holder needs; without a script all of them stand there.
const holder = document.getElementById('HolderKind');

function show() {
  for (const part of document.querySelectorAll('[data-for]')) {
    part.classList.toggle('hidden-by-kind', !part.dataset.for.split(' ').includes(holder.value));
  }
}

holder?.addEventListener('change', show);
if (holder) show();

// Copies a link; where the page may not use the clipboard it is marked, so that one key press does.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.querySelector('span').textContent = '已复制';
    } catch {
      button.querySelector('span').textContent = '按 Ctrl+C';
    }
  });
}
