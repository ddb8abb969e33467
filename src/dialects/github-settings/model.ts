/** Which app applies a settings file, and to what. */
export interface SettingsModel {
  app: 'settings' | 'safe-settings';
  level: 'repository' | 'suborganization' | 'organization';
  /** Of a file that is named after its repository. */
  repository?: string;
}
