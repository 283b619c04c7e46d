export function DefendPage() {
  return null;
}
