package cellar.simulation.launch;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import cellar.simulation.instance.Instance;

/**
 * Hands out addresses that no other living machine has: private ones, and public ones
 * from the blocks that are kept free for documentation.
 */
final class Addresses {

	private static final int LAST_HOST = 254;

	private final Iterator<String> privates;

	private final Iterator<String> publics;

	Addresses(List<Instance> alive) {
		this.privates = free(Stream.of("10.0.0.", "10.0.1.", "10.0.2."), 4, alive, Instance::privateIp);
		this.publics = free(Stream.of("203.0.113.", "198.51.100.", "192.0.2."), 1, alive, Instance::publicIp);
	}

	String nextPrivate() {
		return this.privates.next();
	}

	String nextPublic() {
		return this.publics.next();
	}

	private static Iterator<String> free(Stream<String> blocks, int firstHost, List<Instance> alive,
			Function<Instance, String> address) {
		Set<String> taken = alive.stream().map(address).collect(Collectors.toSet());
		return blocks.flatMap((block) -> IntStream.rangeClosed(firstHost, LAST_HOST).mapToObj((host) -> block + host))
			.filter((candidate) -> !taken.contains(candidate))
			.iterator();
	}

}
