package cellar.provisioning.userdata;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a machine shall be after its first boot, whatever it runs.
 *
 * @param hostname its name, or nothing to keep the one that the cloud gives
 * @param authorizedKeys public keys that may log in, besides the cloud's own
 * @param packages what the package manager adds, where there is one
 * @param keepsInstanceStorage whether instance storage is ours, so that nothing else may
 * mount it
 * @param files what is written
 * @param units what systemd learns and starts, in this order
 * @param dropIns what systemd learns about units that exist already
 */
public record Guest(@Nullable String hostname, List<String> authorizedKeys, List<String> packages,
		boolean keepsInstanceStorage, List<File> files, List<Unit> units, List<DropIn> dropIns) {

	/**
	 * Returns a machine with a name and keys and nothing else.
	 * @param hostname its name, or nothing
	 * @param authorizedKeys public keys that may log in
	 * @return the machine
	 */
	public static Guest plain(@Nullable String hostname, List<String> authorizedKeys) {
		return new Guest(hostname, authorizedKeys, List.of(), false, List.of(), List.of(), List.of());
	}

	/**
	 * A file.
	 *
	 * @param path absolute path
	 * @param mode permission bits
	 * @param content text, which ends with a line feed
	 */
	public record File(String path, int mode, String content) {

		String octalMode() {
			return "0" + Integer.toOctalString(this.mode);
		}

	}

	/**
	 * A unit of systemd that starts now and at every boot.
	 *
	 * @param name file name
	 * @param content text
	 */
	public record Unit(String name, String content) {

		String path() {
			return "/etc/systemd/system/" + this.name;
		}

	}

	/**
	 * An addition to a unit of systemd that the machine brings along.
	 *
	 * @param unit file name of the unit
	 * @param name file name of the addition
	 * @param content text
	 */
	public record DropIn(String unit, String name, String content) {

		String path() {
			return "/etc/systemd/system/" + this.unit + ".d/" + this.name;
		}

	}

}
