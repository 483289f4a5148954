package cellar.provisioning.recipe.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cellar.common.problem.Violation;
import cellar.provisioning.parameter.Choices;
import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Guest;
import cellar.provisioning.userdata.SystemdPath;

/**
 * A disk of the machine that is formatted once, mounted at every boot and waited for by
 * the service that needs it.
 *
 * @param device the disk, or nothing to look for one
 * @param filesystem what a blank disk gets
 * @param label how the disk is known again
 * @param mountPoint where it is mounted
 * @param existing what becomes of a disk that holds an unlabelled filesystem
 */
public record Storage(@Nullable String device, Filesystem filesystem, String label, String mountPoint,
		ExistingDisk existing) {

	private static final String SCRIPT_PATH = "/etc/cellar/prepare-storage";

	private static final String PREPARE_UNIT = "cellar-storage.service";

	private static final int LABEL_LENGTH_XFS = 12;

	public static Storage of(Choices choices) {
		return new Storage(choices.optional("device"), Filesystem.of(choices.text("filesystem")), choices.text("label"),
				choices.text("mountPoint"), ExistingDisk.of(choices.text("existing")));
	}

	public List<Violation> conflicts(Family family) {
		List<Violation> conflicts = new ArrayList<>();
		if (this.filesystem == Filesystem.XFS && this.label.length() > LABEL_LENGTH_XFS) {
			conflicts.add(new Violation("label", "must have at most 12 characters on xfs"));
		}
		if (family == Family.FCOS && !this.mountPoint.startsWith("/var/")) {
			conflicts
				.add(new Violation("mountPoint", "must be below /var on Fedora CoreOS, where the rest is read-only"));
		}
		return conflicts;
	}

	public Guest.File script() {
		return new Guest.File(SCRIPT_PATH, 0755, StorageScript.TEXT);
	}

	public String mountUnit() {
		return SystemdPath.mountUnit(this.mountPoint);
	}

	/**
	 * Returns the two units. The mount has {@code nofail} because a mount without it is
	 * ordered before all services, the one that it needs included.
	 * @return the units, in the order in which they start
	 */
	public List<Guest.Unit> units() {
		return List.of(new Guest.Unit(PREPARE_UNIT, """
				[Unit]
				Description=Prepare the disk for %s
				Wants=network-online.target
				After=network-online.target

				[Service]
				Type=oneshot
				RemainAfterExit=yes
				%sExecStart=/bin/sh %s

				[Install]
				WantedBy=multi-user.target
				""".formatted(this.mountPoint, environment(), SCRIPT_PATH)), new Guest.Unit(mountUnit(), """
				[Unit]
				Description=Disk for %s
				Requires=%s
				After=%s

				[Mount]
				What=/dev/disk/by-label/%s
				Where=%s
				Type=auto
				Options=nofail,noatime

				[Install]
				WantedBy=multi-user.target
				""".formatted(this.mountPoint, PREPARE_UNIT, PREPARE_UNIT, this.label, this.mountPoint)));
	}

	private String environment() {
		StringBuilder lines = new StringBuilder();
		Map.of("CELLAR_DEVICE", (this.device != null) ? this.device : "", "CELLAR_EXISTING", this.existing.toString(),
				"CELLAR_FILESYSTEM", this.filesystem.toString(), "CELLAR_LABEL", this.label)
			.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isEmpty())
			.sorted(Map.Entry.comparingByKey())
			.forEach((entry) -> lines.append("Environment=%s=%s\n".formatted(entry.getKey(), entry.getValue())));
		return lines.toString();
	}

}
