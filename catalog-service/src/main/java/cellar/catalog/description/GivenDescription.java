package cellar.catalog.description;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an image. Everything but {@code os} and {@code architecture} has
 * a default.
 *
 * @param name how the image is called; else {@code os-architecture-yyyymmdd}
 * @param os such as {@code debian}
 * @param architecture what it is made for
 * @param version one word; else today's date
 * @param description one line
 * @param hypervisors what it runs on; else {@code kvm}
 * @param virtualizationType {@code hvm} or {@code paravirtual}
 * @param singleKernel whether one kernel serves all hypervisors
 * @param recipe how it was made
 * @param contact whom to ask
 * @param loginUser who logs in
 * @param minSize the smallest instance type that it starts on, such as {@code m1.medium}
 * @param notes what users ought to know, in one line
 * @param verifications what came of trying it, at most 16
 * @param labels whatever publishers want to find images by, at most 32
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GivenDescription(@Nullable @Pattern(regexp = ImageFormat.NAME,
		message = "must be 1 to 64 letters, digits, '.', '_' or '-', contain a letter, and begin with a letter or digit") String name,
		@NotNull @Pattern(regexp = ImageFormat.OS,
				message = "must be 1 to 32 lower-case letters, digits, '.', '+' or '-', and begin with a letter") String os,
		@NotNull Architecture architecture,
		@Nullable @Pattern(regexp = ImageFormat.VERSION,
				message = "must be one word of 1 to 64 letters, digits, '.', '_', ':', '+', '~' or '-'") String version,
		@Nullable @Size(max = 500) @OneLine String description,
		@Nullable @Size(min = 1,
				max = 8) List<@NotNull @Pattern(regexp = ImageFormat.HYPERVISOR,
						message = "must be 1 to 16 lower-case letters, digits or '-'") String> hypervisors,
		@Nullable @Pattern(regexp = ImageFormat.VIRTUALIZATION,
				message = "must be 'hvm' or 'paravirtual'") String virtualizationType,
		@Nullable Boolean singleKernel, @Nullable @Size(max = 64) @OneLine String recipe,
		@Nullable @Size(max = 254) @OneLine String contact,
		@Nullable @Pattern(regexp = ImageFormat.USER, message = "must be a login name") String loginUser,
		@Nullable @Size(max = 64) @OneLine String minSize, @Nullable @Size(max = 2000) @OneLine String notes,
		@Nullable @Size(max = 16) List<@NotNull @Valid Verification> verifications,
		@Nullable @Size(max = 32) Map<@Pattern(regexp = ImageFormat.LABEL,
				message = "must be 1 to 63 lower-case letters, digits, '.', '_', '/' or '-', and begin and end with a letter or digit") String, @NotNull @Size(
						max = 256) @OneLine String> labels) {

	/**
	 * Returns the same without a name.
	 * @return a description of an image whose name is chosen
	 */
	public GivenDescription withoutName() {
		return new GivenDescription(null, this.os, this.architecture, this.version, this.description, this.hypervisors,
				this.virtualizationType, this.singleKernel, this.recipe, this.contact, this.loginUser, this.minSize,
				this.notes, this.verifications, this.labels);
	}

}
