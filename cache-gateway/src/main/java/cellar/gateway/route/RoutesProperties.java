package cellar.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The URL space.
 *
 * @param routes the routes; the longest path that fits a request wins
 */
@Validated
@ConfigurationProperties("cellar.gateway")
record RoutesProperties(@DefaultValue List<@Valid Entry> routes) {

	/**
	 * One route.
	 *
	 * @param path what URL paths begin with, whole segments only
	 * @param host the host that it answers for; none means any
	 * @param origin name of the origin
	 * @param bucket the bucket, for an s3 origin
	 * @param prefix what object names begin with there
	 * @param index the object that stands for a directory
	 * @param access who may ask; {@code public} is the only choice so far
	 * @param allow key globs or address ranges that may pass; must be empty so far
	 * @param deny key globs or address ranges that may not pass; must be empty so far
	 * @param defaultTtl how long copies are fresh where the origin does not say; none
	 * means a tenth of the time for which an object has not changed, at most an hour, and
	 * none at all where that is not known
	 * @param staleWhileRevalidate how long after that they are served while being renewed
	 * @param staleIfError how long after that they are served when the origin fails
	 * @param negativeTtl how long an absence is remembered
	 * @param clientDirectives whether clients may have copies compared with the origin
	 * before they are used, by {@code no-cache}, {@code max-age} and {@code min-fresh}
	 * @param pinned whether its copies stay for as long as others can go; together such
	 * copies have half of the space, and what is beyond that is like all others
	 * @param headers headers added to answers
	 */
	record Entry(
			@NotNull @Pattern(regexp = "/([^/?#]+(/[^/?#]+)*/?)?",
					message = "must begin with '/' and have no empty segment, query or fragment") String path,
			@Nullable @Pattern(regexp = "[^\\s:/]+|\\[[0-9A-Fa-f:.]+]",
					message = "must be the name or the address of a host, without a port") String host,
			@NotBlank String origin, @Nullable String bucket, @DefaultValue("") String prefix, @Nullable String index,
			@Nullable String access, @DefaultValue List<String> allow, @DefaultValue List<String> deny,
			@Nullable @DurationMin Duration defaultTtl,
			@NotNull @DurationMin @DefaultValue("0s") Duration staleWhileRevalidate,
			@NotNull @DurationMin @DefaultValue("1d") Duration staleIfError,
			@NotNull @DurationMin @DefaultValue("10s") Duration negativeTtl,
			@DefaultValue("false") boolean clientDirectives, @DefaultValue("false") boolean pinned,
			@DefaultValue Map<String, String> headers) {

		@AssertTrue(message = "'access' must be 'public', the only kind that is supported")
		boolean isOfSupportedAccess() {
			return this.access == null || this.access.equals("public");
		}

		@AssertTrue(message = "'allow' and 'deny' are not supported")
		boolean isUnfiltered() {
			return this.allow.isEmpty() && this.deny.isEmpty();
		}

		@AssertTrue(message = "'headers' must have names of letters, digits and hyphens and values on one line")
		boolean isWithPrintableHeaders() {
			return this.headers.entrySet()
				.stream()
				.allMatch((header) -> header.getKey().matches("[A-Za-z0-9-]+")
						&& header.getValue().chars().noneMatch(Character::isISOControl));
		}

		@AssertTrue(message = "'prefix' must not begin with '/'")
		boolean isRelative() {
			return !this.prefix.startsWith("/");
		}

	}

}
