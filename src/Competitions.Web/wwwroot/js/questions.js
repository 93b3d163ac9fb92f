// The preview beside the question's form: as the competitor will see it, with what is right marked for its writer.
const body = document.querySelector('[data-preview-body]');
const value = name => document.getElementById(name)?.value ?? '';
const lines = text => text.split('\n').map(l => l.trim()).filter(l => l);

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function draw() {
  const [kind, text, right] = [value('Kind'), value('Text').trim(), value('Right')];
  if (!text) { body.replaceChildren(element('p', '填写题干后显示。', 'm')); return; }
  const parts = [element('p', text, 'b')];
  if (kind === 'FillIn') {
    parts.push(element('p', `答案：${lines(right.replaceAll('|', '\n')).join(' 或 ')}`, 'ok'));
  } else {
    const options = kind === 'TrueFalse' ? ['对', '错'] : lines(value('Choices'));
    const list = document.createElement('ul');
    list.className = 'choices';
    options.forEach((option, i) => {
      const letter = String.fromCharCode(65 + i);
      const correct = kind === 'TrueFalse' ? right.trim() === option : right.normalize('NFKC').toUpperCase().includes(letter);
      list.append(element('li', kind === 'TrueFalse' ? option : `${letter}．${option}`, correct ? 'ok' : ''));
    });
    parts.push(list);
  }
  body.replaceChildren(...parts);
}

document.getElementById('question').addEventListener('input', draw);
draw();
