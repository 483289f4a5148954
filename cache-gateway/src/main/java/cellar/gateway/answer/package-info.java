/**
 * What a client gets: status, fields, and which bytes.
 */
@NullMarked
package cellar.gateway.answer;

import org.jspecify.annotations.NullMarked;
