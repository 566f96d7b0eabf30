/* "Sao chép trích dẫn": copies what the button holds, and says so beside it. */
if (!window.copiesCitations) {
  window.copiesCitations = true;
  document.addEventListener("click", async event => {
    const button = event.target.closest && event.target.closest("button[data-copy]");
    if (!button) return;
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = said.dataset.done;
    } catch {  // no clipboard over plain http: the text is selected instead
      said.textContent = button.dataset.copy;
      getSelection().selectAllChildren(said);
    }
  });
}
