/**
 * Turns images into running machines: what they shall be, where they run, and the one
 * launch that each request makes.
 */
@NullMarked
package cellar.provisioning;

import org.jspecify.annotations.NullMarked;
