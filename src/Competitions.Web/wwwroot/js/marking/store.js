// What a tablet keeps: marks on their way, what it last heard of each sheet, and its own key. In IndexedDB, which outlives
// a reload, a restart and an empty battery; each write is on the disk before it counts as kept.
const opened = new Promise((resolve, reject) => {
  const asked = indexedDB.open('marking', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('marks', { keyPath: 'id' });
    asked.result.createObjectStore('states');
    asked.result.createObjectStore('device');
  };
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});
opened.catch(() => {}); // told where something is to be kept

const news = new BroadcastChannel('marking');

/** Calls back when another tab of this tablet changed its marks. */
export const onNews = heard => news.addEventListener('message', heard);

async function run(name, mode, act) {
  const change = (await opened).transaction(name, mode, { durability: 'strict' });
  const asked = act(change.objectStore(name));
  return new Promise((resolve, reject) => {
    change.oncomplete = () => resolve(asked?.result);
    change.onabort = change.onerror = () => reject(change.error);
  });
}

/** All marks that wait on this tablet, whoever gave them, in the order in which they were given. */
export const allMarks = async () => (await run('marks', 'readonly', s => s.getAll())).sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1));

/** One step: all of it is kept, or nothing. */
export async function change(puts, gone = []) {
  await run('marks', 'readwrite', s => { puts.forEach(m => s.put(m)); gone.forEach(id => s.delete(id)); });
  puts.forEach(m => localStorage.removeItem(`mark-${m.id}`));
  news.postMessage('');
}

/** Written before the next thing happens: a page that is left in the same moment has no time for a database. */
export function jot(mark) {
  try { localStorage.setItem(`mark-${mark.id}`, JSON.stringify(mark)); } catch { /* full or forbidden: it goes to the database alone */ }
}

/** What was jotted down and not kept since. */
export const jotted = () => Object.keys(localStorage).filter(k => k.startsWith('mark-')).map(k => JSON.parse(localStorage.getItem(k)));

export const stateOf = key => run('states', 'readonly', s => s.get(key));
export const keepState = (key, state) => run('states', 'readwrite', s => s.put(state, key));
export const forgetStates = () => run('states', 'readwrite', s => s.clear());
export const read = key => run('device', 'readonly', s => s.get(key));
/** What is kept under that name, or this from now on: of two tabs the first one counts. */
export async function keepFirst(key, value) {
  let kept = value;
  await run('device', 'readwrite', s => { const asked = s.get(key); asked.onsuccess = () => { if (asked.result) kept = asked.result; else s.put(value, key); }; });
  return kept;
}

export const write = (key, value) => run('device', 'readwrite', s => s.put(value, key));
