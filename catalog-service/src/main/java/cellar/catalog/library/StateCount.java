package cellar.catalog.library;

/**
 * How many images are in a state.
 *
 * @param state the state
 * @param images how many
 */
record StateCount(ImageState state, long images) {

}
