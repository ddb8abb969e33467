import { areasOf, type Region } from '../model/geography.ts';

/**
 * Regions of clouds: name, city or state, country. Facts from
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html,
 * https://learn.microsoft.com/azure/reliability/regions-list and https://cloud.google.com/about/locations
 */
const table = `
us-east-1 virginia US|us-east-2 ohio US|us-west-1 california US|us-west-2 oregon US|us-gov-east-1 ohio US|us-gov-west-1 oregon US
ca-central-1 montreal CA|ca-west-1 calgary CA|mx-central-1 queretaro MX|sa-east-1 sao-paulo BR
eu-central-1 frankfurt DE|eu-central-2 zurich CH|eu-west-1 dublin IE|eu-west-2 london GB|eu-west-3 paris FR|eu-north-1 stockholm SE
eu-south-1 milan IT|eu-south-2 aragon ES|ap-south-1 mumbai IN|ap-south-2 hyderabad IN|ap-southeast-1 singapore SG
ap-southeast-2 sydney AU|ap-southeast-3 jakarta ID|ap-southeast-4 melbourne AU|ap-southeast-5 kuala-lumpur MY|ap-southeast-7 bangkok TH
ap-northeast-1 tokyo JP|ap-northeast-2 seoul KR|ap-northeast-3 osaka JP|ap-east-1 hong-kong HK|ap-east-2 taipei TW
me-south-1 manama BH|me-central-1 dubai AE|il-central-1 tel-aviv IL|af-south-1 cape-town ZA|cn-north-1 beijing CN|cn-northwest-1 ningxia CN
eastus virginia US|eastus2 virginia US|centralus iowa US|northcentralus illinois US|southcentralus texas US|westus california US
westus2 washington US|westus3 arizona US|westcentralus wyoming US|usgovvirginia virginia US|usgovarizona arizona US|usgovtexas texas US
canadacentral toronto CA|canadaeast quebec CA|mexicocentral queretaro MX|brazilsouth sao-paulo BR|brazilsoutheast rio BR|chilecentral santiago CL
northeurope dublin IE|westeurope amsterdam NL|uksouth london GB|ukwest cardiff GB|francecentral paris FR|francesouth marseille FR
germanywestcentral frankfurt DE|germanynorth berlin DE|switzerlandnorth zurich CH|switzerlandwest geneva CH|norwayeast oslo NO
norwaywest stavanger NO|swedencentral gavle SE|swedensouth staffanstorp SE|polandcentral warsaw PL|italynorth milan IT|spaincentral madrid ES
austriaeast vienna AT|belgiumcentral brussels BE|denmarkeast copenhagen DK|eastasia hong-kong HK|southeastasia singapore SG
australiaeast sydney AU|australiasoutheast melbourne AU|australiacentral canberra AU|australiacentral2 canberra AU|newzealandnorth auckland NZ
japaneast tokyo JP|japanwest osaka JP|koreacentral seoul KR|koreasouth busan KR|centralindia pune IN|southindia chennai IN|westindia mumbai IN
indonesiacentral jakarta ID|malaysiawest kuala-lumpur MY|uaenorth dubai AE|uaecentral abu-dhabi AE|qatarcentral doha QA
israelcentral tel-aviv IL|southafricanorth johannesburg ZA|southafricawest cape-town ZA
us-central1 iowa US|us-east1 south-carolina US|us-east4 virginia US|us-east5 ohio US|us-south1 dallas US|us-west1 oregon US
us-west2 los-angeles US|us-west3 salt-lake-city US|us-west4 las-vegas US|northamerica-northeast1 montreal CA|northamerica-northeast2 toronto CA
northamerica-south1 queretaro MX|southamerica-east1 sao-paulo BR|southamerica-west1 santiago CL
europe-west1 saint-ghislain BE|europe-west2 london GB|europe-west3 frankfurt DE|europe-west4 eemshaven NL|europe-west6 zurich CH
europe-west8 milan IT|europe-west9 paris FR|europe-west10 berlin DE|europe-west12 turin IT|europe-central2 warsaw PL|europe-north1 hamina FI
europe-north2 stockholm SE|europe-southwest1 madrid ES|asia-east1 changhua TW|asia-east2 hong-kong HK|asia-northeast1 tokyo JP
asia-northeast2 osaka JP|asia-northeast3 seoul KR|asia-south1 mumbai IN|asia-south2 delhi IN|asia-southeast1 singapore SG
asia-southeast2 jakarta ID|australia-southeast1 sydney AU|australia-southeast2 melbourne AU|me-west1 tel-aviv IL|me-central1 doha QA
me-central2 dammam SA|africa-south1 johannesburg ZA`;

const regions: ReadonlyMap<string, Region> = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [name = '', city = '', country = ''] = line.split(' ');
      return [name, { name, within: [name, city, country, ...areasOf(country)] }];
    }),
);

// https://cloud.google.com/storage/docs/locations: several regions under one name. `eur5`, `eur7` and `eur8` reach beyond the EU.
const wide: ReadonlyMap<string, readonly string[]> = new Map([
  ['eu', ['EU', 'EEA', 'Europe']],
  ['eur4', ['EU', 'EEA', 'Europe']],
  ['eur7', ['Europe']],
  ['eur5', ['Europe']],
  ['eur8', ['Europe']],
  ['us', ['US', 'North America']],
  ['nam4', ['US', 'North America']],
  ['asia', ['Asia-Pacific']],
  ['asia1', ['JP', 'Asia-Pacific']],
]);

/** What is known of a region by its name in any of the clouds: `eu-central-1`, `West Europe`, `EUR4`, a zone of it. */
export function regionNamed(text: string): Region | undefined {
  const name = text.trim().toLowerCase();
  const plain = name.replace(/\s+/g, '');
  const several = wide.get(plain);
  if (several) return { name: text, within: [plain, ...several] };
  return (
    regions.get(plain) ??
    regions.get(name.replace(/^([a-z]{2}(?:-gov)?-[a-z]+-\d)[a-z]$/, '$1')) ??
    regions.get(name.replace(/-[a-f]$/, ''))
  );
}

/** The cities that regions are known by, as they are written in prose. */
export const cities: ReadonlySet<string> = new Set([...regions.values()].map(({ within }) => within[1]!));
export const regionNames: readonly string[] = [...regions.keys()];
export const countryOfCity = (city: string): string | undefined =>
  [...regions.values()].find(({ within }) => within[1] === city)?.within[2];
