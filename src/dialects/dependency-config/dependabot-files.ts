/** Where Dependabot's configuration is, and where it is put by mistake. */
export const isDependabot = (path: string): boolean => /^(\.github\/)?dependabot\.ya?ml$/.test(path);
