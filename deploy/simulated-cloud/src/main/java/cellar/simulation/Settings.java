package cellar.simulation;

import java.nio.file.Path;
import java.time.Clock;

import org.jspecify.annotations.Nullable;

import cellar.simulation.instance.Timing;
import cellar.simulation.profile.CloudProfile;
import cellar.simulation.signature.Credentials;
import cellar.simulation.zone.Region;

/**
 * How a cloud is set up.
 *
 * @param port 0 for any free one
 * @param path where EC2 is served, {@code /services/compute} for example
 * @param signingRegion the region that calls must be signed for, null for any
 * @param dataDirectory where the state is kept, null for memory only
 */
record Settings(int port, String address, String path, Credentials credentials, CloudProfile profile, String account,
		Region region, @Nullable String signingRegion, Timing timing, @Nullable Path dataDirectory, Clock clock) {

	private static final int MAX_PORT = 65535;

	Settings {
		if (port < 0 || port > MAX_PORT) {
			throw new IllegalArgumentException("'port' must be 0 to " + MAX_PORT);
		}
		if (!path.startsWith("/") || path.startsWith("/control")) {
			throw new IllegalArgumentException("'path' must start with / and not with /control");
		}
		if (!account.matches("\\d{12}")) {
			throw new IllegalArgumentException("'account' must have 12 digits");
		}
	}

}
