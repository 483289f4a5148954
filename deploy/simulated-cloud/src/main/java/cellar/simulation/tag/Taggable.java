package cellar.simulation.tag;

import java.util.Map;

/**
 * Resources of one type, as far as tags are concerned.
 */
public interface Taggable {

	// The type as tags name it, "instance" for example.
	String resourceType();

	// The start of the ids of this type, without the dash.
	String idPrefix();

	// Refuses an id that does not exist, in the words of its type.
	void requireExists(String id);

	// The tags of every resource that has some, by its id.
	Map<String, Map<String, String>> tags();

	void tag(String id, Map<String, String> tags);

}
