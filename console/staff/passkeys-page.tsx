/** To be filled. */
export function PasskeysPage() {
  return <h1>PasskeysPage</h1>;
}
