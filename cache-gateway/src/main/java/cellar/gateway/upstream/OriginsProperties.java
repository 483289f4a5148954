package cellar.gateway.upstream;

import java.net.URI;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import cellar.common.url.HttpUrl;
import cellar.gateway.connection.TimeoutProperties;
import cellar.gateway.guard.CircuitProperties;
import cellar.gateway.guard.LimitProperties;

/**
 * Where objects come from.
 *
 * @param origins the origins by name
 */
@Validated
@ConfigurationProperties("cellar.gateway")
record OriginsProperties(@DefaultValue Map<String, @Valid Source> origins) {

	/**
	 * One origin.
	 *
	 * @param type what it speaks
	 * @param endpoint s3: URL of the store; may have a path, such as
	 * {@code /services/Walrus}
	 * @param region s3: region to sign for
	 * @param pathStyle s3: whether the bucket goes into the path instead of the host name
	 * @param accessKey s3: access key; none means anonymous
	 * @param secretKey s3: secret key
	 * @param md5Tags s3: whether an entity tag of 32 hexadecimal digits is the MD5 of the
	 * object, as it is in S3 itself unless keys of KMS or of the client encrypt it;
	 * bodies are held against it where the store gives no better checksum. False for a
	 * store whose tags only look so. Tags of http origins are never taken for an MD5
	 * @param baseUrl http: URL that object names are appended to
	 * @param forwardHeaders http: whether the headers of clients go on to the origin
	 * @param timeouts how long it is waited for
	 * @param limit how much is asked of it at a time
	 * @param circuit when it is left alone
	 */
	record Source(@NotNull Type type, @Nullable URI endpoint, @DefaultValue("us-east-1") String region,
			@DefaultValue("true") boolean pathStyle, @Nullable String accessKey, @Nullable String secretKey,
			@DefaultValue("true") boolean md5Tags, @Nullable URI baseUrl, @DefaultValue("false") boolean forwardHeaders,
			@Valid @DefaultValue TimeoutProperties timeouts, @Valid @DefaultValue LimitProperties limit,
			@Valid @DefaultValue CircuitProperties circuit) {

		Source {
			accessKey = blankToNull(accessKey);
			secretKey = blankToNull(secretKey);
		}

		@AssertTrue(message = "an s3 origin needs 'endpoint' as an absolute http or https URL")
		boolean isReachableStore() {
			return this.type != Type.S3 || isAbsolute(this.endpoint);
		}

		@AssertTrue(message = "an http origin needs 'base-url' as an absolute http or https URL")
		boolean isReachableServer() {
			return this.type != Type.HTTP || isAbsolute(this.baseUrl);
		}

		@AssertTrue(message = "'base-url' belongs to http origins; 'endpoint' and keys belong to s3 origins")
		boolean isOfOneKind() {
			return (this.type == Type.S3) ? this.baseUrl == null
					: this.endpoint == null && this.accessKey == null && this.secretKey == null;
		}

		@AssertTrue(message = "'access-key' and 'secret-key' must be given together or not at all")
		boolean isWithWholeKey() {
			return (this.accessKey == null) == (this.secretKey == null);
		}

		@AssertTrue(message = "'forward-headers' belongs to http origins")
		boolean isForwardingOverHttp() {
			return this.type != Type.S3 || !this.forwardHeaders;
		}

		@Override
		public String toString() {
			return "Source[type=" + this.type + ", endpoint=" + this.endpoint + ", region=" + this.region
					+ ", pathStyle=" + this.pathStyle + ", signed=" + (this.accessKey != null) + ", baseUrl="
					+ this.baseUrl + "]";
		}

		private static @Nullable String blankToNull(@Nullable String text) {
			return (text == null || text.isBlank()) ? null : text;
		}

		private static boolean isAbsolute(@Nullable URI uri) {
			return uri != null && HttpUrl.matches(uri) && uri.getRawUserInfo() == null && uri.getRawQuery() == null
					&& uri.getRawFragment() == null;
		}

	}

	/**
	 * What an origin speaks.
	 */
	enum Type {

		/** The S3 protocol. */
		S3,

		/** Plain HTTP. */
		HTTP

	}

}
