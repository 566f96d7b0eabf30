// A chart as a picture: the inline SVG of a figure.chart as it is drawn, or a Plotly figure laid out anew, at the picture's size,
// with title, key, note and source around it. Everything happens in the reader's browser, with the fonts that it has.
(() => {
if (window.chartPictures) return;
const SVG = 'http://www.w3.org/2000/svg', INK = '#16242f', MUTED = '#4f5d69', HATCH = 'gach-cheo';
const FONT = "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";
const ruler = document.createElement('canvas').getContext('2d');

const widthOf = (text, size, weight = 400) => { ruler.font = `${weight} ${size}px ${FONT}`; return ruler.measureText(text).width; };

function wrapped(text, size, weight, width) {
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && widthOf(longer, size, weight) <= width) lines[lines.length - 1] = longer; else lines.push(word);
  }
  return lines;
}

function element(parent, name, attributes = {}, text) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

function paragraph(svg, text, x, y, size, weight, colour, width) {
  if (!text) return y;
  for (const line of wrapped(text, size, weight, width)) {
    y += size * 1.32;
    element(svg, 'text', {x, y: y - size * 0.3, 'font-size': size, 'font-weight': weight, fill: colour}, line);
  }
  return y;
}

// the key in one or more rows: a swatch and its name, then the shapes of the statuses
function keyRows(meta, size, width) {
  const entries = [...(meta.key || []).map(mark => ({mark, text: mark.name})), ...(meta.statuses || []).map(text => ({text}))];
  const rows = [[]];
  let x = 0;
  for (const entry of entries) {
    const wide = (entry.mark ? 32 : 0) + widthOf(entry.text, size) + 18;
    if (x + wide > width && rows[rows.length - 1].length) { rows.push([]); x = 0; }
    rows[rows.length - 1].push({...entry, x});
    x += wide;
  }
  return entries.length ? rows : [];
}

// a kind of mark as notation.MARKS describes it
function swatch(svg, mark, x, middle) {
  const dash = {dot: '2 3', dash: '6 3'}[mark.dash] || 'none', stroke = mark.stroke || 'none', width = mark.width;
  if (mark.shape === 'line') {
    element(svg, 'line', {x1: x, x2: x + 26, y1: middle, y2: middle, stroke, 'stroke-width': width, 'stroke-dasharray': dash});
  } else if (mark.shape === 'dot') {
    element(svg, 'circle', {cx: x + 13, cy: middle, r: 4.5, stroke, 'stroke-width': width, fill: mark.fill || '#fff'});
  } else {
    const high = mark.fill || mark.hatch === 'fine' ? 7 : 11;
    element(svg, 'rect', {x: x + 0.8, y: middle - high / 2, width: 24, height: high, stroke, 'stroke-width': width, 'stroke-dasharray': dash,
      fill: mark.hatch ? `url(#${hatchName(mark)})` : mark.fill || 'none'});
  }
}

const hatchName = mark => `${HATCH}-${mark.hatch}-${mark.stroke.slice(1)}`;

