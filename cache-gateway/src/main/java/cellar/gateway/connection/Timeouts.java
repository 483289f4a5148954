package cellar.gateway.connection;

import java.time.Duration;

/**
 * How long an origin is waited for.
 *
 * @param connect for a connection to be made, encryption included
 * @param firstByte from the request until the head of the answer is there
 * @param idle for more bytes of a body that has begun
 */
public record Timeouts(Duration connect, Duration firstByte, Duration idle) {

}
