package cellar.provisioning.recipe;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.problem.Violation;
import cellar.provisioning.parameter.InvalidParametersException;
import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests what recipes accept.
 */
class RecipesTests {

	private static final String STORAGE = "coreos-docker-storage";

	private final Recipes recipes = new Recipes();

	@Test
	void renderWhenNothingIsChosenWorksForEveryRecipeFamilyAndFormat() {
		for (Recipe recipe : this.recipes.all()) {
			for (Family family : recipe.families()) {
				for (Format format : family.formats()) {
					assertThat(this.recipes.render(recipe.name(), family, format, Map.of()).userData().text())
						.isNotBlank();
				}
			}
		}
	}

	@Test
	void renderWhenFormatIsLeftOutTakesTheUsualOne() {
		assertThat(this.recipes.render(STORAGE, Family.FLATCAR, null, Map.of()).userData().format())
			.isEqualTo(Format.COREOS_CLOUD_CONFIG);
		assertThat(this.recipes.render(STORAGE, Family.FCOS, null, Map.of()).userData().format())
			.isEqualTo(Format.IGNITION);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "hostname|Docker", "hostname|-a", "hostname|a..b", "hostname|a_b",
			"hostname|$private_ipv4", "device|vdb", "device|/dev/../etc/passwd", "device|/dev/vdb;reboot",
			"device|/dev/v%b", "device|/dev/", "filesystem|ntfs", "filesystem|EXT4", "label|seventeen-letters",
			"label|-data", "label|a b", "label|a/b", "label|ROOT", "label|cloudimg-rootfs", "label|OEM", "label|USR-B",
			"mountPoint|var/lib/docker", "mountPoint|/", "mountPoint|/etc", "mountPoint|/var/lib",
			"mountPoint|/var/lib/../../etc", "mountPoint|/var/lib/docker/", "mountPoint|/var/lib//docker",
			"mountPoint|/mnt/a b", "mountPoint|/mnt/%i", "existing|format", "mountPoint|/mnt/{{ ds.meta_data }}" })
	void renderWhenTextIsNotWhatItMustBeNamesTheParameter(String parameter, String text) {
		assertThatExceptionOfType(InvalidParametersException.class)
			.isThrownBy(() -> this.recipes.render(STORAGE, Family.FLATCAR, null, Map.of(parameter, text)))
			.satisfies((ex) -> assertThat(ex.violations()).extracting(Violation::field).containsExactly(parameter));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ext4\nruncmd: [reboot]", "ext4\u0000", "ext4\u0085", "\uFEFFext4", "ext4\u2028" })
	void renderWhenTextIsInvisibleNamesTheParameter(String text) {
		assertThatExceptionOfType(InvalidParametersException.class)
			.isThrownBy(() -> this.recipes.render(STORAGE, Family.UBUNTU, null, Map.of("filesystem", text)))
			.satisfies((ex) -> assertThat(ex.violations()).extracting(Violation::field).containsExactly("filesystem"));
	}

	@Test
	void renderWhenKeysAreNoneNamesEach() {
		List<String> keys = List.of("ssh-ed25519 AAAA alice", "ssh-dss AAAAB3NzaC1kc3MAAACBA",
				"-----BEGIN PRIVATE KEY-----",
				"command=\"reboot\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk",
				"ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk",
				"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk $public_ipv4");
		assertThatExceptionOfType(InvalidParametersException.class)
			.isThrownBy(() -> this.recipes.render("plain", Family.FLATCAR, null, Map.of("sshAuthorizedKeys", keys)))
			.satisfies((ex) -> assertThat(ex.violations()).hasSize(keys.size()));
	}

	@Test
	void renderWhenSeveralThingsAreWrongNamesAll() {
		assertThatExceptionOfType(InvalidParametersException.class)
			.isThrownBy(() -> this.recipes.render(STORAGE, Family.FLATCAR, null,
					Map.of("label", 7, "sshAuthorizedKeys", "one", "wipe", true)))
			.withMessageContainingAll("'label' must be a string", "'sshAuthorizedKeys' must be an array",
					"'wipe' is unknown");
	}

	@Test
	void renderWhenParameterIsNullTakesTheDefault() {
		String usual = this.recipes.render(STORAGE, Family.FLATCAR, null, Map.of()).userData().text();
		assertThat(this.recipes.render(STORAGE, Family.FLATCAR, null, Collections.singletonMap("label", null))
			.userData()
			.text()).isEqualTo(usual);
	}

	@Test
	void renderWhenChoicesDoNotGoTogetherThrows() {
		assertThatExceptionOfType(InvalidParametersException.class)
			.isThrownBy(() -> this.recipes.render(STORAGE, Family.FLATCAR, null,
					Map.of("filesystem", "xfs", "label", "thirteen-char")))
			.withMessageContaining("'label' must have at most 12 characters");
		assertThatExceptionOfType(InvalidParametersException.class)
			.isThrownBy(() -> this.recipes.render(STORAGE, Family.FCOS, null, Map.of("mountPoint", "/mnt/docker")))
			.withMessageContaining("'mountPoint' must be below /var");
		assertThatExceptionOfType(InvalidParametersException.class)
			.isThrownBy(() -> this.recipes.render(STORAGE, Family.UBUNTU, Format.IGNITION, Map.of()))
			.withMessageContaining("'format' must be one of [cloud-config]");
	}

	@Test
	void renderWhenPathHasHyphenEscapesTheMountUnit() {
		assertThat(this.recipes.render(STORAGE, Family.FLATCAR, null, Map.of("mountPoint", "/var/lib/docker-data"))
			.userData()
			.text()).contains("var-lib-docker\\\\x2ddata.mount", "Requires=var-lib-docker\\x2ddata.mount");
	}

	@Test
	void renderWhenMountPointIsNotThatOfDockerWarns() {
		assertThat(this.recipes.render(STORAGE, Family.FLATCAR, null, Map.of("mountPoint", "/mnt/disk")).findings())
			.extracting(Finding::severity)
			.contains(Finding.Severity.WARNING);
	}

	@Test
	void renderWhenRecipeIsUnknownThrows() {
		assertThatExceptionOfType(RecipeNotFoundException.class)
			.isThrownBy(() -> this.recipes.render("wordpress", Family.UBUNTU, null, Map.of()))
			.withMessageContaining("coreos-docker-storage");
	}

}
