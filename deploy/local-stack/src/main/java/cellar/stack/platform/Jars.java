package cellar.stack.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import cellar.stack.process.JarDirectory;

/**
 * The executable jars that the build made.
 *
 * @param cloud the simulated cloud
 * @param catalog the catalog service
 * @param gateway the cache gateway
 * @param provisioning the provisioning service
 */
record Jars(Path cloud, Path catalog, Path gateway, Path provisioning) {

	// Of several versions the time tells nothing: a reproducible build gives the same
	// to all. Without a version there may be only one of each.
	static Jars find(Path project, Optional<String> version) throws IOException {
		Search search = new Search(project, version.orElse("*"), new ArrayList<>(), new ArrayList<>());
		Jars jars = new Jars(search.find("deploy/simulated-cloud", "simulated-cloud-%s-exec.jar"),
				search.find("catalog-service", "catalog-service-%s.jar"),
				search.find("cache-gateway", "cache-gateway-%s.jar"),
				search.find("provisioning-service", "provisioning-service-%s.jar"));
		search.verify();
		return jars;
	}

	Jars copiedTo(JarDirectory directory) throws IOException {
		return new Jars(directory.add(this.cloud), directory.add(this.catalog), directory.add(this.gateway),
				directory.add(this.provisioning));
	}

	private record Search(Path project, String version, List<Path> missing, List<Path> ambiguous) {

		Path find(String module, String name) throws IOException {
			Path target = this.project.resolve(module).resolve("target");
			Path wanted = target.resolve(name.formatted(this.version));
			List<Path> found = list(target, wanted.getFileName().toString());
			if (found.isEmpty()) {
				this.missing.add(wanted);
				return wanted;
			}
			if (found.size() > 1) {
				this.ambiguous.addAll(found);
			}
			return found.getFirst();
		}

		private static List<Path> list(Path target, String pattern) throws IOException {
			List<Path> found = new ArrayList<>();
			if (Files.isDirectory(target)) {
				try (DirectoryStream<Path> files = Files.newDirectoryStream(target, pattern)) {
					files.forEach(found::add);
				}
			}
			found.removeIf((file) -> file.toString().matches(".*-(sources|javadoc|tests)\\.jar"));
			found.sort(null);
			return found;
		}

		void verify() {
			if (!this.missing.isEmpty()) {
				throw new IllegalStateException(
						"Nothing was started, because these are not built yet:\n%s\nBuild and start everything by ./mvnw -Plocal"
							.formatted(lines(this.missing)));
			}
			if (!this.ambiguous.isEmpty()) {
				throw new IllegalStateException(
						"Nothing was started, because there are several versions of:\n%s\nChoose one by -Dcellar.stack.version=VERSION"
							.formatted(lines(this.ambiguous)));
			}
		}

		private static String lines(List<Path> files) {
			return String.join("\n", files.stream().map((file) -> "  " + file).toList());
		}

	}

}
