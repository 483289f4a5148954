package cellar.provisioning;

import java.util.concurrent.atomic.AtomicInteger;

import cellar.parts.PostgresServer;

/**
 * One PostgreSQL for all tests of this service, with a database for each that asks.
 */
public final class TestDatabase {

	private static final PostgresServer SERVER = PostgresServer.startTemporary();

	private static final AtomicInteger COUNT = new AtomicInteger();

	private TestDatabase() {
	}

	public static String jdbcUrl() {
		return SERVER.createDatabase("provisioning_" + COUNT.incrementAndGet());
	}

}
