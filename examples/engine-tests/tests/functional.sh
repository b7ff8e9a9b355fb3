#!/bin/sh
# Runs one functional test. Its result is the first word of expected/<test>.txt: pass or fail; the second word, if
# any, is how many seconds the test takes. A twin branch changes a result by changing that file.
set -eu
test_name=$1
read -r result seconds rest < "expected/$test_name.txt" || true

# The kind of lines that must never leave GitLab.
echo "account 4711-0815-2342, cluster private-$test_name.internal.example.com"
echo "state bucket s3://acme-private-state/$test_name, license ACME-PRIVATE-LICENSE"
[ -z "${seconds:-}" ] || sleep "$seconds"
if [ "$result" != pass ]; then
  echo "assertion failed in private test $test_name: $result ${rest:-}" >&2
  exit 1
fi
echo "$test_name passed"
