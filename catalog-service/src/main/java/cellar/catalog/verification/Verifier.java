package cellar.catalog.verification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cellar.catalog.publication.PublicationCensus;
import cellar.catalog.signature.Signatures;
import cellar.catalog.signature.VerificationKey;

/**
 * Judges documents: by whom they are signed, and whether they are what readers should
 * have now. A right signature alone does not tell an old document from the current one.
 */
@Component
class Verifier {

	private final Signatures signatures;

	private final PublicationCensus publications;

	private final Clock clock;

	Verifier(Signatures signatures, PublicationCensus publications, Clock clock) {
		this.signatures = signatures;
		this.publications = publications;
		this.clock = clock;
	}

	Judgement judge(byte[] document, byte[] signature) {
		Optional<VerificationKey> signer = this.signatures.keys()
			.stream()
			.filter((key) -> key.verifies(document, signature))
			.findFirst();
		if (signer.isEmpty()) {
			return new Judgement(false, false, null, null, null,
					List.of("None of our keys has made this signature for this document"));
		}
		Statement statement = Statement.read(document);
		List<String> findings = new ArrayList<>();
		long live = this.publications.figures().serial();
		if (statement.serial() == null) {
			findings.add("The document does not tell its serial");
		}
		else if (statement.serial() < live) {
			findings
				.add("The document is of publication %d; publication %d is live".formatted(statement.serial(), live));
		}
		else if (statement.serial() > live) {
			findings.add("Publication %d is not live yet".formatted(statement.serial()));
		}
		if (statement.expires() == null) {
			findings.add("The document does not tell when it expires");
		}
		else if (!this.clock.instant().isBefore(statement.expires())) {
			findings.add("The document has expired");
		}
		return new Judgement(true, findings.isEmpty(), signer.get().id(), statement.serial(), statement.expires(),
				findings);
	}

}
