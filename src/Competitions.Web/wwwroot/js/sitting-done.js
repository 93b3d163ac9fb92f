// Handed in: what this browser kept of the sitting is not needed any more.
localStorage.removeItem(`sitting-${document.querySelector('[data-done]').dataset.done}`);
