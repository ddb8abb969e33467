/** Where Renovate looks for its configuration: https://docs.renovatebot.com/configuration-options/ */
export const isRenovate = (path: string): boolean =>
  /^(\.github\/|\.gitlab\/)?renovate\.json[5c]?$|^\.renovaterc(\.json5?)?$/.test(path);
