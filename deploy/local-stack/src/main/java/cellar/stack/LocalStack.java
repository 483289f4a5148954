package cellar.stack;

import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

import cellar.stack.part.Console;
import cellar.stack.part.PartFailedException;
import cellar.stack.process.InheritedEnvironment;
import cellar.stack.watchdog.ParentWatch;

/**
 * Runs the whole platform in the foreground until it is told to stop.
 */
public final class LocalStack {

	private LocalStack() {
	}

	/**
	 * Starts the platform and stays until it ends.
	 * @param arguments not used; see {@link StackOptions} for the settings
	 */
	public static void main(String[] arguments) {
		Console console = new Console(System.out, Instant.now());
		AtomicBoolean stopping = new AtomicBoolean();
		try {
			StackOptions options = StackOptions.of(new Settings(System.getProperties(), System.getenv()));
			InheritedEnvironment.remove("CELLAR_");
			if (options.stopsWithParent()) {
				ParentWatch.start(options.ancestor(), () -> {
					console.print("What started this local stack is gone, so it ends");
					System.exit(1);
				});
			}
			Stack stack = Preparation.prepare(options, console);
			Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
				stopping.set(true);
				stack.close();
				console.print("Stopped. The data stays in " + stack.dataDirectory());
			}));
			stack.start();
			console.print(Summary.of(stack, options, console.elapsed()));
			throw stack.failure().join();
		}
		catch (RuntimeException ex) {
			// Whatever fails while everything is being stopped fails because of that.
			if (!stopping.get()) {
				console.print(System.lineSeparator() + message(ex));
				System.exit(1);
			}
		}
	}

	private static String message(RuntimeException ex) {
		Throwable told = (ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex;
		String message = told.getMessage();
		return (told instanceof PartFailedException || message != null) ? String.valueOf(message) : told.toString();
	}

}
