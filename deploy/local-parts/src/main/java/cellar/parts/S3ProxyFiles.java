package cellar.parts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;

/**
 * The program, the configuration and the objects of an S3Proxy, in one directory.
 *
 * @param directory the directory, made if it is missing
 */
record S3ProxyFiles(Path directory) {

	/**
	 * Writes what a start needs; objects that are there stay.
	 * @param endpoint where to listen
	 * @param accessKey the one access key that is known
	 * @param secretKey its secret
	 * @return the command that starts it
	 * @throws IOException if a file cannot be written
	 */
	List<String> write(URI endpoint, String accessKey, String secretKey) throws IOException {
		Files.createDirectories(objects());
		Files.createDirectories(temporaryFiles());
		writeProgram();
		writeConfiguration(endpoint, accessKey, secretKey);
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporaryFiles(), "-jar",
				program().toString(), "--properties", configuration().toString());
	}

	private void writeProgram() throws IOException {
		try (InputStream jar = S3ProxyFiles.class.getResourceAsStream("s3proxy.jar")) {
			if (jar == null) {
				throw new IllegalStateException("This build carries no object store");
			}
			Path unpacked = this.directory.resolve("s3proxy.jar.new");
			Files.copy(jar, unpacked, StandardCopyOption.REPLACE_EXISTING);
			Files.move(unpacked, program(), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	private void writeConfiguration(URI endpoint, String accessKey, String secretKey) throws IOException {
		Properties properties = new Properties();
		properties.setProperty("s3proxy.endpoint", endpoint.toString());
		properties.setProperty("s3proxy.authorization", "aws-v2-or-v4");
		properties.setProperty("s3proxy.identity", accessKey);
		properties.setProperty("s3proxy.credential", secretKey);
		properties.setProperty("jclouds.provider", "filesystem-nio2");
		properties.setProperty("jclouds.identity", "unused");
		properties.setProperty("jclouds.credential", "unused");
		properties.setProperty("jclouds.filesystem.basedir", objects().toString());
		Path file = configuration();
		PrivateFiles.createAnew(file);
		try (var out = Files.newOutputStream(file)) {
			properties.store(out, null);
		}
	}

	private Path objects() {
		return this.directory.resolve("objects");
	}

	private Path program() {
		return this.directory.resolve("s3proxy.jar");
	}

	private Path configuration() {
		return this.directory.resolve("s3proxy.properties");
	}

	private Path temporaryFiles() {
		return this.directory.resolve("tmp");
	}

}
