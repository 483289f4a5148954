package cellar.catalog.importer;

import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpHandler;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lanes, which fetch files for all imports.
 */
@ImportServer
class DownloadLanesIntegrationTests {

	private static final byte[] CONTENT = FileServer.content("an image ");

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private FileServer elsewhere;

	private Api api;

	@BeforeEach
	void start() throws IOException {
		this.api = new Api(this.port, "publisher");
		this.elsewhere = FileServer.start();
	}

	@AfterEach
	void stop() {
		this.elsewhere.close();
	}

	@Test
	void orderWhenLanesSleepWakesThem() {
		fetch(FileServer.whole("", CONTENT));
		awaitSleep();
		fetch(FileServer.whole("", CONTENT));
		awaitSleep();
	}

	@Test
	void retryWhenLanesSleepComesWhenItIsDue() {
		fetch(FileServer.status(503), FileServer.status(503), FileServer.whole("", CONTENT));
	}

	@Test
	void filesOfTwoHostsArriveAtOnce() throws IOException {
		CyclicBarrier both = new CyclicBarrier(2);
		HttpHandler together = (exchange) -> {
			await(both);
			FileServer.whole("", CONTENT).handle(exchange);
		};
		try (FileServer other = FileServer.start()) {
			this.elsewhere.answer("/a.tgz", together);
			other.answer("/b.tgz", together);
			JsonNode report = this.api.imported("{\"fetch\": true, \"catalog\": {\"images\": ["
					+ FileServer.entry(this.elsewhere.address("/a.tgz"), "") + ","
					+ FileServer.entry(other.address("/b.tgz"), "") + "]}}");
			assertThat(report.at("/files/kept").asInt()).isEqualTo(2);
		}
	}

	@Test
	void slowHostLeavesALaneToOthers() throws Exception {
		CountDownLatch others = new CountDownLatch(1);
		CountDownLatch begun = new CountDownLatch(1);
		AtomicInteger atOnce = new AtomicInteger();
		HttpHandler slow = (exchange) -> {
			begun.countDown();
			FileServer.whole("", (atOnce.incrementAndGet() == 1) ? awaited(others) : CONTENT).handle(exchange);
		};
		try (FileServer host = FileServer.start()) {
			host.answer("/", slow);
			String location = this.api
				.post("/api/v1/imports",
						"{\"fetch\": true, \"catalog\": {\"images\": [" + FileServer.entry(host.address("/1.tgz"), "")
								+ "," + FileServer.entry(host.address("/2.tgz"), "") + "]}}")
				.expect(202)
				.header("Location");
			assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
			fetch(FileServer.whole("", CONTENT));
			fetch(FileServer.whole("", CONTENT));
			assertThat(atOnce).hasValue(1);
			assertThat(this.api.get(location).json().at("/files/waiting").asInt()).isOne();
			others.countDown();
			Awaitility.await().until(() -> this.api.get(location).json().at("/files/kept").asInt() == 2);
		}
	}

	@Test
	void laneThatIsNotWantedAnyMoreEnds() {
		this.jdbc.sql("""
				insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
				values ('download-lane', '9', now(), false, 1)""").update();
		Awaitility.await()
			.until(() -> this.jdbc
				.sql("select count(*) from scheduled_tasks where task_name = 'download-lane' and task_instance = '9'")
				.query(Integer.class)
				.single() == 0);
	}

	private static byte[] awaited(CountDownLatch latch) {
		try {
			latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return CONTENT;
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void fetch(HttpHandler... answers) {
		String file = SampleEntries.unique() + ".tgz";
		this.elsewhere.answer("/" + file, answers);
		JsonNode report = this.api.imported(this.elsewhere.order(file, ""));
		assertThat(report.at("/entries/0/file/state").asString()).isEqualTo("kept");
	}

	private void awaitSleep() {
		Awaitility.await().until(() -> this.jdbc.sql("""
				select count(*) from scheduled_tasks where task_name = 'download-lane' and not picked
				and execution_time > now() + interval '4 minutes'""").query(Integer.class).single() == 2);
	}

}
