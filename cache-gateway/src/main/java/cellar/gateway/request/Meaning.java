package cellar.gateway.request;

import cellar.gateway.answer.Refusal;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.route.Route;

/**
 * What a request asks for.
 */
public sealed interface Meaning {

	/**
	 * An object, or what describes it.
	 *
	 * @param route the route that leads to it
	 * @param lookup what to look for
	 * @param head whether its bytes are not wanted
	 */
	record Wanted(Route route, Lookup lookup, boolean head) implements Meaning {

	}

	/**
	 * What may be asked for.
	 */
	record Options() implements Meaning {

	}

	/**
	 * Something that nobody gets.
	 *
	 * @param refusal why not
	 */
	record Refused(Refusal refusal) implements Meaning {

	}

}
