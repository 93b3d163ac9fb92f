// The session's clock. The server's answer counts; between two answers the page counts down by itself, from a clock that
// does not jump when somebody sets the tablet's time.
const clock = document.querySelector('[data-clock]');
const two = n => String(n).padStart(2, '0');
const face = s => `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(Math.floor(s) % 60)}`;

if (clock) {
  const seats = new Map([...document.querySelectorAll('[data-seat]')].map(cell => [cell.dataset.seat, cell]));
  let state = { left: Number(clock.dataset.left), runs: clock.dataset.runs === 'true', seats: [...seats].map(([id, cell]) => ({ id, left: Number(cell.dataset.left) })) };
  let since = performance.now();
  const show = () => {
    const gone = state.runs ? (performance.now() - since) / 1000 : 0;
    const left = Math.max(0, Math.round(state.left - gone));
    clock.querySelector('[data-face]').textContent = face(left);
    clock.toggleAttribute('data-low', state.runs && left <= 600);
    for (const seat of state.seats) {
      const cell = seats.get(String(seat.id));
      if (cell && seat.left > 0) cell.firstChild.textContent = face(Math.max(0, Math.round(seat.left - gone)));
    }
  };
  const ask = async () => {
    try {
      const answer = await fetch(clock.dataset.clock, { headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      const next = await answer.json();
      if (next.runs !== state.runs) { location.reload(); return; }
      state = next;
      since = performance.now();
      document.querySelector('[data-signed-in]').textContent = next.signedIn;
      document.querySelector('[data-absent]').textContent = next.absent;
    } catch { /* without network the page goes on counting from the last answer */ }
  };
  setInterval(show, 500);
  setInterval(ask, 5000);
}

// A camera scan where the browser can read codes; everywhere else a hand scanner types into the field.
const scan = document.querySelector('[data-scan]');
if (scan && 'BarcodeDetector' in window && navigator.mediaDevices) {
  scan.hidden = false;
  scan.addEventListener('click', async () => {
    const view = document.querySelector('[data-scan-view]');
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    view.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    view.hidden = false;
    await view.play();
    const look = async () => {
      const [found] = await detector.detect(view);
      if (!found) { requestAnimationFrame(look); return; }
      view.srcObject.getTracks().forEach(track => track.stop());
      document.getElementById('ticket').value = found.rawValue;
      document.getElementById('sign-in').requestSubmit();
    };
    look();
  });
}
