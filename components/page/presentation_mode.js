// The screenshot view: what a page shows, laid out on screens of 1280 x 720 that are scaled to the window.
// Arrow keys, swiping and a quiet bar move between screens and pages; Esc, the bar and the browser's Back leave. The page below stays as it is and is only read.
(() => {
const WIDE = 1280, HIGH = 720, INSIDE = 1168;
const state = window.pageScreens = {at: 0, last: 0, ready: false};
let landing = 'first', drawnFrom = '', seen = '', departed = '', leaving = false, timer = 0, building = false;

const marker = () => document.querySelector('.screen-mode');
const overlay = () => document.getElementById('screens');
const door = name => document.querySelector(`.st-key-door-${name} a`);
const make = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

function copied(node) {
  const copy = node.cloneNode(true);
  copy.querySelectorAll('a').forEach(link => link.removeAttribute('href'));
  copy.querySelectorAll('details, button, script, style, .hint').forEach(part => part.remove());
  return copy;
}

// dt and dd belong together when a list is set in two columns
function paired(list) {
  for (const name of [...list.querySelectorAll('dt')]) {
    const pair = make('div'), text = name.nextElementSibling;
    name.before(pair);
    pair.append(name, ...(text?.tagName === 'DD' ? [text] : []));
  }
  return list;
}

/** What the page shows, in reading order: the headline and its line below, then parts, charts, tables and other blocks. */
function content() {
  const found = {headline: '', sub: '', pieces: []};
  const add = node => {
    if (node.matches('h1')) found.headline = node.innerText || node.textContent;
    else if (node.matches('h2.part')) found.pieces.push({kind: 'part', title: node.textContent, sub: '', together: !!node.closest('.screen-together, [class*=st-key-screen-together]')});
    else if (node.matches('p.sub')) {
      const before = found.pieces[found.pieces.length - 1];
      const said = copied(node).textContent.trim();
      if (before?.kind === 'part' && !before.sub) before.sub = said; else if (said) found.sub = said;
    }
    else if (node.matches('table')) found.pieces.push({kind: 'table', node: copied(node)});
    else if (node.matches('dl')) found.pieces.push({kind: 'block', node: paired(copied(node))});
    else if (!node.matches('style, script, details, .actions, .screen-mode, p.source, p.slide, ul.found, nav')) found.pieces.push({kind: node.matches('p.note') ? 'note' : 'block', node: copied(node)});
  };
  const skipped = '.st-key-known-day, .st-key-known-day-box, .st-key-choices, .st-key-signals, .st-key-present, .st-key-doors, .st-key-who, .st-key-footer, [class*=st-key-script-]';
  for (const box of document.querySelectorAll('[data-testid=stMain] [data-testid=stElementContainer]')) {
    if (box.closest(skipped)) continue;
    const plots = [...box.querySelectorAll('.js-plotly-plot, figure.chart')], html = box.querySelector('.stHtml');
    const other = box.querySelector('[data-testid=stMarkdownContainer], [data-testid=stAlert]');
    const charts = inside => inside.forEach(plot => found.pieces.push({kind: 'chart', plot, row: box.closest('[data-testid=stHorizontalBlock]'), column: box.closest('[data-testid=stColumn]')}));
    if (html) for (const part of [...html.children].flatMap(node => node.matches('.apart') ? [...node.children] : [node])) {
      const inside = plots.filter(plot => part.contains(plot));
      if (inside.length) charts(inside); else add(part);
    } else if (plots.length) charts(plots);
    else if (other && !box.querySelector('button, a[data-testid=stPageLink-NavLink]')) found.pieces.push({kind: 'block', node: copied(other)});
  }
  return found;
}

// charts that stand side by side on the page stand side by side on a screen
function grouped(pieces) {
  const groups = [];
  for (const piece of pieces) {
    const before = groups[groups.length - 1];
    if (piece.kind !== 'chart') groups.push(piece);
    else if (before?.kind === 'charts' && piece.row && before.row === piece.row && before.column !== piece.column) { before.plots.push(piece.plot); before.column = piece.column; }
    else groups.push({kind: 'charts', plots: [piece.plot], row: piece.row, column: piece.column});
  }
  return groups;
}

// side by side, bars of one size mean one value: all begin at the same height with letters of the same size
async function pictures(plots, width, height) {
  const options = {largest: 1.6, source: false, edge: 2}, draw = () => Promise.all(plots.map(plot => window.chartPictures.drawn(plot, width, height, options)));
  let drawn = await draw();
  for (let again = 0; again < 2 && new Set(drawn.map(svg => svg.dataset.top + svg.dataset.scale)).size > 1; again++) {
    options.largest = Math.min(...drawn.map(svg => +svg.dataset.scale));
    options.above = Math.max(...drawn.map(svg => +svg.dataset.top));
    drawn = await draw();
  }
  return Promise.all(drawn.map(async svg => {
    const image = new Image(width, height);
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(window.chartPictures.asText(svg));
    image.alt = svg.querySelector('title').textContent;
    await image.decode();
    return image;
  }));
}

class Screens {
  constructor(root, page) { Object.assign(this, {root, page, list: [], title: '', sub: ''}); this.open(); }

  open(continued = false) {
    const screen = make('section', 'screen measured'), header = make('header'), body = make('div', 'body'), footer = make('footer');
    if (this.title) {
      if (this.page.headline) header.append(make('p', 'kicker', this.page.headline));
      header.append(make('h1', '', this.title + (continued ? ' (tiếp)' : '')));
      if (this.sub) header.append(make('p', 'sub', this.sub));
    } else header.append(make('h1', this.page.headline.length > 110 ? 'long' : '', this.page.headline));
    footer.append(make('span', 'source', this.page.sub), make('span', 'count', `${marker()?.dataset.title || ''} · 88/88`));
    screen.append(header, body, footer);
    this.list.at(-1)?.screen.classList.remove('measured');
    this.root.append(screen);
    this.list.push({screen, body});
    this.body = body;
  }

  get room() { return this.body.clientHeight - [...this.body.children].reduce((sum, child) => sum + child.offsetHeight + 12, 0); }
  get full() { return this.body.scrollHeight > this.body.clientHeight + 1; }

  // the first part stands below headline and cards, a part marked screen-together below what came before, as long as there is room
  part(piece) {
    const bare = !this.body.children.length, early = this.list.length === 1 && !this.title;
    if (!bare && (early || piece.together) && this.room >= 300) {
      const name = make('h2', 'part', piece.title);
      if (piece.sub) name.append(make('small', '', piece.sub));
      this.body.append(name);
      return;
    }
    Object.assign(this, {title: piece.title, sub: piece.sub});
    if (bare) { this.list.pop().screen.remove(); }
    this.open();
  }

  block(node) {
    this.body.append(node);
    if (!this.full) return;
    if (this.body.children.length > 1) { node.remove(); this.open(true); this.body.append(node); }
    if (this.full && this.goesOn(node)) return;
    for (let size = 0.95; this.full && size >= 0.4; size -= 0.05) node.style.zoom = size;
    if (node.matches('.summary') && !node.style.zoom) this.grow(node);
  }

  // a list longer than a screen goes on on the next one
  goesOn(node) {
    const list = node.querySelector('ul'), rest = node.cloneNode(true), following = rest.querySelector('ul');
    if (!list || list.children.length < 2) return false;
    [...following.parentElement.children].slice(0, [...following.parentElement.children].indexOf(following)).forEach(said => said.remove());
    following.replaceChildren();
    while (this.full && list.children.length > 1) following.prepend(list.lastElementChild);
    this.open(true);
    this.block(rest);
    return true;
  }

  // letters larger where a block leaves much of its screen empty
  grow(node) {
    for (let size = 1.05; size <= 1.5; size += 0.05) {
      node.style.zoom = size;
      if (this.full) { node.style.zoom = size - 0.05; return; }
    }
  }

  // letters a little smaller when that spares a screen
  zoom(whole) {
    this.body.append(whole);
    const high = whole.offsetHeight, head = whole.tHead?.offsetHeight || 0;
    whole.remove();
    const room = screens => (this.room - head + (screens - 1) * (this.body.clientHeight - head)) * (screens > 1 ? 0.92 : 0.99);
    let screens = 1;
    while (high - head > room(screens)) screens++;
    const smaller = screens > 1 ? room(screens - 1) / (high - head) : 1;
    return smaller >= 0.78 ? smaller : 1;
  }

  table(whole) {
    const rows = [...whole.tBodies[0].rows];
    whole.style.zoom = this.zoom(whole);
    let table;
    const begin = () => {
      table = whole.cloneNode(true);
      table.tBodies[0].replaceChildren();
      this.body.append(table);
    };
    begin();
    const first = this.list.length - 1;
    rows.forEach((row, place) => {
      table.tBodies[0].append(row);
      const lonely = row.classList.contains('group') && rows[place + 1];  // a group's name stays with its first row
      if (lonely) table.tBodies[0].append(rows[place + 1]);
      if (!this.full) return;
      if (lonely) rows[place + 1].remove();
      row.remove();
      const group = row.classList.contains('group') ? null : rows.slice(0, place).findLast(other => other.classList.contains('group'));
      if (!table.tBodies[0].rows.length) table.remove();
      if (this.body.children.length) this.open(true);
      begin();
      if (group) table.tBodies[0].append(group.cloneNode(true));
      table.tBodies[0].append(row);
      for (let size = 0.9; this.full && size >= 0.4; size -= 0.1) table.style.zoom = size;
    });
    let before = '';
    this.list.slice(first + 1).forEach(({screen}) => { before = Screens.found(screen, before); });
  }

  // a screen that goes on with a table says what the groups on it come to, not once more what the first one said
  static found(screen, before) {
    const said = [...screen.querySelectorAll('tr.group[data-say]')].map(row => row.dataset.say);
    if (!said.length) return '';
    const whole = said.slice(0, 3).join(', ') + (said.length > 3 ? `; và ${said.length - 3} nhóm khác` : '');
    screen.querySelector('header h1').textContent = whole + (whole === before ? ' (tiếp)' : '');
    screen.querySelector('header .sub')?.remove();
    return whole;
  }

  async charts(plots, notes) {
    const below = make('div', 'notes');
    below.append(...notes.map(note => note.node));
    this.body.append(below);
    const beside = this.room >= 260;
    if (!beside) below.remove();
    if (this.room < 260 && this.body.children.length) {
      const name = this.body.lastElementChild;
      if (name.matches('h2.part')) { name.remove(); this.title = name.firstChild.textContent; this.sub = ''; this.open(); }  // a name goes with its chart
      else this.open(true);
    }
    const high = Math.floor(this.room - 4), wide = Math.floor((INSIDE - 24 * (plots.length - 1)) / plots.length);
    const row = make('div', 'charts');
    row.append(...await pictures(plots, wide, high));
    if (beside) below.before(row); else this.body.append(row);
    if (!beside && notes.length) this.block(below);
  }
}

async function build(found) {
  const root = make('div');
  root.id = 'screens';
  root.setAttribute('role', 'region');
  root.setAttribute('aria-label', 'Trình chiếu');
  root.style.visibility = 'hidden';
  document.body.append(root);
  const screens = new Screens(root, found), pieces = grouped(found.pieces);
  for (let place = 0; place < pieces.length; place++) {
    const piece = pieces[place];
    if (piece.kind === 'part') screens.part(piece);
    else if (piece.kind === 'table') screens.table(piece.node);
    else if (piece.kind === 'charts') {
      const notes = [];
      while (pieces[place + 1]?.kind === 'note') notes.push(pieces[++place]);
      await screens.charts(piece.plots, notes);
    } else screens.block(piece.node);
  }
  const title = marker()?.dataset.title || '';
  screens.list.forEach(({screen, body}, place) => {
    screen.classList.remove('measured');
    body.classList.toggle('alone', body.children.length === 1 && body.firstElementChild.matches('.empty'));
    screen.querySelector('.count').textContent = `${title} · ${place + 1}/${screens.list.length}`;
  });
  root.append(bar());
  return [root, screens.list.length];
}

// what a hand without keys finds: back, where one is, on, out
function bar() {
  const bar = make('nav', 'bar'), button = (text, name, act) => {
    const made = make('button', '', text);
    made.type = 'button';
    made.setAttribute('aria-label', name);
    made.addEventListener('click', act);
    return made;
  };
  bar.setAttribute('aria-label', 'Điều khiển trình chiếu');
  bar.append(button('‹', 'Màn hình trước', () => state.ready && back()), make('span', 'place'), button('›', 'Màn hình sau', () => state.ready && forward()), button('✕', 'Thoát trình chiếu', leave));
  return bar;
}
let still = 0;
window.addEventListener('pointermove', () => {
  overlay()?.classList.add('moved');
  clearTimeout(still);
  still = setTimeout(() => overlay()?.classList.remove('moved'), 2500);
});

function fit() {
  const scale = Math.min(innerWidth / WIDE, innerHeight / HIGH);
  overlay()?.querySelectorAll('.screen').forEach(screen => { screen.style.transform = `translate(-50%, -50%) scale(${scale})`; });
}

function show(place) {
  state.at = place;
  overlay()?.querySelectorAll('.screen').forEach((screen, at) => screen.classList.toggle('shown', at === place));
  const said = overlay()?.querySelector('.bar .place');
  if (said) said.textContent = `${place + 1}/${state.last + 1}`;
}

const settled = () => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
  && window.chartPictures.charts().every(window.chartPictures.ready) && !document.querySelector('[data-testid=stMain] [data-testid=stSkeleton]')  // what draws a chart may still be loading
  && document.querySelector('[data-testid=stMain] h1, [data-testid=stMain] .empty, [data-testid=stMain] [data-testid=stAlert]');

// a link to the page that is open already leaves the address as it was: say there whether this is the screenshot view
function addressed(inside) {
  const here = new URL(location);
  if ((here.searchParams.get('che_do') === 'man-hinh') === inside) return;
  if (inside) here.searchParams.set('che_do', 'man-hinh'); else here.searchParams.delete('che_do');
  if (inside) history.pushState(history.state, '', here); else history.replaceState(history.state, '', here);  // so that Back leads out again
}

function closed() {
  overlay()?.remove();
  drawnFrom = departed = ''; state.ready = false; landing = 'first';
  if (leaving) addressed(leaving = false);
}

async function look() {
  if (!marker()) { closed(); return; }
  if (building || marker().dataset.title === departed || !settled()) { wait(); return; }
  departed = '';
  const found = content();
  const from = JSON.stringify([marker().dataset.title, found.headline, found.sub, found.pieces.map(piece => piece.plot ? [piece.plot.data || piece.plot.innerHTML, window.chartPictures.about(piece.plot)] : [piece.title, piece.sub, piece.node?.outerHTML])]);
  if (from === drawnFrom && overlay()) return;
  if (from !== seen) { seen = from; wait(); return; }  // still arriving
  building = true;
  try {
    const before = overlay();
    const [root, count] = await build(found);
    before?.remove();
    drawnFrom = from;
    state.last = count - 1;
    fit();
    show(landing === 'last' ? state.last : landing === 'first' ? 0 : Math.min(state.at, state.last));
    landing = 'same';
    root.style.visibility = 'visible';
    addressed(true);
    state.ready = true;
  } catch (problem) {
    document.documentElement.classList.add('screens-failed');
    throw problem;
  } finally { building = false; }
}

function wait() { clearTimeout(timer); timer = setTimeout(look, 150); }

function through(name, where) {
  if (!door(name)) return;
  landing = where; departed = marker().dataset.title; state.ready = false;
  door(name).click();
}
const forward = () => state.at < state.last ? show(state.at + 1) : through('next', 'first');
const back = () => state.at > 0 ? show(state.at - 1) : through('previous', 'last');
const leave = () => { leaving = true; through('leave', 'first'); };
const KEYS = {
  ArrowRight: forward, ArrowDown: forward, PageDown: forward, ' ': forward, ArrowLeft: back, ArrowUp: back, PageUp: back,
  Home: () => show(0), End: () => show(state.last), Escape: leave,
};

window.addEventListener('keydown', event => {
  const act = marker() && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key];
  if (!act) return;
  event.preventDefault(); event.stopPropagation();
  if (state.ready || event.key === 'Escape') act();
}, true);
window.addEventListener('click', event => {  // without a keyboard: the right half of the screen goes on, the left half back
  if (state.ready && event.target.closest?.('#screens') && !event.target.closest('.bar')) (event.clientX > innerWidth / 2 ? forward : back)();
});
let touched = null;
window.addEventListener('touchstart', event => { touched = event.touches.length === 1 && event.target.closest?.('#screens') ? event.touches[0] : null; }, {passive: true});
window.addEventListener('touchend', event => {  // a swipe to the left goes on, to the right back
  const ended = event.changedTouches[0], across = touched ? ended.clientX - touched.clientX : 0;
  if (state.ready && Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(ended.clientY - touched.clientY)) (across < 0 ? forward : back)();
  touched = null;
}, {passive: true});
window.addEventListener('popstate', () => { if (marker() && new URL(location).searchParams.get('che_do') !== 'man-hinh') leave(); });
window.addEventListener('resize', fit);
new MutationObserver(wait).observe(document.getElementById('root') || document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-test-script-state', 'data-title']});
wait();
})();
