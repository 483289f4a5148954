package cellar.gateway.connection;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/**
 * How long one origin is waited for, where that differs from the others.
 *
 * @param connect how long a connection may take to be made, encryption included, from 1
 * ms; {@code cellar.gateway.transport.connect-timeout} if not given
 * @param firstByte how long the head of an answer may take, from 1 ms;
 * {@code cellar.gateway.transport.idle-timeout} if not given
 * @param idle how long no byte of a body may come, from 1 ms;
 * {@code cellar.gateway.transport.idle-timeout} if not given
 */
public record TimeoutProperties(@DurationMin(millis = 1) @Nullable Duration connect,
		@DurationMin(millis = 1) @Nullable Duration firstByte, @DurationMin(millis = 1) @Nullable Duration idle) {

	/**
	 * Returns how long the origin is waited for.
	 * @param common what goes for all origins
	 * @return the limits
	 */
	public Timeouts or(TransportProperties common) {
		return new Timeouts((this.connect != null) ? this.connect : common.connectTimeout(),
				(this.firstByte != null) ? this.firstByte : common.idleTimeout(),
				(this.idle != null) ? this.idle : common.idleTimeout());
	}

}
