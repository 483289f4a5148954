package cellar.stack.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import cellar.stack.secret.Secret;
import cellar.stack.secret.Secrets;

/**
 * What each service has to know of the others.
 */
final class Wiring {

	private static final String IMAGES_BUCKET = "starter-emis";

	private static final String SITE_BUCKET = "cellar-site";

	private static final String REGION = "us-east-1";

	// The page is made of files of its own origin and nothing else.
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
			+ "form-action 'none'; frame-ancestors 'none'";

	private final Ports ports;

	private final DataDirectory data;

	private final Secret operator;

	private final Secret catalogAtGateway;

	private final Secret databasePassword;

	private final StoreKeys storeKeys;

	private final StoreKeys cloudKeys;

	private final Path signingKey;

	private Wiring(Ports ports, DataDirectory data, Secret operator, Secret catalogAtGateway, Secret databasePassword,
			StoreKeys storeKeys, StoreKeys cloudKeys, Path signingKey) {
		this.ports = ports;
		this.data = data;
		this.operator = operator;
		this.catalogAtGateway = catalogAtGateway;
		this.databasePassword = databasePassword;
		this.storeKeys = storeKeys;
		this.cloudKeys = cloudKeys;
		this.signingKey = signingKey;
	}

	static Wiring of(Ports ports, DataDirectory data, Secrets secrets, Secret operator) throws IOException {
		return new Wiring(ports, data, operator, secrets.get("catalog-at-gateway-token"),
				PostgresPart.password(secrets), StoreKeys.of(secrets, ObjectStorePart.NAME),
				StoreKeys.of(secrets, Platform.CLOUD), secrets.signingKey("catalog-signing-key.pem"));
	}

	// No Spring, so no configuration file: only we can read the environment of our own
	// processes.
	Map<String, String> cloud() {
		return Map.of("CELLAR_SIMULATION_ADDRESS", "127.0.0.1", "CELLAR_SIMULATION_PORT",
				Integer.toString(this.ports.number(Port.CLOUD)), "CELLAR_SIMULATION_DATADIRECTORY",
				this.data.of(Platform.CLOUD).toString(), "CELLAR_SIMULATION_ACCESSKEY", this.cloudKeys.access().value(),
				"CELLAR_SIMULATION_SECRETKEY", this.cloudKeys.secret().value());
	}

	Configuration catalog(String jdbcUrl) {
		Configuration configuration = new Configuration().database(jdbcUrl, this.databasePassword)
			.listen(this.ports.number(Port.CATALOG), this.ports.number(Port.CATALOG_MANAGEMENT))
			.caller("operator", this.operator, "operator");
		store(configuration, "cellar.catalog.store.").set("cellar.catalog.store.public-access", "none")
			.set("cellar.catalog.store.images-bucket", IMAGES_BUCKET)
			.set("cellar.catalog.store.site-bucket", SITE_BUCKET)
			.set("cellar.catalog.signing-key", "file:" + this.signingKey.toAbsolutePath())
			.set("cellar.catalog.public-url", this.ports.url(Port.GATEWAY))
			.set("cellar.catalog.gateways[0].admin-url", this.ports.url(Port.GATEWAY_MANAGEMENT))
			.set("cellar.catalog.gateways[0].public-url", this.ports.url(Port.GATEWAY))
			.secret("cellar.catalog.gateways[0].token", this.catalogAtGateway);
		return configuration;
	}

	Configuration gateway() {
		Configuration configuration = new Configuration().listen(this.ports.number(Port.GATEWAY_MANAGEMENT))
			.caller("operator", this.operator, "operator")
			.caller("catalog-service", this.catalogAtGateway, "operator")
			.set("cellar.gateway.data-address", "127.0.0.1")
			.set("cellar.gateway.data-port", this.ports.number(Port.GATEWAY))
			.set("cellar.gateway.cache.directory", this.data.of(Platform.GATEWAY).resolve("cache"))
			.set("cellar.gateway.cache.max-size", "4GB")
			.set("cellar.gateway.origins.store.type", "s3");
		store(configuration, "cellar.gateway.origins.store.");
		route(configuration, 0, "/starter-emis", IMAGES_BUCKET);
		route(configuration, 1, "/", SITE_BUCKET).set("cellar.gateway.routes[1].index", "index.html")
			.set("cellar.gateway.routes[1].pinned", "true")
			.set("cellar.gateway.routes[1].headers.[Content-Security-Policy]", CONTENT_SECURITY_POLICY);
		return configuration;
	}

	private Configuration route(Configuration configuration, int index, String path, String bucket) {
		String prefix = "cellar.gateway.routes[" + index + "].";
		return configuration.set(prefix + "path", path)
			.set(prefix + "origin", "store")
			.set(prefix + "bucket", bucket)
			.set(prefix + "access", "public");
	}

	Configuration provisioning(String jdbcUrl) {
		String cloud = "cellar.provisioning.clouds.local.";
		Configuration configuration = new Configuration().database(jdbcUrl, this.databasePassword)
			.listen(this.ports.number(Port.PROVISIONING), this.ports.number(Port.PROVISIONING_MANAGEMENT))
			.caller("operator", this.operator, "operator")
			.set(cloud + "profile", "generic")
			.set(cloud + "region", REGION)
			.set(cloud + "ec2-endpoint", this.ports.url(Port.CLOUD))
			.set(cloud + "reachability-port", 0);
		return keys(configuration, cloud, this.cloudKeys);
	}

	private Configuration store(Configuration configuration, String prefix) {
		configuration.set(prefix + "endpoint", this.ports.url(Port.OBJECT_STORE))
			.set(prefix + "region", REGION)
			.set(prefix + "path-style", true);
		return keys(configuration, prefix, this.storeKeys);
	}

	private static Configuration keys(Configuration configuration, String prefix, StoreKeys keys) {
		return configuration.secret(prefix + "access-key", keys.access()).secret(prefix + "secret-key", keys.secret());
	}

}
