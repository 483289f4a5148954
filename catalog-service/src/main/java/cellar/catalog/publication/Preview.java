package cellar.catalog.publication;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import cellar.catalog.snapshot.Diff;
import cellar.catalog.snapshot.ImageChange;
import cellar.catalog.snapshot.Snapshot;

/**
 * What a publication would change.
 *
 * @param diff the names
 * @param details what is different of the first hundred that change
 * @param leftOut names of images that a rollback would leave out, since they are
 * withdrawn
 */
record Preview(Diff diff, List<ImageChange> details, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut) {

	private static final int MOST = 100;

	static Preview between(Snapshot live, Snapshot next, List<String> leftOut) {
		Diff diff = Diff.between(live, next);
		return new Preview(diff, ImageChange.of(diff, live, next, MOST), leftOut);
	}

}
