#!/bin/sh
# What a FreeBSD host must be able to do with a release. Arguments: the binary, and the package when it is to be tried too.
set -eux

binary=$(realpath "$1")
package=${2:+$(realpath "$2")}
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
"$binary" --check-config --config ./usm-billing.jsonc
"$binary" demo

[ -n "$package" ] || exit 0
pkg add "$package"
pkg check --checksums usm-billing
test "$(stat -f '%Su:%Sg %Lp' /usr/local/etc/usm-billing)" = 'usm-billing:usm-billing 750'
test "$(stat -f '%Su:%Sg %Lp' /var/lib/usm-billing)" = 'usm-billing:usm-billing 750'
man -w usm-billing
install -m 0600 -o usm-billing usm-billing.jsonc /usr/local/etc/usm-billing/
su -m usm-billing -c 'usm-billing --check-config'
pkg delete -y usm-billing
# What an administrator wrote is kept.
test -f /usr/local/etc/usm-billing/usm-billing.jsonc
