package cellar.stack.part;

import java.io.IOException;
import java.util.Set;
import java.util.function.UnaryOperator;

import cellar.stack.process.LogFile;
import cellar.stack.process.StopSignal;
import cellar.stack.watchdog.ProcessRegistry;

/**
 * A part that runs in another way than the one that it stands for.
 *
 * @param part the part that it stands for
 * @param way makes the other way of the usual one
 */
record AdaptedPart(Part part, UnaryOperator<Running> way) implements Part {

	static Part closing(Part part, Runnable close) {
		return new AdaptedPart(part, (running) -> Running.of(running.handle(), StopSignal.TERM, close));
	}

	static Part of(Part part, long pid) {
		ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
		return new AdaptedPart(part, (running) -> Running.of(process, StopSignal.TERM, () -> {
		}));
	}

	@Override
	public String name() {
		return this.part.name();
	}

	@Override
	public String address() {
		return this.part.address();
	}

	@Override
	public Set<String> needs() {
		return this.part.needs();
	}

	@Override
	public LogFile log() {
		return this.part.log();
	}

	@Override
	public Running start(ProcessRegistry registry) throws IOException {
		return this.way.apply(this.part.start(registry));
	}

	@Override
	public Readiness readiness() {
		return this.part.readiness();
	}

}