function hatching(svg, marks) {
  const defs = element(svg, 'defs');
  for (const mark of marks) {
    const step = mark.hatch === 'fine' ? 4 : 8;
    const pattern = element(defs, 'pattern', {id: hatchName(mark), width: step, height: step, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'});
    element(pattern, 'rect', {width: step, height: step, fill: '#fff'});
    element(pattern, 'rect', {width: 1.6, height: step, fill: mark.stroke});
  }
}

const inline = chart => chart.matches('figure.chart');
/** What a chart says beside its bars; see images.about. */
const about = chart => inline(chart) ? JSON.parse(chart.dataset.about) : {...chart.layout.meta};

// texts that the figure carries for the screen; in a picture they are set anew
const ownTexts = annotations => (annotations || []).filter(note => note.name !== 'heading' && note.name !== 'source');

// of the drawings for a phone, a column and a page the largest that finds room; see svg.LAYOUTS
const LEAST = {page: 760, column: 520, phone: 0};
const drawingFor = (figure, width) => Object.keys(LEAST).filter(layout => LEAST[layout] <= width)
  .map(layout => figure.querySelector(`svg.drawing.${layout}`)).find(Boolean) || figure.querySelector('svg.drawing');
const forChat = figure => figure.querySelector('svg.drawing.chat') || figure.querySelector('svg.drawing');

/** Height of a drawing of lying bars without all but the first ones; the whole when none is left out. */
function heightOf(source, kept) {
  const rooms = [...source.querySelectorAll('.slot .hit')];
  if (kept >= rooms.length) return +source.getAttribute('height');
  return +rooms[kept - 1].getAttribute('y') + +rooms[kept - 1].getAttribute('height');
}

/** Height that the bars of a chart need with their labels when they are so wide; `kept`: how many rows of the drawing for a chat. */
function needed(chart, width, kept) {
  if (inline(chart)) return (kept ? heightOf(forChat(chart), kept) : +drawingFor(chart, width).getAttribute('height')) + 8;
  const meta = chart.layout.meta;
  return Math.max(130, 0.72 * (meta.plot || chart.layout.height || 200)) + 8 + (meta.foot || 0);
}

// a drawing of the page as part of a picture: places in numbers instead of percent, nothing to point at or to tap
function copied(figure, svg, x, y, width, height, kept) {
  const most = parseFloat(figure.style.maxWidth) || Infinity, wide = Math.min(width, most), source = kept ? forChat(figure) : drawingFor(figure, width);
  const high = kept ? heightOf(source, kept) : +source.getAttribute('height'), group = element(svg, 'g', {transform: `translate(${x + (width - wide) / 2} ${y + (height - high) / 3})`});
  for (const part of source.children) if (!['title', 'desc'].includes(part.localName)) group.append(document.importNode(part, true));
  if (kept) [...group.querySelectorAll('.slot')].slice(kept).forEach(part => part.remove());
  group.querySelectorAll('title, .hit').forEach(part => part.remove());
  group.querySelectorAll('a').forEach(link => { const plain = document.createElementNS(SVG, 'g'); plain.append(...link.childNodes); link.replaceWith(plain); });
  for (const part of group.querySelectorAll('*')) {
    for (const name of ['x', 'x1', 'x2', 'cx', 'width']) {
      const value = part.getAttribute(name);
      if (value?.endsWith('%')) part.setAttribute(name, (parseFloat(value) * wide / 100).toFixed(2));
    }
  }
}

async function redrawn(plot, svg, x, y, width, height) {
  const margin = plot.layout.margin || {};
  const layout = {...structuredClone(plot.layout), width: width + 14, height, autosize: false, annotations: ownTexts(plot.layout.annotations),
    margin: {l: margin.l ?? 32, r: margin.r ?? 8, t: 8, b: (plot.layout.meta.foot ?? 46) + 2, pad: 0}};
  delete layout.meta;
  const inner = await window.Plotly.toImage({data: structuredClone(plot.data), layout, config: {staticPlot: true}},
    {format: 'svg', width: width + 14, height, imageDataOnly: true});
  const nested = new DOMParser().parseFromString(inner, 'image/svg+xml').documentElement;
  for (const [name, value] of Object.entries({x: x - 7, y, width: width + 14, height})) nested.setAttribute(name, value);
  svg.append(document.importNode(nested, true));
}

// sizes of letters: title, subtitle, key, note, source; those of a chat are read on a phone, where the picture is 360 pixels wide
const LETTERS = {title: 20, narrow: 15, subtitle: 13, key: 12, note: 12, source: 11, row: 20};
const CHAT = {title: 17, narrow: 17, subtitle: 13.5, key: 13, note: 13, source: 12.5, row: 21};
const CHAT_SCALE = [2.8, 2.3];

// for a chat: what the page says is the title, and what the chart is about stands below it
function told(chart, note) {
  const meta = {...about(chart), note}, said = document.querySelector('[data-testid=stMain] h1.say')?.innerText.trim();
  return {...meta, title: said || meta.title, subtitle: [said ? meta.title : '', meta.subtitle].filter(Boolean).join(' · ')};
}

// only the first rows are drawn: the note counts them, the key has no more than they show
function leftOut(meta, note, kept) {
  const shown = new Set(meta.rows.slice(0, kept).flat());
  meta.note = [note, `Vẽ ${kept} trong ${meta.rows.length} dòng; ảnh 16:9 có đủ.`].filter(Boolean).join(' ');
  meta.key = meta.key.filter(mark => shown.has(mark.name));
  meta.statuses = (meta.statuses || []).filter(text => shown.has(text.split(' ')[0]));
}

/** A chart as an SVG element of `width` x `height` pixels, its letters up to `largest` times as large as on the screen.
 *  The bars begin no higher than `above`; where they began and how large the letters became is left in `dataset`.
 *  `chat`: for a phone, with bars and letters as large as there; what lies below the last bar that fits is counted in the note. */
async function drawn(chart, width, height, {largest = inline(chart) ? 2.4 : 2, source = true, note = '', edge = 22, above = 0, chat = false} = {}) {
  const meta = chat ? told(chart, note) : {...about(chart), note}, letters = chat ? CHAT : LETTERS;
  if (!source) delete meta.source;
  const all = chat && inline(chart) ? forChat(chart).querySelectorAll('.slot').length : 0;
  let scale = chat ? CHAT_SCALE[0] : largest, kept = all, wide, high, large, rows, top, foot;
  if (chat) edge = 14;
  for (; ;) {  // letters as large as the rows of the chart allow; for a chat not all of the rows
    if (kept < all) leftOut(meta, note, kept);
    wide = width / scale; high = height / scale;
    large = wide < 420 ? letters.narrow : letters.title;
    const inside = wide - 2 * edge;
    rows = keyRows(meta, letters.key, inside);
    const count = (text, size, weight) => text ? wrapped(text, size, weight, inside).length * size * 1.32 : 0;
    top = 18 + count(meta.title, large, 700) + count(meta.subtitle, letters.subtitle, 400) + 6;
    top = Math.max(above, top + rows.length * letters.row + (rows.length ? 6 : 0));
    foot = count(meta.note, letters.note, 400) + count(meta.source, letters.source, 400) + 14;
    const fits = high - top - foot >= needed(chart, inside, kept), least = all ? 0 : meta.least;
    if ((fits && wide >= least) || scale <= 0.5) break;
    if (all && meta.rows?.length && scale <= CHAT_SCALE[1] && kept > 1) kept -= 1; else scale -= 0.05;
  }
  const svg = document.createElementNS(SVG, 'svg');
  Object.assign(svg.dataset, {top, scale});
  for (const [name, value] of Object.entries({xmlns: SVG, width, height, viewBox: `0 0 ${wide} ${high}`, 'font-family': FONT, role: 'img'})) svg.setAttribute(name, value);
  element(svg, 'title', {}, [meta.title, meta.subtitle].filter(Boolean).join(' · '));
  hatching(svg, (meta.key || []).filter(mark => mark.hatch));
  element(svg, 'rect', {width: wide, height: high, fill: '#fff'});
  let y = paragraph(svg, meta.title, edge, 18, large, 700, INK, wide - 2 * edge);
  y = paragraph(svg, meta.subtitle, edge, y, letters.subtitle, 400, MUTED, wide - 2 * edge) + 6;
  for (const row of rows) {
    for (const entry of row) {
      if (entry.mark) swatch(svg, entry.mark, edge + entry.x, y + letters.row / 2);
      element(svg, 'text', {x: edge + entry.x + (entry.mark ? 32 : 0), y: y + letters.row / 2 + 4, 'font-size': letters.key, fill: INK}, entry.text);
    }
    y += letters.row;
  }
  const room = high - top - foot;
  await (inline(chart) ? copied : redrawn)(chart, svg, edge, top, wide - 2 * edge, room, kept);
  y = paragraph(svg, meta.note, edge, top + room, letters.note, 400, INK, wide - 2 * edge);
  paragraph(svg, meta.source, edge, y + 2, letters.source, 400, MUTED, wide - 2 * edge);
  return svg;
}

const asText = svg => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg);

async function png(chart, width, height, note, chat = false) {
  const picture = new Image();
  picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(asText(await drawn(chart, width, height, {note, chat})));
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width; canvas.height = height;
  canvas.getContext('2d').drawImage(picture, 0, 0, width, height);
  return new Promise((done, fail) => canvas.toBlob(blob => blob ? done(blob) : fail(new Error('empty picture')), 'image/png'));
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob); link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const SIZES = {wide: [1600, 900, ''], square: [1200, 1200, ' - vuông'], chat: [1080, 1080, ' - nhóm chat']};

async function asked(kind, chart, note) {
  const name = about(chart).file || 'bieu-do';
  if (kind === 'svg') {
    save(new Blob([asText(await drawn(chart, 1600, 900, {note}))], {type: 'image/svg+xml'}), `${name}.svg`);
    return `Đã tải “${name}.svg”.`;
  }
  if (kind === 'copy') {
    if (!navigator.clipboard?.write || !window.ClipboardItem) throw new Error('no clipboard');
    await navigator.clipboard.write([new ClipboardItem({'image/png': png(chart, 1600, 900, note)})]);
    return 'Đã sao chép ảnh: dán (Ctrl+V) vào trang chiếu hoặc văn bản.';
  }
  const [width, height, ending] = SIZES[kind];
  save(await png(chart, width, height, note, kind === 'chat'), `${name}${ending}.png`);
  return `Đã tải “${name}${ending}.png”.`;
}

// an inline chart by its name, or a Plotly figure by the class that Streamlit gives to the element with this key
const named = name => document.querySelector(`figure.chart[data-chart="${CSS.escape(name)}"]`)
  || document.querySelector(`.st-key-${CSS.escape(name.trim().replace(/[^a-zA-Z0-9_-]/g, '-'))} .js-plotly-plot`);
/** The charts of the page, in reading order; and whether one is there to be copied. */
const charts = () => [...document.querySelectorAll('[data-testid=stMain] :is(figure.chart, [data-testid=stPlotlyChart])')].map(chart => inline(chart) ? chart : chart.querySelector('.js-plotly-plot'));
const ready = chart => !!chart && (inline(chart) || !!(chart.layout && window.Plotly && chart.querySelector('.main-svg')));

// the chart of a menu is drawn once the menu is open: what draws it may still be on its way
async function drawnChart(name) {
  for (let tries = 0; tries < 200 && !ready(named(name)); tries++) await new Promise(go => setTimeout(go, 50));
  return named(name);
}

document.addEventListener('click', async event => {
  const button = event.target.closest?.('button[data-picture]');
  if (!button) return;
  const menu = button.closest('.actions'), said = menu.querySelector('[role=status]'), kind = button.dataset.picture;
  if (!ready(named(button.dataset.chart))) said.textContent = 'Biểu đồ đang được vẽ…';
  const chart = await drawnChart(button.dataset.chart);
  if (!ready(chart)) { said.textContent = 'Biểu đồ chưa vẽ xong, hãy thử lại.'; return; }
  try {
    said.textContent = await asked(kind, chart, menu.dataset.note);
  } catch (problem) {
    if (kind === 'copy') {
      said.textContent = 'Trình duyệt không cho sao chép ảnh (trang cần mở bằng https và được phép dùng bộ nhớ tạm). ';
      const instead = document.createElement('button');
      Object.assign(instead, {type: 'button', textContent: 'Tải ảnh 16:9 về máy'});
      Object.assign(instead.dataset, {picture: 'wide', chart: button.dataset.chart});
      said.append(instead);
    } else {
      said.textContent = 'Trình duyệt này không vẽ được ảnh. Hãy cập nhật trình duyệt, hoặc dùng lệnh in (Ctrl+P).';
    }
  }
});
window.chartPictures = {drawn, asText, about, charts, ready};
})();
