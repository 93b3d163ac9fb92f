// The tree of a marking scheme while it is written: lines are added, deleted and moved, by dragging or by keyboard, and every
// total is shown at once. The server reads the lines in the order they stand and adds up anew; nothing here decides a mark.
const form = document.getElementById('scheme');
const tree = form.querySelector('[data-tree]');
const said = form.querySelector('[data-said]');
const undo = form.querySelector('[data-undo]');
const deleted = [];
let fresh = 0;
let dirty = document.querySelector('.errsum') !== null;

const lines = (kind, within = tree) => [...within.querySelectorAll(`[data-line="${kind}"]`)];
const kindOf = line => line.dataset.line;
const listOf = (line, kind) => line.querySelector(`[data-list="${kind}"]`);
const codeField = line => line.querySelector(':scope > [data-code-field]');
const say = text => { said.textContent = text; };

// marks are counted in ten-thousandths: whole numbers add up exactly
const tenThousandths = text => {
  const m = /^\s*(\d{1,5})(?:\.(\d{0,4}))?\s*$/.exec(text);
  return m ? Number(m[1]) * 10000 + Number((m[2] ?? '').padEnd(4, '0')) : 0;
};
const shown = number => {
  const text = (number / 10000).toFixed(4);
  return text.replace(/(\.\d\d\d*?)0+$/, '$1');
};
const put = (selector, text, within = form) => { for (const place of within.querySelectorAll(selector)) place.textContent = text; };

// ---- what is shown from what stands there ----
function refresh() {
  const modules = new Map();
  const outline = form.querySelector('[data-outline]');
  let [total, measured, judged] = [0, 0, 0];
  outline.replaceChildren();
  for (const criterion of lines('criterion')) {
    const code = codeField(criterion).value;
    let sum = 0;
    for (const sub of lines('sub', criterion)) {
      const counts = { M: 0, J: 0 };
      let part = 0;
      for (const aspect of lines('aspect', sub)) {
        const kind = aspect.querySelector('[data-kind]').value;
        const place = `${codeField(sub).value}.${kind}${++counts[kind]}`;
        aspect.querySelector('[data-code]').textContent = place;
        aspect.setAttribute('aria-label', place);
        part += tenThousandths(aspect.querySelector('[data-most]').value);
      }
      measured += counts.M;
      judged += counts.J;
      sum += part;
      put(':scope > .ed-head [data-code]', codeField(sub).value, sub);
      put(':scope > .ed-head [data-sum]', shown(part), sub);
    }
    put(':scope > .ed-head [data-code]', code, criterion);
    put(':scope > .ed-head [data-sum]', shown(sum), criterion);
    const module = criterion.querySelector('[data-module]').value;
    modules.set(module, (modules.get(module) ?? 0) + sum);
    total += sum;
    outline.append(entry(criterion, code, sum));
  }
  put('[data-total]', shown(total));
  put('[data-counts]', `测量 ${measured} 个，评价 ${judged} 个`);
  for (const place of form.querySelectorAll('[data-module-total]')) place.textContent = shown(modules.get(place.dataset.moduleTotal) ?? 0);
}

function entry(criterion, code, sum) {
  const [item, link, name, mark] = ['li', 'a', 'span', 'span'].map(tag => document.createElement(tag));
  link.href = `#${criterion.id}`;
  name.textContent = `${code} ${criterion.querySelector('.ed-name').value || '（未命名）'}`;
  mark.className = 'num';
  mark.textContent = shown(sum);
  link.append(name, mark);
  item.append(link);
  return item;
}

// what a closed line holds, and what it lacks
function brief(aspect) {
  const place = aspect.querySelector('[data-brief]');
  const judged = aspect.querySelector('[data-kind]').value === 'J';
  const parts = [...aspect.querySelectorAll('[data-brief-of]')].filter(field => field.value.trim()).map(field => `${field.dataset.briefOf}${field.value.trim().replace(/\s+/g, ' ')}`);
  const written = [...aspect.querySelectorAll('[data-ladder] textarea')].filter(field => field.value.trim()).length;
  if (judged) parts.unshift(written === 4 ? '评价基准 0–3 已写全' : `缺评价基准（${written} / 4）`);
  place.classList.toggle('warn', judged && written < 4);
  place.textContent = parts.length > 0 ? parts.join(' · ') : '补充说明、要求、标准部分';
  const most = aspect.querySelector('[data-most]');
  most.classList.toggle('warn', tenThousandths(most.value) > 20000);
  most.title = tenThousandths(most.value) > 20000 ? '超过通常的 2 分' : '';
}

