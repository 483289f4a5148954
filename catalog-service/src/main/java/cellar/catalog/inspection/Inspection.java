package cellar.catalog.inspection;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

import cellar.catalog.layout.InspectionLimits;
import cellar.catalog.layout.RefusedException;

/**
 * A look into one file, whose bytes are given by one thread as they pass:
 * {@snippet :
 * try (Inspection inspection = Inspection.begin(InspectionLimits.standard())) {
 * 	while ((length = body.read(buffer)) > 0) {
 * 		inspection.accept(buffer, 0, length);
 * 	}
 * 	Verdict verdict = inspection.finish();
 * }
 * }
 * It has a thread of its own, since unpacking never waits and would keep others from the
 * carriers of virtual threads. The thread ends with the file, with a refusal, or soon
 * after {@code close}, whichever is first.
 */
public final class Inspection implements AutoCloseable {

	private final Handover handover = new Handover();

	private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

	private final Examiner examiner;

	private Inspection(InspectionLimits limits) {
		this.examiner = new Examiner(this.handover, limits);
	}

	/**
	 * Begins to look into a file.
	 * @param limits what it may ask for
	 * @return the inspection, to be closed by the caller
	 */
	public static Inspection begin(InspectionLimits limits) {
		Inspection inspection = new Inspection(limits);
		Thread.ofPlatform().daemon().name("inspection").start(inspection::run);
		return inspection;
	}

	/**
	 * Takes the next bytes of the file. The buffer belongs to the caller again
	 * afterwards. Bytes after a refusal, or after {@code close}, are let pass.
	 * @param buffer where the bytes are
	 * @param offset where they begin
	 * @param length how many there are
	 * @throws IndexOutOfBoundsException if they are not all in the buffer
	 * @throws IllegalStateException after {@code finish}
	 */
	public void accept(byte[] buffer, int offset, int length) {
		this.handover.give(buffer, offset, length);
	}

	/**
	 * Returns the refusal, if it is clear already that the file is not kept.
	 * @return the refusal, so that nobody has to send the rest
	 */
	public Optional<Verdict.Refused> refusal() {
		@Nullable Verdict now = (this.verdict.state() == CompletableFuture.State.SUCCESS) ? this.verdict.resultNow() : null;
		return (now instanceof Verdict.Refused refused) ? Optional.of(refused) : Optional.empty();
	}

	/**
	 * Says that the file has been given whole, and returns what it is.
	 * @return the verdict
	 * @throws InspectionException if the program itself is at fault
	 * @throws IllegalStateException after {@code close}
	 */
	public Verdict finish() {
		this.handover.end();
		try {
			return this.verdict.join();
		}
		catch (CancellationException ex) {
			throw new IllegalStateException("The inspection is closed", ex);
		}
		catch (CompletionException ex) {
			throw new InspectionException((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	@Override
	public void close() {
		this.handover.close();
		// Without effect where there is a verdict.
		this.verdict.cancel(false);
	}

	private void run() {
		try {
			this.verdict.complete(verdict());
		}
		catch (Handover.ClosedException ex) {
			this.verdict.cancel(false);
		}
		catch (Throwable ex) {
			// Whoever waits has to learn of an Error too.
			this.verdict.completeExceptionally(ex);
		}
		finally {
			this.handover.leave();
		}
	}

	private Verdict verdict() throws IOException {
		try {
			return new Verdict.Recognised(this.examiner.examine());
		}
		catch (RefusedException ex) {
			return new Verdict.Refused(ex.refusal(), ex.sentence());
		}
	}

}
