package cellar.simulation.tag;

import java.util.Map;

/**
 * Resources of one type, as far as tags are concerned.
 */
public interface Taggable {

	/**
	 * Returns the type as tags name it, {@code instance} for example.
	 * @return the type
	 */
	String resourceType();

	/**
	 * Returns the start of the ids of this type, without the dash.
	 * @return the prefix
	 */
	String idPrefix();

	// Refuses an id that does not exist, in the words of its type.
	void requireExists(String id);

	/**
	 * Returns the tags of every resource that has some.
	 * @return the tags by the id of the resource
	 */
	Map<String, Map<String, String>> tags();

	void tag(String id, Map<String, String> tags);

}
