package cellar.stack.platform;

import java.util.Locale;

/**
 * What listens on the local stack, and where unless it is told otherwise.
 */
public enum Port {

	/** What clients download from. */
	GATEWAY(8080, "cache-gateway"),

	/** The catalog's API. */
	CATALOG(8081, "catalog-service"),

	/** The API for launches and installs. */
	PROVISIONING(8082, "provisioning-service"),

	/** The object store. */
	OBJECT_STORE(8083, "object-store"),

	/** The simulated cloud. */
	CLOUD(8084, "simulated-cloud"),

	/** PostgreSQL; not its usual port, where another one may well run. */
	POSTGRES(8085, "postgresql"),

	/** The gateway's admin API and Actuator. */
	GATEWAY_MANAGEMENT(9080, "cache-gateway (management)"),

	/** The catalog's Actuator. */
	CATALOG_MANAGEMENT(9081, "catalog-service (management)"),

	/** Provisioning's Actuator. */
	PROVISIONING_MANAGEMENT(9082, "provisioning-service (management)");

	private final int usual;

	private final String user;

	Port(int usual, String user) {
		this.usual = usual;
		this.user = user;
	}

	int usual() {
		return this.usual;
	}

	String user() {
		return this.user;
	}

	/**
	 * Returns the setting that chooses it.
	 * @return the name of a property
	 */
	public String property() {
		return "cellar.stack.ports." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
