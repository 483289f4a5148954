/**
 * The cache gateways, which are told what has changed.
 */
@NullMarked
package cellar.catalog.gateway;

import org.jspecify.annotations.NullMarked;
