/** Of `names`, the storages of other windows on the workspace whose storage is called `own` (`<id>` or `<id>-<n>`). */
export function siblingStorages(own: string, names: readonly string[]): string[] {
  const idOf = (name: string) => name.replace(/-\d{1,3}$/, '');
  return names.filter(name => name !== own && idOf(name) === idOf(own));
}
