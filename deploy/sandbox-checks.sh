# shellcheck shell=bash disable=SC2154 # deploy/sandbox.sh sets the variables
# The checks of deploy/sandbox.sh, which reads this file.

cluster() { home rds describe-db-clusters --db-cluster-identifier "$1" --query "DBClusters[0].$2" --output text 2>/dev/null; }
cluster_available() { [[ $(cluster "$1" Status) == available ]]; }
arn() { echo "arn:$partition:rds:$1:$account:$2"; }

rename() {
  home rds modify-db-cluster --db-cluster-identifier "$1" --new-db-cluster-identifier "$2" --apply-immediately >/dev/null \
    && await 1200 cluster_available "$2"
}

# Says whether the role may, at once or after how long: AccessDenied may be an old tag in a cache, for ten minutes.
permitted() {
  local what=$1 since=$SECONDS tries=1
  shift
  until try as_role "$@"; do
    ((tries > 1)) || say "$what: at first $answer"
    if [[ $answer != *AccessDenied* && $answer != *InvalidDB*State* ]] || ((SECONDS - since >= 600)); then
      say "$what: REFUSED, after $((SECONDS - since)) s: $answer"
      return 1
    fi
    sleep "$pace"
    ((tries++))
  done
  say "$what: permitted, after $((SECONDS - since)) s and $tries tries"
}

# Whatever the check before has left.
target_at_home() {
  local name
  for name in "$renamed" "$aside"; do
    if [[ $(cluster "$name" Status) ]]; then
      await 1200 cluster_available "$name" && rename "$name" "$target" || return
    fi
  done
  await 1200 cluster_available "$target"
}

certificate() {
  local host text
  host=$(cluster "$1" Endpoint):$(cluster "$1" Port)
  text=$(openssl s_client -starttls postgres -connect "$host" </dev/null 2>/dev/null | openssl x509 -noout -text 2>/dev/null)
  echo "dialled $host; $(grep -o 'Not Before.*' <<<"$text"); names $(grep -o 'DNS:[^, ]*' <<<"$text" | sort | tr '\n' ' ')"
}

check_1() {
  local minute at
  target_at_home || return
  say "[1] before the rename: $(certificate "$target")"
  rename "$target" "$renamed" || return
  at=$SECONDS
  for minute in 0 1 5 15; do
    ((minute * 60 <= SECONDS - at)) || sleep $((minute * 60 - SECONDS + at))
    say "[1] $minute minutes after it: $(certificate "$renamed")"
  done
  target_at_home
}

check_2() {
  target_at_home || return
  if permitted "[2] rename of an allowed cluster" rds modify-db-cluster --db-cluster-identifier "$target" \
    --new-db-cluster-identifier "$aside" --apply-immediately; then
    await 1200 cluster_available "$aside" || return
    permitted "[2] rename back, right after it" rds modify-db-cluster --db-cluster-identifier "$aside" \
      --new-db-cluster-identifier "$target" --apply-immediately && await 1200 cluster_available "$target"
  fi
  target_at_home
}

check_3() {
  target_at_home && rename "$target" "$aside" || return
  permitted "[3] tag right after a rename" rds add-tags-to-resource --resource-name "$(arn "$region" "cluster:$aside")" \
    --tags Key=aurora-restore:set-aside-by,Value=sandbox-check
  home rds remove-tags-from-resource --resource-name "$(arn "$region" "cluster:$aside")" \
    --tag-keys aurora-restore:set-aside-by
  target_at_home
}

snapshot_state() {
  "$1" rds describe-db-cluster-snapshots --db-cluster-snapshot-identifier "$2" \
    --query 'DBClusterSnapshots[0].[Status,PercentProgress]' --output text 2>/dev/null
}
snapshot_available() { [[ $(snapshot_state "$1" "$2") == available* ]]; }

snapshot_of_source() {
  [[ $(snapshot_state home "$snapshot") ]] || home rds create-db-cluster-snapshot --db-cluster-identifier "$source" \
    --db-cluster-snapshot-identifier "$snapshot" >/dev/null && await 3600 snapshot_available home "$snapshot"
}

copy_away() {
  try away rds copy-db-cluster-snapshot --source-region "$region" --target-db-cluster-snapshot-identifier "$1" \
    --source-db-cluster-snapshot-identifier "$(arn "$region" "cluster-snapshot:$snapshot")" --kms-key-id alias/aws/rds \
    || { say "copy $1: REFUSED: $answer" && return 1; }
}

# Of copies that were begun just now: how each ends, and how long one stood at 0 %.
watch() {
  local check=$1 where=$2 since=$SECONDS zero=0 left next name status percent
  shift 2
  left=$*
  while [[ $left ]]; do
    ((SECONDS - since < 10800)) || { say "$check still copying after three hours: $left" && return 1; }
    next=''
    for name in $left; do
      read -r status percent <<<"$(snapshot_state "$where" "$name")"
      [[ $status != copying || $percent != 0 ]] || zero=$((SECONDS - since))
      case $status in
        available | failed) say "$check copy $name: $status after $((SECONDS - since)) s" ;;
        *) next="$next $name" ;;
      esac
    done
    left=$next
    sleep "$pace"
  done
  say "$check the longest that a copy was seen at 0 %: $zero s"
}

