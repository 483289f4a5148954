/**
 * What those who look after the gateway see and do: the admin API and health.
 */
@NullMarked
package cellar.gateway.administration;

import org.jspecify.annotations.NullMarked;
