provider "aws" {
  region = "eu-west-1"
}

data "aws_caller_identity" "me" {}

resource "aws_kms_key" "key" {
  enable_key_rotation     = false
  deletion_window_in_days = 30
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root" } }]
  })
}

resource "aws_s3_bucket" "access" {
  bucket = "acme-access"
}

resource "aws_s3_bucket" "data" {
  bucket = "acme-data"
}

resource "aws_s3_bucket_versioning" "data" {
  bucket = aws_s3_bucket.data.id
  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
  bucket = aws_s3_bucket.data.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.key.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "data" {
  bucket                  = aws_s3_bucket.data.id
  block_public_acls       = false
  ignore_public_acls      = false
  block_public_policy     = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_logging" "data" {
  bucket        = aws_s3_bucket.data.id
  target_bucket = aws_s3_bucket.access.id
  target_prefix = "data/"
}

resource "aws_s3_bucket_lifecycle_configuration" "data" {
  bucket = aws_s3_bucket.data.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 400
    }
  }
}

resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = ["s3:GetObject"], Resource = ["${aws_s3_bucket.data.arn}/*"] }]
  })
}

resource "aws_vpc" "net" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "web" {
  description = "the web"
  vpc_id      = aws_vpc.net.id
  ingress {
    description = "the public"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    description = "to the network"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_parameter_group" "parameters" {
  family = "postgres16"
  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}

resource "aws_db_instance" "db" {
  engine                              = "postgres"
  engine_version                      = "16.3"
  storage_encrypted                   = false
  publicly_accessible                 = true
  backup_retention_period             = 0
  deletion_protection                 = false
  multi_az                            = false
  copy_tags_to_snapshot               = false
  iam_database_authentication_enabled = false
  enabled_cloudwatch_logs_exports     = ["postgresql", "upgrade"]
  auto_minor_version_upgrade          = false
  parameter_group_name                = aws_db_parameter_group.parameters.name
}

resource "aws_lb" "lb" {
  internal                   = false
  load_balancer_type         = "application"
  enable_deletion_protection = false
  drop_invalid_header_fields = false
  security_groups            = [aws_security_group.web.id]
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.lb.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS-1-0-2015-04"
  certificate_arn   = "arn:aws:acm:eu-west-1:111111111111:certificate/1"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_sqs_queue" "dead" {
  kms_master_key_id = aws_kms_key.key.arn
}

resource "aws_sqs_queue" "jobs" {
  kms_master_key_id = aws_kms_key.key.arn
  redrive_policy    = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 3 })
}

resource "aws_sns_topic" "news" {}

resource "aws_lambda_function" "worker" {
  function_name                  = "worker"
  runtime                        = "nodejs16.x"
  handler                        = "index.handler"
  role                           = aws_iam_role.role.arn
  environment {
    variables = { STAGE = "prod" }
  }
  tracing_config {
    mode = "PassThrough"
  }
}

resource "aws_cloudwatch_log_group" "logs" {
  retention_in_days = 7
  kms_key_id        = aws_kms_key.key.arn
}

resource "aws_eks_cluster" "cluster" {
  name     = "acme"
  version  = "1.31"
  role_arn = aws_iam_role.role.arn
  vpc_config {
    subnet_ids              = ["subnet-1", "subnet-2"]
    endpoint_public_access  = true
    endpoint_private_access = true
  }
}

resource "aws_dynamodb_table" "table" {
  name                        = "orders"
  deletion_protection_enabled = false
  point_in_time_recovery {
    enabled = false
  }
}

resource "aws_efs_file_system" "files" {
  encrypted = false
}

resource "aws_efs_backup_policy" "files" {
  file_system_id = aws_efs_file_system.files.id
  backup_policy {
    status = "DISABLED"
  }
}

resource "aws_iam_role" "role" {
  name = "worker"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }]
  })
}

resource "aws_iam_policy" "policy" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["*"], Resource = ["*"] }]
  })
}

resource "aws_secretsmanager_secret" "secret" {
  name       = "acme"
  kms_key_id = aws_kms_key.key.arn
}

resource "aws_secretsmanager_secret_rotation" "rotation" {
  secret_id           = aws_secretsmanager_secret.secret.id
  rotation_lambda_arn = aws_lambda_function.worker.arn
  rotation_rules {
    automatically_after_days = 400
  }
}

resource "aws_ecr_repository" "images" {
  image_tag_mutability = "MUTABLE"
  image_scanning_configuration {
    scan_on_push = false
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.key.arn
  }
}

resource "aws_cloudtrail" "trail" {
  name                          = "all"
  s3_bucket_name                = aws_s3_bucket.access.id
  is_multi_region_trail         = false
  include_global_service_events = true
  enable_log_file_validation    = false
  enable_logging                = true
}

resource "aws_api_gateway_rest_api" "api" {
  name = "api"
}

resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_stage" "prod" {
  rest_api_id          = aws_api_gateway_rest_api.api.id
  stage_name           = "prod"
}

resource "aws_cloudfront_distribution" "site" {
  enabled             = true
  default_root_object = "index.html"
  default_cache_behavior {
    viewer_protocol_policy = "allow-all"
    target_origin_id       = "site"
  }
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111111111111:certificate/1"
    minimum_protocol_version = "TLSv1"
    ssl_support_method       = "sni-only"
  }
  origin {
    origin_id   = "site"
    domain_name = "origin.example.com"
    custom_origin_config {
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
}
