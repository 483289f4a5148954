package cellar.catalog.importer;

import java.io.IOException;

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
