let place: HTMLElement | null = null;

/** Says a sentence to whoever listens to the page, without moving anything on it. */
export function announce(sentence: string): void {
  if (!place) {
    place = document.createElement('p');
    place.className = 'vh';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  // The same sentence twice is said twice only when the place was empty in between.
  place.textContent = '';
  const said = place;
  setTimeout(() => {
    said.textContent = sentence;
  }, 50);
}

/** Writes a sentence beside what was pressed, and says it. One place for each neighbour. */
export function tellBeside(neighbour: Element, sentence: string): void {
  const next = neighbour.nextElementSibling;
  const note = next?.matches('[data-note]') ? next : document.createElement('p');
  if (note !== next) {
    note.className = 'fine beside';
    note.setAttribute('data-note', '');
    neighbour.after(note);
  }
  note.textContent = sentence;
  announce(sentence);
}

/** Takes such a sentence away again. */
export function untellBeside(neighbour: Element): void {
  const next = neighbour.nextElementSibling;
  if (next?.matches('[data-note]')) next.remove();
}
