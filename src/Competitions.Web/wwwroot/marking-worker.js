// The judges' pages without a network, as they were last seen: their list of works, their sheets, the scripts and styles of both.
// It is registered for one event's marking alone; what is neither such a page nor a part of it goes past untouched and is never kept.
const PAGES = 'marking-pages-1';
const PARTS = 'marking-parts-1';
const PATIENCE = 4000; // ms until a slow network counts as none, where there is something kept
const FRESH = 5 * 60 * 1000;

const isPage = url => /^\/events\/[^/]+\/marking(\/[^/.]+)?$/.test(url.pathname);
const isPart = url => /^\/(css|js|lib)\/[^?]+\.(css|js)$/.test(url.pathname) || url.pathname === '/seal.svg';
const isSheet = answer => answer.ok && !answer.redirected && answer.headers.get('content-type')?.startsWith('text/html');

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('marking-') && name !== PAGES && name !== PARTS) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' ? isPage(url) : isPart(url)) event.respondWith(event.request.mode === 'navigate' ? page(event, url) : part(event.request, url));
});

/** From the network; where there is none, or it takes too long, as it was. */
async function page(event, url) {
  const kept = await (await caches.open(PAGES)).match(url.pathname);
  const live = load(event.request, url.pathname);
  event.waitUntil(live.catch(() => {}));
  try {
    const answer = await (kept ? Promise.race([live, late()]) : live);
    if (answer.status < 500 || !kept) return answer;
  } catch {
    // what is kept is better than nothing
  }

  return kept ?? missing();
}

async function load(request, path) {
  const answer = await fetch(request);
  const cache = await caches.open(PAGES);
  if (isSheet(answer)) await cache.put(path, answer.clone());
  else if (answer.status === 404) await cache.delete(path); // no longer his
  return answer;
}

/** A name with its version never changes its content; without one the network is asked first. */
async function part(request, url) {
  const cache = await caches.open(PARTS);
  const kept = await cache.match(request);
  if (kept && url.searchParams.has('v')) return kept;
  try {
    const answer = await (kept ? Promise.race([fetch(request), late()]) : fetch(request));
    if (answer.ok) await cache.put(request, answer.clone());
    return answer.ok || !kept ? answer : kept;
  } catch (away) {
    if (kept) return kept;
    throw away;
  }
}

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE));

const missing = () => new Response('<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>没有网络</title><link rel="stylesheet" href="/css/theme.css"><body><main class="empty"><h1>没有网络</h1><p>这份评分表还没有存到本机。已给的分都在本机，连上网络后自动补发。</p></main></body></html>',
  { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });

// A page that was loaded before there was a worker, and the sheets of a list, are kept when they are named. A page counts as kept with all its parts.
self.addEventListener('message', event => event.waitUntil((async () => {
  const [shelf, rest, seen] = [await caches.open(PAGES), await caches.open(PARTS), new Map()];
  const pages = event.data.pages.filter(p => isPage(new URL(p, self.location.origin)));
  let kept = 0;
  for (const path of pages) {
    const old = await shelf.match(path);
    if (!old || Date.now() - Date.parse(old.headers.get('date') ?? 0) > FRESH) await quietly(() => load(new Request(path, { redirect: 'manual' }), path));
    const page = await shelf.match(path);
    kept += page && await keepsNamed(await page.text(), self.location.origin, rest, seen) ? 1 : 0;
  }

  event.ports[0]?.postMessage({ kept, of: pages.length });
})()));

/** Keeps what a page or a script names, and what that names in turn; false when something of it could not be had. */
async function keepsNamed(text, base, rest, seen) {
  let all = true;
  for (const [, named, imported] of text.matchAll(/(?:src|href)="(\/[^"]+)"|(?:from|import) '(\.{1,2}\/[^']+)'/g)) {
    const url = new URL(named ?? imported, base);
    if (!isPart(url)) continue;
    if (!seen.has(url.href)) {
      seen.set(url.href, true); // scripts may import each other
      seen.set(url.href, await keepsPart(url, rest, seen).catch(() => false));
    }

    all &&= seen.get(url.href);
  }

  return all;
}

async function keepsPart(url, rest, seen) {
  if (!await rest.match(url.href)) {
    const answer = await fetch(url.href);
    if (answer.ok) await rest.put(url.href, answer);
  }

  const kept = await rest.match(url.href);
  return kept !== undefined && (!url.pathname.endsWith('.js') || keepsNamed(await kept.text(), url, rest, seen));
}

async function quietly(act) {
  try { await act(); } catch { /* the next time that the page is open */ }
}
