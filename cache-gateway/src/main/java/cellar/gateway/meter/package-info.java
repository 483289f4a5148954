/**
 * What the gateway does, in numbers that Prometheus collects.
 */
@NullMarked
package cellar.gateway.meter;

import org.jspecify.annotations.NullMarked;
