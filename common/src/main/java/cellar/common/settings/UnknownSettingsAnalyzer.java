package cellar.common.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells people about unknown settings without a stack trace.
 */
class UnknownSettingsAnalyzer extends AbstractFailureAnalyzer<UnknownSettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnknownSettingsException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"This version has no such settings. Correct their spelling or remove them.", cause);
	}

}
