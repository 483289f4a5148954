package cellar.catalog.withdrawal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;
import cellar.catalog.Parts;
import cellar.catalog.gateway.GatewayException;
import cellar.catalog.gateway.Gateways;
import cellar.catalog.revocation.ObjectAccess;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CatalogServer
class WithdrawalIntegrationTests {

	private static final String WITHDRAW = "{\"transition\":\"withdraw\",\"reason\":\"holds a private key\"}";

	@LocalServerPort
	private int port;

	@Autowired
	private WithdrawalProgress progress;

	@Autowired
	private ObjectStore store;

	@Autowired
	private ObjectAccess access;

	@Autowired
	private Buckets buckets;

	@Autowired
	private JdbcClient jdbc;

	private Api api;

	private String image;

	private String key;

	private byte[] content;

	@BeforeEach
	void activate() {
		this.api = new Api(this.port, "publisher");
		String name = "withdrawn-" + UUID.randomUUID();
		this.content = name.getBytes();
		JsonNode active = this.api.activeImage(name, this.content);
		this.image = "/api/v1/images/" + active.path("id").asString();
		this.key = active.at("/artifact/url").asString().substring(this.buckets.images().length() + 1);
	}

	@Test
	void withdrawIsAnsweredWhenNobodyReadsTheImageAnyMore() throws Exception {
		assertThat(statusForStrangers(this.key)).isEqualTo(200);
		JsonNode withdrawn = this.api.post(this.image + "/transitions", WITHDRAW).expect(200).json();
		assertThat(withdrawn.path("state").asString()).isEqualTo("WITHDRAWN");
		assertThat(withdrawn.has("withdrawnAt")).isTrue();
		assertThat(statusForStrangers(this.key)).isEqualTo(403);
		assertThat(statusForStrangers(this.key + ".withdrawn")).isEqualTo(200);
		assertThat(this.api.publish().at("/diff/added")).extracting(JsonNode::asString)
			.doesNotContain(withdrawn.path("name").asString());
	}

	@Test
	void withdrawAgainIsAnsweredAlike() {
		JsonNode first = this.api.post(this.image + "/transitions", WITHDRAW).expect(200).json();
		assertThat(this.api.post(this.image + "/transitions", WITHDRAW).expect(200).json()).isEqualTo(first);
		assertThat(this.api.get(this.image + "/transitions").json().path("total").asInt()).isEqualTo(2);
	}

	@Test
	void withdrawIsFinal() {
		this.api.post(this.image + "/transitions", WITHDRAW).expect(200);
		assertThat(this.api.post(this.image + "/transitions", "{\"transition\":\"activate\",\"reason\":\"x\"}")
			.expect(409)
			.problem()).isEqualTo("transition-impossible");
		assertThat(this.api.patch(this.image, "{\"notes\":\"x\"}", "If-Match", "*").expect(409).problem())
			.isEqualTo("image-withdrawn");
	}

	@Test
	void withdrawWhenContentIsSharedNamesTheOthersAndChangesNothing() throws Exception {
		String other = this.api.activeImage("sharing-" + UUID.randomUUID(), this.content).path("name").asString();
		Api.Answer answer = this.api.post(this.image + "/transitions", WITHDRAW).expect(409);
		assertThat(answer.problem()).isEqualTo("content-shared");
		assertThat(answer.json().path("detail").asString()).contains(other, "withShared");
		assertThat(this.api.get(this.image).json().path("state").asString()).isEqualTo("ACTIVE");
		assertThat(statusForStrangers(this.key)).isEqualTo(200);
	}

	@Test
	void withdrawWithSharedWithdrawsAllAndTakesTheContentFromDrafts() throws Exception {
		String other = "/api/v1/images/"
				+ this.api.activeImage("sharing-" + UUID.randomUUID(), this.content).path("id").asString();
		String draft = this.api.draft();
		this.api.put(draft + "/artifact", this.content).expect(200);
		this.api.post(this.image + "/transitions", WITHDRAW.replace("}", ",\"withShared\":true}")).expect(200);
		assertThat(statusForStrangers(this.key)).isEqualTo(403);
		for (String withdrawn : List.of(this.image, other)) {
			assertThat(this.api.get(withdrawn).json().path("state").asString()).isEqualTo("WITHDRAWN");
			assertThat(this.api.get(withdrawn + "/transitions").json().at("/items/0/reason").asString())
				.isEqualTo("holds a private key");
		}
		assertThat(this.api.get(draft).json().path("artifact").isNull()).isTrue();
	}

