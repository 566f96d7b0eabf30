/* Drawings come as texts, because the sanitizer of st.html takes SVG out: each is put into its place before the browser paints. */
if (!window.unfoldsDrawings) {
  const unfold = node => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const places = node.matches('[data-drawing]') ? [node] : node.querySelectorAll('[data-drawing]');
    for (const place of places) {
      place.innerHTML = decodeURIComponent(place.dataset.drawing);
      place.removeAttribute('data-drawing');
    }
  };
  window.unfoldsDrawings = new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(unfold)));
  window.unfoldsDrawings.observe(document.body, {subtree: true, childList: true});
}
