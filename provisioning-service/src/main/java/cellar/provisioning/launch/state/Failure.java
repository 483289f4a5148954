package cellar.provisioning.launch.state;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Why a launch fails.
 *
 * @param code the reason, in kebab case
 * @param message the reason, for people, with what to do about it
 */
@Embeddable
public record Failure(@Column(name = "failure_code") String code, @Column(name = "failure_message") String message) {

	public Failure with(String fact) {
		return new Failure(this.code, this.message + "; " + fact);
	}

}
