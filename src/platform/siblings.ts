/** The id of the workspace whose storage is called `name`: `<id>` or `<id>-<n>`. */
export function workspaceId(name: string): string {
  return name.replace(/-\d{1,3}$/, '');
}

/** Of `names`, the storages of other windows on the workspace whose storage is called `own` (`<id>` or `<id>-<n>`). */
export function siblingStorages(own: string, names: readonly string[]): string[] {
  return names.filter(name => name !== own && workspaceId(name) === workspaceId(own));
}
