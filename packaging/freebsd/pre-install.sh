# The account the program runs as. Nothing is started: the configuration is still to be written.
if ! pw groupshow usm-billing > /dev/null 2>&1; then
    pw groupadd usm-billing
fi
if ! pw usershow usm-billing > /dev/null 2>&1; then
    pw useradd usm-billing -g usm-billing -d /var/lib/usm-billing -s /usr/sbin/nologin -c "Billing to UserSide"
fi
