package cellar.gateway.store;

/**
 * A copy before it is found.
 *
 * @param object the copy, leased to whoever has this
 * @param reservation the space for it
 */
public record Draft(StoredObject object, Reservation reservation) {

}