	@Test
	void putOfWithdrawnContentIsRefusedUnlessItIsMeant() throws Exception {
		this.api.post(this.image + "/transitions", WITHDRAW).expect(200);
		String draft = this.api.draft();
		Api.Answer refused = this.api.put(draft + "/artifact", this.content).expect(409);
		assertThat(refused.problem()).isEqualTo("content-withdrawn");
		assertThat(refused.json().path("detail").asString()).contains("[withdrawn-", "afterWithdrawal=true");
		assertThat(this.api.get(draft).json().path("artifact").isNull()).isTrue();
		String url = this.api.put(draft + "/artifact?afterWithdrawal=true", this.content)
			.expect(200)
			.json()
			.at("/artifact/url")
			.asString();
		assertThat(url).doesNotEndWith(this.key);
		assertThat(statusForStrangers(url.substring(this.buckets.images().length() + 1))).isEqualTo(200);
		assertThat(statusForStrangers(this.key)).isEqualTo(403);
		String again = this.api.draft();
		assertThat(this.api.put(again + "/artifact", this.content).expect(200).json().at("/artifact/url").asString())
			.isEqualTo(url);
	}

	@RepeatedTest(3)
	void putWhileItsContentIsWithdrawnNeverKeepsIt() {
		String draft = this.api.draft();
		CompletableFuture<Api.Answer> put = CompletableFuture
			.supplyAsync(() -> this.api.put(draft + "/artifact", this.content));
		this.api.post(this.image + "/transitions", WITHDRAW).expect(200);
		assertThat(put.join().status()).isIn(200, 409);
		assertThat(this.api.get(draft).json().path("artifact").isNull()).isTrue();
	}

	@Test
	void withdrawWhenAGatewayDoesNotConfirmIsNotDone() {
		UUID id = orderUnheard();
		Gateways deaf = (prefixes) -> {
			throw new GatewayException("http://gateway did not answer");
		};
		assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> withdrawer(this.access, deaf).withdraw(id));
		assertThat(this.progress.find(id)).hasValueSatisfying((withdrawal) -> {
			assertThat(withdrawal.isDone()).isFalse();
			assertThat(withdrawal.failure()).isEqualTo("http://gateway did not answer");
		});
		List<String> purged = new ArrayList<>();
		withdrawer(this.access, purged::addAll).withdraw(id);
		assertThat(purged).containsExactly(this.key);
		assertThat(this.progress.find(id)).hasValueSatisfying((withdrawal) -> assertThat(withdrawal.isDone()).isTrue());
	}

	@Test
	void withdrawWhenStoreFailsPurgesNothing() {
		UUID id = orderUnheard();
		ObjectAccess failing = (bucket, object) -> {
			throw new StoreException("down");
		};
		List<String> purged = new ArrayList<>();
		assertThatExceptionOfType(StoreException.class)
			.isThrownBy(() -> withdrawer(failing, purged::addAll).withdraw(id));
		assertThat(purged).isEmpty();
		assertThat(this.progress.find(id))
			.hasValueSatisfying((withdrawal) -> assertThat(withdrawal.isDone()).isFalse());
	}

	/**
	 * Makes a withdrawal that nobody has begun.
	 * @return the image
	 */
	private UUID orderUnheard() {
		UUID id = UUID.fromString(this.image.substring(this.image.lastIndexOf('/') + 1));
		this.jdbc
			.sql("insert into withdrawal (image_id, object_key, reason, actor, ordered_at)"
					+ " values (?, ?, 'test', 'test', now())")
			.params(id, this.key)
			.update();
		return id;
	}

	private Withdrawer withdrawer(ObjectAccess used, Gateways gateways) {
		return new Withdrawer(this.progress, this.store, used, this.buckets, gateways);
	}

	private int statusForStrangers(String object) throws IOException, InterruptedException {
		URI url = Parts.store().endpoint().resolve("/" + this.buckets.images() + "/" + object);
		try (HttpClient stranger = HttpClient.newHttpClient()) {
			return stranger.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()).statusCode();
		}
	}

}
