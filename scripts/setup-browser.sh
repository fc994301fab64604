#!/bin/sh
# Installs the browser the report's tests look at the page with, where that can be done without asking: Debian, as root.
# Anywhere else it says what to do; the tests then check the page without a browser.
set -eu
for browser in chromium chromium-browser google-chrome; do
  if command -v "$browser" >/dev/null 2>&1; then
    exit 0
  fi
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
else
  echo 'No Chromium here: the report is tested without a browser. Debian: apt-get install chromium' >&2
fi
