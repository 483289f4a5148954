package cellar.simulation;

import cellar.simulation.image.Images;
import cellar.simulation.instance.Instances;
import cellar.simulation.instance.Visibility;
import cellar.simulation.keypair.KeyPairs;
import cellar.simulation.securitygroup.SecurityGroups;
import cellar.simulation.state.State;

/**
 * The resources of the account.
 *
 * @param images what machines are launched from
 * @param keyPairs what lets their users in
 * @param groups the security groups
 * @param instances the machines
 * @param visibility which machines are seen already
 */
record Estate(Images images, KeyPairs keyPairs, SecurityGroups groups, Instances instances, Visibility visibility) {

	/**
	 * Reads the resources of a cloud.
	 * @param state where they are kept
	 * @param settings how the cloud is set up
	 * @return the resources
	 * @throws IllegalStateException if a record is damaged; the message names it
	 */
	static Estate in(State state, Settings settings) {
		Visibility visibility = new Visibility(settings.clock());
		return new Estate(Images.in(state), KeyPairs.in(state), SecurityGroups.in(state),
				Instances.in(state, visibility, settings.clock()), visibility);
	}

	/**
	 * Puts back what every account has from the beginning.
	 */
	void seed() {
		this.images.seed();
		this.groups.seed();
	}

}
