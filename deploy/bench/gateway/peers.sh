# What the benchmarks share: a directory, objects, the peers, and their end.

base=${BENCH_PORT:-18080}
origin_port=$base nginx_port=$((base + 1)) varnish_port=$((base + 2)) gateway_port=$((base + 3)) admin_port=$((base + 4))

peers_begin() {
    for tool in nginx varnishd wrk curl awk; do
        command -v $tool > /dev/null || { echo "Install $tool: apt-get install nginx varnish wrk curl gawk" >&2; exit 1; }
    done
    jar=$(ls "$here"/../../../cache-gateway/target/cache-gateway-*.jar 2> /dev/null | grep -v -- '-\(sources\|javadoc\)' | head -n 1)
    [ -n "$jar" ] || { echo "Build the jar first: ./mvnw -DskipTests package" >&2; exit 1; }
    java=$(find_java)
    dir=$(mktemp -d "${TMPDIR:-/tmp}/cellar-bench.XXXXXX")
    # The workers of nginx may be somebody else.
    chmod 755 "$dir"
    mkdir "$dir/objects"
    pids=
    trap peers_end EXIT
}

find_java() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        if [ -x "$home/bin/java" ] && "$home/bin/java" -version 2>&1 | grep -q 'version "\(2[5-9]\|[3-9][0-9]\)'; then
            echo "$home/bin/java"
            return
        fi
    done
    echo "A JDK of version 25 or later is needed; set JAVA_HOME" >&2
    exit 1
}

peers_end() {
    [ -z "$pids" ] || kill $pids 2> /dev/null || true
    wait
    [ -n "${BENCH_KEEP:-}" ] || rm -rf "$dir"
}

make_object() { # size
    head -c "$(numfmt --from=iec "$1")" /dev/urandom > "$dir/objects/$1"
}

fill_in() { # file
    sed -e "s|@DIR@|$dir|g" -e "s|@ORIGIN@|$origin_port|g" -e "s|@NGINX@|$nginx_port|g" \
        -e "s|@GATEWAY@|$gateway_port|g" -e "s|@ADMIN@|$admin_port|g" -e "s|@TOKEN@|$token_hash|g" \
        -e "s|@KIB@|$(printf '%01024d' 0)|g" \
        "$here/$1" > "$dir/$1"
}

# The metrics of the gateway want a reader.
token=bench-$RANDOM$RANDOM$RANDOM
token_hash="{sha256}$(printf %s "$token" | sha256sum | cut -d ' ' -f 1)"

start_origin() {
    fill_in origin.conf
    nginx -p "$dir" -c "$dir/origin.conf" & pids="$pids $!"
    await "$origin_port"
}

start_nginx() {
    fill_in nginx.conf
    nginx -p "$dir" -c "$dir/nginx.conf" & pids="$pids $!"
    await "$nginx_port"
}

start_varnish() {
    fill_in varnish.vcl
    varnishd -F -j none -n "$dir/varnish" -a "127.0.0.1:$varnish_port" -f "$dir/varnish.vcl" -s malloc,4g \
        > "$dir/varnish.log" 2>&1 & pids="$pids $!"
    await "$varnish_port"
}

start_gateway() { # [option of java, another layout of the jar]
    fill_in gateway.yaml
    # shellcheck disable=SC2086
    "$java" ${BENCH_JAVA_OPTIONS:--Xmx512m} ${1:-} -jar "${2:-$jar}" --spring.config.additional-location="file:$dir/gateway.yaml" \
        > "$dir/gateway.log" 2>&1 & gateway_pid=$!; pids="$pids $gateway_pid"
    await "$gateway_port"
}

await() { # port
    local try
    for try in $(seq 600); do
        if (: < "/dev/tcp/127.0.0.1/$1") 2> /dev/null; then
            return
        fi
        sleep 0.1
    done
    echo "Nothing listens on port $1; see the logs in $dir" >&2
    BENCH_KEEP=1
    exit 1
}

url() { # peer
    case $1 in
        origin) echo "http://127.0.0.1:$origin_port" ;;
        nginx) echo "http://127.0.0.1:$nginx_port" ;;
        varnish) echo "http://127.0.0.1:$varnish_port" ;;
        gateway) echo "http://127.0.0.1:$gateway_port" ;;
    esac
}

rotate() { # by word...
    local by=$1 i
    shift
    for i in $(seq 0 $(($# - 1))); do
        local at=$(((by + i) % $# + 1))
        echo "${!at}"
    done
}
