/** To be filled. */
export function Palette(_: { readonly open: boolean; readonly onClose: () => void }) {
  return null;
}
