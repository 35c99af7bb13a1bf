# The module's own: where the packaged template is, and what the stack is called.

variable "bucket" {
  description = "The S3 bucket that the template is uploaded to: its artifacts are in it already, by sam package."
  type        = string
}

variable "packaged_template" {
  description = "The file that sam package wrote."
  type        = string
}

variable "stack_name" {
  description = "The name of the CloudFormation stack."
  type        = string
  default     = "aurora-restore"
}

# The template's parameters, one each. What is left out has the template's default.

variable "environment" {
  description = "A word for this deployment (for instance staging); sent with each notification, a dimension of each metric."
  type        = string
  default     = null
}

variable "runtime" {
  description = "The native executable runs on provided.al2023, the Java package on a Java runtime."
  type        = string
  default     = null
}

variable "architecture" {
  description = "What the functions run on; a native executable is of one, the Java package runs on both."
  type        = string
  default     = null
}

variable "database_vpc" {
  description = "The VPC of the clusters, for the database function and the pre-flight; empty for clusters that are public."
  type        = string
  default     = null
}

variable "database_subnets" {
  description = "Private subnets of that VPC for the database function, with a comma in between."
  type        = string
  default     = null
}

variable "create_vpc_endpoints" {
  description = "Whether to create endpoints for SQS, Secrets Manager (each about 0.01 USD an hour and subnet) and DynamoDB (free), which the database function needs in subnets without NAT."
  type        = string
  default     = null
}

variable "database_route_tables" {
  description = "The route tables of the subnets, with a comma in between; only for CreateVpcEndpoints."
  type        = string
  default     = null
}

variable "database_tls" {
  description = "How the connection to a restored database is secured."
  type        = string
  default     = null
}

variable "database_timeout" {
  description = "How many seconds the database function may run, and so the longest time that one statement of a profile may take. A script that is repeated goes on for as many runs as it needs."
  type        = string
  default     = null
}

variable "jwt_issuer" {
  description = "The OpenID Connect issuer whose tokens the HTTP API takes; empty for IAM authorisation."
  type        = string
  default     = null
}

variable "jwt_audience" {
  description = "The audience that such a token has to name."
  type        = string
  default     = null
}

variable "log_retention" {
  description = "How many days the functions' logs are kept."
  type        = number
  default     = null
}

variable "metrics_by_target" {
  description = "Whether durations are counted by target, too; each target is some twenty metrics more, in the hours in which it is restored."
  type        = string
  default     = null
}

variable "audit_retention" {
  description = "How long entries of the audit trail are kept, for instance P365D."
  type        = string
  default     = null
}

variable "dashboard_actions" {
  description = "Whether the dashboard has buttons that cancel and resume restores, and keep or delete old clusters. CloudWatch does not say who clicks - whoever may invoke the function aurora-restore-actions may, where a profile names no allowedCallers."
  type        = string
  default     = null
}

variable "deletion_protection" {
  description = "Whether the tables are protected from deletion; true once the stack stands, false before it is deleted."
  type        = string
  default     = null
}

variable "nightly_target" {
  description = "The cluster that is refreshed every night, for instance orders-staging; empty for none."
  type        = string
  default     = null
}

variable "nightly_source" {
  description = "The cluster whose data are restored every night."
  type        = string
  default     = null
}

variable "nightly_source_id" {
  description = "The resource id of the nightly source, in place of its name - of one that was renamed, or deleted and its backups kept, which has its latest time only."
  type        = string
  default     = null
}

variable "nightly_source_region" {
  description = "The region of the nightly source; empty for this one."
  type        = string
  default     = null
}

variable "nightly_from" {
  description = "What is restored every night - the source's latest snapshot, its latest restorable time, a clone of it, or its data of the scheduled time."
  type        = string
  default     = null
}

variable "nightly_retirement" {
  description = "What becomes of the cluster that the nightly restore replaces."
  type        = string
  default     = null
}

variable "nightly_profile" {
  description = "The profile whose settings the nightly restore has."
  type        = string
  default     = null
}

variable "nightly_at" {
  description = "When the nightly restore is asked for."
  type        = string
  default     = null
}

variable "nightly_timezone" {
  description = "The time zone of NightlyAt, for instance Europe/Berlin."
  type        = string
  default     = null
}

variable "source_accounts" {
  description = "Other accounts that may forward their RDS events with deploy/source.yaml; empty for none."
  type        = list(string)
  default     = null
}

variable "target_pattern" {
  description = "The clusters that may be restored to, by name, for instance *-staging. Beside the profiles' allowedTargets, which say it per profile, this bounds what the role may touch. It has to be given: production must not match."
  type        = string
}

variable "target_instance_pattern" {
  description = "The names that instances of those clusters have, where people gave them, for instance orders-staging-*."
  type        = string
  default     = null
}

variable "permit_new_names" {
  description = "Whether clusters within TargetPattern may be modified without a tag; true if RDS denies a rename to a name that has no tags yet."
  type        = string
  default     = null
}

variable "master_secret_pattern" {
  description = "The secrets of the restored clusters' master users, by name; the service writes them."
  type        = string
  default     = null
}

variable "user_secret_pattern" {
  description = "The secrets of the profiles' users, by name; the service reads them."
  type        = string
  default     = null
}

variable "cluster_role_pattern" {
  description = "The IAM roles that restored clusters may be given, by name, for instance orders-s3-*; empty for none."
  type        = string
  default     = null
}

variable "source_keys" {
  description = "The ARNs of other accounts' KMS keys whose snapshots are copied; empty for none."
  type        = list(string)
  default     = null
}
