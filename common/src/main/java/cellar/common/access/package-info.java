/**
 * Who is calling and what they may do: bearer tokens from the configuration, four roles,
 * one filter chain for the API and for the management port.
 */
@NullMarked
package cellar.common.access;

import org.jspecify.annotations.NullMarked;
