package cellar.simulation.signature;

/**
 * The one pair of keys that the cloud knows.
 */
public record Credentials(String accessKey, String secretKey) {

	public Credentials {
		if (accessKey.isBlank() || secretKey.isBlank()) {
			throw new IllegalArgumentException("The access key and the secret key must not be empty");
		}
	}

	@Override
	public String toString() {
		return "Credentials[accessKey=" + this.accessKey + "]";
	}

}