// ---- codes: given by place as soon as something is moved ----
function number(criterion) {
  const letter = codeField(criterion).value;
  lines('sub', criterion).forEach((sub, i) => { codeField(sub).value = `${letter}${i + 1}`; });
}

function letter() {
  lines('criterion').forEach((criterion, i) => {
    const code = String.fromCharCode(65 + i);
    if (codeField(criterion).value !== code) {
      codeField(criterion).value = code;
      number(criterion);
    }
  });
}

function nextLetter() {
  const taken = lines('criterion').map(c => codeField(c).value.charCodeAt(0)).filter(n => n >= 65 && n <= 90);
  return String.fromCharCode(Math.min(90, Math.max(64, ...taken) + 1));
}

function recode(line, ...owners) {
  if (kindOf(line) === 'criterion') letter();
  if (kindOf(line) === 'sub') for (const owner of new Set(owners)) if (owner) number(owner);
  refresh();
}

const ownerOf = line => line.parentElement?.closest('[data-line]') ?? null;
const name = line => `${line.querySelector('[data-code]').textContent}`;

// ---- moving ----
function place(line, parent, before) {
  const from = ownerOf(line);
  const was = name(line);
  parent.insertBefore(line, before);
  recode(line, from, ownerOf(line));
  dirty = true;
  say(was === name(line) ? `${was} 已移动` : `${was} 移到 ${name(line)}`);
}

function move(line, down) {
  const kind = kindOf(line);
  const beside = down ? line.nextElementSibling : line.previousElementSibling;
  const held = document.activeElement;
  if (beside) {
    place(line, line.parentElement, down ? beside.nextElementSibling : beside);
  } else {
    const owner = ownerOf(line);
    const all = owner ? lines(kindOf(owner)) : [];
    const other = owner ? all[all.indexOf(owner) + (down ? 1 : -1)] : null;
    if (!other) {
      say('已经到头了');
      return;
    }
    const list = listOf(other, kind);
    place(line, list, down ? list.firstElementChild : null);
  }
  if (line.contains(held)) held.focus();
  line.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', event => {
  const line = event.target.closest?.('[data-line]');
  if (event.altKey && line && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    move(line, event.key === 'ArrowDown');
  }
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    form.requestSubmit();
  }
});

// ---- dragging, with a mouse, a pen or a finger ----
let drag = null;

tree.addEventListener('pointerdown', event => {
  const grip = event.target.closest('[data-grip]');
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  const line = grip.closest('[data-line]');
  const top = line.getBoundingClientRect().top;
  drag = { line, kind: kindOf(line), from: line.parentElement, next: line.nextElementSibling, owner: ownerOf(line), was: name(line), x: event.clientX, y: event.clientY };
  line.classList.add('is-dragged');
  tree.classList.add(`drags-${drag.kind}`);
  window.scrollBy(0, line.getBoundingClientRect().top - top); // what folds away must not pull the line from under the hand
  grip.setPointerCapture(event.pointerId);
  requestAnimationFrame(scroll);
});

tree.addEventListener('pointermove', event => {
  if (!drag) return;
  [drag.x, drag.y] = [event.clientX, event.clientY];
  follow();
});

function follow() {
  const under = document.elementFromPoint(drag.x, drag.y);
  if (!under || drag.line.contains(under)) return;
  const target = under.closest(`[data-line="${drag.kind}"]`);
  if (target && tree.contains(target)) {
    const box = target.getBoundingClientRect();
    target.parentElement.insertBefore(drag.line, drag.y < box.top + box.height / 2 ? target : target.nextElementSibling);
    return;
  }
  const owner = drag.kind === 'aspect' ? under.closest('[data-line="sub"]') : drag.kind === 'sub' ? under.closest('[data-line="criterion"]') : null;
  const list = owner ? listOf(owner, drag.kind) : null;
  if (list && !list.contains(drag.line)) list.insertBefore(drag.line, drag.y < list.getBoundingClientRect().top ? list.firstElementChild : null);
}

