#!/bin/sh
# Says which branch of the public engine is tested. A real project clones it here.
set -eu
if [ "${FORCE_CHECKOUT_CUSTOM_BRANCH:-false}" = true ]; then
  echo "twin branch $CI_COMMIT_REF_NAME tests engine branch $GITHUB_ENGINE_BRANCH_NAME"
else
  echo "tests on $CI_COMMIT_REF_NAME for engine branch $GITHUB_ENGINE_BRANCH_NAME"
fi
echo "${GITHUB_COMMIT_ID:-no commit given}"
