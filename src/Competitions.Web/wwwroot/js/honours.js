// Shows the fields that the chosen holder needs; without a script all of them stand there.
const holder = document.getElementById('HolderKind');

function show() {
  for (const part of document.querySelectorAll('[data-for]')) {
    part.classList.toggle('hidden-by-kind', !part.dataset.for.split(' ').includes(holder.value));
  }
}

holder?.addEventListener('change', show);
if (holder) show();
