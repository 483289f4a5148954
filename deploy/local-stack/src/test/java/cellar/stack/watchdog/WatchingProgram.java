package cellar.stack.watchdog;

import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/**
 * A program that stays until its parent or the ancestor that it is told of is gone.
 */
final class WatchingProgram {

	private WatchingProgram() {
	}

	static void main() throws InterruptedException {
		CountDownLatch gone = new CountDownLatch(1);
		ParentWatch.start(OptionalLong.of(Long.parseLong(System.getenv("CELLAR_STACK_ANCESTOR"))), gone::countDown);
		IO.println("watching");
		gone.await();
		IO.println("gone");
	}

}
