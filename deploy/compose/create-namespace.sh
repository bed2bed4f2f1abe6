#!/bin/sh
# Makes sure of the namespace: closed workflows stay readable for as long as NAMESPACE_RETENTION says.
set -eu

attempt=1
until temporal operator cluster health; do
  if [ "$attempt" -ge 30 ]; then
    echo "Temporal at $TEMPORAL_ADDRESS did not become healthy"
    exit 1
  fi
  attempt=$((attempt + 1))
  sleep 2
done

temporal operator namespace describe -n "$TEMPORAL_NAMESPACE" \
  || temporal operator namespace create -n "$TEMPORAL_NAMESPACE" --retention "$NAMESPACE_RETENTION"
