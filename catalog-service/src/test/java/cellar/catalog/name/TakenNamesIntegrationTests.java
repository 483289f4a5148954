package cellar.catalog.name;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogServer
class TakenNamesIntegrationTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_127L);

	private final Random random = new Random(SEED);

	@Autowired
	private TakenNames taken;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void overlappingFindsWhatComparingAllNamesFinds() {
		undone(() -> {
			Stream.generate(() -> name("1234ABex.-_")).limit(2000).forEach(this::add);
			List<String> all = this.jdbc.sql("select name from image").query((row, number) -> row.getString(1)).list();
			for (int round = 0; round < 300; round++) {
				String name = name("1234abEx.-_");
				assertThat(this.taken.overlapping(name, false)).as(name + " with seed " + SEED)
					.containsExactlyInAnyOrderElementsOf(overlapping(name, all));
			}
		});
	}

	@Test
	void namesAreFoundWithoutLookingAtAll() {
		undone(() -> {
			this.jdbc.sql(insert("'word' || n || '-x86_64-' || (20100000 + n)", "generate_series(1, 3000) n")).update();
			this.jdbc.sql("analyze image").update();
			long before = scans();
			assertThat(this.taken.overlapping("word77-x86_64-20100077-2", false))
				.containsExactly("word77-x86_64-20100077");
			assertThat(this.taken.overlapping("d77-x86_64-20100", false)).containsExactly("word77-x86_64-20100077");
			assertThat(this.taken.overlapping("word77-x86_64-20100077-2", true)).isEmpty();
			assertThat(this.taken.endingWith("-x86_64-20100077")).containsExactly("word77-x86_64-20100077");
			assertThat(this.taken.contains("WORD77-x86_64-20100077")).isTrue();
			assertThat(scans()).isEqualTo(before);
		});
	}

	private static List<String> overlapping(String name, List<String> all) {
		String wanted = name.toLowerCase(Locale.ROOT);
		return all.stream().filter((other) -> {
			String lower = other.toLowerCase(Locale.ROOT);
			return !lower.equals(wanted) && (lower.contains(wanted) || wanted.contains(lower));
		}).toList();
	}

	private String name(String alphabet) {
		return "xaE1".charAt(this.random.nextInt(4)) + IntStream.range(0, this.random.nextInt(8))
			.mapToObj((index) -> String.valueOf(alphabet.charAt(this.random.nextInt(alphabet.length()))))
			.collect(Collectors.joining());
	}

	private void add(String name) {
		this.jdbc.sql(insert("?", "(values (1)) v") + " on conflict do nothing").param(name).update();
	}

	private static String insert(String name, String from) {
		return """
				insert into image (id, name, os, architecture, version, description, hypervisors, virtualization_type,
				single_kernel, recipe, contact, state, released_at, stamp, created_at, updated_at, created_by, row_version)
				select gen_random_uuid(), %s, 'debian', 'x86_64', '1', '', '{kvm}', 'hvm', false, '', '', 'DRAFT', now(), '',
				now(), now(), 'test', 0 from %s"""
			.formatted(name, from);
	}

	private long scans() {
		return this.jdbc.sql("select seq_scan from pg_stat_xact_user_tables where relname = 'image'")
			.query(Long.class)
			.single();
	}

	private void undone(Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			work.run();
		});
	}

}
