package cellar.catalog.tarball;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import cellar.catalog.layout.InspectionLimits;
import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Reads the tarballs of tests, within limits that are soon reached.
 */
final class Tarballs {

	static final InspectionLimits LIMITS = new InspectionLimits(1 << 20, 1 << 20, 100, 20, 4096, 1 << 20);

	private Tarballs() {
	}

	static Layout read(TarballBuilder tarball) {
		return read(tarball.tar());
	}

	static Layout read(byte[] tarball) {
		try {
			return new TarballReader(new ByteArrayInputStream(tarball), LIMITS, new NoCheck()).read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Refusal refuse(byte[] tarball) {
		return catchThrowableOfType(RefusedException.class, () -> read(tarball)).refusal();
	}

	private static final class NoCheck implements ImageCheck {

		@Override
		public int headSize() {
			return 16;
		}

		@Override
		public Optional<String> check(String path, byte[] head) {
			return Optional.empty();
		}

	}

}
