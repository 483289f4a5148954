package cellar.simulation.tag;

import java.util.Map;

/**
 * A resource that can carry tags.
 */
public interface Tagged {

	/**
	 * Returns its id.
	 * @return the id
	 */
	String id();

	/**
	 * Returns its tags.
	 * @return the values by their keys
	 */
	Map<String, String> tags();

}
