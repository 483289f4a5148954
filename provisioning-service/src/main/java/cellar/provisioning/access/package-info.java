/**
 * Who may do what when machines are launched.
 */
@NullMarked
package cellar.provisioning.access;

import org.jspecify.annotations.NullMarked;
