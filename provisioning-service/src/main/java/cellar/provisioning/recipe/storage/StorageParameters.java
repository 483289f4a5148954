package cellar.provisioning.recipe.storage;

import java.util.List;

import cellar.provisioning.parameter.Parameter;
import cellar.provisioning.parameter.TextRule;

/**
 * What callers may choose about a disk.
 */
public final class StorageParameters {

	private static final TextRule DEVICE = TextRule.matching("/dev(?:/[A-Za-z0-9_][A-Za-z0-9._:+-]*)+", 128,
			"must be the path of a disk below /dev, such as '/dev/vdb'");

	private static final TextRule LABEL = TextRule.matching(
			"(?!(?:OEM|ROOT|root|USR-[AB]|BOOT|boot|EFI-SYSTEM|UEFI|cloudimg-rootfs)$)[A-Za-z0-9][A-Za-z0-9_.-]*", 16,
			"must be a label of 1 to 16 letters, digits, '_', '.' and '-' that starts with a letter or a digit, "
					+ "and none that systems give to their own disks, such as 'ROOT'");

	private static final TextRule MOUNT_POINT = TextRule.matching(
			"/(?:(?:srv|mnt|data)(?:/PART)*|(?:opt|var/lib|var/mnt|var/srv|var/opt)(?:/PART)+)".replace("PART",
					"[A-Za-z0-9_][A-Za-z0-9._-]*"),
			128, "must be an absolute path below /var/lib, /var/mnt, /var/srv, /var/opt, /opt, /srv, /mnt or /data");

	private StorageParameters() {
	}

	/**
	 * Returns the parameters of a recipe that uses a disk.
	 * @param mountPoint where the disk is mounted if nobody says otherwise
	 * @param label label of the disk if nobody says otherwise
	 * @return the parameters
	 */
	public static List<Parameter> of(String mountPoint, String label) {
		return List.of(Parameter.text("device",
				"Path of the disk. Where none is given, the disk with the label, else the first local NVMe disk, "
						+ "else the disk that the cloud calls ephemeral0 is taken",
				DEVICE, null, "/dev/vdb", "/dev/nvme1n1"),
				Parameter.text("filesystem", "What a blank disk is formatted with", TextRule.oneOf(Filesystem.names()),
						"ext4", "ext4", "xfs", "btrfs"),
				Parameter.text("label",
						"Label of the filesystem, by which the disk is known again at the next boot; at most 16 characters, 12 on xfs",
						LABEL, label, label),
				Parameter.text("mountPoint", "Absolute path where the disk is mounted", MOUNT_POINT, mountPoint,
						mountPoint, "/var/lib/containers"),
				Parameter.text("existing",
						"What becomes of a disk that holds an unlabelled ext filesystem: 'refuse' leaves it alone and fails, "
								+ "'adopt' labels and mounts it with all that it holds. No disk that holds anything is ever formatted",
						TextRule.oneOf(ExistingDisk.names()), "refuse", "refuse", "adopt"));
	}

}
