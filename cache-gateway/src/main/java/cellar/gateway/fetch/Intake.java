package cellar.gateway.fetch;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.Part;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.head.Head;
import cellar.gateway.header.ContentRange;
import cellar.gateway.index.Key;
import cellar.gateway.lookup.Representation;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.pass.WholePass;
import cellar.gateway.slice.FillLimits;
import cellar.gateway.store.Draft;
import cellar.gateway.store.Reservation;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;
import cellar.gateway.version.OriginSource;

/**
 * Takes answers of origins into the store: in slices where parts can be told from those
 * of another version, else in one pass.
 */
class Intake {

	private static final Logger logger = LoggerFactory.getLogger(Intake.class);

	/** Nobody is to fill the disk with variants of one object. */
	private static final int MOST_VARIANTS = 64;

	private final Shelf shelf;

	private final FillLimits limits;

	private final int sliceSize;

	Intake(Shelf shelf, FillLimits limits, int sliceSize) {
		this.shelf = shelf;
		this.limits = limits;
		this.sliceSize = sliceSize;
	}

	/**
	 * Takes an answer in, at the pace of the origin, after the fetch is decided.
	 * @param fetch whom it is for
	 * @param request what was asked for
	 * @param content the answer, whose body goes over to this if it is taken
	 * @param head what describes it
	 * @return {@code false} if it cannot be kept
	 */
	boolean take(Fetch fetch, FirstRequest request, OriginAnswer.Content content, Head head) {
		long length = length(content);
		OriginSource source = new OriginSource(fetch.lookup().asked(), head.key().object(), head.etag(), length);
		boolean small = content.status() == 200 && length >= 0 && length <= this.sliceSize;
		boolean divisible = source.isStrong() && length > 0 && !fetch.lookup().isIdentified();
		try {
			if (divisible && !small && request.isMetBy(content)) {
				return takeSlices(fetch, request, content.body(), head, length);
			}
			return content.status() == 200 && takeWhole(fetch, content.body(), head, source);
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).addKeyValue("object", head.key()).log("Cache file cannot be created");
			return false;
		}
		catch (RuntimeException | Error ex) {
			// Nobody else gets to know of the connection that it holds.
			content.body().close();
			throw ex;
		}
	}

	private static long length(OriginAnswer.Content content) {
		ContentRange part = content.part();
		return (part != null) ? part.total() : content.length();
	}

	private boolean takeSlices(Fetch fetch, FirstRequest request, OriginBody body, Head head, long length)
			throws IOException {
		Draft draft = this.shelf.drafts().begin(head, length, fetch.lookup().shared());
		if (draft == null) {
			return false;
		}
		StoredObject object = draft.object();
		try {
			int first = request.firstSlice();
			int end = request.endSlice(length);
			// Before anybody finds it, so that nobody asks for the same again.
			Consumer<OriginBody> taker = (first < end) ? object.slices().expect(first, end) : OriginBody::close;
			try {
				publish(fetch, draft);
				fetch.decide(new FetchResult.Sliced(object));
				fetch.releaseBase();
			}
			finally {
				taker.accept(body);
			}
			this.shelf.save(object);
		}
		finally {
			object.release();
		}
		return true;
	}

	private void publish(Fetch fetch, Draft draft) {
		if (!fetch.store(() -> this.shelf.drafts().publish(draft, fetch.base()))) {
			this.shelf.drafts().setAside(draft);
		}
		List<Key> variants = this.shelf.variants(fetch.lookup().key().whole());
		if (variants.size() > MOST_VARIANTS) {
			this.shelf.drop(variants.getFirst());
		}
	}

	private boolean takeWhole(Fetch fetch, OriginBody body, Head head, OriginSource source) throws IOException {
		Reservation reservation = this.shelf.drafts().reserve(head, source.length());
		if (reservation == null) {
			return false;
		}
		Part part = create(head, reservation);
		SliceTable slices = null;
		try {
			slices = pass(fetch, body, head, source, part, reservation);
		}
		finally {
			if (slices == null) {
				logger.atInfo().addKeyValue("object", head.key()).log("Body has not come whole");
				part.discard();
				part.channel().release();
			}
		}
		if (slices != null) {
			keep(fetch, part, slices, head, reservation);
		}
		return true;
	}

	private @Nullable SliceTable pass(Fetch fetch, OriginBody body, Head head, OriginSource source, Part part,
			Reservation reservation) {
		WholePass pass = new WholePass(part.channel().channel(), source.length(), this.sliceSize, this.limits,
				reservation);
		if (fetch.isBackground()) {
			pass.join();
		}
		try {
			fetch.decide(new FetchResult.Whole(head, new Representation(head.headers(), source.length()), pass,
					part.channel(), source));
			fetch.releaseBase();
			SliceTable slices = pass.run(body);
			// Of a strong version all readers can be given the rest.
			if (pass.hasOutgrownItsRoom() && !source.isStrong()) {
				fetch.outgrow();
			}
			return slices;
		}
		finally {
			if (fetch.isBackground()) {
				// What the disk refused would wait for a reader otherwise.
				pass.leave();
			}
		}
	}

	private Part create(Head head, Reservation reservation) throws IOException {
		try {
			Part part = this.shelf.drafts().create(head.key());
			// If it is discarded, its readers have its space until the last one leaves.
			part.channel().whenClosed(reservation::close);
			return part;
		}
		catch (IOException ex) {
			reservation.close();
			throw ex;
		}
	}

	private void keep(Fetch fetch, Part part, SliceTable slices, Head head, Reservation reservation) {
		Draft draft = this.shelf.drafts().complete(part, slices, head, fetch.lookup().shared(), reservation);
		try {
			publish(fetch, draft);
			this.shelf.save(draft.object());
		}
		finally {
			draft.object().release();
		}
	}

}
