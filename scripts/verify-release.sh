#!/usr/bin/env bash
# Rebuilds a release from its tag and compares it with what was downloaded. Trusts neither the machine that built it
# nor this script's folder: only the tagged source, and the pinned compiler the npm registry gives.
#
#   scripts/verify-release.sh v1.0.0 FOLDER        FOLDER holds SHA256SUMS and one or more of the release's files
#
# Run it in a clone of the repository. Needs git, Node with npm, and about 3 GB of room; for the packages dpkg-deb and rpmbuild of
# Debian 12, without which those are named as not built. Exit 0: every file that is there and was built is equal.
set -euo pipefail

if [ $# -ne 2 ]; then
  echo "Usage: $0 TAG FOLDER" >&2
  exit 64
fi
tag=$1
downloads=$(cd "$2" && pwd)
repository=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)

sum() {
  if command -v sha256sum > /dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

echo "== The downloaded files against their SHA256SUMS"
(cd "$downloads" && sum --check --ignore-missing SHA256SUMS)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== $tag built anew"
git clone --quiet --no-local "$repository" "$work/source"
cd "$work/source"
git -c advice.detachedHead=false checkout --quiet "refs/tags/$tag"
bun=$(node --print 'require("./package.json").engines.bun')
npx --yes "bun@$bun" install --frozen-lockfile > /dev/null
npx --yes "bun@$bun" scripts/build-binaries.ts --all

echo "== The downloaded files against the new build"
different=0
compare() {
  if cmp -s "$1" "$2"; then
    echo "equal      $3"
  else
    echo "DIFFERENT  $3"
    different=1
  fi
}
for downloaded in "$downloads"/usm-billing*; do
  name=$(basename "$downloaded")
  if [ -e "dist/$name" ]; then
    compare "dist/$name" "$downloaded" "$name"
  else
    echo "not built  $name"
  fi
done
# Of the sums, those of what was built: a tool that is not here takes its packages out of the new list only.
grep -F -f <(cut -d ' ' -f 3 dist/SHA256SUMS) "$downloads/SHA256SUMS" > "$work/sums" || true
compare dist/SHA256SUMS "$work/sums" SHA256SUMS
exit "$different"
