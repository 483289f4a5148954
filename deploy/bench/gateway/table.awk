# Reads lines "scenario peer requests bytes microseconds errors p50 p99" and prints, for each scenario, the
# median of each peer with its minimum and maximum, and the ratios of the medians.

{
    if (NF < 8) next
    if (!($1 in seen)) { seen[$1] = 1; scenarios[++count] = $1 }
    # What is large is measured by its bytes.
    rate = ($1 ~ /^[0-9]+[MG]\//) ? $4 / $5 : $3 * 1000000 / $5
    unit[$1] = ($1 ~ /^[0-9]+[MG]\//) ? "MB/s" : "req/s"
    values[$1, $2, ++n[$1, $2]] = rate
    errors[$1, $2] += $6
    p99[$1, $2, n[$1, $2]] = $8
}

function sorted(from, key, count, into,    i, j, t) {
    for (i = 1; i <= count; i++) into[i] = from[key, i]
    for (i = 2; i <= count; i++) {
        t = into[i]
        for (j = i - 1; j >= 1 && into[j] > t; j--) into[j + 1] = into[j]
        into[j + 1] = t
    }
}

function median(from, key, count,    s) {
    sorted(from, key, count, s)
    return (count % 2) ? s[(count + 1) / 2] : (s[count / 2] + s[count / 2 + 1]) / 2
}

function told(scenario, peer,    k, s, c) {
    k = scenario SUBSEP peer
    c = n[k]
    sorted(values, k, c, s)
    return sprintf("%9.0f (%.0f-%.0f)%s", median(values, k, c), s[1], s[c], errors[k] ? " " errors[k] " errors" : "")
}

END {
    printf "%-14s %-6s %-28s %-28s %-28s %8s %8s  p99 us gateway/nginx\n", "scenario", "unit", "gateway", "nginx", "varnish", "/nginx", "/varnish"
    for (i = 1; i <= count; i++) {
        s = scenarios[i]
        if (!n[s, "gateway"] || !n[s, "nginx"] || !n[s, "varnish"]) {
            printf "%-14s was not measured for each peer\n", s
            continue
        }
        g = median(values, s SUBSEP "gateway", n[s, "gateway"])
        e = median(values, s SUBSEP "nginx", n[s, "nginx"])
        v = median(values, s SUBSEP "varnish", n[s, "varnish"])
        printf "%-14s %-6s %-28s %-28s %-28s %8.2f %8.2f  %d/%d\n", s, unit[s], told(s, "gateway"), told(s, "nginx"),
            told(s, "varnish"), g / e, g / v, median(p99, s SUBSEP "gateway", n[s, "gateway"]),
            median(p99, s SUBSEP "nginx", n[s, "nginx"])
    }
}
