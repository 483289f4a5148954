package cellar.provisioning.userdata;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A kind of user data.
 */
public enum Format {

	/** Read by cloud-init, once for an instance. */
	CLOUD_CONFIG(true),

	/** Read by coreos-cloudinit, at every boot. */
	COREOS_CLOUD_CONFIG(true),

	/** Read by Ignition, at the first boot; not unpacked on EC2. */
	IGNITION(false),

	/** Several parts in one, for scripts that a user adds. */
	MIME(true);

	private final boolean compressible;

	Format(boolean compressible) {
		this.compressible = compressible;
	}

	/**
	 * Whether the machine unpacks it when it comes as gzip.
	 * @return whether gzip is understood
	 */
	public boolean isCompressible() {
		return this.compressible;
	}

	@JsonValue
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
