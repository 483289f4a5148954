package cellar.gateway.cache;

import java.time.Duration;
import java.time.Instant;

import cellar.gateway.origin.Headers;

/**
 * The record of one complete copy.
 *
 * @param key what it is a copy of
 * @param generation names its files; never used twice
 * @param headers its headers, as of the last renewal
 * @param length its bytes
 * @param checksum CRC32C of its bytes
 * @param receivedAt when it was fetched or last renewed
 * @param initialAge how old it was then
 */
record StoredObject(Key key, String generation, Headers headers, long length, int checksum, Instant receivedAt,
		Duration initialAge) {

	Duration age(Instant now) {
		Duration resident = Duration.between(this.receivedAt, now);
		return resident.isNegative() ? this.initialAge : this.initialAge.plus(resident);
	}

	Representation representation() {
		return new Representation(this.headers, this.length);
	}

	StoredObject named(String newGeneration) {
		return new StoredObject(this.key, newGeneration, this.headers, this.length, this.checksum, this.receivedAt,
				this.initialAge);
	}

	StoredObject renewed(Headers newHeaders, Instant at, Duration age) {
		return new StoredObject(this.key, this.generation, newHeaders, this.length, this.checksum, at, age);
	}

}
