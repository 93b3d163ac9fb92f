// 核验一份成绩文件：node check-result.mjs 成绩.json [public-key.pem]
// 重算校验值（规范 JSON，RFC 8785），再用公钥核对签名（ECDSA P-256，SHA-256）。不连网，不需要安装任何东西；Node 18 以上。
// 退出码：0 一致，1 不一致，2 没有核验成。
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FORM = 'competitions.result.1';
const AROUND = ['contest', 'stage', 'proof']; // 不在签名之内

const sha256 = data => createHash('sha256').update(data).digest('hex');

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

function end(code, sentence) {
  (code === 2 ? console.error : console.log)(sentence);
  process.exit(code);
}

const [path, keyPath] = process.argv.slice(2);
if (!path) end(2, '用法：node check-result.mjs 成绩.json [public-key.pem]');

let file, key;
try {
  file = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
} catch (problem) {
  end(2, `读不了 ${path}：${problem.message}`);
}
const proof = file?.proof;
if (file?.form !== FORM || !proof) end(2, '这不是带签名的成绩文件，请从成绩核验页重新下载。');
try {
  key = createPublicKey(keyPath ? readFileSync(keyPath) : proof.publicKey);
} catch (problem) {
  end(2, `读不了公钥：${problem.message}`);
}

const hash = sha256(canonical(Object.fromEntries(Object.entries(file).filter(([name]) => !AROUND.includes(name)))));
if (hash !== proof.hash) end(1, `不一致：内容被改动过。现在的校验值 ${hash}，发布时是 ${proof.hash}`);
if (proof.chain !== file.chain || proof.sequence !== file.number) end(1, '不一致：签名是另一份成绩的。');

const id = sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16);
if (id !== proof.key) end(1, `不一致：签名用的不是这把钥匙（${id}），而是 ${proof.key}。`);
const text = ['competitions.head.1', proof.chain, proof.sequence, proof.hash, proof.parts, proof.at, proof.key, proof.before].join('\n');
const signed = verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(String(proof.signature), 'base64url'));
if (!signed) end(1, '不一致：签名不符。');

console.log(`与发布时一致：${file.title} ${file.round} ${file.group} 第 ${file.number} 份，${file.lines.length} 行`);
console.log(`校验值 ${hash}`);
console.log(`评分账本第 ${file.source.sequence} 条 ${file.source.hash}`);
console.log(`签名时间 ${proof.at}，钥匙编号 ${id.match(/.{4}/g).join(' ')}`);
if (!keyPath) console.log('公钥取自文件本身：请把钥匙编号与纸质成绩册或成绩核验页上的核对。');
