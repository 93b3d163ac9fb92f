// Shows what belongs to the part that is chosen; without a script all of it is there.
const form = document.getElementById('violation');
const [part, effect] = [form.elements.Part, form.elements.Effect];

function show() {
  for (const block of form.querySelectorAll('[data-for]')) block.hidden = !block.dataset.for.split(' ').includes(part.value);
  const allowed = (part.value === 'Competitor' ? form.dataset.competitor : form.dataset.judge).split(' ');
  for (const option of effect.options) option.hidden = option.disabled = !allowed.includes(option.value);
  if (!allowed.includes(effect.value)) effect.value = 'None';
  form.querySelector('[data-off]').hidden = effect.value !== 'PointsOff';
}

part.addEventListener('change', show);
effect.addEventListener('change', show);
show();
