package cellar.simulation.instance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cellar.simulation.query.XmlWriter;
import cellar.simulation.zone.Region;

/**
 * Machines and reservations as EC2 shows them.
 */
public final class ReservationXml {

	private final String account;

	private final Region region;

	private final Clock clock;

	public ReservationXml(String account, Region region, Clock clock) {
		this.account = account;
		this.region = region;
		this.clock = clock;
	}

	/**
	 * Writes a reservation as {@code RunInstances} and {@code DescribeInstances} answer
	 * it.
	 * @param xml where to
	 * @param reservation the reservation, which has at least one machine
	 */
	public void write(XmlWriter xml, Reservation reservation) {
		xml.text("reservationId", reservation.id());
		xml.text("ownerId", this.account);
		xml.list("groupSet", reservation.instances().getFirst().groups().entrySet(), (group) -> write(xml, group));
		xml.list("instancesSet", reservation.instances(),
				(instance) -> write(xml, instance, reservation.clientToken()));
	}

	private void write(XmlWriter xml, Instance instance, @Nullable String clientToken) {
		InstanceState state = instance.stateAt(this.clock.instant());
		boolean alive = state != InstanceState.TERMINATED;
		xml.text("instanceId", instance.id());
		xml.text("imageId", instance.imageId());
		writeState(xml, "instanceState", state);
		xml.text("privateDnsName", (alive) ? hostName("ip-", instance.privateIp(), "internal") : "");
		xml.text("dnsName", (state == InstanceState.RUNNING) ? hostName("ec2-", instance.publicIp(), "simulated") : "");
		writeReason(xml, instance);
		xml.text("keyName", instance.keyName());
		xml.text("amiLaunchIndex", instance.launchIndex());
		xml.text("instanceType", instance.instanceType());
		xml.text("launchTime", instance.launchedAt().truncatedTo(ChronoUnit.MILLIS));
		xml.element("placement", () -> {
			xml.text("availabilityZone", instance.zone());
			xml.text("tenancy", "default");
		});
		xml.element("monitoring", () -> xml.text("state", "disabled"));
		xml.text("privateIpAddress", (alive) ? instance.privateIp() : null);
		xml.text("ipAddress", (state == InstanceState.RUNNING) ? instance.publicIp() : null);
		xml.list("groupSet", instance.groups().entrySet(), (group) -> write(xml, group));
		xml.text("architecture", instance.architecture());
		xml.text("rootDeviceType", "instance-store");
		xml.text("virtualizationType", "hvm");
		xml.text("hypervisor", "xen");
		xml.text("clientToken", (clientToken != null) ? clientToken : "");
		xml.tags(instance.tags());
	}

	static void writeState(XmlWriter xml, String name, InstanceState state) {
		xml.element(name, () -> {
			xml.text("code", state.code());
			xml.text("name", state);
		});
	}

	private static void writeReason(XmlWriter xml, Instance instance) {
		Instance.Ending ending = instance.ending();
		if (ending == null) {
			xml.text("reason", "");
			return;
		}
		Instant requested = ending.requestedAt().truncatedTo(ChronoUnit.SECONDS);
		xml.text("reason", "User initiated (" + requested + ")");
		xml.element("stateReason", () -> {
			xml.text("code", "Client.UserInitiatedShutdown");
			xml.text("message", "Client.UserInitiatedShutdown: User initiated shutdown");
		});
	}

	private static void write(XmlWriter xml, Map.Entry<String, String> group) {
		xml.text("groupId", group.getKey());
		xml.text("groupName", group.getValue());
	}

	private String hostName(String prefix, String address, String domain) {
		return prefix + address.replace('.', '-') + "." + this.region.name() + "." + domain;
	}

}
