// Streamlit's own texts on a box for files are English. HINTS: key of a box -> what stands beside its button ($1: megabytes), LABELS -> its name
window.uploadHints = {...window.uploadHints, ...HINTS};
window.uploadLabels = {...window.uploadLabels, ...LABELS};
const say = [[/^Upload$/, 'Chọn tệp'], [/^Error:$/, ''],
    [/^(?:Error: )?File must be (\d+)(?:\.\d+)?MB or smaller\.$/, 'Tệp nặng quá $1 MB; hãy chia thành nhiều tệp.'],
    [/^(\d+)\.(\d+) ?([KMG]?B)$/, '$1,$2 $3']];
const of = (texts, box) => Object.entries(texts).find(([key]) => box.closest(`[class*="-box-${key}"]`))?.[1];
const turn = () => document.querySelectorAll('[data-testid=stFileUploader]').forEach(box => {
    const words = [...say, [/^(\d+)MB per file.*$/, of(window.uploadHints, box) || '$1 MB']];
    const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) for (const [from, to] of words) {
        const text = walk.currentNode.textContent.trim();
        if (from.test(text) && !walk.currentNode.parentElement.closest('[data-testid=stIconMaterial]')) walk.currentNode.textContent = text.replace(from, to); }
    box.querySelectorAll('input[type=file]').forEach(input => input.setAttribute('aria-label', of(window.uploadLabels, box) || 'Chọn tệp'));
    box.querySelectorAll('[aria-label]').forEach(part => { if (/^Remove|^Delete/.test(part.ariaLabel)) part.ariaLabel = 'Hủy tệp này'; }); });
turn();
window.uploaderWords?.disconnect();
window.uploaderWords = new MutationObserver(turn);
window.uploaderWords.observe(document.body, {childList: true, subtree: true, characterData: true});
