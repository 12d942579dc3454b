/** To be filled. */
export function ReferencePage() {
  return <h1>ReferencePage</h1>;
}
