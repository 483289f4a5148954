/**
 * What a machine shall be when it first boots, and the documents that tell it so:
 * cloud-config, CoreOS cloud-config and Ignition. Pure functions from data to text.
 */
@NullMarked
package cellar.provisioning.userdata;

import org.jspecify.annotations.NullMarked;
