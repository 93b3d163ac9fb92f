// The ticket's QR carries the code behind the #, which no server log sees. The tablet brings the key that it made itself.
import { publicKey } from './marking/device.js';
import { allMarks } from './marking/store.js';

const code = document.getElementById('Code');
const carried = decodeURIComponent(location.hash.slice(1));
if (/^[A-Za-z0-9-]{8,40}$/.test(carried)) {
  code.value = carried;
  history.replaceState(null, '', location.pathname + location.search);
}

const key = await publicKey().catch(() => null);
document.querySelector('[data-no-key]').hidden = key !== null;
document.getElementById('Key').value = key ?? '';
const waiting = (await allMarks().catch(() => [])).length;
document.querySelector('[data-waiting]').hidden = waiting === 0;
document.querySelector('[data-waiting-count]').textContent = waiting;
document.getElementById('seat').dataset.ready = '1';
