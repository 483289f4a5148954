package cellar.catalog.collection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.revocation.Aside;
import cellar.catalog.store.Buckets;
import cellar.common.catalog.WithdrawalMark;

/**
 * Knows what names objects in the store.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NamedObjects {

	/** As uploads make them: the name of the image, the upload, the name of the file. */
	private static final Pattern ARTIFACT = Pattern
		.compile("[^/.][^/]*/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[^/]+");

	private static final Pattern DOCUMENT = Pattern.compile("p/([0-9]{1,18})/.+");

	private static final Pattern IMMUTABLE = Pattern.compile("(assets|schemas|keys)/.+");

	private final JdbcClient jdbc;

	private final Buckets buckets;

	NamedObjects(JdbcClient jdbc, Buckets buckets) {
		this.jdbc = jdbc;
		this.buckets = buckets;
	}

	/**
	 * Tells what objects are to us.
	 * @param bucket one of our buckets
	 * @param keys at most some thousand
	 * @return each of them
	 */
	Map<String, Standing> standings(String bucket, Collection<String> keys) {
		return bucket.equals(this.buckets.images()) ? artifacts(keys) : documents(keys);
	}

	/**
	 * Tells what uploads in parts are to us, by what becomes of each of their objects.
	 * @param bucket one of our buckets
	 * @param keys at most some thousand
	 * @return each of them
	 */
	Map<String, Standing> unfinished(String bucket, Collection<String> keys) {
		if (!bucket.equals(this.buckets.images())) {
			return keys.stream().collect(Collectors.toMap(Function.identity(), (key) -> Standing.UNKNOWN));
		}
		// Once an object is whole, no part of another upload belongs to it.
		Set<String> named = matching("""
				exists (select 1 from upload where object_key = key and state <> 'BOUND')
				or exists (select 1 from withdrawal where starts_with(key, '.withdrawn/')
					and object_key = substr(key, 12) and done_at is null)""", keys);
		return keys.stream()
			.collect(Collectors.toMap(Function.identity(), (key) -> named.contains(key) ? Standing.NAMED
					: (isArtifact(key) || key.startsWith(Aside.PREFIX)) ? Standing.UNNAMED : Standing.UNKNOWN));
	}

	private Map<String, Standing> artifacts(Collection<String> keys) {
		Set<String> named = matching("""
				exists (select 1 from image where artifact_key = key)
				or exists (select 1 from upload where object_key = key)
				or exists (select 1 from withdrawal where object_key = key
					or (right(key, 10) = '.withdrawn' and object_key = left(key, -10))
					or (starts_with(key, '.withdrawn/') and object_key = substr(key, 12)))""", keys);
		Set<String> unnamed = keys.stream()
			.filter((key) -> !named.contains(key) && isArtifact(key))
			.collect(Collectors.toSet());
		if (!unnamed.isEmpty()) {
			// Few get so far: publications name what images name.
			unnamed.removeAll(published(unnamed));
		}
		return keys.stream()
			.collect(Collectors.toMap(Function.identity(), (key) -> unnamed.contains(key) ? Standing.UNNAMED
					: (named.contains(key) || isArtifact(key)) ? Standing.NAMED : Standing.UNKNOWN));
	}

	private static boolean isArtifact(String key) {
		return ARTIFACT.matcher(key).matches() && !WithdrawalMark.isOne(key);
	}

	private Set<String> matching(String condition, Collection<String> keys) {
		return this.jdbc.sql("select key from unnest(cast(? as text[])) as wanted (key) where " + condition)
			.param(keys.toArray(String[]::new))
			.query((row, number) -> row.getString(1))
			.set();
	}

	private Set<String> published(Set<String> keys) {
		return this.jdbc.sql("""
				select distinct image ->> 'key' from publication_snapshot,
				jsonb_array_elements(cast(content as jsonb) -> 'images') as image
				where image ->> 'key' = any (cast(? as text[]))""")
			.param(keys.toArray(String[]::new))
			.query((row, number) -> row.getString(1))
			.set();
	}

	private Map<String, Standing> documents(Collection<String> keys) {
		Map<String, Long> serials = new HashMap<>();
		for (String key : keys) {
			Matcher document = DOCUMENT.matcher(key);
			if (document.matches()) {
				serials.put(key, Long.valueOf(document.group(1)));
			}
		}
		Set<String> named = new HashSet<>(names());
		named.addAll(copies(serials.values()));
		Set<Long> removed = removed(serials.values());
		return keys.stream()
			.collect(Collectors.toMap(Function.identity(),
					(key) -> (named.contains(key) || IMMUTABLE.matcher(key).matches()) ? Standing.NAMED
							: removed.contains(serials.get(key)) ? Standing.UNNAMED : Standing.UNKNOWN));
	}

	private List<String> names() {
		return this.jdbc.sql("select distinct name from publication_document")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private List<String> copies(Collection<Long> serials) {
		return this.jdbc.sql(
				"select 'p/' || serial || '/' || name from publication_document where serial = any (cast(? as bigint[]))")
			.param(serials.toArray(Long[]::new))
			.query((row, number) -> row.getString(1))
			.list();
	}

	private Set<Long> removed(Collection<Long> serials) {
		return this.jdbc
			.sql("select serial from publication where removed_at is not null and serial = any (cast(? as bigint[]))")
			.param(serials.toArray(Long[]::new))
			.query((row, number) -> row.getLong(1))
			.set();
	}

}
