resource "azurerm_storage_account" "store" {
  account_tier                    = "Standard"
  account_replication_type        = "GRS"
  https_traffic_only_enabled      = true
  min_tls_version                 = "TLS1_2"
  allow_nested_items_to_be_public = false
  shared_access_key_enabled       = false
  public_network_access_enabled   = false
}

resource "azurerm_storage_account" "shop" {
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  https_traffic_only_enabled      = false
  min_tls_version                 = "TLS1_0"
  allow_nested_items_to_be_public = true
  network_rules {
    default_action = "Allow"
  }
}

resource "azurerm_storage_container" "photos" {
  storage_account_name  = azurerm_storage_account.shop.name
  container_access_type = "blob"
}

resource "azurerm_key_vault" "vault" {
  purge_protection_enabled      = true
  public_network_access_enabled = false
  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}

resource "azurerm_key_vault" "open" {
  purge_protection_enabled = false
}

resource "azurerm_kubernetes_cluster" "private" {
  private_cluster_enabled           = true
  local_account_disabled            = true
  role_based_access_control_enabled = true
  automatic_upgrade_channel         = "stable"
  network_profile {
    network_plugin = "azure"
    network_policy = "calico"
  }
  default_node_pool {
    name                   = "system"
    node_public_ip_enabled = false
  }
}

resource "azurerm_kubernetes_cluster" "public" {
  role_based_access_control_enabled = false
  default_node_pool {
    name                   = "system"
    node_public_ip_enabled = true
  }
}

resource "azurerm_container_registry" "images" {
  sku                           = "Premium"
  admin_enabled                 = false
  public_network_access_enabled = false
}

resource "azurerm_container_registry" "anyone" {
  sku           = "Standard"
  admin_enabled = true
}

resource "azurerm_network_security_group" "guarded" {
  security_rule {
    name                       = "web"
    access                     = "Allow"
    direction                  = "Inbound"
    priority                   = 100
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}

resource "azurerm_network_security_group" "exposed" {
  security_rule {
    name                       = "ssh"
    access                     = "Allow"
    direction                  = "Inbound"
    priority                   = 100
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "22"
  }
}

resource "azurerm_mssql_server" "ledger" {
  administrator_login           = "acme"
  minimum_tls_version           = "1.2"
  public_network_access_enabled = false
}

resource "azurerm_mssql_server" "legacy" {
  administrator_login           = "acme"
  minimum_tls_version           = "1.0"
  public_network_access_enabled = true
}

resource "azurerm_mssql_firewall_rule" "everyone" {
  server_id        = azurerm_mssql_server.legacy.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}

resource "azurerm_postgresql_flexible_server" "orders" {
  backup_retention_days         = 30
  geo_redundant_backup_enabled  = true
  public_network_access_enabled = false
  high_availability {
    mode = "ZoneRedundant"
  }
}

resource "azurerm_postgresql_flexible_server" "trial" {
  backup_retention_days         = 7
  geo_redundant_backup_enabled  = false
  public_network_access_enabled = true
}

resource "azurerm_cosmosdb_account" "documents" {
  public_network_access_enabled = false
  local_authentication_disabled = true
}

resource "azurerm_cosmosdb_account" "sessions" {
  public_network_access_enabled = true
  local_authentication_disabled = false
}

resource "azurerm_managed_disk" "disk" {
  disk_encryption_set_id = "/subscriptions/1/diskEncryptionSets/keys"
}

resource "azurerm_linux_web_app" "site" {
  https_only                 = true
  client_certificate_enabled = true
  site_config {
    minimum_tls_version      = "1.2"
    ftps_state               = "Disabled"
    http2_enabled            = true
    remote_debugging_enabled = false
  }
  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_linux_web_app" "old" {
  https_only = false
  site_config {
    minimum_tls_version      = "1.0"
    ftps_state               = "AllAllowed"
    remote_debugging_enabled = true
    cors {
      allowed_origins = ["*"]
    }
  }
}

resource "azurerm_linux_virtual_machine" "worker" {
  disable_password_authentication = true
  encryption_at_host_enabled      = true
}

resource "azurerm_linux_virtual_machine" "pet" {
  disable_password_authentication = false
  admin_password                  = "correct-horse-9"
}

resource "azurerm_redis_cache" "cache" {
  non_ssl_port_enabled          = true
  minimum_tls_version           = "1.0"
  public_network_access_enabled = true
}
