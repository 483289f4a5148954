package cellar.catalog.artifact;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.s3.S3Client;

import cellar.catalog.Api;
import cellar.catalog.library.Artifact;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.upload.Binding;
import cellar.catalog.upload.UploadProgress;
import cellar.common.hash.HashFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that several images have.
 */
@UploadServer
class SharedContentIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	@Autowired
	private Drafts drafts;

	@Autowired
	private S3Client s3;

	@Autowired
	private ObjectStore store;

	@Autowired
	private Buckets buckets;

	@Autowired
	private UploadProgress progress;

	@Autowired
	private ImageLibrary library;

	private Draft first;

	private Draft second;

	private byte[] content;

	@BeforeEach
	void createDrafts() {
		this.first = this.drafts.create();
		this.second = this.drafts.create();
		this.content = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void putOfContentThatIsHereNamesTheObjectThatIsThere() {
		int before = objects();
		String url = url(this.first.put(this.content));
		assertThat(url(this.second.put(this.content))).isEqualTo(url);
		this.drafts.awaitSweep();
		assertThat(objects()).isEqualTo(before + 1);
	}

	@Test
	void putOnceMoreChangesNothing() {
		int before = objects();
		String url = url(this.first.put(this.content));
		assertThat(url(this.first.put(this.content))).isEqualTo(url);
		this.drafts.awaitSweep();
		assertThat(objects()).isEqualTo(before + 1);
	}

	@Test
	void deleteLeavesTheObjectWhileAnotherImageHasIt() {
		String key = key(url(this.first.put(this.content)));
		url(this.second.put(this.content));
		this.first.api().delete(this.first.path()).expect(204);
		awaitWholeSweep();
		assertThat(isThere(key)).isTrue();
		this.second.api().delete(this.second.path()).expect(204);
		Awaitility.await().atMost(PATIENCE).until(() -> !isThere(key));
	}

	@Test
	void putWhenTheObjectThatWasThereIsLostKeepsItsOwn() {
		String lost = key(url(this.first.put(this.content)));
		this.store.delete(this.buckets.images(), lost);
		String kept = key(url(this.second.put(this.content)));
		assertThat(kept).isNotEqualTo(lost);
		assertThat(this.store.get(this.buckets.images(), kept)).isEqualTo(this.content);
	}

	@Test
	void bindWhenTheProcessDiesAfterwardsLeavesTheSpareObjectToTheSweeper() {
		String key = key(url(this.first.put(this.content)));
		ImageDetails draft = this.library.draft(id(this.second));
		UUID upload = UUID.randomUUID();
		String spare = this.second.name() + "/" + upload + "/spare.tgz";
		this.progress.open(upload, draft, spare, "test");
		this.store.put(this.buckets.images(), spare, this.content, new ObjectHeaders("a/b", "no-store"));
		Artifact arrived = new Artifact(upload, spare, (long) this.content.length,
				HashFunction.SHA_256.hexOf(this.content), HashFunction.MD5.hexOf(this.content));
		assertThat(this.progress.bind(draft, arrived, Map.of(), false)).isEqualTo(new Binding.Unseen(key));
		assertThat(this.second.api().get(this.second.path()).json().path("artifact").isNull()).isTrue();
		assertThat(this.progress.bind(draft, arrived, Map.of(key, true), false)).isInstanceOf(Binding.Bound.class);
		Awaitility.await().atMost(PATIENCE).until(() -> !isThere(spare));
		assertThat(key(this.second.api().get(this.second.path()).json().at("/artifact/url").asString())).isEqualTo(key);
		assertThat(isThere(key)).isTrue();
	}

	@RepeatedTest(3)
	void putOfTheSameContentTwiceAtOnceKeepsItOnce() {
		int before = objects();
		List<HeldBody> bodies = List.of(new HeldBody(this.content), new HeldBody(this.content));
		List<Draft> both = List.of(this.first, this.second);
		List<CompletableFuture<Api.Answer>> uploads = List.of(send(this.first, bodies.getFirst()),
				send(this.second, bodies.getLast()));
		bodies.forEach(HeldBody::sendAllButTheLastByte);
		Awaitility.await().atMost(PATIENCE).until(() -> both.stream().mapToLong(Draft::running).sum() == 2);
		bodies.parallelStream().forEach(HeldBody::sendTheRest);
		assertThat(uploads.stream().map((upload) -> url(upload.join())).distinct()).hasSize(1);
		this.drafts.awaitSweep();
		assertThat(objects()).isEqualTo(before + 1);
	}

	@RepeatedTest(3)
	void putWhileTheOnlyImageIsDeletedKeepsTheContent() {
		url(this.first.put(this.content));
		CompletableFuture<Api.Answer> deleted = CompletableFuture
			.supplyAsync(() -> this.first.api().delete(this.first.path()));
		String kept = key(url(this.second.put(this.content)));
		deleted.join().expect(204);
		awaitWholeSweep();
		assertThat(this.store.get(this.buckets.images(), kept)).isEqualTo(this.content);
	}

	private static CompletableFuture<Api.Answer> send(Draft draft, HeldBody body) {
		return CompletableFuture
			.supplyAsync(() -> draft.api().send("PUT", draft.path() + "/artifact", body.publisher()));
	}

	// What is unnamed now is gone once another orphan, younger than it, is.
	private void awaitWholeSweep() {
		Draft young = this.drafts.create();
		String key = key(url(young.put(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))));
		young.api().delete(young.path()).expect(204);
		Awaitility.await().atMost(PATIENCE).until(() -> !isThere(key));
		this.drafts.awaitSweep();
	}

	// Of all drafts, once nothing waits to be removed.
	private int objects() {
		awaitWholeSweep();
		return this.s3.listObjectsV2((list) -> list.bucket(this.buckets.images())).contents().size();
	}

	private boolean isThere(String key) {
		return this.store.size(this.buckets.images(), key).isPresent();
	}

	private static String url(Api.Answer answer) {
		return answer.expect(200).json().at("/artifact/url").asString();
	}

	private String key(String url) {
		return url.substring(this.buckets.images().length() + 1);
	}

	private static UUID id(Draft draft) {
		return UUID.fromString(draft.path().substring(draft.path().lastIndexOf('/') + 1));
	}

}
