package cellar.simulation.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagingTests {

	private static final List<String> LETTERS = IntStream.rangeClosed('a', 'l').mapToObj(Character::toString).toList();

	@Test
	void bindWhenNothingIsAskedIsTheFirstThousand() {
		Paging paging = bind(Map.of());
		assertThat(paging).isEqualTo(new Paging(1000, ""));
		assertThat(paging.isAskedFor()).isFalse();
	}

	@Test
	void bindWhenTokenIsEmptyIsTheFirstPage() {
		assertThat(bind(Map.of("MaxResults", "5", "NextToken", ""))).isEqualTo(new Paging(5, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "4", "1001", "many" })
	void bindWhenSizeIsNoneIsRefused(String size) {
		assertRefused(Map.of("MaxResults", size));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "!", "YQ" })
	void bindWhenTokenIsOfSomebodyElseIsRefused(String token) {
		assertRefused(Map.of("NextToken", token));
	}

	@Test
	void cutWhenListFitsHasNoNextPage() {
		Paging.Page<String> page = new Paging(12, "").cut(LETTERS.reversed(), Function.identity());
		assertThat(page.items()).isEqualTo(LETTERS);
		assertThat(page.next()).isNull();
	}

	@Test
	void cutWhenListIsLongerContinuesBehindThePage() {
		List<String> seen = new ArrayList<>();
		Paging.Page<String> page = bind(Map.of("MaxResults", "5")).cut(LETTERS, Function.identity());
		for (String next = page.next(); next != null; next = page.next()) {
			assertThat(page.items()).hasSize(5);
			seen.addAll(page.items());
			Paging following = bind(Map.of("MaxResults", "5", "NextToken", next));
			assertThat(following.isAskedFor()).isTrue();
			page = following.cut(LETTERS, Function.identity());
		}
		seen.addAll(page.items());
		assertThat(seen).isEqualTo(LETTERS);
	}

	@Test
	void cutWhenItemsComeAndGoShowsNothingTwice() {
		String next = String.valueOf(new Paging(5, "").cut(LETTERS, Function.identity()).next());
		List<String> changed = new ArrayList<>(LETTERS);
		changed.remove("e");
		changed.add("aa");
		Paging.Page<String> page = bind(Map.of("NextToken", next)).cut(changed, Function.identity());
		assertThat(page.items()).containsExactlyElementsOf(LETTERS.subList(5, 12));
	}

	@Test
	void allWhenListIsVeryLongShowsItAtOnce() {
		List<Integer> numbers = IntStream.range(0, 2000).boxed().toList();
		Paging.Page<Integer> page = Paging.all().cut(numbers, String::valueOf);
		assertThat(page.items()).hasSize(2000);
		assertThat(page.next()).isNull();
	}

	private static Paging bind(Map<String, String> form) {
		return Paging.bind(Parameters.of(new TreeMap<>(form)));
	}

	private static void assertRefused(Map<String, String> form) {
		assertThatExceptionOfType(Ec2Exception.class).isThrownBy(() -> bind(form))
			.extracting(Ec2Exception::code)
			.isEqualTo("InvalidParameterValue");
	}

}
