package cellar.catalog.document;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The two documents of simplestreams, with the names of fields that its readers know.
 */
final class StreamDocument {

	private StreamDocument() {
	}

	/**
	 * The index of all streams.
	 */
	record Index(String format, String updated, long serial, String expires, Map<String, Stream> index) {

	}

	/**
	 * One stream.
	 */
	record Stream(String datatype, String format, String path, List<String> products, String updated) {

	}

	/**
	 * The products of a stream.
	 */
	record Products(String format, @JsonProperty("content_id") String contentId, String datatype, String updated,
			long serial, String expires, Map<String, Product> products) {

	}

	/**
	 * What images have in common.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Product(String arch, String os, String release, @JsonProperty("release_title") String releaseTitle,
			String version, boolean supported, @Nullable String aliases, Map<String, Version> versions) {

	}

	/**
	 * One image.
	 */
	record Version(String label, String pubname, Map<String, Item> items) {

	}

	/**
	 * Its file.
	 */
	record Item(String ftype, String path, long size, String sha256, String md5) {

	}

}
