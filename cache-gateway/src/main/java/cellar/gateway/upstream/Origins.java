package cellar.gateway.upstream;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cellar.gateway.connection.TransportProperties;
import cellar.gateway.exchange.Transport;
import cellar.gateway.guard.Guard;
import cellar.gateway.guard.LimitProperties;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.OriginObserver;
import cellar.gateway.s3.S3Checksums;
import cellar.gateway.s3.S3Origin;
import cellar.gateway.s3.SignatureV4;
import cellar.gateway.s3.Signer;

/**
 * The configured origins.
 */
@Component
public class Origins implements AutoCloseable {

	private final Map<String, OriginsProperties.Source> sources;

	private final Map<String, Transport> transports = new TreeMap<>();

	private final Map<String, Guard> guards = new TreeMap<>();

	Origins(OriginsProperties properties, TransportProperties common, Clock clock,
			ObjectProvider<OriginObserver> observers) {
		this.sources = new TreeMap<>(properties.origins());
		List<OriginObserver> all = observers.orderedStream().toList();
		this.sources.forEach((name, source) -> {
			LimitProperties limit = source.limit().or(common.connections());
			Guard guard = new Guard(name, limit, source.circuit(), clock);
			this.guards.put(name, guard);
			this.transports.put(name, new Transport(name, source.timeouts().or(common), guard, all));
		});
	}

	public Set<String> names() {
		return this.sources.keySet();
	}

	/**
	 * Returns whether an origin is a store of buckets.
	 * @param name a configured name
	 * @return {@code true} if a route must name a bucket
	 */
	public boolean hasBuckets(String name) {
		return source(name).type() == OriginsProperties.Type.S3;
	}

	/**
	 * Returns whether an origin is asked with credentials.
	 * @param name a configured name
	 * @return {@code true} if it may show what strangers must not see
	 */
	public boolean isSigned(String name) {
		return source(name).accessKey() != null;
	}

	/**
	 * Returns what is between the gateway and each origin.
	 * @return guards by name
	 */
	public Map<String, Guard> guards() {
		return Collections.unmodifiableMap(this.guards);
	}

	/**
	 * Opens an origin.
	 * @param name a configured name
	 * @param bucket the bucket, where the origin has buckets
	 * @return the origin
	 */
	public Origin open(String name, @Nullable String bucket) {
		OriginsProperties.Source source = source(name);
		Transport transport = Objects.requireNonNull(this.transports.get(name), "one for each source");
		return switch (source.type()) {
			case HTTP -> new HttpOrigin(transport, required(source.baseUrl()), source.forwardHeaders());
			case S3 -> new S3Origin(transport, signer(source), required(source.endpoint()),
					Objects.requireNonNull(bucket, "bucket"), source.pathStyle(), new S3Checksums(source.md5Tags()));
		};
	}

	private OriginsProperties.Source source(String name) {
		OriginsProperties.Source source = this.sources.get(name);
		if (source == null) {
			throw new IllegalArgumentException("Origin '" + name + "' not found");
		}
		return source;
	}

	private static Signer signer(OriginsProperties.Source source) {
		return (source.accessKey() != null && source.secretKey() != null)
				? new SignatureV4(source.accessKey(), source.secretKey(), source.region()) : Signer.ANONYMOUS;
	}

	private static URI required(@Nullable URI uri) {
		return Objects.requireNonNull(uri, "validated before");
	}

	@Override
	public void close() throws IOException {
		for (Transport transport : this.transports.values()) {
			transport.close();
		}
	}

}
