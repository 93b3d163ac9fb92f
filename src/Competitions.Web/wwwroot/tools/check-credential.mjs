// Checks an Open Badges 3.0 credential in JWT format: signature, claims, name, withdrawal. Needs Node 18 or newer and nothing else.
//   node check-credential.mjs CREDENTIAL.jwt [NAME]
// Prints what it found as JSON; exit code 0 only when the credential is valid (and the name, if one is given, is the holder's).
// The key and the list of what was withdrawn are fetched from the issuer's own site: whether that site is the issuer's, you decide.
import { readFile } from 'node:fs/promises';
import { createHash, webcrypto } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

const [file, name] = process.argv.slice(2);
const problems = [];
const must = (holds, problem) => { if (!holds) problems.push(problem); return holds; };

function parts(jwt) {
  const texts = jwt.trim().split('.');
  if (texts.length !== 3) throw new Error('not a JWT in compact form');
  const json = text => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64url')));
  return { header: json(texts[0]), payload: json(texts[1]), signed: `${texts[0]}.${texts[1]}`, signature: Buffer.from(texts[2], 'base64url') };
}

async function fetched(address) {
  const answer = await fetch(address, { redirect: 'error' });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer;
}

// The key must come from the site of whoever claims to have issued it.
async function isSigned({ header, payload, signed, signature }, what) {
  const issuer = payload.issuer?.id ?? payload.issuer;
  if (!must(header.alg === 'RS256' && typeof header.kid === 'string', `${what}: the header must name RS256 and a kid`)) return false;
  if (!must(new URL(header.kid).origin === new URL(issuer).origin, `${what}: the key is not of the issuer's site`)) return false;
  const jwk = await (await fetched(header.kid)).json();
  const key = await webcrypto.subtle.importKey('jwk', { kty: jwk.kty, n: jwk.n, e: jwk.e }, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['verify']);
  return must(await webcrypto.subtle.verify('RSASSA-PKCS1-v1_5', key, signature, Buffer.from(signed)), `${what}: the signature does not fit`);
}

function claims(payload, what) {
  must(payload.iss === (payload.issuer?.id ?? payload.issuer), `${what}: iss is not the issuer`);
  must(payload.jti === payload.id, `${what}: jti is not the id`);
  must(payload.sub === payload.credentialSubject?.id, `${what}: sub is not the subject`);
  must(payload.nbf * 1000 === Date.parse(payload.validFrom), `${what}: nbf is not validFrom`);
  must(Date.parse(payload.validFrom) <= Date.now() + 60_000, `${what}: not valid yet`);
}

function isHolder(subject, asked) {
  return (subject.identifier ?? []).some(i => i.identityType === 'name'
    && (i.hashed ? i.identityHash === 'sha256$' + createHash('sha256').update(asked + (i.salt ?? ''), 'utf8').digest('hex') : i.identityHash === asked));
}

async function isWithdrawn(status, issuer) {
  const list = parts(await (await fetched(status.statusListCredential)).text());
  if (!await isSigned(list, 'status list')) return undefined;
  claims(list.payload, 'status list');
  must(list.payload.issuer === issuer && list.payload.id === status.statusListCredential, 'status list: it is another one');
  const subject = list.payload.credentialSubject;
  if (!must(subject.type === 'BitstringStatusList' && subject.statusPurpose === status.statusPurpose && subject.encodedList?.[0] === 'u', 'status list: not a bitstring for this purpose')) return undefined;
  const bits = gunzipSync(Buffer.from(subject.encodedList.slice(1), 'base64url'));
  const index = Number(status.statusListIndex);
  if (!must(bits.length * 8 >= 131072 && index < bits.length * 8, 'status list: too short')) return undefined;
  return (bits[index >> 3] & (0x80 >> (index & 7))) !== 0;
}

const found = { valid: false, problems };
try {
  const credential = parts(await readFile(file, 'utf8'));
  const { payload } = credential;
  Object.assign(found, { issuer: payload.issuer?.id, issuerName: payload.issuer?.name, award: payload.name, number: payload.credentialSubject?.licenseNumber, validFrom: payload.validFrom });
  must(payload['@context']?.[0] === 'https://www.w3.org/ns/credentials/v2' && payload.type?.includes('OpenBadgeCredential'), 'credential: not an Open Badges 3.0 credential');
  if (await isSigned(credential, 'credential')) {
    claims(payload, 'credential');
    found.withdrawn = await isWithdrawn(payload.credentialStatus, payload.issuer.id);
    must(found.withdrawn === false, found.withdrawn ? 'credential: withdrawn' : 'credential: whether it was withdrawn cannot be told');
    if (name !== undefined) {
      found.nameFits = isHolder(payload.credentialSubject, name);
      must(found.nameFits, 'credential: it is not of that name');
    }
  }
} catch (error) {
  problems.push(String(error.cause?.message ?? error.message));
}

found.valid = problems.length === 0;
console.log(JSON.stringify(found, null, 2));
process.exitCode = found.valid ? 0 : 1;
