package cellar.simulation.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FiltersTests {

	private static final Item WEB = new Item("web", "local-a", List.of("front", "all"), Map.of("team", "shop"));

	private static final Item STAR = new Item("w*b", null, List.of(), Map.of());

	private final Filters<Item> filters = new Filters<Item>().on("name", Item::name)
		.on("zone", Item::zone)
		.onEach("group", Item::groups)
		.onTags(Item::tags);

	@Test
	void bindWhenNothingIsAskedLetsEverythingPass() {
		assertThat(bind(Map.of())).accepts(WEB, STAR);
	}

	@Test
	void bindWhenThereAreSeveralFiltersNeedsAllOfThem() {
		assertThat(bind(Map.of("Filter.1.Name", "name", "Filter.1.Value.1", "web", "Filter.2.Name", "zone",
				"Filter.2.Value.1", "local-a")))
			.accepts(WEB);
		assertThat(bind(Map.of("Filter.1.Name", "name", "Filter.1.Value.1", "web", "Filter.2.Name", "zone",
				"Filter.2.Value.1", "local-b")))
			.rejects(WEB);
	}

	@Test
	void bindWhenThereAreSeveralValuesNeedsOneOfThem() {
		assertThat(bind(Map.of("Filter.1.Name", "name", "Filter.1.Value.1", "db", "Filter.1.Value.2", "web")))
			.accepts(WEB)
			.rejects(STAR);
	}

	@ParameterizedTest
	@CsvSource({ "w*, true, true", "w?b, true, true", "*, true, true", "w\\*b, false, true", "w\\?b, false, false",
			"w, false, false", "W*, false, false", "w.b, false, false" })
	void bindWhenValueHasWildcardsLetsThemStandForOthers(String value, boolean web, boolean star) {
		Predicate<Item> filter = bind("name", value);
		assertThat(filter.test(WEB)).isEqualTo(web);
		assertThat(filter.test(STAR)).isEqualTo(star);
	}

	@Test
	void bindWhenItemHasNoValueDoesNotLetItPass() {
		assertThat(bind("zone", "*")).accepts(WEB).rejects(STAR);
	}

	@Test
	void bindWhenItemHasSeveralValuesNeedsOneThatMatches() {
		assertThat(bind("group", "all")).accepts(WEB).rejects(STAR);
	}

	@Test
	void bindWhenTagIsNamedComparesItsValue() {
		assertThat(bind("tag:team", "sho?")).accepts(WEB).rejects(STAR);
		assertThat(bind("tag:team", "other")).rejects(WEB);
		assertThat(bind("tag-key", "team")).accepts(WEB).rejects(STAR);
	}

	@Test
	void bindWhenFilterIsUnknownIsRefused() {
		assertRefused(this.filters, "colour", 1);
	}

	@Test
	void bindWhenThereAreNoTagsRefusesThem() {
		assertRefused(new Filters<Item>().on("name", Item::name), "tag:team", 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 201 })
	void bindWhenValuesAreNoneOrTooManyIsRefused(int values) {
		assertRefused(this.filters, "name", values);
	}

	private Predicate<Item> bind(String name, String value) {
		return bind(Map.of("Filter.1.Name", name, "Filter.1.Value.1", value));
	}

	private Predicate<Item> bind(Map<String, String> form) {
		return this.filters.bind(Parameters.of(new TreeMap<>(form)));
	}

	private static void assertRefused(Filters<Item> filters, String name, int values) {
		TreeMap<String, String> form = new TreeMap<>(Map.of("Filter.1.Name", name));
		IntStream.rangeClosed(1, values).forEach((i) -> form.put("Filter.1.Value." + i, "x"));
		assertThatExceptionOfType(Ec2Exception.class).isThrownBy(() -> filters.bind(Parameters.of(form)))
			.withMessageContaining("The filter '" + name + "'")
			.extracting(Ec2Exception::code)
			.isEqualTo("InvalidParameterValue");
	}

	private record Item(String name, @Nullable String zone, List<String> groups, Map<String, String> tags) {
	}

}
