import { describe, expect, it } from 'vitest';
import { judged } from './judged.ts';

const group = (rules: string) => `
variable "office" {
  type = list(string)
}

resource "aws_security_group" "web" {
  name = "web"
  ${rules}
}`;
const ingress = (port: string, from: string, protocol = 'tcp') => `
  ingress {
    from_port   = ${port.split('-')[0]}
    to_port     = ${port.split('-').at(-1)}
    protocol    = "${protocol}"
    cidr_blocks = ${from}
  }`;
const everyone = '["0.0.0.0/0"]';

describe('what a rule says of itself', () => {
  it.each([
    ['"the shop"', 'pass'],
    ['"${var.name} behind the balancer"', 'pass'],
    ['var.name', 'unknown'],
    ['" "', 'fail'],
  ])('%s: %s', async (description, verdict) => {
    const text = `variable "name" {}
resource "aws_security_group_rule" "in" {
  security_group_id = "sg-1"
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
  description       = ${description}
}`;
    expect(await judged('network-rules-say-why', text)).toEqual([verdict]);
  });
});

describe('ports that are open', () => {
  it('are judged by what is known of them, also where it is not known who may come', async () => {
    expect(await judged('network-is-closed', group(ingress('443', 'var.office')))).toEqual([
      'all-ports pass',
      'databases pass',
      'rdp pass',
      'ssh pass',
    ]);
    expect(await judged('network-is-closed', group(ingress('22', 'var.office')))).toEqual([
      'all-ports pass',
      'databases pass',
      'rdp pass',
      'ssh unknown tcp 22',
    ]);
  });

  it('are one finding where every port is, and one for each range that is bad', async () => {
    expect(await judged('network-is-closed', group(ingress('0', everyone, '-1')))).toEqual([
      'all-ports fail all ports',
    ]);
    const both = ingress('20-25', everyone) + ingress('5432', everyone) + ingress('6379', everyone);
    expect(await judged('network-is-closed', group(both))).toEqual([
      'all-ports pass',
      'databases fail tcp 5432',
      'databases fail tcp 6379',
      'rdp pass',
      'ssh fail tcp 20-25',
    ]);
  });

  it('are read from rules of their own, also in a loop', async () => {
    const text = `
resource "aws_security_group" "web" {
  name = "web"
}

resource "aws_security_group_rule" "in" {
  for_each          = toset(["22", "443"])
  security_group_id = aws_security_group.web.id
  type              = "ingress"
  from_port         = each.key
  to_port           = each.key
  protocol          = "tcp"
  ipv6_cidr_blocks  = ["::/0"]
}`;
    expect(await judged('network-is-closed', text)).toContain('ssh fail tcp 22');
  });

  it('stay unknown where rules come from something unknown', async () => {
    const text = `
variable "ports" {
  type = list(number)
}

resource "aws_security_group" "web" {
  name = "web"

  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}`;
    expect(await judged('network-is-closed', text)).toContain('ssh unknown');
  });
});

describe('rules with an order', () => {
  const rule = (name: string, priority: number, access: string, port: string) => `
  security_rule {
    name                       = "${name}"
    priority                   = ${priority}
    direction                  = "Inbound"
    access                     = "${access}"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "${port}"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }`;
  const nsg = (rules: string) => `
resource "azurerm_network_security_group" "web" {
  name = "web"
  ${rules}
}`;

  it('end at one that denies everything', async () => {
    const denied = nsg(rule('none', 100, 'Deny', '*') + rule('ssh', 200, 'Allow', '*'));
    expect(await judged('network-is-closed', denied)).toContain('all-ports pass');
    const allowed = nsg(rule('ssh', 100, 'Allow', '*') + rule('none', 200, 'Deny', '*'));
    expect(await judged('network-is-closed', allowed)).toEqual(['all-ports fail all ports']);
  });
});
