/** Two letters of a name for its round mark: `R. Ito` → `RI`, 高橋 → 高橋, 佐藤 真 → 佐真. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s.・]+/u).filter((part) => part);
  const first = [...(parts[0] ?? '')];
  const last = [...(parts.at(-1) ?? '')];
  const letters = parts.length > 1 ? [first[0], last[0]] : first.slice(0, 2);
  return letters.join('').toUpperCase();
}
