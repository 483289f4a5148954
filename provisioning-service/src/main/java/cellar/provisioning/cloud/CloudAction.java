package cellar.provisioning.cloud;

import java.util.Locale;

/**
 * What a cloud is asked for.
 */
enum CloudAction {

	IMAGE, INSTANCE_TYPES, FIND_KEY_PAIR, IMPORT_KEY_PAIR, DELETE_KEY_PAIR, FIND_GROUP, CREATE_GROUP, AUTHORIZE_INGRESS,
	DELETE_GROUP, RUN, TAG_INSTANCES, FIND_INSTANCES, DESCRIBE_INSTANCES;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
