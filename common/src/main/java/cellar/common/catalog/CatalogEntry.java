package cellar.common.catalog;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One image of a published catalog. The first twelve keys are those of eustore, which its
 * clients require; they ignore the rest.
 *
 * @param name readable in {@code catalog.json}, ten digits in {@code catalog}
 * @param description what it is, one line
 * @param version free text, often a date
 * @param architecture such as {@code x86_64}
 * @param os such as {@code debian}
 * @param url where the artifact is, relative to the catalog
 * @param date {@code yyyyMMddHHmmss}
 * @param recipe how it was made
 * @param stamp {@code xxxx-xxxx} in hex
 * @param contact whom to ask; may be empty
 * @param singleKernel {@code "True"} or empty: no other value is read alike by all
 * clients
 * @param hypervisorsSupported such as {@code kvm}
 * @param virtualizationType {@code hvm} or {@code paravirtual}
 * @param username who logs in, if known
 * @param id the image in the catalog service
 * @param label the readable name, in every dialect
 * @param size bytes of the artifact
 * @param md5 of the artifact, lower-case hex
 * @param sha256 of the artifact, lower-case hex
 * @param state where the image stands in its life: {@code active} or {@code deprecated}
 * @param successor the readable name of the image to take instead, if there is one
 * @param tested how the latest trial went: {@code passed}, {@code failed} or
 * {@code pending}
 * @param verified what came of each trial: {@code result}, and if known {@code against}
 * and {@code at}
 * @param minSize the smallest instance type that it starts on, if known
 * @param notes what users ought to know, if anything
 * @param labels what publishers find it by, if anything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogEntry(String name, String description, String version, String architecture, String os, String url,
		String date, String recipe, String stamp, String contact, @JsonProperty("single-kernel") String singleKernel,
		@JsonProperty("hypervisors-supported") List<String> hypervisorsSupported,
		@JsonProperty("virtualization_type") @Nullable String virtualizationType, @Nullable String username,
		@Nullable String id, @Nullable String label, @Nullable Long size, @Nullable String md5, @Nullable String sha256,
		@Nullable String state, @Nullable String successor, @Nullable String tested,
		@Nullable List<Map<String, String>> verified, @JsonProperty("min-size") @Nullable String minSize,
		@Nullable String notes, @Nullable Map<String, String> labels) {

	public CatalogEntry {
		hypervisorsSupported = List.copyOf(hypervisorsSupported);
	}

}
