#!/bin/sh
# What a FreeBSD host must be able to do with the binary. Argument: the binary.
set -eux

binary=$(realpath "$1")
chmod +x "$binary"
folder=$(mktemp -d)
cd "$folder"

"$binary" --version
cat > usm-billing.jsonc <<'CONFIG'
{
  "billingUrl": "http://127.0.0.1:9/billing?key=example",
  "billingId": 1,
  "usersideUrl": "http://127.0.0.1:9/userside",
  "usersideApiKey": "example"
}
CONFIG
chmod 600 usm-billing.jsonc
"$binary" --check-config --config usm-billing.jsonc
"$binary" demo
