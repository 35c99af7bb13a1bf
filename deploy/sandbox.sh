#!/usr/bin/env bash
# The sandbox check: asks AWS what its documents do not say of what this service does. docs/sandbox.md says how it is run.
#
#   deploy/sandbox.sh run   --account ID --other-region REGION [options]
#   deploy/sandbox.sh clean --account ID --other-region REGION [options]
#
#   --account ID           of the sandbox; nothing happens in any other
#   --region REGION        else that of the AWS CLI's configuration
#   --other-region REGION  where snapshots are copied to, and back from
#   --checks 1,2,3         else all
#   --client-cidr CIDR     from where check 1 reads certificates; else this machine's address, as checkip.amazonaws.com sees it
#   --runtime NAME         of target/function.zip: provided.al2023 (built in), java21 or java25
#   --architecture NAME    of target/function.zip: arm64 (built in) or x86_64
#   --no-stacks            the three clusters are there already, and neither the VPC nor the service is created or removed
#   --role-profile NAME    a profile of the AWS CLI for the calls under the service's role, else the role's trust is changed
#   --pace SECONDS         between two looks; built in 15
#   --report FILE          built in sandbox-report.txt
# shellcheck disable=SC2317 # much is called by its name
set -uo pipefail

stack=aurora-restore-sandbox
service=aurora-restore-sandbox-service
source=aurora-sandbox-source
target=aurora-sandbox-target
plain=aurora-sandbox-plain
renamed=aurora-sandbox-renamed
aside=ar-sandbox-check-old
snapshot=aurora-sandbox-snapshot
copy=ar-sandbox-check-copy
# All that is removed, here and in the other region, and nothing else.
names="$source $target $plain $renamed $aside $source-1 $target-1 $plain-1 $renamed-1 ar-sandbox-check-1 ar-sandbox-check-2 \
  ar-sandbox-check-3 ar-sandbox-check-time ar-sandbox-check-clone ar-sandbox-check-id $snapshot $copy \
  aurora-sandbox-away-1 aurora-sandbox-away-2 aurora-sandbox-away-3 aurora-sandbox-away-4"
ours=Key=aurora-restore:restore-id,Value=sandbox-check

account='' region=${AWS_REGION:-${AWS_DEFAULT_REGION:-}} other='' checks=1,2,3,4,5,6,7,8,9,10,11 cidr='' runtime=provided.al2023
architecture=arm64 stacks=yes role_profile='' pace=15 report=sandbox-report.txt role='' policy='' answer=''
here=$(cd "$(dirname "$0")" && pwd)

stop() {
  echo "$*" >&2
  exit 1
}

verb=${1:-}
[[ $verb == run || $verb == clean ]] || stop "$(sed -n '2,/^set/{/^#/s/^# \{0,1\}//p;}' "$0")"
shift
while (($#)); do
  [[ $1 == --no-stacks || $# -gt 1 ]] || stop "$1 needs a value"
  case $1 in
    --account) account=$2 ;;
    --region) region=$2 ;;
    --other-region) other=$2 ;;
    --checks) checks=$2 ;;
    --client-cidr) cidr=$2 ;;
    --runtime) runtime=$2 ;;
    --architecture) architecture=$2 ;;
    --role-profile) role_profile=$2 ;;
    --pace) pace=$2 ;;
    --report) report=$2 ;;
    --no-stacks) stacks=no && shift && continue ;;
    *) stop "$1 is no option" ;;
  esac
  shift 2
done

home() { aws --region "$region" "$@"; }
away() { aws --region "$other" "$@"; }
say() { echo "$*" | sed "s/$account/ACCOUNT/g" | tee -a "$report"; }
chosen() { [[ ,$checks, == *,$1,* ]]; }

# What it answers in one line is in $answer.
try() {
  local code=0
  answer=$("$@" 2>&1) || code=$?
  answer=$(tr -s '\n\t ' ' ' <<<"$answer")
  return "$code"
}

# Seconds, then what is to come true.
await() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < until)) || { say "gave up waiting for: $*" && return 1; }
    sleep "$pace"
  done
}

# A call under the role of the function that restores.
as_role() {
  local keys id secret token
  if [[ $role_profile ]]; then
    aws --profile "$role_profile" --region "$region" "$@"
    return
  fi
  keys=$(home sts assume-role --role-arn "$role" --role-session-name sandbox-check \
    ${policy:+--policy "$policy"} --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text) || return
  read -r id secret token <<<"$keys"
  env -u AWS_PROFILE AWS_ACCESS_KEY_ID="$id" AWS_SECRET_ACCESS_KEY="$secret" AWS_SESSION_TOKEN="$token" \
    aws --region "$region" "$@"
}

# shellcheck source=deploy/sandbox-checks.sh
. "$here/sandbox-checks.sh"

no_stack() { [[ $(home cloudformation describe-stacks --stack-name "$1" 2>&1) == *"does not exist"* ]]; }