check_4() {
  local key
  snapshot_of_source || return
  key=$(cluster "$source" KmsKeyId)
  copy_away aurora-sandbox-away-1 && watch "[4]" away aurora-sandbox-away-1 || return
  permitted "[4] copy of an encrypted snapshot from the other region" rds copy-db-cluster-snapshot \
    --source-region "$other" --source-db-cluster-snapshot-identifier "$(arn "$other" cluster-snapshot:aurora-sandbox-away-1)" \
    --target-db-cluster-snapshot-identifier "$copy" --kms-key-id "$key" --tags "$ours" && watch "[4]" home "$copy"
  return 0
}

check_5() {
  local class
  target_at_home || return
  class=$(home rds describe-db-instances --db-instance-identifier "$target-1" --query 'DBInstances[0].DBInstanceClass' \
    --output text) || return
  try as_role rds create-db-instance --db-instance-identifier ar-sandbox-check-1 --db-cluster-identifier "$target" \
    --db-instance-class "$class" --engine aurora-postgresql --tags "$ours"
  say "[5] instance in a cluster that carries the tag: exit code $?: $answer"
  try as_role rds create-db-instance --db-instance-identifier ar-sandbox-check-2 --db-cluster-identifier "$source" \
    --db-instance-class "$class" --engine aurora-postgresql --tags "$ours"
  say "[5] instance in a cluster that does not, which should be denied: exit code $?: $answer"
}

check_6() {
  local copies="aurora-sandbox-away-2 aurora-sandbox-away-3 aurora-sandbox-away-4" name
  snapshot_of_source || return
  for name in $copies; do
    copy_away "$name" || return
  done
  # shellcheck disable=SC2086 # they are words
  watch "[6]" away $copies
}

# A cluster of a moment, as the service asks for one: the new name, then how. It is removed with the rest.
moment() {
  local name=$1
  shift
  as_role rds restore-db-cluster-to-point-in-time --db-cluster-identifier "$name" \
    --db-subnet-group-name "$(cluster "$source" DBSubnetGroup)" --tags "$ours" "$@"
}

source_available() {
  await 1200 cluster_available "$1" && await 1200 restorable "$1"
}
restorable() { [[ $(cluster "$1" LatestRestorableTime) == 2* ]]; }

# RDS documents: before the latest. The service asks for the latest as a time of its own.
check_7() {
  local latest
  source_available "$source" || return
  latest=$(cluster "$source" LatestRestorableTime)
  try moment ar-sandbox-check-time --source-db-cluster-identifier "$source" --restore-to-time "$latest"
  say "[7] a time equal to the latest, $latest: exit code $?: $answer"
}

check_8() {
  source_available "$plain" || return
  say "[8] the cluster that is cloned: encrypted $(cluster "$plain" StorageEncrypted), key $(cluster "$plain" KmsKeyId)"
  try moment ar-sandbox-check-clone --source-db-cluster-identifier "$plain" --restore-type copy-on-write \
    --use-latest-restorable-time --kms-key-id "$(cluster "$source" KmsKeyId)"
  say "[8] a key for a clone of a cluster without one: exit code $?: $answer"
}

# With a session that permits all but the source, AWS names the source as it asks about it; then with the role alone.
check_9() {
  local id
  source_available "$source" || return
  id=$(cluster "$source" DbClusterResourceId)
  if [[ -z $role_profile ]]; then
    policy='{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": [
      "'$(arn "$region" cluster:ar-sandbox-check-id)'", "'$(arn "$region" "subgrp:*")'", "'$(arn "$region" "cluster-pg:*")'",
      "'$(arn "$region" "og:*")'"]}]}'
    try moment ar-sandbox-check-id --source-db-cluster-resource-id "$id" --use-latest-restorable-time
    say "[9] what RDS asks about, for the resource id $id: exit code $?: $answer"
    policy=''
  fi
  try moment ar-sandbox-check-id --source-db-cluster-resource-id "$id" --use-latest-restorable-time
  say "[9] a source by its resource id: exit code $?: $answer"
}

instance() { home rds describe-db-instances --db-instance-identifier "$1" --query "DBInstances[0].$2" --output text 2>/dev/null; }
instance_available() { [[ $(instance "$1" DBInstanceStatus) == available ]]; }

rename_instance() {
  permitted "[10] instance $1 gets the name $2, which has no tags yet" rds modify-db-instance \
    --db-instance-identifier "$1" --new-db-instance-identifier "$2" --apply-immediately && await 1200 instance_available "$2"
}

check_10() {
  target_at_home && await 1200 instance_available "$target-1" || return
  rename_instance "$target-1" "$renamed-1" && rename_instance "$renamed-1" "$target-1"
  [[ ! $(instance "$renamed-1" DBInstanceStatus) ]] || home rds modify-db-instance --db-instance-identifier "$renamed-1" \
    --new-db-instance-identifier "$target-1" --apply-immediately >/dev/null
  await 1200 instance_available "$target-1"
}

# The service that the role is passed to has a name of its own in each partition, or the same.
check_11() {
  target_at_home || return
  try as_role rds create-db-instance --db-instance-identifier ar-sandbox-check-3 --db-cluster-identifier "$target" \
    --db-instance-class "$(instance "$target-1" DBInstanceClass)" --engine aurora-postgresql --tags "$ours" \
    --monitoring-interval 60 --monitoring-role-arn "arn:$partition:iam::$account:role/aurora-sandbox-monitoring"
  say "[11] instance with Enhanced Monitoring, in the partition $partition: exit code $?: $answer"
}
