package cellar.provisioning.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import cellar.common.problem.Violation;
import cellar.provisioning.parameter.Choices;
import cellar.provisioning.parameter.Parameter;
import cellar.provisioning.recipe.storage.Storage;
import cellar.provisioning.recipe.storage.StorageParameters;
import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Guest;

/**
 * Docker with its images and containers on the machine's own disk instead of the root
 * filesystem.
 */
class CoreosDockerStorage implements Recipe {

	private static final String DOCKER_DATA = "/var/lib/docker";

	private static final List<Parameter> PARAMETERS = Stream
		.concat(StorageParameters.of(DOCKER_DATA, "docker-data").stream(), Login.PARAMETERS.stream())
		.toList();

	@Override
	public String name() {
		return "coreos-docker-storage";
	}

	@Override
	public String description() {
		return "Docker with its images and containers on the machine's own disk. A blank disk is formatted once and found "
				+ "again by its label at every boot; a disk that holds anything else is never formatted. Docker does not "
				+ "start without the disk, so that it cannot fill the root filesystem.";
	}

	@Override
	public List<Family> families() {
		return List.of(Family.values());
	}

	@Override
	public List<Parameter> parameters() {
		return PARAMETERS;
	}

	@Override
	public List<Violation> conflicts(Family family, Choices choices) {
		return Storage.of(choices).conflicts(family);
	}

	@Override
	public Guest guest(Family family, Choices choices) {
		Storage storage = Storage.of(choices);
		Login login = Login.of(choices);
		return new Guest(login.hostname(), login.keys(), packages(family, storage), true, List.of(storage.script()),
				storage.units(), List.of(dropIn(family, storage)));
	}

	@Override
	public List<Finding> findings(Family family, Choices choices) {
		Storage storage = Storage.of(choices);
		List<Finding> findings = new ArrayList<>();
		findings.add(Finding.info("Instance storage survives a reboot; it is lost when the machine stops or terminates",
				"Name an attached volume as 'device' for data that must outlive the machine"));
		if (!storage.mountPoint().equals(DOCKER_DATA)) {
			findings.add(Finding.warning(
					"Docker waits for the disk at " + storage.mountPoint() + " but keeps its data in " + DOCKER_DATA,
					"Leave 'mountPoint' out unless the image tells Docker to use another directory"));
		}
		return findings;
	}

	private static List<String> packages(Family family, Storage storage) {
		if (family != Family.UBUNTU) {
			return List.of();
		}
		return switch (storage.filesystem()) {
			case BTRFS -> List.of("btrfs-progs", "docker.io");
			case XFS -> List.of("docker.io", "xfsprogs");
			case EXT4 -> List.of("docker.io");
		};
	}

	private static Guest.DropIn dropIn(Family family, Storage storage) {
		String unit = storage.mountUnit();
		// A filesystem that is made after the first boot has no SELinux label at its top.
		String relabel = (family == Family.FCOS)
				? "\n[Service]\nExecStartPre=-/usr/sbin/restorecon %s\n".formatted(storage.mountPoint()) : "";
		return new Guest.DropIn("docker.service", "10-cellar-storage.conf", """
				[Unit]
				Requires=%s
				After=%s
				%s""".formatted(unit, unit, relabel));
	}

}
