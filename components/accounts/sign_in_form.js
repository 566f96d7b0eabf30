// Streamlit knows only English for the button that shows a password
if (!window.eyeSpeaks) { window.eyeSpeaks = true;
const words = {'Show password': 'Hiện mật khẩu', 'Hide password': 'Ẩn mật khẩu'};
const speak = () => Object.keys(words).forEach(english =>
    document.querySelectorAll(`[aria-label="${english}"]`).forEach(button => button.setAttribute('aria-label', words[english])));
speak(); new MutationObserver(speak).observe(document.body,
    {subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label']}); }