function scroll() {
  if (!drag) return;
  const edge = 72;
  const speed = drag.y < edge ? drag.y - edge : drag.y > innerHeight - edge ? drag.y - innerHeight + edge : 0;
  if (speed !== 0) {
    window.scrollBy(0, speed / 4);
    follow();
  }
  requestAnimationFrame(scroll);
}

function drop(taken) {
  if (!drag) return;
  const { line, kind, from, next, owner, was } = drag;
  drag = null;
  if (!taken) from.insertBefore(line, next);
  line.classList.remove('is-dragged');
  tree.classList.remove(`drags-${kind}`);
  if (taken && (line.parentElement !== from || line.nextElementSibling !== next)) {
    recode(line, owner, ownerOf(line));
    dirty = true;
    say(was === name(line) ? `${was} 已移动` : `${was} 移到 ${name(line)}`);
  }
  line.scrollIntoView({ block: 'nearest' });
}

tree.addEventListener('pointerup', () => drop(true));
tree.addEventListener('pointercancel', () => drop(false));
document.addEventListener('keydown', event => { if (event.key === 'Escape') drop(false); });

// ---- adding ----
function made(template, of) {
  const id = `n${Date.now().toString(36)}${++fresh}`;
  const holder = document.createElement('template');
  holder.innerHTML = document.getElementById(template).innerHTML.replaceAll('__ID__', id).replaceAll('__OF__', of ?? '');
  const node = holder.content.firstElementChild;
  ready(node);
  return node;
}

const adds = {
  criterion() {
    const node = made('new-criterion');
    codeField(node).value = nextLetter();
    listOf(node, 'sub').append(this.sub(null, node));
    tree.append(node);
    return node;
  },
  sub(button, of) {
    const node = made('new-sub');
    const list = listOf(of ?? button.closest('[data-line]'), 'sub');
    const code = codeField(of ?? button.closest('[data-line]')).value;
    const taken = [...list.children].map(s => Number(codeField(s).value.slice(code.length)) || 0);
    codeField(node).value = `${code}${Math.max(0, ...taken) + 1}`;
    listOf(node, 'aspect').append(made('new-aspect'));
    list.append(node);
    return node;
  },
  M(button) {
    const node = made('new-aspect');
    listOf(button.closest('[data-line]'), 'aspect').append(node);
    return node;
  },
  J(button) {
    const node = this.M(button);
    node.querySelector('[data-kind]').value = 'J';
    judge(node);
    return node;
  },
  calculation() {
    const node = made('new-calculation');
    form.querySelector('[data-calculation-list]').append(node);
    return node;
  },
  choice: button => part(button, 'choice'),
  range: button => part(button, 'range'),
  section() {
    const node = made('new-section');
    form.querySelector('[data-section-list]').append(node);
    return node;
  },
};

function part(button, kind) {
  const of = button.closest('[data-calculation-line]');
  const node = made(`new-${kind}`, of.dataset.id);
  of.querySelector(`[data-${kind}-list]`).append(node);
  return node;
}

function judge(aspect) {
  const judged = aspect.querySelector('[data-kind]').value === 'J';
  aspect.classList.toggle('is-judged', judged);
  if (judged && !aspect.querySelector('[data-ladder]')) {
    aspect.querySelector('.ed-details').append(made('new-ladder'));
    for (const field of aspect.querySelectorAll('[data-ladder] textarea')) field.name = field.name.replace(/^Lines\[[^\]]*\]/, `Lines[${aspect.dataset.id}]`);
    aspect.querySelector('.ed-more').open = true;
  }
}

// ---- deleting, and taking it back ----
function remove(node, what) {
  deleted.push({ node, parent: node.parentElement, next: node.nextElementSibling });
  const beside = node.nextElementSibling ?? node.previousElementSibling ?? node.parentElement.closest('[data-line]');
  const owner = ownerOf(node);
  node.remove();
  if (node.dataset.line) recode(node, owner);
  dirty = true;
  undo.hidden = false;
  say(`已删除${what}`);
  (beside?.querySelector('input:not([type=hidden]), textarea') ?? undo).focus();
}

undo.addEventListener('click', () => {
  const last = deleted.pop();
  if (last) {
    last.parent.insertBefore(last.node, last.next?.parentElement === last.parent ? last.next : null);
    if (last.node.dataset.line) recode(last.node, ownerOf(last.node));
    say('已恢复');
    last.node.scrollIntoView({ block: 'nearest' });
  }
  undo.hidden = deleted.length === 0;
});

