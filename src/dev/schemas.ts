export const schemaFiles = (): Record<string, string> => ({});
