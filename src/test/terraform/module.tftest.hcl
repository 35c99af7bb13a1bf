mock_provider "aws" {
  mock_data "aws_s3_bucket" {
    defaults = {
      id                          = "artifacts"
      bucket_regional_domain_name = "artifacts.s3.us-east-1.amazonaws.com"
    }
  }
}

variables {
  bucket            = "artifacts"
  packaged_template = "main.tf"
}

run "what_is_given_becomes_a_parameter_and_nothing_else" {
  command = plan

  variables {
    target_pattern  = "*-staging"
    log_retention   = 30
    source_accounts = ["111122223333", "444455556666"]
  }

  assert {
    condition = aws_cloudformation_stack.service.parameters == tomap({
      TargetPattern  = "*-staging"
      LogRetention   = "30"
      SourceAccounts = "111122223333,444455556666"
    })
    error_message = "not what was given"
  }

  assert {
    condition     = startswith(aws_cloudformation_stack.service.template_url, "https://artifacts.s3.us-east-1.amazonaws.com/aurora-restore/")
    error_message = "not where the template is"
  }

  assert {
    condition     = contains(aws_cloudformation_stack.service.capabilities, "CAPABILITY_AUTO_EXPAND")
    error_message = "SAM's transform has to be allowed"
  }
}
