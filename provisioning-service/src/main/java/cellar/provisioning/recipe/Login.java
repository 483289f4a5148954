package cellar.provisioning.recipe;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The choices that every recipe offers: what a machine is called and who may log in.
 *
 * @param hostname its name, or nothing
 * @param keys public keys that may log in
 */
record Login(@Nullable String hostname, List<String> keys) {

	static final List<Parameter> PARAMETERS = List.of(
			Parameter.text("hostname", "Name of the machine; the cloud's own name where none is given",
					TextRule.HOSTNAME, null, "docker-1"),
			Parameter.texts("sshAuthorizedKeys", "Public keys that may log in, besides the key pair of the launch",
					TextRule.PUBLIC_KEY,
					"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk alice@example"));

	static Login of(Choices choices) {
		return new Login(choices.optional("hostname"), choices.texts("sshAuthorizedKeys"));
	}

}
