// Giving a duty: only the place that the kind asks for is shown; without it both fields stand there.
const kind = document.getElementById('Kind');
const places = { organisation: document.querySelector('[data-place=organisation]'), event: document.querySelector('[data-place=event]') };

function show() {
  const group = kind.selectedOptions[0]?.parentElement;
  const chosen = group?.tagName === 'OPTGROUP';
  const ofAnEvent = chosen && group === kind.querySelectorAll('optgroup')[1];
  places.organisation.hidden = chosen && ofAnEvent;
  places.event.hidden = chosen && !ofAnEvent;
}

if (kind && places.organisation && places.event) {
  kind.addEventListener('change', show);
  show();
}
