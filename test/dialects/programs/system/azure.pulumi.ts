import * as azure from '@pulumi/azure-native';
import { Vault } from '@pulumi/azure-native/keyvault';

new azure.storage.StorageAccount('store', {
  sku: { name: 'Standard_GRS' },
  enableHttpsTrafficOnly: true,
  minimumTlsVersion: 'TLS1_2',
  allowBlobPublicAccess: false,
  allowSharedKeyAccess: false,
  publicNetworkAccess: 'Disabled',
});
const shop = new azure.storage.v20230101.StorageAccount('shop', {
  sku: { name: azure.storage.SkuName.Standard_LRS },
  enableHttpsTrafficOnly: false,
  minimumTlsVersion: azure.storage.MinimumTlsVersion.TLS1_0,
  allowBlobPublicAccess: true,
  networkRuleSet: { defaultAction: azure.storage.DefaultAction.Allow },
});
new azure.storage.BlobContainer('photos', { accountName: shop.name, publicAccess: azure.storage.PublicAccess.Blob });
new Vault('vault', {
  properties: {
    enablePurgeProtection: true,
    publicNetworkAccess: 'Disabled',
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' },
  },
});
new Vault('open', { properties: { enablePurgeProtection: false } });
new azure.containerservice.ManagedCluster('private', {
  enableRBAC: true,
  disableLocalAccounts: true,
  apiServerAccessProfile: { enablePrivateCluster: true },
  autoUpgradeProfile: { upgradeChannel: 'stable' },
  networkProfile: { networkPlugin: 'azure', networkPolicy: 'calico' },
  agentPoolProfiles: [{ name: 'system', enableNodePublicIP: false }],
});
new azure.containerservice.ManagedCluster('public', {
  enableRBAC: false,
  agentPoolProfiles: [{ name: 'system', enableNodePublicIP: true }],
});
new azure.containerregistry.Registry('images', {
  sku: { name: 'Premium' },
  adminUserEnabled: false,
  publicNetworkAccess: 'Disabled',
});
new azure.containerregistry.Registry('anyone', { sku: { name: 'Standard' }, adminUserEnabled: true });
const rule = { access: 'Allow', direction: 'Inbound', priority: 100, protocol: 'Tcp', sourceAddressPrefix: '*' };
new azure.network.NetworkSecurityGroup('guarded', {
  securityRules: [
    { ...rule, name: 'web', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '443' },
  ],
});
new azure.network.NetworkSecurityGroup('exposed', {
  securityRules: [
    { ...rule, name: 'ssh', sourcePortRange: '*', destinationAddressPrefix: '*', destinationPortRange: '22' },
  ],
});
new azure.sql.Server('ledger', {
  administratorLogin: 'acme',
  minimalTlsVersion: '1.2',
  publicNetworkAccess: 'Disabled',
});
const legacy = new azure.sql.Server('legacy', {
  administratorLogin: 'acme',
  minimalTlsVersion: '1.0',
  publicNetworkAccess: 'Enabled',
});
new azure.sql.FirewallRule('everyone', {
  serverName: legacy.name,
  startIpAddress: '0.0.0.0',
  endIpAddress: '255.255.255.255',
});
new azure.dbforpostgresql.Server('orders', {
  backup: { backupRetentionDays: 30, geoRedundantBackup: 'Enabled' },
  network: { publicNetworkAccess: 'Disabled' },
  highAvailability: { mode: 'ZoneRedundant' },
});
new azure.dbforpostgresql.Server('trial', {
  backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' },
  network: { publicNetworkAccess: 'Enabled' },
  highAvailability: { mode: 'Disabled' },
});
new azure.documentdb.DatabaseAccount('documents', { publicNetworkAccess: 'Disabled', disableLocalAuth: true });
new azure.documentdb.DatabaseAccount('sessions', { publicNetworkAccess: 'Enabled', disableLocalAuth: false });
new azure.compute.Disk('disk', { encryption: { diskEncryptionSetId: '/subscriptions/1/diskEncryptionSets/keys' } });
new azure.web.WebApp('site', {
  kind: 'app,linux',
  httpsOnly: true,
  clientCertEnabled: true,
  siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true, remoteDebuggingEnabled: false },
  identity: { type: 'SystemAssigned' },
});
new azure.web.WebApp('old', {
  kind: 'app,linux',
  httpsOnly: false,
  siteConfig: {
    minTlsVersion: '1.0',
    ftpsState: azure.web.FtpsState.AllAllowed,
    remoteDebuggingEnabled: true,
    cors: { allowedOrigins: ['*'] },
  },
});
new azure.compute.VirtualMachine('worker', {
  osProfile: { linuxConfiguration: { disablePasswordAuthentication: true } },
  securityProfile: { encryptionAtHost: true },
});
new azure.compute.VirtualMachine('pet', {
  osProfile: { adminPassword: 'correct-horse-9', linuxConfiguration: { disablePasswordAuthentication: false } },
});
new azure.redis.Redis('cache', {
  enableNonSslPort: true,
  minimumTlsVersion: '1.0',
  publicNetworkAccess: 'Enabled',
});
