package cellar.catalog.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.catalog.CatalogServer;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageFilter;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.library.ImageState;
import cellar.catalog.published.PublishedImages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What lists of images cost the database. Which way it took is read from its own counters
 * of the transaction, so that it is the real statement with the real values that counts.
 */
@CatalogServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageListPlansIntegrationTests {

	private static final ImageFilter ALL = new ImageFilter(null, null, null, Set.of(), Map.of());

	/** Without words that every third image has: to count those, reading all is right. */
	private static final List<ImageFilter> FILTERS = List.of(ALL, filter("plan9", null, null),
			filter("bulk-17", null, null), filter("pla", null, null), filter(null, "debian", null),
			filter(null, "plan9", null), filter(null, "none", null), filter(null, null, "armhf"),
			filter(null, null, "x86_64"), filter(null, "debian", "armhf"), filter("bulk", "plan9", "armhf"),
			states(ImageState.ACTIVE), states(ImageState.DEPRECATED), states(ImageState.WITHDRAWN),
			states(ImageState.ACTIVE, ImageState.DEPRECATED),
			new ImageFilter(null, null, null, Set.of(), Map.of("team", "t7")),
			new ImageFilter("plan9", null, null, Set.of(ImageState.ACTIVE), Map.of("team", "t7")));

	@Autowired
	private ImageIndex index;

	@Autowired
	private PublishedImages published;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeAll
	void fill() {
		new ManyImages(this.jdbc).add(4000);
	}

	@AfterAll
	void empty() {
		new ManyImages(this.jdbc).remove();
	}

	@Test
	void listNeverReadsAllImages() {
		assertThat(readingAll("image", this.index::list)).isEmpty();
	}

	@Test
	void listOfOutsidersNeverReadsAllImages() {
		assertThat(readingAll("published_image", this.published::list)).isEmpty();
	}

	@Test
	void listCostsTheSameStatementsWhateverThePageHolds() {
		// Sizes that nobody else has asked for, so that no answer is kept yet.
		for (int size : List.of(2, 51, 999)) {
			Pageable page = PageRequest.of(0, size, ImageOrder.of(List.of()));
			assertThat(statements(() -> this.index.list(ALL, page))).hasSize(2);
			assertThat(statements(() -> this.published.list(ALL, page))).hasSize(3);
			assertThat(statements(() -> this.published.list(ALL, page))).singleElement()
				.asString()
				.contains("from publication");
		}
	}

	@Test
	void listWhenTextsDifferSendsTheSameStatement() {
		assertThat(statements(() -> {
			this.index.list(filter("it's", null, null), Pageable.ofSize(5));
			this.index.list(filter("another", null, null), Pageable.ofSize(5));
		}).stream().distinct()).hasSize(1);
	}

	private List<String> readingAll(String table, BiFunction<ImageFilter, Pageable, Page<ImageDetails>> list) {
		List<String> found = new ArrayList<>();
		for (List<String> order : orders()) {
			for (ImageFilter filter : FILTERS) {
				Pageable page = PageRequest.of(0, 20, ImageOrder.of(order));
				this.transaction.executeWithoutResult((status) -> {
					// Counts of earlier transactions may still be among them.
					long before = scans(table);
					list.apply(filter, page);
					if (scans(table) > before) {
						found.add(order + " " + filter);
					}
				});
			}
		}
		return found;
	}

	private long scans(String table) {
		return this.jdbc.sql("select seq_scan from pg_stat_xact_user_tables where relname = ?")
			.param(table)
			.query(Long.class)
			.single();
	}

	private static List<List<String>> orders() {
		List<List<String>> orders = new ArrayList<>();
		orders.add(List.of());
		for (String field : List.of("name", "os", "architecture", "version", "state", "createdAt", "updatedAt",
				"releasedAt")) {
			orders.add(List.of(field));
			orders.add(List.of(field, "desc"));
		}
		return orders;
	}

	private static List<String> statements(Runnable work) {
		Logger sql = (Logger) LoggerFactory.getLogger("org.hibernate.SQL");
		ListAppender<ILoggingEvent> sent = new ListAppender<>();
		sent.start();
		sql.addAppender(sent);
		sql.setAdditive(false);
		sql.setLevel(Level.DEBUG);
		try {
			work.run();
		}
		finally {
			sql.setLevel(null);
			sql.setAdditive(true);
			sql.detachAppender(sent);
		}
		String thread = Thread.currentThread().getName();
		return sent.list.stream()
			.filter((event) -> event.getThreadName().equals(thread))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	private static ImageFilter filter(@Nullable String q, @Nullable String os, @Nullable String architecture) {
		return new ImageFilter(q, os, architecture, Set.of(), Map.of());
	}

	private static ImageFilter states(ImageState... states) {
		return new ImageFilter(null, null, null, Set.of(states), Map.of());
	}

}
