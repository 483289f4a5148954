package cellar.stack.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The executable jars that the build made.
 *
 * @param cloud the simulated cloud
 * @param catalog the catalog service
 * @param gateway the cache gateway
 * @param provisioning the provisioning service
 */
record Jars(Path cloud, Path catalog, Path gateway, Path provisioning) {

	static Jars find(Path project) throws IOException {
		List<String> missing = new ArrayList<>();
		Jars jars = new Jars(find(project.resolve("deploy/simulated-cloud"), "simulated-cloud-*-exec.jar", missing),
				find(project.resolve("catalog-service"), "catalog-service-*.jar", missing),
				find(project.resolve("cache-gateway"), "cache-gateway-*.jar", missing),
				find(project.resolve("provisioning-service"), "provisioning-service-*.jar", missing));
		if (!missing.isEmpty()) {
			throw new IllegalStateException(
					"Nothing was started, because these are not built yet:\n  %s\nBuild and start everything by ./mvnw -Plocal"
						.formatted(String.join("\n  ", missing)));
		}
		return jars;
	}

	private static Path find(Path module, String pattern, List<String> missing) throws IOException {
		Path target = module.resolve("target");
		List<Path> found = new ArrayList<>();
		if (Files.isDirectory(target)) {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(target, pattern)) {
				files.forEach(found::add);
			}
		}
		found.removeIf((file) -> file.toString().matches(".*-(sources|javadoc|tests)\\.jar"));
		if (found.isEmpty()) {
			missing.add(target.resolve(pattern).toString());
		}
		// Several only after a change of version: the one that was built last.
		return found.stream().max(Comparator.comparing(Jars::lastModified)).orElse(target);
	}

	private static FileTime lastModified(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			return FileTime.fromMillis(0);
		}
	}

}
