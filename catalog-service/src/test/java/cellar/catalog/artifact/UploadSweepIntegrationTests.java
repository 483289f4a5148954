package cellar.catalog.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cellar.catalog.Api;
import cellar.catalog.Parts;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uploads that end before their time, and what is swept after them.
 */
@UploadServer
class UploadSweepIntegrationTests {

	@Autowired
	private Drafts drafts;

	@Autowired
	private MultipartStore parts;

	@Autowired
	private Buckets buckets;

	@Autowired
	private JdbcClient jdbc;

	private Draft draft;

	@BeforeEach
	void createDraft() {
		this.draft = this.drafts.create();
	}

	@Test
	void putWhenArtifactIsThereReplacesItAndSweepsTheOldObject() {
		this.draft.put((this.draft.name() + " 1").getBytes()).expect(200);
		String key = this.draft.put(this.draft.ownContent()).expect(200).json().at("/artifact/url").asString();
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> this.draft.objects().size() == 1);
		assertThat(this.buckets.images() + "/" + this.draft.objects().getFirst().key()).isEqualTo(key);
	}

	@Test
	void deleteWhenDraftHasAnArtifactSweepsItsObject() {
		this.draft.put(this.draft.ownContent()).expect(200);
		this.draft.api().delete(this.draft.path()).expect(204);
		this.draft.api().get(this.draft.path()).expect(404);
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> this.draft.objects().isEmpty());
	}

	@Test
	void putWhenClientGoesAwayLeavesNothing() throws IOException {
		try (Socket socket = this.draft.connect()) {
			OutputStream out = socket.getOutputStream();
			out.write(this.draft.head(12 * 1024 * 1024));
			out.write(new byte[9 * 1024 * 1024]);
			out.flush();
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.draft.running() == 1);
		}
		this.drafts.awaitSweep();
		this.draft.assertUnchanged();
	}

	@Test
	void putWhenAnotherWasFasterIsAConflictAndItsObjectIsSwept() throws IOException {
		try (Socket slow = this.draft.connect()) {
			slow.getOutputStream().write(this.draft.head(2));
			slow.getOutputStream().write(1);
			slow.getOutputStream().flush();
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.draft.running() == 1);
			String url = this.draft.put(this.draft.ownContent()).expect(200).json().at("/artifact/url").asString();
			slow.getOutputStream().write(2);
			slow.getOutputStream().flush();
			byte[] answer = slow.getInputStream().readNBytes(12);
			assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 409");
			Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> this.draft.objects().size() == 1);
			assertThat(this.draft.objects()).singleElement()
				.extracting((object) -> this.buckets.images() + "/" + object.key())
				.isEqualTo(url);
			assertThat(this.draft.api().get(this.draft.path()).json().at("/artifact/url").asString()).isEqualTo(url);
		}
	}

	@Test
	void sweepWhenProcessDiedRemovesWhatItLeft() {
		String key = this.draft.name() + "/dead/" + this.draft.name() + ".tgz";
		String multipartId = this.parts.begin(key, "application/octet-stream");
		this.parts.part(key, multipartId, 1, Drafts.CONTENT, Drafts.CONTENT.length);
		// The process died before it could note the store's name of the upload.
		this.jdbc.sql("""
				insert into upload (id, image_id, object_key, state, actor, started_at, touched_at)
				values (gen_random_uuid(), gen_random_uuid(), ?, 'RUNNING', 'x', now(), now() - interval '1 hour')""")
			.param(key)
			.update();
		this.drafts.awaitSweep();
		assertThat(this.parts.pending(key)).isEmpty();
	}

	@Test
	void sweepWhenPartsArriveAfterTheFirstTimeRemovesThem() {
		String key = this.draft.name() + "/late/" + this.draft.name() + ".tgz";
		this.jdbc.sql("""
				insert into upload (id, image_id, object_key, state, actor, started_at, touched_at)
				values (gen_random_uuid(), gen_random_uuid(), ?, 'SWEPT', 'x', now(), now())""").param(key).update();
		String multipartId = this.parts.begin(key, "application/octet-stream");
		String tag = this.parts.part(key, multipartId, 1, Drafts.CONTENT, Drafts.CONTENT.length);
		this.parts.complete(key, multipartId, List.of(new MultipartStore.Part(1, tag)));
		this.drafts.awaitSweep();
		assertThat(this.draft.objects()).isEmpty();
	}

	@Test
	void putWhenStoreIsDownIsAProblemAndLeavesNothing() {
		Parts.store().stop();
		try {
			Api.Answer answer = this.draft.put(Drafts.CONTENT).expect(503);
			assertThat(answer.problem()).isEqualTo("store-unavailable");
			assertThat(answer.header("Retry-After")).isEqualTo("10");
			assertThat(answer.body()).doesNotContain("127.0.0.1", "test-access");
		}
		finally {
			Parts.store().start();
		}
		this.drafts.awaitSweep();
		this.draft.assertUnchanged();
	}

}
