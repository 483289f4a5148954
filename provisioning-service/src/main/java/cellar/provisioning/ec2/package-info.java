/**
 * Clouds that speak the EC2 interface, reached through Amazon's SDK.
 */
@NullMarked
package cellar.provisioning.ec2;

import org.jspecify.annotations.NullMarked;
