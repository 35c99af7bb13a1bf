# Deploys the packaged template as a CloudFormation stack, with its parameters as variables. docs/infrastructure.md says how.

terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

locals {
  parameters = {
    Environment           = var.environment
    Runtime               = var.runtime
    Architecture          = var.architecture
    DatabaseVpc           = var.database_vpc
    DatabaseSubnets       = var.database_subnets
    CreateVpcEndpoints    = var.create_vpc_endpoints
    DatabaseRouteTables   = var.database_route_tables
    DatabaseTls           = var.database_tls
    DatabaseTimeout       = var.database_timeout
    JwtIssuer             = var.jwt_issuer
    JwtAudience           = var.jwt_audience
    LogRetention          = var.log_retention
    MetricsByTarget       = var.metrics_by_target
    AuditRetention        = var.audit_retention
    DashboardActions      = var.dashboard_actions
    DeletionProtection    = var.deletion_protection
    NightlyTarget         = var.nightly_target
    NightlySource         = var.nightly_source
    NightlySourceId       = var.nightly_source_id
    NightlySourceRegion   = var.nightly_source_region
    NightlyFrom           = var.nightly_from
    NightlyRetirement     = var.nightly_retirement
    NightlyProfile        = var.nightly_profile
    NightlyAt             = var.nightly_at
    NightlyTimezone       = var.nightly_timezone
    SourceAccounts        = var.source_accounts == null ? null : join(",", var.source_accounts)
    TargetPattern         = var.target_pattern
    TargetInstancePattern = var.target_instance_pattern
    PermitNewNames        = var.permit_new_names
    MasterSecretPattern   = var.master_secret_pattern
    UserSecretPattern     = var.user_secret_pattern
    ClusterRolePattern    = var.cluster_role_pattern
    SourceKeys            = var.source_keys == null ? null : join(",", var.source_keys)
  }
}

data "aws_s3_bucket" "artifacts" {
  bucket = var.bucket
}

# It is longer than what CloudFormation takes in a call.
resource "aws_s3_object" "template" {
  bucket = data.aws_s3_bucket.artifacts.id
  key    = "aurora-restore/${filesha256(var.packaged_template)}.yaml"
  source = var.packaged_template
}

resource "aws_cloudformation_stack" "service" {
  name         = var.stack_name
  template_url = "https://${data.aws_s3_bucket.artifacts.bucket_regional_domain_name}/${aws_s3_object.template.key}"
  parameters   = { for name, value in local.parameters : name => value if value != null }
  capabilities = ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
}

output "outputs" {
  description = "The stack's outputs by their names, for instance Bus, ApiUrl or DatabaseSecurityGroup."
  value       = aws_cloudformation_stack.service.outputs
}
