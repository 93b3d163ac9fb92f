// The slip's QR carries the code behind the #, which no server log sees.
const code = document.getElementById('Code');
const carried = decodeURIComponent(location.hash.slice(1));
if (code && /^[A-Za-z0-9-]{8,40}$/.test(carried)) {
  if (!code.value) code.value = carried;
  history.replaceState(null, '', location.pathname);
  document.getElementById('IdEnd')?.focus();
}
