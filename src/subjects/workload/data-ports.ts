/** Ports at which data stores listen unless told otherwise: https://www.iana.org/assignments/service-names-port-numbers */
export const dataPorts: ReadonlySet<number> = new Set([
  1433, 1521, 2379, 3306, 5432, 5984, 6379, 7687, 8086, 9042, 9200, 9300, 11211, 26257, 27017,
]);
