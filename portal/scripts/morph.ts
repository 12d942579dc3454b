/**
 * Makes `from` look like `to`, touching only what differs: what has focus keeps it, what was typed
 * stays typed, and what is open stays open.
 */
export function morph(from: Element, to: Element): void {
  copyAttributes(from, to);
  // What a reader has typed lives in the field; the new page can't know better.
  if (from instanceof HTMLTextAreaElement || from instanceof HTMLSelectElement) return;
  let old = firstOf(from);
  for (const wanted of [...to.childNodes]) {
    const match = old && matchFor(old, wanted);
    if (match) {
      while (old && old !== match) old = removed(old);
      morphNode(match, wanted);
      old = nextOf(match);
    } else {
      from.insertBefore(wanted, old);
    }
  }
  while (old) old = removed(old);
}

function morphNode(old: ChildNode, wanted: ChildNode): void {
  if (old instanceof Element && wanted instanceof Element) morph(old, wanted);
  else if (old.nodeValue !== wanted.nodeValue) old.nodeValue = wanted.nodeValue;
}

/** The node that becomes `wanted`: this one, or a later one that is known to be the same part. */
function matchFor(old: ChildNode, wanted: ChildNode): ChildNode | null {
  if (!(wanted instanceof Element) || !keyOf(wanted)) return isSameKind(old, wanted) ? old : null;
  for (let one: ChildNode | null = old; one; one = one.nextSibling) {
    if (isSameKind(one, wanted)) return one;
  }
  return null;
}

function isSameKind(old: ChildNode, wanted: ChildNode): boolean {
  if (old.nodeName !== wanted.nodeName) return false;
  if (!(old instanceof Element) || !(wanted instanceof Element)) return true;
  return keyOf(old) === keyOf(wanted) && old.getAttribute('name') === wanted.getAttribute('name');
}

/** By what a part is recognised: its id, the heading that names it, or the place it has in the page. */
function keyOf(element: Element): string {
  const named = element.id || element.getAttribute('aria-labelledby');
  return named || (/^(DIV|SECTION)$/.test(element.nodeName) ? element.className : '');
}

/** `open` of a `<details>` is the reader's, as is what a script wrote beside a button. */
function copyAttributes(from: Element, to: Element): void {
  const readers = from instanceof HTMLDetailsElement ? 'open' : '';
  for (const { name } of [...from.attributes]) {
    if (name !== readers && !to.hasAttribute(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (name !== readers && from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

function firstOf(parent: Element): ChildNode | null {
  return skipNotes(parent.firstChild);
}

function nextOf(node: ChildNode): ChildNode | null {
  return skipNotes(node.nextSibling);
}

/** What scripts wrote is not the server's to take away. */
function skipNotes(node: ChildNode | null): ChildNode | null {
  let one = node;
  while (one instanceof Element && one.matches('[data-note]')) one = one.nextSibling;
  return one;
}

function removed(node: ChildNode): ChildNode | null {
  const next = nextOf(node);
  node.remove();
  return next;
}
