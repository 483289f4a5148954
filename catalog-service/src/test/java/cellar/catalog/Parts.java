package cellar.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.support.TestPropertySourceUtils;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.common.store.S3Clients;
import cellar.common.store.StoreConnection;
import cellar.common.test.TestTokens;
import cellar.parts.ObjectStoreServer;
import cellar.parts.PostgresServer;

/**
 * One real database server and one real object store for all tests of a run. Each
 * application that is started has a database and buckets of its own.
 */
public final class Parts {

	private static final PostgresServer POSTGRES = PostgresServer.startTemporary();

	private static final ObjectStoreServer STORE = ObjectStoreServer.startTemporary();

	private Parts() {
	}

	public static String newDatabase() {
		return POSTGRES.createDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
	}

	public static ObjectStoreServer store() {
		return STORE;
	}

	public static void register(DynamicPropertyRegistry registry) {
		String suffix = UUID.randomUUID().toString().substring(0, 8);
		String database = newDatabase();
		createBuckets("images-" + suffix, "site-" + suffix);
		registry.add("spring.datasource.url", () -> database);
		registry.add("spring.datasource.username", () -> "postgres");
		registry.add("cellar.catalog.store.endpoint", () -> STORE.endpoint().toString());
		registry.add("cellar.catalog.store.access-key", STORE::accessKey);
		registry.add("cellar.catalog.store.secret-key", STORE::secretKey);
		registry.add("cellar.catalog.store.images-bucket", () -> "images-" + suffix);
		registry.add("cellar.catalog.store.site-bucket", () -> "site-" + suffix);
		// Most tests care for no content; those that do turn it on.
		registry.add("cellar.catalog.artifact.inspect", () -> "false");
		registry.add("management.server.port", () -> "0");
		registry.add("db-scheduler.polling-interval", () -> "100ms");
		TestTokens.addOneForEachRole(registry);
	}

	/**
	 * Makes buckets before the service does, so that no test has to wait for it.
	 */
	private static void createBuckets(String... names) {
		StoreConnection connection = new StoreConnection(STORE.endpoint(), "us-east-1", true, STORE.accessKey(),
				STORE.secretKey());
		try (S3Client client = S3Clients.connect(connection)) {
			for (String name : names) {
				client.createBucket((create) -> create.bucket(name));
			}
		}
	}

	/**
	 * Gives the parts to an application that several test classes share. What these set
	 * themselves goes first.
	 */
	public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			Map<String, Object> properties = new HashMap<>();
			register((name, value) -> properties.put(name, value.get()));
			context.getEnvironment()
				.getPropertySources()
				.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME,
						new MapPropertySource("parts", properties));
		}

	}

}
