package cellar.gateway.s3;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.common.catalog.WithdrawalMark;
import cellar.gateway.checksum.Proof;
import cellar.gateway.checksum.WholeChecksum;
import cellar.gateway.exchange.Exchange;
import cellar.gateway.exchange.PercentEncoding;
import cellar.gateway.exchange.Target;
import cellar.gateway.exchange.Transport;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFailedException;
import cellar.gateway.origin.OriginFault;
import cellar.gateway.origin.OriginRequest;

/**
 * One bucket of an S3-compatible store.
 */
public class S3Origin implements Origin {

	private static final Logger logger = LoggerFactory.getLogger(S3Origin.class);

	/**
	 * Up to so many bytes nobody hears of an object before it has proved right, so that a
	 * wrong one is a failure like any other, in which an older copy can be served.
	 */
	private static final int SMALL = 64 * 1024;

	private final Transport transport;

	private final Signer signer;

	private final URI endpoint;

	private final String bucket;

	private final boolean pathStyle;

	private final S3Checksums checksums;

	public S3Origin(Transport transport, Signer signer, URI endpoint, String bucket, boolean pathStyle,
			S3Checksums checksums) {
		this.transport = transport;
		this.signer = signer;
		this.endpoint = endpoint;
		this.bucket = bucket;
		this.pathStyle = pathStyle;
		this.checksums = checksums;
	}

	@Override
	public OriginAnswer fetch(OriginRequest request) {
		Target target = target(request.object());
		boolean whole = request.method() == OriginRequest.Method.GET && request.headers().first("Range") == null;
		OriginRequest asked = whole ? withChecksum(request) : request;
		OriginAnswer answer = this.transport.send(request.method(), target, this.signer.sign(asked, target),
				whole ? this::readWhole : this::read);
		boolean missing = answer instanceof OriginAnswer.Absent || answer instanceof OriginAnswer.Denied;
		if (missing && isWithdrawn(request.object())) {
			return new OriginAnswer.Absent(410);
		}
		if (answer instanceof OriginAnswer.Denied) {
			logger.atWarn().addKeyValue("bucket", this.bucket).log("Object store denied access");
		}
		return answer;
	}

	// A store that forgets or hides an object has no word for that: the mark tells.
	private boolean isWithdrawn(String key) {
		if (WithdrawalMark.isOne(key)) {
			return false;
		}
		OriginRequest mark = new OriginRequest(OriginRequest.Method.HEAD, WithdrawalMark.of(key), Headers.of());
		Target target = target(mark.object());
		OriginAnswer found = this.transport.send(mark.method(), target, this.signer.sign(mark, target),
				(exchange) -> exchange.without(new OriginAnswer.Absent((exchange.status() == 200) ? 410 : 404)));
		return found instanceof OriginAnswer.Absent absent && absent.status() == 410;
	}

	@Override
	public @Nullable Proof proof(String object, String etag) throws IOException {
		AtomicReference<@Nullable Proof> proof = new AtomicReference<>();
		Target target = target(object);
		OriginRequest asked = withChecksum(
				new OriginRequest(OriginRequest.Method.HEAD, object, Headers.of("If-Match", etag)));
		OriginAnswer answer = this.transport.send(asked.method(), target, this.signer.sign(asked, target),
				(exchange) -> {
					proof.set(proof(exchange));
					return read(exchange);
				});
		if (answer instanceof OriginAnswer.Failure failure) {
			throw new OriginFailedException(failure);
		}
		if (answer instanceof OriginAnswer.Content content) {
			content.body().close();
			if (!etag.equals(content.headers().first("ETag"))) {
				throw new IOException("The object has changed at the origin");
			}
		}
		return proof.get();
	}

	private static OriginRequest withChecksum(OriginRequest request) {
		return new OriginRequest(request.method(), request.object(),
				request.headers().with("x-amz-checksum-mode", "ENABLED"));
	}

	private OriginAnswer readWhole(Exchange exchange) {
		Proof proof = proof(exchange);
		if (proof == null) {
			return read(exchange);
		}
		Exchange proven = exchange.provenBy(proof);
		if (exchange.length() < 0 || exchange.length() > SMALL) {
			return read(proven);
		}
		try {
			return read(proven.read());
		}
		catch (IOException ex) {
			return exchange.failed(OriginAnswer.Failure.Kind.STATUS);
		}
	}

	private @Nullable Proof proof(Exchange exchange) {
		WholeChecksum checksum = (exchange.status() == 200) ? this.checksums.find(exchange.headers()) : null;
		return (checksum != null) ? new Proof(checksum, () -> this.transport.faulty(OriginFault.WRONG_CHECKSUM)) : null;
	}

	Target target(String key) {
		String path = "/" + PercentEncoding.path(key);
		return this.pathStyle ? Target.of(this.endpoint, "/" + PercentEncoding.path(this.bucket) + path)
				: Target.of(this.endpoint, path).onHost(this.bucket + "." + this.endpoint.getHost());
	}

	private OriginAnswer read(Exchange exchange) {
		return switch (exchange.status()) {
			case 200, 206 -> exchange.asContent(kept(exchange));
			case 304 -> exchange.without(new OriginAnswer.NotModified(kept(exchange)));
			case 404, 410 -> exchange.without(new OriginAnswer.Absent(404));
			case 403 -> exchange.without(new OriginAnswer.Denied());
			case 504 -> exchange.failed(OriginAnswer.Failure.Kind.TIMEOUT);
			default -> exchange.failed(OriginAnswer.Failure.Kind.STATUS);
		};
	}

	private static Headers kept(Exchange exchange) {
		Headers headers = exchange.endToEnd().without(Exchange.PERSONAL);
		Set<String> internal = headers.fields()
			.stream()
			.map((field) -> field.name().toLowerCase(Locale.ROOT))
			.filter((name) -> name.startsWith("x-amz-") && !name.startsWith("x-amz-meta-"))
			.collect(Collectors.toSet());
		return headers.without(internal);
	}

	@Override
	public String identity() {
		// What the store gives to whoever signs is not for those whom it does not know.
		String rights = (this.signer == Signer.ANONYMOUS) ? "anonymous" : "signed";
		return "s3 " + rights + " " + this.endpoint + " " + this.bucket;
	}

	@Override
	public boolean namedByQuery() {
		return false;
	}

}
