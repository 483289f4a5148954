package cellar.provisioning.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Format;

/**
 * A recipe as callers see it.
 *
 * @param name its name
 * @param description what comes of it
 * @param families what the machine may run
 * @param formats the formats for each family, the usual one first
 * @param parameters JSON schema of the parameters
 */
record RecipeDocument(String name, String description, List<Family> families, Map<Family, List<Format>> formats,
		Map<String, Object> parameters) {

	static RecipeDocument of(Recipe recipe) {
		Map<Family, List<Format>> formats = recipe.families()
			.stream()
			.collect(Collectors.toMap((family) -> family, Family::formats, (first, second) -> first,
					LinkedHashMap::new));
		return new RecipeDocument(recipe.name(), recipe.description(), recipe.families(), formats, schema(recipe));
	}

	private static Map<String, Object> schema(Recipe recipe) {
		Map<String, Object> properties = new LinkedHashMap<>();
		recipe.parameters().forEach((parameter) -> properties.put(parameter.name(), parameter.schema()));
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
		schema.put("title", recipe.name());
		schema.put("type", "object");
		schema.put("additionalProperties", false);
		schema.put("properties", properties);
		return schema;
	}

}
