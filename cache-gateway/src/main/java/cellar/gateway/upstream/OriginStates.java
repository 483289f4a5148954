package cellar.gateway.upstream;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFault;
import cellar.gateway.origin.OriginObserver;

/**
 * The last that was heard of each origin.
 */
@Component
public class OriginStates implements OriginObserver {

	private final Map<String, String> states = new ConcurrentHashMap<>();

	@Override
	public void answered(String origin, int status, Duration took) {
		this.states.put(origin, (status == 0) ? "unreachable" : (status >= 500) ? "failing" : "answering");
	}

	@Override
	public void refused(String origin, OriginAnswer.Failure.Kind reason) {
	}

	@Override
	public void faulty(String origin, OriginFault fault) {
	}

	@Override
	public void received(String origin, int bytes) {
	}

	public Map<String, String> states() {
		return new TreeMap<>(this.states);
	}

}
