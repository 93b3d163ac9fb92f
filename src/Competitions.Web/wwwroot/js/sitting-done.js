// Handed in: what this browser kept of the sitting is not needed any more, and the next who sits here must not find it.
localStorage.removeItem(`sitting-${document.querySelector('[data-done]').dataset.done}`);
document.querySelector('[data-cleared]').hidden = false;
