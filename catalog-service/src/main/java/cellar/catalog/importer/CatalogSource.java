package cellar.catalog.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import cellar.catalog.intake.IntakeProperties;
import cellar.catalog.source.Deadline;
import cellar.catalog.source.RemoteFile;
import cellar.catalog.source.RemoteFiles;
import cellar.catalog.source.SourceException;

/**
 * Fetches catalogs from elsewhere, up to a size and a time.
 */
@Component
class CatalogSource {

	private static final int BUFFER = 16 * 1024;

	private final IntakeProperties properties;

	private final RemoteFiles files;

	CatalogSource(IntakeProperties properties, RemoteFiles files) {
		this.properties = properties;
		this.files = files;
	}

	String fetch(URI url) {
		return Deadline.within(this.properties.timeout(), () -> fetchNow(url));
	}

	private String fetchNow(URI url) {
		HttpHeaders wanted = new HttpHeaders();
		wanted.set(HttpHeaders.ACCEPT, "application/json, */*;q=0.5");
		try (RemoteFile catalog = this.files.open(url, wanted)) {
			return read(catalog.body());
		}
		catch (IOException ex) {
			throw SourceException.passing("The connection broke before the whole catalog had arrived");
		}
	}

	private String read(InputStream body) throws IOException {
		long max = this.properties.maxSize().toBytes();
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		byte[] buffer = new byte[BUFFER];
		for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
			content.write(buffer, 0, length);
			if (content.size() > max) {
				throw SourceException.lasting("The catalog has more than %d bytes".formatted(max));
			}
		}
		return content.toString(StandardCharsets.UTF_8);
	}

}
