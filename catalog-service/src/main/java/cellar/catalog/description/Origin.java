package cellar.catalog.description;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a catalog of others said of an image and what we do not publish.
 *
 * @param number its ten-digit name there
 * @param url where its artifact was
 * @param facts whatever else was said, such as {@code tested} or {@code notes}
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Origin(@Nullable @Column(name = "origin_number") String number,
		@Nullable @Column(name = "origin_url") String url,
		@Nullable @Column(name = "origin_facts") @Convert(converter = FactsConverter.class) Map<String, String> facts) {

	private static final int MAX_ENCODED = 8000;

	/**
	 * Tells whether the facts are short enough to be kept, as they are kept.
	 * @return whether they are
	 */
	@JsonIgnore
	public boolean isShortEnough() {
		return this.facts == null || FactsConverter.encode(this.facts).length() <= MAX_ENCODED;
	}

}
