// Asks how far it is once a second, and shows the page anew when it is over.
const job = document.querySelector('[data-progress]');
const [step, count, bar] = [job.querySelector('[data-step]'), job.querySelector('[data-count]'), job.querySelector('progress')];
const number = n => n.toLocaleString('zh-CN');

async function look() {
  try {
    const answer = await fetch(job.dataset.progress, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (answer.status === 404 || answer.redirected) { location.reload(); return; }
    if (answer.ok) {
      const now = await answer.json();
      if (now.over) { location.reload(); return; }
      step.textContent = now.state === 'Queued' ? (now.before > 0 ? `排队中，前面还有 ${now.before} 件` : '排队中') : now.stopping ? '正在停止' : now.step || '正在开始';
      count.textContent = now.total ? `${number(now.done)} / ${number(now.total)} ${job.dataset.unit}` : now.done ? `${number(now.done)} ${job.dataset.unit}` : '';
      if (now.total) bar.value = Math.floor(100 * Math.min(now.done, now.total) / now.total); else bar.removeAttribute('value');
    }
  } catch {
    step.textContent = '暂时连不上服务器，处理没有中断，正在重试';
  }

  setTimeout(look, 1000);
}

setTimeout(look, 700);
