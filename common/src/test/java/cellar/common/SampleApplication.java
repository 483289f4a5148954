package cellar.common;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.access.AccessRules;
import cellar.common.access.Caller;
import cellar.common.access.Role;
import cellar.common.problem.InvalidParameterException;

/**
 * A service as small as can be, to try what all services share.
 */
@SpringBootApplication
public class SampleApplication {

	@Bean
	AccessRules bottleRules() {
		return (requests) -> {
			requests.requestMatchers(HttpMethod.GET, "/public").permitAll();
			requests.requestMatchers(HttpMethod.POST, "/bottles").hasRole(Role.PUBLISHER.name());
		};
	}

	@RestController
	static class Bottles {

		@GetMapping("/public")
		Caller open(Caller caller) {
			return caller;
		}

		@GetMapping("/bottles")
		String list(@RequestParam(defaultValue = "1") int shelf) {
			if (shelf < 1) {
				throw new InvalidParameterException("shelf", "must be 1 or more");
			}
			return "bottles";
		}

		@PostMapping("/bottles")
		String lay(@RequestBody @Valid Bottle bottle) {
			return bottle.name();
		}

		@DeleteMapping("/bottles")
		String drink() {
			throw new IllegalStateException("the secret of the cellar");
		}

	}

	/**
	 * A request body.
	 *
	 * @param name what it is called
	 * @param litres how much is in it
	 */
	public record Bottle(String name, @Positive int litres) {

	}

}
