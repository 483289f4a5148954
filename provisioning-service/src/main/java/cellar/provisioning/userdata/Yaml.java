package cellar.provisioning.userdata;

import java.util.Map;

import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes YAML that every reader of cloud-config reads alike: each string is quoted or a
 * literal block, no line is folded, and no marker stands before the header line.
 */
final class Yaml {

	private static final YAMLMapper MAPPER = YAMLMapper.builder()
		.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
		.disable(YAMLWriteFeature.SPLIT_LINES)
		.disable(YAMLWriteFeature.MINIMIZE_QUOTES)
		.enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
		.build();

	private Yaml() {
	}

	static String cloudConfig(Map<String, ?> document) {
		return "#cloud-config\n" + MAPPER.writeValueAsString(document);
	}

}
