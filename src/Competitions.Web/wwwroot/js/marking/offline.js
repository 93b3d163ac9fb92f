// Makes the page one that opens without a network: its worker, what is kept for it, and storage that the browser does not clear by itself.
import { forgetStates, read, write } from './store.js';

/** pages: addresses of sheets to keep beside this page. The answer is how many of them are kept; null where the browser keeps none (https or localhost is needed). */
export async function keepOffline(event, account, pages = []) {
  if (!navigator.serviceWorker || !globalThis.caches) return null;
  await ownedBy(account);
  navigator.storage?.persist?.();
  await navigator.serviceWorker.register('/marking-worker.js', { scope: `/events/${event}/marking`, updateViaCache: 'none' });
  const worker = (await navigator.serviceWorker.ready).active;
  return new Promise(resolve => {
    const answer = new MessageChannel();
    answer.port1.onmessage = e => resolve(e.data.kept - 1);
    worker.postMessage({ pages: [location.pathname, ...pages] }, [answer.port2]);
  });
}

/** Sheets are one judge's own: whoever comes next on this tablet finds none of them. Marks that wait stay, each its judge's. */
async function ownedBy(account) {
  const before = await read('owner');
  if (before && before !== account) await forgetPages();
  await write('owner', account);
}

export async function forgetPages() {
  for (const name of await caches.keys()) if (name.startsWith('marking-pages-')) await caches.delete(name);
  await forgetStates();
}
