package cellar.catalog.artifact;

import org.springframework.stereotype.Component;

import cellar.catalog.inspection.Inspection;
import cellar.catalog.layout.InspectionLimits;

/**
 * Begins to prove what files are.
 */
@Component
public class Proofs {

	private final ArtifactProperties properties;

	Proofs(ArtifactProperties properties) {
		this.properties = properties;
	}

	/**
	 * Begins with a file.
	 * @return its proof, to be closed by the caller
	 */
	public Proof begin() {
		return new Proof(this.properties.inspect() ? Inspection.begin(InspectionLimits.standard()) : null);
	}

}
