package cellar.gateway.answer;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cellar.gateway.lookup.Representation;
import cellar.gateway.range.ByteRange;

/**
 * Several parts of a body in one answer (RFC 9110, 14.6).
 *
 * @param boundary what stands between them
 * @param content the parts
 */
record Multipart(String boundary, Content.Parts content) {

	static Multipart of(List<ByteRange> ranges, Representation representation) {
		// Nobody can have put it into the body beforehand.
		String boundary = UUID.randomUUID().toString();
		String type = representation.headers().first("Content-Type");
		List<Content.HeadedPart> parts = ranges.stream()
			.map((range) -> new Content.HeadedPart(head(boundary, type, range, representation.length()), range))
			.toList();
		return new Multipart(boundary, new Content.Parts(parts, "\r\n--" + boundary + "--\r\n"));
	}

	private static String head(String boundary, @Nullable String type, ByteRange range, long total) {
		return "\r\n--" + boundary + "\r\n" + ((type != null) ? "Content-Type: " + type + "\r\n" : "")
				+ "Content-Range: " + range.contentRange(total) + "\r\n\r\n";
	}

	String type() {
		return "multipart/byteranges; boundary=" + this.boundary;
	}

}
