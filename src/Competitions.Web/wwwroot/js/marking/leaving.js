// Signing out on a tablet: marks that the server has not acknowledged stay here, and it is said that they do; sheets go.
import { forgetPages } from './offline.js';
import { allMarks } from './store.js';

/** Whether the person goes on. */
export async function mayLeave() {
  if (indexedDB.databases && !(await indexedDB.databases()).some(d => d.name === 'marking')) return true;
  const waiting = (await allMarks()).length;
  const line = await fetch('/sign-in', { method: 'GET', cache: 'no-store', redirect: 'manual' }).then(() => true, () => false);
  if (!line) return ask('没有网络，现在不能退出', `给分都存在本机${waiting > 0 ? `，其中 ${waiting} 条未确认` : ''}。连上网络后再退出。`, false);
  if (waiting > 0 && !await ask(`还有 ${waiting} 条给分未确认`, '退出后这些给分仍留在本机，同一账号再在这台设备上打开评分页时自动补发。最好等它们都确认后再退出。', true)) return false;
  await forgetPages();
  return true;
}

function ask(title, text, leaves) {
  const dialog = Object.assign(document.createElement('dialog'), { className: 'dialog', id: 'leaving' });
  const make = (tag, of, ...inside) => { const e = Object.assign(document.createElement(tag), of); e.append(...inside); return e; };
  const button = (words, value) => make('button', { type: 'button', className: value ? 'btn btn-touch' : 'btn btn-touch btn-primary', value: value ? 'leave' : '' }, words);
  dialog.setAttribute('aria-labelledby', 'leaving-title');
  dialog.append(make('header', { id: 'leaving-title' }, title), make('div', {}, make('p', {}, text)), make('footer', {}, ...(leaves ? [button('仍要退出', true)] : []), button('留在这里', false)));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('click', e => { if (e.target.closest('button')) dialog.close(e.target.closest('button').value); });
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue === 'leave'); });
  });
}
