// The invigilator's table, fetched anew every five seconds; and the dialog for extra time.
const live = document.querySelector('[data-live]');
const state = document.querySelector('[data-live-state]');

async function refresh() {
  if (!live || document.hidden) return;
  try {
    const answer = await fetch(live.dataset.live, { redirect: 'manual' });
    if (!answer.ok) throw new Error();
    const focused = document.activeElement?.dataset?.extra;
    live.innerHTML = await answer.text();
    if (focused) live.querySelector(`[data-extra="${focused}"]`)?.focus();
    state.textContent = `每 5 秒刷新，最近 ${new Date().toLocaleTimeString('zh-CN', { hour12: false })}。`;
  } catch {
    state.textContent = '连接中断，正在重试；表中是断开前的情况。';
  }
}

setInterval(refresh, 5000);

document.addEventListener('click', event => {
  const button = event.target.closest('[data-extra]');
  if (!button) return;
  document.getElementById('extra-form').action = `/sittings/${button.dataset.extra}/extra-times`;
  document.querySelector('[data-extra-name]').textContent = button.dataset.name;
  document.getElementById('extra').showModal();
});
