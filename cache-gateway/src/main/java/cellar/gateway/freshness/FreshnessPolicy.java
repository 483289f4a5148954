package cellar.gateway.freshness;

import java.time.Duration;

/**
 * How long copies may be used where the origin does not say.
 *
 * @param defaultTtl how long a copy is fresh
 * @param staleWhileRevalidate how long after that it is served while it is renewed in the
 * background
 * @param staleIfError how long after that it is served when the origin fails
 * @param negativeTtl how long an absence is remembered
 */
public record FreshnessPolicy(Duration defaultTtl, Duration staleWhileRevalidate, Duration staleIfError,
		Duration negativeTtl) {

}
