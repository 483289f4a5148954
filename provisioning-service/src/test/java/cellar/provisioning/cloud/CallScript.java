package cellar.provisioning.cloud;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at which call to a cloud, and which calls there were.
 */
public final class CallScript {

	private final Deque<Trouble> troubles = new ArrayDeque<>();

	private final Map<String, Runnable> interruptions = new LinkedHashMap<>();

	private final List<String> calls = new ArrayList<>();

	private @Nullable Integer crashAt;

	private boolean crashAfterEffect;

	CallScript() {
	}

	/**
	 * Lets the caller die at one call, counted from 1 over all calls.
	 * @param call the call
	 * @param afterEffect whether the cloud did what it was asked for first
	 */
	public void crashAt(int call, boolean afterEffect) {
		this.crashAt = call;
		this.crashAfterEffect = afterEffect;
	}

	/**
	 * Lets the next call to a method fail.
	 * @param method name of the method
	 * @param kind what goes wrong
	 * @param afterEffect whether the cloud does it nevertheless
	 */
	public void fail(String method, CloudException.Kind kind, boolean afterEffect) {
		this.troubles.add(new Trouble(method, kind, afterEffect));
	}

	/**
	 * Lets something happen while the next call to a method is under way, before the
	 * cloud gets it.
	 * @param method name of the method
	 * @param interruption what happens
	 */
	public void meanwhile(String method, Runnable interruption) {
		this.interruptions.put(method, interruption);
	}

	public List<String> calls() {
		return this.calls;
	}

	/**
	 * Makes a call, if nothing goes wrong before.
	 * @param <T> what the cloud answers
	 * @param method name of the method
	 * @param effect what the cloud does
	 * @return its answer
	 */
	<T> T call(String method, Supplier<T> effect) {
		this.calls.add(method);
		boolean crash = this.crashAt != null && this.crashAt == this.calls.size();
		if (crash && !this.crashAfterEffect) {
			throw new Crash();
		}
		Runnable interruption = this.interruptions.remove(method);
		if (interruption != null) {
			interruption.run();
		}
		Trouble trouble = this.troubles.stream().filter((due) -> due.method().equals(method)).findFirst().orElse(null);
		if (trouble != null) {
			this.troubles.remove(trouble);
			if (trouble.afterEffect()) {
				effect.get();
			}
			throw refusal(trouble.kind());
		}
		T result = effect.get();
		if (crash) {
			throw new Crash();
		}
		return result;
	}

	static CloudException refusal(CloudException.Kind kind) {
		return new CloudException(kind, "Fake." + kind, "as ordered", null);
	}

	private record Trouble(String method, CloudException.Kind kind, boolean afterEffect) {

	}

	/**
	 * The caller dies: nothing of it runs any more.
	 */
	public static class Crash extends Error {

	}

}
