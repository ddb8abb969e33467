/** Which app applies a settings file, and to what; `live`: no file, but what the forge says holds. */
export interface SettingsModel {
  app: 'settings' | 'safe-settings' | 'live';
  level: 'repository' | 'suborganization' | 'organization';
  /** Of a file that is named after its repository. */
  repository?: string;
}
