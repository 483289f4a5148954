package cellar.provisioning.recipe;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.provisioning.parameter.Choices;
import cellar.provisioning.parameter.Parameter;
import cellar.provisioning.parameter.TextRule;

/**
 * The choices that every recipe offers: what a machine is called and who may log in.
 *
 * @param hostname its name, or nothing
 * @param keys public keys that may log in
 */
record Login(@Nullable String hostname, List<String> keys) {

	private static final TextRule HOSTNAME = TextRule.matching(
			"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?" + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*", 63,
			"must be a host name of at most 63 characters: lower-case letters, digits and hyphens, with dots between labels");

	static final List<Parameter> PARAMETERS = List.of(
			Parameter.text("hostname", "Name of the machine; the cloud's own name where none is given", HOSTNAME, null,
					"docker-1"),
			Parameter.texts("sshAuthorizedKeys", "Public keys that may log in, besides the key pair of the launch",
					TextRule.PUBLIC_KEY,
					"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJHT3JYyOcwzdgt/fI+GtGImhXXzKNZdGDHbzVRzb1Vk alice@example"));

	static Login of(Choices choices) {
		return new Login(choices.optional("hostname"), choices.texts("sshAuthorizedKeys"));
	}

}
