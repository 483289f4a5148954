package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameCheckTests {

	@Test
	void objectionsWhenANameIsPartOfAnotherNameBoth() {
		assertThat(NameCheck.objections(List.of("my-Debian-7", "debian", "fedora"))).singleElement()
			.asString()
			.startsWith("'debian' is part of 'my-Debian-7'");
	}

	@Test
	void objectionsWhenNamesAreEqualNameEachOnce() {
		assertThat(NameCheck.objections(List.of("debian", "DEBIAN"))).hasSize(2);
	}

	@Test
	void objectionsWhenANameRepeatsItselfAreNone() {
		assertThat(NameCheck.objections(List.of("aaaa", "b"))).isEmpty();
	}

	@Test
	void objectionsOfManyNamesFindTheOneThatIsPartOfAnother() {
		List<String> names = IntStream.range(0, 10_000)
			.mapToObj("%05d-with-a-name-as-long-as-people-give-them-x86_64"::formatted)
			.toList();
		assertThat(NameCheck.objections(names)).isEmpty();
		List<String> more = new ArrayList<>(names);
		more.add("77-with-a");
		assertThat(NameCheck.objections(more)).hasSize(100);
	}

}
