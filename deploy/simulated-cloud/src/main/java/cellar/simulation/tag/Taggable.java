package cellar.simulation.tag;

import java.util.Map;
import java.util.stream.Stream;

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

	/**
	 * Refuses an id that does not exist, in the words of its type.
	 * @param id the id
	 */
	void requireExists(String id);

	/**
	 * Returns every resource that can be seen.
	 * @return the resources in any order
	 */
	Stream<? extends Tagged> tagged();

	/**
	 * Replaces all tags of a resource.
	 * @param id the id
	 * @param tags the values by their keys
	 */
	void tag(String id, Map<String, String> tags);

}
