/** Of `names`, the storages of other windows on the workspace whose storage is called `own`. */
export function siblingStorages(own: string, names: readonly string[]): string[] {
  const id = own.replace(/-\d{1,3}$/, '');
  return names.filter(name => name !== own && (name === id || new RegExp(`^${id}-\\d{1,3}$`).test(name)));
}
