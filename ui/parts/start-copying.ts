/** How long a page says that something was copied. */
const shownMs = 4_000;

/**
 * Makes every copy button of the page work, those that come later too. `say` tells the reader what
 * was copied; by default a polite live region at the end of the page does.
 */
export function startCopying(
  page: Document,
  say: (text: string) => void = (text) => sayInRegion(page, text),
): () => void {
  const copy = (event: Event) => {
    const from = event.target as Element | null;
    const button = from?.closest<HTMLElement>('[data-copy]');
    const value = button?.dataset['copy'];
    if (!button || value === undefined) return;
    void page.defaultView?.navigator.clipboard.writeText(value).then(() => {
      say(button.dataset['copied'] ?? value);
    });
  };
  page.addEventListener('click', copy);
  return () => page.removeEventListener('click', copy);
}

function sayInRegion(page: Document, text: string): void {
  const region =
    page.getElementById('copied') ??
    page.body.appendChild(
      Object.assign(page.createElement('output'), { id: 'copied', className: 'copied' }),
    );
  region.textContent = text;
  page.defaultView?.setTimeout(() => {
    if (region.textContent === text) region.textContent = '';
  }, shownMs);
}
