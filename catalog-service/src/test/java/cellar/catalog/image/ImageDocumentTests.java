package cellar.catalog.image;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;
import cellar.catalog.library.ArtifactDetails;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageState;
import cellar.catalog.library.Life;
import cellar.common.access.Caller;
import cellar.common.access.Role;
import cellar.common.catalog.EustoreName;

import static org.assertj.core.api.Assertions.assertThat;

class ImageDocumentTests {

	private static final Instant TIME = Instant.parse("2012-01-14T15:21:38Z");

	private static final Caller PUBLISHER = new Caller("publisher", Set.of(Role.PUBLISHER));

	private static final ArtifactDetails ARTIFACT = new ArtifactDetails("debian-1/a/b.tgz", "images/debian-1/a/b.tgz",
			11, "sha", "md5", EustoreName.ofMd5("5eb63bbbe01eeed093cb22bb8f5acdc3"));

	private static final Origin ORIGIN = new Origin("1450309069", "http://a/b.tgz", Map.of("tested", "passed"));

	@Test
	void ofWhenImageIsFilledShowsEveryFieldInOrder() {
		assertThat(json(image(ImageState.ACTIVE, ARTIFACT, ORIGIN), PUBLISHER)).isEqualTo("""
				{"id":"00000000-0000-0000-0000-000000000001","name":"debian-1","os":"debian","architecture":"x86_64",\
				"version":"1","description":"Debian","hypervisors":["xen","kvm"],"virtualizationType":"paravirtual",\
				"singleKernel":true,"recipe":"debian-based","contact":"a@b.example","loginUser":"root",\
				"state":"ACTIVE","artifact":{"url":"images/debian-1/a/b.tgz","size":11,"sha256":"sha","md5":"md5",\
				"eustoreName":"0481432305"},"origin":{"number":"1450309069","url":"http://a/b.tgz",\
				"facts":{"tested":"passed"}},"releasedAt":"2012-01-14T15:21:38Z","stamp":"3752-f34a",\
				"createdAt":"2012-01-14T15:21:39Z","updatedAt":"2012-01-14T15:21:40.500Z"}""");
	}

	@Test
	void ofWhenThereIsNoArtifactShowsNoneAndNoOrigin() {
		assertThat(json(image(ImageState.DRAFT, null, null), PUBLISHER)).endsWith("""
				"state":"DRAFT","artifact":null,"releasedAt":"2012-01-14T15:21:38Z","stamp":"3752-f34a",\
				"createdAt":"2012-01-14T15:21:39Z","updatedAt":"2012-01-14T15:21:40.500Z"}""");
	}

	@Test
	void ofWhenCallerSeesOnlyWhatIsPublishedLeavesTheOriginOut() {
		ImageDetails image = image(ImageState.ACTIVE, ARTIFACT, ORIGIN);
		ImageDocument shown = ImageDocument.of(image, new Caller("launcher", Set.of(Role.LAUNCHER)));
		assertThat(shown.origin()).isNull();
		assertThat(shown).usingRecursiveComparison()
			.ignoringFields("origin")
			.isEqualTo(ImageDocument.of(image, PUBLISHER));
	}

	private static ImageDetails image(ImageState state, @Nullable ArtifactDetails artifact, @Nullable Origin origin) {
		ImageDescription about = new ImageDescription("debian-1", "debian", Architecture.X86_64, "1", "Debian",
				List.of("xen", "kvm"), "paravirtual", true, "debian-based", "a@b.example", "root", null, null,
				List.of(), Map.of());
		return new ImageDetails(new UUID(0, 1), about, state, Life.UNTOUCHED, artifact,
				new Release(TIME, "3752-f34a", origin), TIME.plusSeconds(1), TIME.plusMillis(2500), 3);
	}

	private static String json(ImageDetails image, Caller caller) {
		return new JsonMapper().writeValueAsString(ImageDocument.of(image, caller));
	}

}
