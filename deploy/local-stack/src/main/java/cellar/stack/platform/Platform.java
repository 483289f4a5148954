package cellar.stack.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import cellar.stack.part.Part;
import cellar.stack.part.ProgramPart;
import cellar.stack.part.Readiness;
import cellar.stack.process.Command;
import cellar.stack.process.JavaProgram;
import cellar.stack.secret.Secret;
import cellar.stack.secret.Secrets;

/**
 * All parts of Cellar on one machine, each after those it needs.
 */
public final class Platform {

	/** The name of the catalog service. */
	public static final String CATALOG = "catalog-service";

	/** The name of the cache gateway. */
	public static final String GATEWAY = "cache-gateway";

	/** The name of the provisioning service. */
	public static final String PROVISIONING = "provisioning-service";

	/** The name of the simulated cloud. */
	public static final String CLOUD = "simulated-cloud";

	// A laptop's worth each. C1 alone and one collector thread: they start sooner, and
	// five virtual machines share few cores.
	private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k",
			"-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData");

	private final DataDirectory data;

	private final Ports ports;

	private final Jars jars;

	private final Wiring wiring;

	private final PostgresPart postgres;

	private final ObjectStorePart store;

	private Platform(DataDirectory data, Ports ports, Jars jars, Wiring wiring, PostgresPart postgres,
			ObjectStorePart store) {
		this.data = data;
		this.ports = ports;
		this.jars = jars;
		this.wiring = wiring;
		this.postgres = postgres;
		this.store = store;
	}

	/**
	 * Lays out the parts, of copies of what is built now, and starts nothing.
	 * @param project where the executable jars were built
	 * @param version of which version these are, else there may be only one
	 * @param data where data, logs and configuration go
	 * @param ports where the parts listen
	 * @param secrets what they know each other by
	 * @param operator the token of the operator
	 * @return the platform
	 * @throws IOException if the jars could not be copied or a secret not be kept
	 */
	public static Platform layOut(Path project, Optional<String> version, DataDirectory data, Ports ports,
			Secrets secrets, Secret operator) throws IOException {
		return new Platform(data, ports, Jars.find(project, version).copiedTo(data.jars()),
				Wiring.of(ports, data, secrets, operator),
				new PostgresPart(data.of(PostgresPart.NAME), ports.number(Port.POSTGRES), data.log(PostgresPart.NAME),
						PostgresPart.password(secrets)),
				new ObjectStorePart(data.of(ObjectStorePart.NAME), ports.number(Port.OBJECT_STORE),
						StoreKeys.of(secrets, ObjectStorePart.NAME), data.run().resolve(ObjectStorePart.NAME + ".pid"),
						data.log(ObjectStorePart.NAME)));
	}

	/**
	 * Returns the parts.
	 * @return each after those it needs
	 */
	public List<Part> parts() {
		return List.of(this.postgres, this.store, cloud(), catalog(), gateway(), provisioning());
	}

	private Part cloud() {
		URI anything = URI.create(this.ports.url(Port.CLOUD) + "/");
		return new ProgramPart(CLOUD, this.ports.url(Port.CLOUD), Set.of(),
				() -> command(CLOUD, this.jars.cloud(), "-Xmx64m", List.of(), this.wiring.cloud()),
				this.data.log(CLOUD), Readiness.answer(anything));
	}

	private Part catalog() {
		return service(CATALOG, Port.CATALOG, Port.CATALOG_MANAGEMENT, Set.of(PostgresPart.NAME, ObjectStorePart.NAME),
				this.jars.catalog(), "-Xmx256m", () -> this.wiring.catalog(this.postgres.createDatabase("catalog")));
	}

	private Part gateway() {
		return service(GATEWAY, Port.GATEWAY, Port.GATEWAY_MANAGEMENT, Set.of(ObjectStorePart.NAME),
				this.jars.gateway(), "-Xmx320m", this.wiring::gateway);
	}

	private Part provisioning() {
		return service(PROVISIONING, Port.PROVISIONING, Port.PROVISIONING_MANAGEMENT, Set.of(PostgresPart.NAME, CLOUD),
				this.jars.provisioning(), "-Xmx256m",
				() -> this.wiring.provisioning(this.postgres.createDatabase("provisioning")));
	}

	private Part service(String name, Port port, Port management, Set<String> needs, Path jar, String heap,
			Supplier<Configuration> configuration) {
		URI health = URI.create(this.ports.url(management) + "/actuator/health/readiness");
		return new ProgramPart(name, this.ports.url(port), needs, () -> {
			Path file = this.data.configuration(name);
			configuration.get().writeTo(file);
			return command(name, jar, heap, List.of("--spring.config.additional-location=file:" + file), Map.of());
		}, this.data.log(name), Readiness.ok(health));
	}

	private Command command(String name, Path jar, String heap, List<String> arguments, Map<String, String> environment)
			throws IOException {
		List<String> options = new ArrayList<>(SMALL);
		options.add(heap);
		options.add("-Djava.io.tmpdir=" + Files.createDirectories(this.data.temporary().resolve(name)));
		List<String> line = new ArrayList<>(JavaProgram.jar(jar, options));
		line.addAll(arguments);
		return new Command(line, environment, Files.createDirectories(this.data.of(name)), this.data.log(name).path());
	}

}
