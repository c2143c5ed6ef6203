#!/usr/bin/env bash
# run.sh SECONDS [TARGET...]: fuzzes each target for that time, one after the other. It starts from past findings and the seeds.
# Requires `cargo install cargo-fuzz` and a nightly toolchain. No sanitizer: all crates here forbid unsafe code.
set -u
cd "$(dirname "$0")"
seconds=$1; shift
status=0
for target in "${@:-hierarchy callback collection delta items navigation patch edm media_type context csdl document}"; do
    for name in $target; do
        mkdir -p "target/corpus/$name" "corpus/$name"
        cargo +nightly fuzz run --sanitizer none "$name" "target/corpus/$name" "seeds/$name" "corpus/$name" -- \
            -dict=dictionary.txt -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 || status=1
        rmdir "corpus/$name" corpus 2>/dev/null
    done
done
exit $status
