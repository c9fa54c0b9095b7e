#!/usr/bin/env bash
# Signs a request as the DIP expects it and sends it. Needs curl and openssl.
#
#   export DIR=my-system DIP_ID=1100000001
#   sign-and-send.sh POST https://127.0.0.1:8443/dip-channel/IF-031 body.json
#   sign-and-send.sh DELETE https://127.0.0.1:8443/dip-channel/IF-032/pubconfig/1100000001
#
# DIR and DIP_ID find the files that `qualify init` wrote; each of the six can be named by itself instead.
# The answer goes to stdout, its status to stderr; exit code 0 for 2xx, 1 for any other status.
set -euo pipefail

if [[ $# -lt 2 || $# -gt 3 ]]; then
  echo "usage: $0 METHOD URL [BODY-FILE]" >&2
  exit 2
fi
method=$(printf %s "$1" | tr '[:lower:]' '[:upper:]')
url=$2
body=${3:-/dev/null}

files=${DIR:-.}/certificates/${DIP_ID:-}
: "${TRANSPORT_CERTIFICATE:=$files-transport.pem}" "${TRANSPORT_KEY:=$files-transport-key.pem}"
: "${SIGNING_CERTIFICATE:=$files-signing.pem}" "${SIGNING_KEY:=$files-signing-key.pem}"
: "${API_KEY_FILE:=${DIR:-.}/secrets/${DIP_ID:-}-api-key}" "${AUTHORITY:=${DIR:-.}/certificates/authority.pem}"

for file in "$body" "$TRANSPORT_CERTIFICATE" "$TRANSPORT_KEY" "$SIGNING_CERTIFICATE" "$SIGNING_KEY" "$API_KEY_FILE" "$AUTHORITY"; do
  [[ -r $file ]] || { echo "cannot read $file" >&2; exit 2; }
done

# A signature counts once. date knows no milliseconds everywhere, so they are random: two within a second differ.
date=$(date -u +%Y-%m-%dT%H:%M:%S).$(printf %03d $((RANDOM % 1000)))Z
hash=$(openssl dgst -sha256 -binary "$body" | openssl base64 -A)
text="$method;$(printf %s "$url" | tr '[:upper:]' '[:lower:]');$date;$hash"
signature=$(printf %s "$text" | openssl dgst -sha256 -sign "$SIGNING_KEY" | openssl base64 -A)
certificate=$(openssl base64 -A -in "$SIGNING_CERTIFICATE")

# Headers go by stdin: ps shows the arguments of curl to everybody. printf is part of bash.
send() {
  printf '%s\n' \
    "X-API-Key: $(<"$API_KEY_FILE")" \
    "X-DIP-Signature: $signature" \
    "X-DIP-Signature-Date: $date" \
    "X-DIP-Content-Hash: $hash" \
    "X-DIP-Signature-Certificate: $certificate" \
    "Content-Type: application/json" |
    curl --silent --show-error --request "$method" --header @- --data-binary "@$body" \
      --cert "$TRANSPORT_CERTIFICATE" --key "$TRANSPORT_KEY" --cacert "$AUTHORITY" \
      --write-out '%{stderr}%{http_code}' "$url"
}
exec 3>&1
status=$(send 2>&1 >&3) || { echo "$status" >&2; exit 1; }
echo "HTTP $status" >&2
[[ $status == 2* ]]
