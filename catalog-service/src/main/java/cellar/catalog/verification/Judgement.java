package cellar.catalog.verification;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying a document.
 *
 * @param valid whether one of our keys has signed it
 * @param current whether it is also of the live publication and has not expired
 * @param keyId the key
 * @param serial the publication that it belongs to
 * @param expires when it must not be believed any more
 * @param findings what is wrong with it, in whole sentences
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Judgement(boolean valid, boolean current, @Nullable String keyId, @Nullable Long serial,
		@Nullable Instant expires, List<String> findings) {

}
