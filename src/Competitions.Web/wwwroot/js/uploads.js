// A file that is too large is told before it travels; the server decides all the same.
for (const input of document.querySelectorAll('input[type=file][data-most]')) {
  input.addEventListener('change', () => {
    const large = [...input.files].some(file => file.size > Number(input.dataset.most));
    input.setCustomValidity(large ? '文件不能超过 10 MB，请压缩或拆分后再传。' : '');
    if (large) input.reportValidity();
  });
}
