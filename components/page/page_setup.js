// what the browser reads aloud, shows or offers to translate: Streamlit itself knows only English for these
(() => {
const WORDS = {
  'Skip to main content': 'Đến nội dung chính', 'Open': 'Mở danh sách', 'Close': 'Đóng', 'Sidebar': 'Danh mục', 'Expand sidebar': 'Mở danh mục', 'Collapse sidebar': 'Đóng danh mục',
  'App pages': 'Các trang', 'Navigate to home page': 'Về trang đầu', 'Logo': 'Chỉ tiêu chuyển đổi số', 'App Logo': 'Chỉ tiêu chuyển đổi số',
  'No results': 'Không tìm thấy', 'No options to select': 'Không còn lựa chọn nào', 'Type to search': 'Gõ để tìm', 'Select all': 'Chọn tất cả',
  'Clear all': 'Xóa hết', 'Clear value': 'Xóa lựa chọn', 'Clear entry': 'Xóa', 'Clear selection': 'Bỏ chọn', 'Selected values': 'Đã chọn', 'Selectbox': 'Danh sách', 'Selectbox options': 'Các lựa chọn',
  'Fullscreen': 'Toàn màn hình', 'Close fullscreen': 'Thu nhỏ', 'Download as CSV': 'Tải về dạng CSV', 'Search': 'Tìm', 'Close Search': 'Đóng ô tìm', 'Next Result': 'Kết quả sau', 'Previous Result': 'Kết quả trước',
  'Show/hide columns': 'Hiện, ẩn cột', 'Sort ascending': 'Xếp tăng dần', 'Sort descending': 'Xếp giảm dần', 'Pin column': 'Ghim cột', 'Unpin column': 'Bỏ ghim cột',
  'Hide column': 'Ẩn cột', 'Autosize': 'Vừa chiều rộng', 'Format': 'Cách ghi', 'Dataframe column menu': 'Trình đơn của cột', 'Copy column name': 'Sao chép tên cột', 'Copy to clipboard': 'Sao chép', 'Copied': 'Đã sao chép',
  'Running...': 'Đang chạy…', 'Running': 'Đang chạy', 'Stop': 'Dừng', 'Stop script': 'Dừng', 'Stopping': 'Đang dừng', 'Rerun': 'Chạy lại', 'Retry': 'Thử lại', 'Dismiss': 'Đóng', 'Loading': 'Đang tải',
  'Connecting': 'Đang kết nối', 'CONNECTING': 'ĐANG KẾT NỐI', 'Connection error': 'Mất kết nối với máy chủ', 'Connection closed': 'Kết nối đã đóng', 'Connection timed out.': 'Máy chủ không trả lời.',
  'Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:': 'Máy chủ có thể đang khởi động lại. Hãy chờ một lát rồi tải lại trang.',
  'Page not found': 'Không có trang này', 'Main menu': 'Trình đơn', 'Help': 'Giải thích', 'Theme': 'Nền màn hình', 'Notifications': 'Thông báo', 'Delete': 'Xóa', 'View less': 'Thu gọn',
  'Show password': 'Hiện mật khẩu', 'Hide password': 'Ẩn mật khẩu', 'Increment': 'Tăng', 'Decrement': 'Giảm', 'Link to heading': 'Liên kết đến mục này', 'Button action menu': 'Thao tác',
  'Failed to generate file for download': 'Chưa tải được: phiên đăng nhập đã kết thúc, không còn quyền, hoặc tệp bị lỗi. Hãy tải lại trang.',
  'Press Enter to apply': 'Nhấn Enter để áp dụng', 'Press Enter to submit form': 'Nhấn Enter để gửi', 'Add files': 'Thêm tệp', 'Upload': 'Chọn tệp', 'Esc': 'Esc',
};
const PATTERNS = [
  [/^Remove (.+)$/, 'Bỏ $1'], [/^Upload (.+)$/, 'Chọn tệp: $1'], [/^Help for (.+)$/, 'Giải thích: $1'], [/^Page (\d+)$/, 'Trang $1'],
  [/^(\d+) options? available\.$/, '$1 lựa chọn.'], [/^(.+), selected\.?$/, '$1, đang chọn.'],
  [/^.*status code 403$/, 'Máy chủ không nhận tệp: phiên đăng nhập đã kết thúc hoặc trang này không còn nhận tệp. Hãy tải lại trang.'],
  [/^.*status code 413$/, 'Tệp quá lớn.'], [/^.*status code 429$/, 'Đang có quá nhiều tệp chờ ở máy chủ. Hãy bỏ bớt hoặc thử lại sau một phút.'],
  [/^(\d+) more$/, 'thêm $1'],
  [/^Connection (?:lost|failed)\b.*$/, 'Mất kết nối với máy chủ; đang nối lại.'], [/^(?:The page that you have requested|You have requested page).*$/, 'Địa chỉ này không có trang nào; đang mở trang đầu.'],
  [/^Press (?:⌘|Ctrl)\+Enter to (?:apply|submit form)$/, 'Nhấn Ctrl+Enter để áp dụng'],
];
const NAMES = ['aria-label', 'title', 'placeholder', 'alt'];
const NOT_OURS = '.js-plotly-plot, #screens, pre, code, script, style, textarea, [data-testid=stIconMaterial], svg.plot, table';
const said = text => {
  const bare = text.trim();
  if (!bare || bare.length > 200) return;
  if (Object.hasOwn(WORDS, bare)) return WORDS[bare];
  const found = PATTERNS.find(([english]) => english.test(bare));
  return found && bare.replace(...found);
};
const word = node => { const vietnamese = said(node.data); if (vietnamese && vietnamese !== node.data.trim()) node.data = vietnamese; };
const names = element => NAMES.forEach(name => {
  const english = element.getAttribute(name), vietnamese = english && said(english);
  if (vietnamese && vietnamese !== english) element.setAttribute(name, vietnamese);
});
function speak(root) {
  if (root.nodeType === Node.TEXT_NODE) { if (!root.parentElement?.closest(NOT_OURS)) word(root); return; }
  if (root.nodeType !== Node.ELEMENT_NODE || root.closest(NOT_OURS)) return;
  names(root);
  root.querySelectorAll('[aria-label], [title], [placeholder], [alt]').forEach(names);
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(NOT_OURS)) word(walk.currentNode);
}
if (!window.pageWords) {
  window.pageWords = new MutationObserver(changes => changes.forEach(change => {
    if (change.type === 'childList') change.addedNodes.forEach(speak);
    else if (change.type === 'characterData') speak(change.target);
    else names(change.target);
  }));
  window.pageWords.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES});
}
// the menu's entry of the page that is open leads to that page as it opens by itself, in the same territory; Streamlit would keep the whole link
document.addEventListener('click', press => {
  const entry = press.target.closest?.('[data-testid=stTopNavLink], [data-testid=stTopNavDropdownLink], [data-testid=stSidebarNavLink]');
  if (!entry || press.ctrlKey || press.metaKey || press.shiftKey || entry.pathname !== location.pathname || !location.search) return;
  press.preventDefault();
  press.stopImmediatePropagation();
  const unit = new URLSearchParams(location.search).get('dia_ban');
  location.assign(entry.pathname + (unit ? `?dia_ban=${encodeURIComponent(unit)}` : ''));
}, true);
// a link to a part of the page: the part is drawn long after the browser has looked for it
function seek(tries) {
  const part = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (part) part.scrollIntoView({block: 'start'});
  else if (location.hash.length > 1 && tries) setTimeout(seek, 200, tries - 1);
}
seek(80);
// the first drawing is shown once its words are there and nothing is a grey bar any more, at the latest a moment after: then nothing jumps
let words = 0;
function draw() {
  const main = document.querySelector('[data-testid=stMainBlockContainer]');
  if (main?.querySelector('h1, h2, form, .empty, [data-testid=stAlert], [data-testid=stSpinner], [data-testid=stExpander]') || performance.now() > 5000) words ||= performance.now();
  if (words && main && (!main.querySelector('[data-testid=stSkeleton]') || performance.now() - words > 1500)) document.documentElement.classList.add('drawn');
  else requestAnimationFrame(draw);
}
draw();
})();
