package cellar.gateway.cache;

import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.index.Key;
import cellar.gateway.origin.Origin;

/**
 * A request to the cache.
 *
 * @param key what is wanted
 * @param origin where it is if it is not here
 * @param policy how long copies may be used
 * @param portion the part that is wanted first; all of it can be read in the end
 */
public record Lookup(Key key, Origin origin, FreshnessPolicy policy, Portion portion) {

}
