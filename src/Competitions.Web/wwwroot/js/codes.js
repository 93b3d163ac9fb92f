// The steps of the opening appear one after the other, for a room of people; without this script they all stand there.
const list = document.querySelector('[data-steps]');
const again = document.querySelector('[data-replay]');
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const pause = 1200;

function show() {
  const steps = [...list.children];
  steps.forEach((step) => { step.hidden = true; step.classList.remove('shown'); });
  steps.forEach((step, n) => setTimeout(() => { step.hidden = false; step.classList.add('shown'); }, n * pause));
}

again.hidden = calm;
again.addEventListener('click', show);
if (!calm && document.querySelector('.toast, [data-toast]')) show(); // just opened: the room is watching