create() {
  for name in "$stack" "$service"; do
    no_stack "$name" || stop "there is a stack $name, or the AWS CLI cannot look: run $0 clean, if it is the sandbox's"
  done
  trap clean EXIT
  ! chosen 1 || [[ $cidr ]] || cidr=$(curl -fsS https://checkip.amazonaws.com)/32 || stop "give --client-cidr"
  home cloudformation deploy --stack-name "$stack" --template-file "$here/sandbox.yaml" --capabilities CAPABILITY_NAMED_IAM \
    --parameter-overrides ClientCidr="$cidr" || stop "the stack $stack could not be created"
  deploy_service || stop "the service could not be deployed"
  open_role || stop "the role of the service could not be assumed"
}

# Not by "aws cloudformation package", which does not see a CodeUri under Globals.
deploy_service() {
  local bucket packaged code=0
  bucket=$(bucket) && packaged=$(mktemp) || return
  home s3 cp --quiet "$here/../target/function.zip" "s3://$bucket/function.zip" || return
  sed "s|: \.\./target/function\.zip$|: s3://$bucket/function.zip|" "$here/template.yaml" >"$packaged"
  home cloudformation deploy --stack-name "$service" --template-file "$packaged" --s3-bucket "$bucket" \
    --capabilities CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND --parameter-overrides DeletionProtection=false \
    Runtime="$runtime" Architecture="$architecture" TargetPattern='aurora-sandbox-*' \
    TargetInstancePattern='aurora-sandbox-*' ClusterRolePattern='aurora-sandbox-*' || code=$?
  rm -f "$packaged"
  return "$code"
}

bucket() { resource "$stack" Packages; }
resource() {
  home cloudformation describe-stack-resource --stack-name "$1" --logical-resource-id "$2" \
    --query StackResourceDetail.PhysicalResourceId --output text
}

# Lets the caller assume the role too, until it is deleted with its stack.
open_role() {
  local name caller
  [[ -z $role_profile ]] || return 0
  name=$(resource "$service" InboxRole) && caller=$(home sts get-caller-identity --query UserId --output text) || return
  role=arn:$partition:iam::$account:role/$name
  home iam update-assume-role-policy --role-name "$name" --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"},
    {"Effect": "Allow", "Principal": {"AWS": "'"$account"'"}, "Action": "sts:AssumeRole",
     "Condition": {"StringEquals": {"aws:userid": "'"$caller"'"}}}]}' || return
  await 120 try as_role sts get-caller-identity
}

# Our things that there are: "home" or "away", what they are, and the word before the name in a call that deletes them.
left_over() {
  named home db-instance DBInstances DBInstanceIdentifier
  named home db-cluster DBClusters DBClusterIdentifier
  named home db-cluster-snapshot DBClusterSnapshots DBClusterSnapshotIdentifier
  named away db-cluster-snapshot DBClusterSnapshots DBClusterSnapshotIdentifier
}
named() {
  local all name
  all=$("$1" rds "describe-${2}s" --query "$3[].$4" --output text) || { echo "$1 $2 unknown" && return; }
  for name in $all; do
    [[ " $names " != *" $name "* ]] || echo "$1 $2 $name"
  done
}

clean() {
  local code=$? until=$((SECONDS + 7200)) left where what name
  trap - EXIT
  echo "Removing everything; this takes a while. Once more, should it be interrupted: $0 clean" >&2
  while left=$(left_over) && [[ $left ]]; do
    ((SECONDS < until)) || { say "still there: $left" && exit 1; }
    while read -r where what name; do
      delete "$where" "$what" "$name" >/dev/null 2>&1 </dev/null # again, where it is not the time yet
    done <<<"$left"
    sleep "$pace"
  done
  [[ $stacks == no ]] || remove_stacks || { say "the stacks could not be removed" && exit 1; }
  say "removed: all that the check has made"
  exit "$code"
}

delete() {
  case $2 in
    db-cluster) "$1" rds delete-db-cluster --db-cluster-identifier "$3" --skip-final-snapshot ;;
    *) "$1" rds "delete-$2" "--$2-identifier" "$3" ;;
  esac
}

remove_stacks() {
  local bucket name
  ! bucket=$(bucket 2>/dev/null) || home s3 rm --quiet --recursive "s3://$bucket"
  for name in "$service" "$stack"; do
    home cloudformation delete-stack --stack-name "$name" \
      && home cloudformation wait stack-delete-complete --stack-name "$name" || return
  done
}

[[ $account && $region && $other ]] || stop "--account, --region and --other-region are needed"
caller=$(home sts get-caller-identity --query Arn --output text) || stop "the AWS CLI cannot say who you are"
[[ $caller == *:$account:* ]] || stop "these are credentials of another account than $account: $caller"
partition=$(cut -d: -f2 <<<"$caller")
if [[ $verb == clean ]]; then clean; fi
[[ $stacks == no || -f $here/../target/function.zip ]] || stop "there is no target/function.zip"
! chosen 1 || openssl s_client -help 2>&1 | grep -q postgres || stop "check 1 needs OpenSSL 1.1.1 or newer"

trap 'exit 130' HUP INT TERM
: >"$report"
say "Aurora Restore, sandbox check, $(date -u +%FT%TZ), $region and $other, $(aws --version 2>&1)"
if [[ $stacks == yes ]]; then create; else trap clean EXIT; fi
unfinished=0
for number in 1 2 3 4 5 6 7 8 9 10 11; do
  chosen "$number" || continue
  "check_$number" || { say "[$number] could not be finished" && unfinished=1; }
done
say "Send back $report, please."
exit "$unfinished"
