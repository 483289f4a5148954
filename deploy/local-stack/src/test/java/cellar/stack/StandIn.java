package cellar.stack;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import com.sun.net.httpserver.HttpServer;

import cellar.stack.starter.FakeCatalog;

/**
 * Stands in for a service: it listens where its configuration says, is healthy at once,
 * and as catalog answers what the starter asks.
 */
public final class StandIn {

	static final String VERSION = "1";

	private static final String CONFIGURATION = "--spring.config.additional-location=file:";

	private StandIn() {
	}

	public static void main(String[] arguments) throws Exception {
		Properties configuration = new Properties();
		if (arguments.length > 0) {
			try (Reader reader = Files.newBufferedReader(Path.of(arguments[0].substring(CONFIGURATION.length())))) {
				configuration.load(reader);
			}
		}
		boolean catalog = configuration.containsKey("cellar.catalog.public-url");
		String port = System.getenv().getOrDefault("CELLAR_SIMULATION_PORT", configuration.getProperty("server.port"));
		if (catalog) {
			new FakeCatalog(Integer.parseInt(port), System.getProperty("stand-in.token", "test-token"),
					Path.of("state.json"));
		}
		else {
			listen(port);
		}
		String management = configuration.getProperty("management.server.port");
		if (management != null && !management.equals(port)) {
			listen(management);
		}
		String data = configuration.getProperty("cellar.gateway.data-port");
		if (data != null) {
			listen(data);
		}
		IO.println("stand-in listens on " + port);
		new CountDownLatch(1).await();
	}

	private static void listen(String port) throws IOException {
		HttpServer server = HttpServer
			.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
	}

	/**
	 * Lays out a project whose executable jars are all stand-ins.
	 * @param project the directory
	 * @throws IOException if that failed
	 */
	static void build(Path project) throws IOException {
		jar(project.resolve("deploy/simulated-cloud/target/simulated-cloud-%s-exec.jar".formatted(VERSION)));
		jar(project.resolve("catalog-service/target/catalog-service-%s.jar".formatted(VERSION)));
		jar(project.resolve("cache-gateway/target/cache-gateway-%s.jar".formatted(VERSION)));
		jar(project.resolve("provisioning-service/target/provisioning-service-%s.jar".formatted(VERSION)));
	}

	private static void jar(Path file) throws IOException {
		Files.createDirectories(file.resolveSibling(""));
		StringBuilder classPath = new StringBuilder();
		for (String element : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
			classPath.append(Path.of(element).toUri()).append(' ');
		}
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
		manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath.toString());
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
			jar.finish();
		}
	}

}
