package cellar.catalog.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Verification over HTTP, for those who have no {@code openssl} at hand.
 */
@RestController
class VerificationController {

	private static final int SIGNATURE_LENGTH = 64;

	private final Verifier verifier;

	VerificationController(Verifier verifier) {
		this.verifier = verifier;
	}

	@PostMapping("/api/v1/verifications")
	Judgement verify(@Valid @RequestBody VerificationRequest request) {
		return this.verifier.judge(request.document(), request.signature());
	}

	/**
	 * Asks whether a document can be believed.
	 *
	 * @param document all its bytes, in Base64
	 * @param signature the 64 bytes of its {@code .sig}, in Base64
	 */
	record VerificationRequest(@NotNull byte[] document,
			@NotNull @Size(min = SIGNATURE_LENGTH, max = SIGNATURE_LENGTH) byte[] signature) {

	}

}
