/** To be filled. */
export function WorklistPage() {
  return <h1>WorklistPage</h1>;
}
