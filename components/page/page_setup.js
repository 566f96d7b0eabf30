// what the browser reads aloud or offers to translate: Streamlit itself knows only English for these
(() => {
document.documentElement.lang = 'vi';
const skip = document.querySelector('[data-testid=stSkipToContent]');
if (skip) skip.textContent = 'Đến nội dung chính';
// the first visitor of a freshly started server who follows a deep link is told, wrongly and in English, that there is no such page
const unfound = () => document.querySelectorAll('[role=dialog]').forEach(dialog => {
    if (/page not found/i.test(dialog.innerText)) dialog.querySelector('button')?.click(); });
for (const wait of [0, 150, 400, 900, 2000]) setTimeout(unfound, wait);
document.querySelectorAll('[aria-label=Open]').forEach(button => button.setAttribute('aria-label', 'Mở danh sách'));
})();
