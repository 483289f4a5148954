package cellar.stack.platform;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Properties;

import cellar.stack.secret.PrivateFile;
import cellar.stack.secret.Secret;

/**
 * The properties of one service, which it reads from a file: there, unlike on a command
 * line, secrets stay secret.
 */
final class Configuration {

	private final Properties properties = new Properties();

	private int tokens;

	Configuration set(String name, Object value) {
		this.properties.setProperty(name, value.toString());
		return this;
	}

	Configuration secret(String name, Secret secret) {
		return set(name, secret.value());
	}

	// Lets a caller in; the service gets only the hash of the token.
	Configuration caller(String name, Secret token, String role) {
		String prefix = "cellar.security.tokens[" + this.tokens++ + "].";
		return set(prefix + "name", name).set(prefix + "hash", token.hash()).set(prefix + "roles", role);
	}

	Configuration listen(int port) {
		set("server.address", "127.0.0.1").set("server.port", port).set("management.server.port", port);
		// Ctrl-C is not answered by half a minute of waiting for idle streams.
		return set("spring.lifecycle.timeout-per-shutdown-phase", "5s");
	}

	Configuration listen(int port, int managementPort) {
		return listen(port).set("management.server.port", managementPort).set("management.server.address", "127.0.0.1");
	}

	Configuration database(String jdbcUrl, Secret password) {
		return set("spring.datasource.url", jdbcUrl).set("spring.datasource.username", "postgres")
			.secret("spring.datasource.password", password);
	}

	void writeTo(Path file) throws IOException {
		PrivateFile.createDirectory(file.toAbsolutePath().resolveSibling(""));
		StringWriter text = new StringWriter();
		this.properties.store(text, "Written anew at every start of the local stack");
		PrivateFile.write(file, text.toString());
	}

	@Override
	public String toString() {
		return "Configuration" + this.properties.stringPropertyNames();
	}

}
