/**
 * How long an answer may be used, and what for, as its headers and the policy of a route
 * say (RFC 9111).
 */
@NullMarked
package cellar.gateway.freshness;

import org.jspecify.annotations.NullMarked;
