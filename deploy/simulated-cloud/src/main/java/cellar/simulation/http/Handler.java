package cellar.simulation.http;

/**
 * Answers calls, many at a time.
 */
@FunctionalInterface
public interface Handler {

	Reply handle(Call call);

}
