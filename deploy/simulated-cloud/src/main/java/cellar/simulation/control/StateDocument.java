package cellar.simulation.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cellar.simulation.instance.Instance;
import cellar.simulation.instance.InstanceState;
import cellar.simulation.keypair.KeyPair;
import cellar.simulation.securitygroup.SecurityGroup;

/**
 * All that the cloud holds.
 */
record StateDocument(Instant now, List<ReservationDocument> reservations, List<KeyPair> keyPairs,
		List<SecurityGroup> securityGroups, Map<String, Long> requestCounts) {

	static StateDocument of(CloudControl cloud) {
		Instant now = cloud.now();
		List<ReservationDocument> reservations = cloud.reservations()
			.stream()
			.map((reservation) -> new ReservationDocument(reservation.id(), reservation.clientToken(),
					reservation.instances().stream().map((instance) -> InstanceDocument.of(instance, now)).toList()))
			.toList();
		return new StateDocument(now, reservations, cloud.keyPairs(), cloud.securityGroups(), cloud.requestCounts());
	}

	/**
	 * One reservation.
	 */
	record ReservationDocument(String id, @Nullable String clientToken, List<InstanceDocument> instances) {
	}

	/**
	 * One machine, without its user data, which may tell secrets.
	 */
	record InstanceDocument(String id, String state, String imageId, String instanceType, String zone,
			@Nullable String keyName, Map<String, String> groups, String privateIp, @Nullable String publicIp,
			Instant launchedAt, Map<String, String> tags) {

		private static InstanceDocument of(Instance instance, Instant now) {
			InstanceState state = instance.stateAt(now);
			return new InstanceDocument(instance.id(), state.toString(), instance.imageId(), instance.instanceType(),
					instance.zone(), instance.keyName(), instance.groups(), instance.privateIp(),
					(state == InstanceState.RUNNING) ? instance.publicIp() : null, instance.launchedAt(),
					instance.tags());
		}

	}

}
