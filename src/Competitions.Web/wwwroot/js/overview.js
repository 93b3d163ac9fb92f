// Asks every few seconds whether anything changed; while nothing did, the answer is empty and the page stays as it is.
const rows = document.querySelector('[data-rows]');
const [wire, word] = [document.querySelector('[data-wire]'), document.querySelector('[data-wire-word]')];
let stamp = `"${rows.dataset.stamp}"`;

async function look() {
  try {
    const answer = await fetch(rows.dataset.rows, { headers: { 'If-None-Match': stamp }, cache: 'no-store', redirect: 'manual' });
    if (answer.ok) {
      stamp = answer.headers.get('ETag');
      rows.innerHTML = await answer.text();
    }
    const away = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403;
    word.textContent = away ? '登录已过期，请刷新' : '每 5 秒更新';
    wire.classList.toggle('warn', away);
  } catch {
    word.textContent = '连接断开，正在重试';
    wire.classList.add('warn');
  }
  setTimeout(look, 5000);
}

setTimeout(look, 5000);
