package cellar.provisioning.recipe;

import java.util.List;

import cellar.provisioning.userdata.UserData;

/**
 * User data with what is worth knowing about it.
 *
 * @param userData the document
 * @param findings what was found, the document's size left aside
 */
public record Rendering(UserData userData, List<Finding> findings) {

}
