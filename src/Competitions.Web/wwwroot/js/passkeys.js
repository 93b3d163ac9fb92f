// Passkeys: added on the page 登录保护, used on the sign-in pages. Both are hidden where the browser has none.
const token = () => document.querySelector('[name=__RequestVerificationToken]').value;
const able = typeof PublicKeyCredential === 'function' && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';

async function post(address, body) {
  const headers = { 'X-Form-Token': token(), 'Content-Type': 'application/json', Accept: 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: body && JSON.stringify(body) });
  if (!answer.ok) {
    const { sentence } = await answer.json().catch(() => ({}));
    throw new Error(sentence ?? '没有办成，请刷新页面后重试。');
  }
  return answer;
}

/** Runs a ceremony of the browser; who closes its window reads that he may try again. */
async function run(said, ceremony) {
  said.textContent = '';
  try {
    await ceremony();
  } catch (error) {
    said.textContent = { NotAllowedError: '没有完成验证，请重试。', InvalidStateError: '这台设备已经添加过了。' }[error.name] ?? error.message;
  }
}

const add = document.querySelector('[data-passkey-add]');
if (add && able) {
  add.hidden = false;
  document.querySelector('[data-passkey-none]').hidden = true;
  add.addEventListener('submit', event => {
    event.preventDefault();
    run(add.querySelector('[data-passkey-said]'), async () => {
      const options = PublicKeyCredential.parseCreationOptionsFromJSON(await (await post('/passkeys/options')).json());
      const made = await navigator.credentials.create({ publicKey: options });
      await post('/passkeys', { credential: JSON.stringify(made.toJSON()), name: add.elements.name.value });
      location.reload();
    });
  });
}

const use = document.querySelector('[data-passkey]');
if (use && able) {
  use.hidden = false;
  use.querySelector('[data-passkey-go]').addEventListener('click', () => run(use.querySelector('[data-passkey-said]'), async () => {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await (await post('/passkey-sign-ins/options')).json());
    const given = await navigator.credentials.get({ publicKey: options });
    const { to } = await (await post('/passkey-sign-ins', { credential: JSON.stringify(given.toJSON()), to: document.querySelector('[name=To]')?.value })).json();
    location.assign(to);
  }));
}
