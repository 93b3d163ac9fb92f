// The tablet's own key, made here and never readable by any script: a signature says that a mark was given on this tablet.
// It is no word on who held it. Keys need https or localhost; without them marks bear no signature.
import { keepFirst, read } from './store.js';

const Kind = { name: 'ECDSA', namedCurve: 'P-256' };
let pair;

async function own() {
  if (!globalThis.crypto?.subtle) return null;
  pair ??= (async () => await read('key') ?? keepFirst('key', await crypto.subtle.generateKey(Kind, false, ['sign', 'verify'])))();
  return pair;
}

const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** A number as the ledger writes it: 085.50 → 85.5. */
export const plain = value => value.replace(/^(-?)0+(?=\d)/, '$1').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** As SubjectPublicKeyInfo in base64; null where there is none. */
export async function publicKey() {
  const key = await own();
  return key && base64(await crypto.subtle.exportKey('spki', key.publicKey));
}

/** Of what the ledger keeps of a mark, so that it can be checked years later; null without a key. */
export async function sign({ event, id, work, item, value, givenAt, why }) {
  const key = await own();
  const text = [event, id, work, item, plain(value), givenAt, (why ?? '').trim()].join('\n');
  return key && base64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, new TextEncoder().encode(text)));
}
