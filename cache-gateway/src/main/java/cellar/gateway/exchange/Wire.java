package cellar.gateway.exchange;

import java.io.IOException;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

import cellar.gateway.guard.Admission;

/**
 * What one exchange holds: its connection, and its place among those that run.
 *
 * @param request what was sent
 * @param response what is being received
 * @param admitted the place
 */
record Wire(HttpUriRequestBase request, ClassicHttpResponse response, Admission.Admitted admitted) {

	/**
	 * Returns which part was asked for.
	 * @return the value of the {@code Range} field, or {@code null} for all of it
	 */
	@Nullable String range() {
		Header range = this.request.getFirstHeader(HttpHeaders.RANGE);
		return (range != null) ? range.getValue() : null;
	}

	/** Drops the connection, whatever would still come. */
	void breakOff() {
		this.request.cancel();
		release();
	}

	/** Releases what is held, after the last byte. */
	void release() {
		try {
			this.response.close();
		}
		catch (IOException ex) {
			// The connection was broken before; nobody waits for it.
		}
		finally {
			this.admitted.close();
		}
	}

}