form.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  const line = button.closest('[data-line]');
  if (button.matches('[data-up], [data-down]')) move(line, button.matches('[data-down]'));
  if (button.matches('[data-delete]')) remove(line, ` ${name(line)}`);
  if (button.matches('[data-delete-calculation]')) remove(button.closest('[data-calculation-line]'), '计算方式');
  if (button.matches('[data-delete-part]')) remove(button.closest('[data-part]'), '一行');
  if (button.matches('[data-fold]')) fold(line, button.getAttribute('aria-expanded') === 'true');
  if (button.matches('[data-fold-all]')) {
    const close = button.textContent === '全部收起';
    lines('criterion').forEach(criterion => fold(criterion, close));
    button.textContent = close ? '全部展开' : '全部收起';
  }
  if (button.dataset.add) {
    const node = adds[button.dataset.add](button);
    dirty = true;
    refresh();
    if (node.dataset.line === 'aspect') brief(node);
    grow(node);
    (node.querySelector('.ed-name, .ed-text, input:not([type=hidden])')).focus();
  }
});

function fold(criterion, close) {
  criterion.classList.toggle('is-folded', close);
  criterion.querySelector('[data-fold]').setAttribute('aria-expanded', !close);
}

// ---- calculations: each line may choose among those that stand below ----
const calculations = () => [...form.querySelectorAll('[data-calculation-line]')].map((line, i) => ({
  id: line.dataset.id,
  text: line.querySelector('[data-calculation-name]').value.trim() || `第 ${i + 1} 种（${line.querySelector('[data-type]').selectedOptions[0].text}）`,
}));

function choices(select, all = calculations()) {
  const now = select.value;
  const gone = now && !now.startsWith('=') && !all.some(c => c.id === now) ? [{ id: now, text: '（已删去）' }] : [];
  const kept = now.startsWith('=') ? [{ id: now, text: select.selectedOptions[0].text }] : [];
  select.replaceChildren(...[{ id: '', text: '直接给分' }, ...kept, ...gone, ...all].map(c => new Option(c.text, c.id, false, c.id === now)));
}

form.addEventListener('focusin', event => { if (event.target.matches('[data-calculation]')) choices(event.target); });

function named() {
  const all = calculations();
  for (const select of tree.querySelectorAll('[data-calculation]')) if (select.value) choices(select, all);
}

function typed(line) {
  const type = line.querySelector('[data-type]').value;
  for (const params of line.querySelectorAll('[data-for]')) params.hidden = !params.dataset.for.split(' ').includes(type);
}

// ---- what is typed ----
form.addEventListener('input', event => {
  dirty = true;
  const aspect = event.target.closest('[data-line="aspect"]');
  if (event.target.matches('[data-grow]')) size(event.target);
  if (event.target.matches('[data-kind]')) judge(aspect);
  if (event.target.matches('[data-type]')) typed(event.target.closest('[data-calculation-line]'));
  if (event.target.matches('[data-calculation-name], [data-type]')) named();
  if (aspect) brief(aspect);
  if (event.target.matches('[data-most], [data-kind], [data-module], .ed-name')) refresh();
});

form.addEventListener('change', event => {
  if (event.target.matches('[data-most]') && tenThousandths(event.target.value) > 0) event.target.value = shown(tenThousandths(event.target.value));
});

const sizes = CSS.supports('field-sizing', 'content');
const size = field => {
  if (sizes) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
};
const grow = within => within.querySelectorAll('[data-grow]').forEach(size);
form.addEventListener('toggle', event => { if (event.target.open) grow(event.target); }, true);

const ready = within => { for (const button of within.querySelectorAll('[data-add][hidden], [data-fold-all][hidden]')) button.hidden = false; };

addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
form.addEventListener('submit', () => { dirty = false; });
form.querySelector('[data-leave]').addEventListener('click', () => { dirty = false; });

// a link of the error summary opens what holds its field
document.querySelector('.errsum')?.addEventListener('click', event => {
  const field = document.getElementById(event.target.closest('a')?.hash.slice(1) ?? '');
  const closed = field?.closest('.is-folded');
  if (closed) fold(closed, false);
  if (field?.closest('details')) field.closest('details').open = true;
  setTimeout(() => field?.focus());
});

ready(form);
named();
lines('aspect').forEach(brief);
refresh();
grow(form);
form.classList.add('is-ready');
