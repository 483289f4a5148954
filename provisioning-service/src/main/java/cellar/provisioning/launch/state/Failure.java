package cellar.provisioning.launch.state;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

/**
 * Why a launch fails.
 *
 * @param code the reason
 * @param message the reason, for people, with what to do about it
 */
@Embeddable
public record Failure(@Convert(converter = FailureCodeConverter.class) @Column(name = "failure_code") FailureCode code,
		@Column(name = "failure_message") String message) {

	public Failure with(String fact) {
		return new Failure(this.code, this.message + "; " + fact);
	}

}
