/* A heading of a table that sorts: the smallest first, at the next press the largest; what is missing stays at the end. */
if (!window.sortsTables) {
  window.sortsTables = true;
  const order = new Intl.Collator('vi', {numeric: true});
  const sort = heading => {
    const table = heading.closest('table'), place = heading.cellIndex, body = table.tBodies[0];
    const turned = heading.ariaSort === 'ascending' ? -1 : 1;
    const value = row => row.cells[place].dataset.value || '';
    const numbers = heading.matches('.n');
    const compare = (one, other) => numbers ? one - other : order.compare(one, other);
    const rows = [...body.rows].sort((one, other) => {
      const [a, b] = [value(one), value(other)];
      return !a || !b ? !a - !b : turned * compare(a, b);
    });
    body.append(...rows);
    for (const other of heading.parentElement.cells) other.removeAttribute('aria-sort');
    heading.ariaSort = turned < 0 ? 'descending' : 'ascending';
  };
  const pressed = event => event.target.closest?.('table.sorts th [role=button]')?.parentElement;
  document.addEventListener('click', event => { const heading = pressed(event); if (heading) sort(heading); });
  document.addEventListener('keydown', event => {
    const heading = (event.key === 'Enter' || event.key === ' ') && pressed(event);
    if (heading) { event.preventDefault(); sort(heading); }
  });
}
