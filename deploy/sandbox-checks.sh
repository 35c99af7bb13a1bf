# shellcheck shell=bash disable=SC2154 # deploy/sandbox.sh sets the variables
# The six checks of deploy/sandbox.sh, which reads this file.

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
