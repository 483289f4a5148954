package cellar.gateway.freshness;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long copies may be used where the origin does not say.
 *
 * @param defaultTtl how long a copy is fresh, or {@code null} to guess by how long it has
 * not changed
 * @param staleWhileRevalidate how long after that it is served while it is renewed in the
 * background
 * @param staleIfError how long after that it is served when the origin fails
 * @param negativeTtl how long an absence is remembered
 * @param heedsClients whether clients may want a copy to be fresher than that
 */
public record FreshnessPolicy(@Nullable Duration defaultTtl, Duration staleWhileRevalidate, Duration staleIfError,
		Duration negativeTtl, boolean heedsClients) {

	public FreshnessPolicy(@Nullable Duration defaultTtl, Duration staleWhileRevalidate, Duration staleIfError,
			Duration negativeTtl) {
		this(defaultTtl, staleWhileRevalidate, staleIfError, negativeTtl, false);
	}

}
