package cellar.gateway.store;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.CacheDirectory;
import cellar.gateway.disk.Deletions;
import cellar.gateway.disk.ObjectFile;
import cellar.gateway.disk.Part;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.head.Head;
import cellar.gateway.head.HeadCodec;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;
import cellar.gateway.index.Key;
import cellar.gateway.origin.Origin;

/**
 * Where new copies come about. Nobody finds one before it is published.
 */
public final class Drafts {

	/** Bytes of a head, which is read into memory for each answer and written twice. */
	private static final int MOST_CONTENT = 64 * 1024;

	/** The share of newcomers, as nobody knows how large it will be. */
	private static final int SHARE_OF_UNKNOWN = 10;

	private final CacheDirectory directory;

	private final Index index;

	private final Deletions deletions;

	private final OpenObjects open;

	private final Retrieval retrieval;

	private final Upkeep upkeep;

	private final StoreLimits limits;

	Drafts(CacheDirectory directory, Index index, Deletions deletions, OpenObjects open, Retrieval retrieval,
			Upkeep upkeep, StoreLimits limits) {
		this.directory = directory;
		this.index = index;
		this.deletions = deletions;
		this.open = open;
		this.retrieval = retrieval;
		this.upkeep = upkeep;
		this.limits = limits;
	}

	/**
	 * Promises space to a body that comes in one pass.
	 * @param head what describes it
	 * @param length its bytes, or -1 if unknown
	 * @return the promise, to be closed, or {@code null} if there is no space
	 */
	public @Nullable Reservation reserve(Head head, long length) {
		Reservation reservation = reservation(head, length);
		return (reservation != null && reservation.covers(Math.max(length, 0))) ? reservation : null;
	}

	private @Nullable Reservation reservation(Head head, long length) {
		int content = HeadCodec.encode(head).length;
		// One without end must not push out everything.
		long most = (length < 0) ? this.limits.maxSize() / SHARE_OF_UNKNOWN : length;
		boolean fits = content <= MOST_CONTENT && length <= this.limits.maxSize();
		return fits ? new Reservation(this.upkeep.space(), this.limits.sliceSize(), content, most) : null;
	}

	/**
	 * Begins the file of such a body.
	 * @param key what it will be a copy of
	 * @return the file, to be turned into a copy or discarded
	 * @throws IOException if it cannot be made
	 */
	public Part create(Key key) throws IOException {
		return this.directory.create(key.fileHash());
	}

	/**
	 * Makes a copy of a body that has come in one pass.
	 * @param part its file
	 * @param slices all of its slices
	 * @param head what describes it
	 * @param origin where it came from
	 * @param reservation the space that it takes up
	 * @return the copy
	 */
	public Draft complete(Part part, SliceTable slices, Head head, Origin origin, Reservation reservation) {
		ObjectFile file = part.of(slices, HeadCodec.encode(head).length);
		Entry entry = new Entry(head.key(), file.name(), file.footprint());
		StoredObject object = StoredObject.of(entry, file, head, origin, this.upkeep);
		object.lease();
		return new Draft(object, reservation);
	}

	/**
	 * Begins a copy that comes in slices, of which none is there.
	 * @param head what describes it
	 * @param length its bytes, above 0
	 * @param origin where it comes from
	 * @return the copy, or {@code null} if there is no space
	 * @throws IOException if it cannot be made
	 */
	public @Nullable Draft begin(Head head, long length, Origin origin) throws IOException {
		Reservation reservation = reservation(head, length);
		if (reservation == null || !reservation.coversEmpty(length)) {
			return null;
		}
		try {
			return complete(create(head.key()), new SliceTable(length, this.limits.sliceSize()), head, origin,
					reservation);
		}
		catch (IOException | RuntimeException ex) {
			reservation.close();
			throw ex;
		}
	}

	/**
	 * Makes a copy the one that is found, or sets it aside if its key has a newer one by
	 * now.
	 * @param draft the copy
	 * @param base the copy that it is to replace, if there is one
	 */
	public void publish(Draft draft, @Nullable StoredObject base) {
		StoredObject object = draft.object();
		// First, because only its open file can be found as long as it has no name.
		this.open.add(object);
		boolean published = this.upkeep.withdrawals().withdraw(() -> {
			Entry older = this.index.get(object.entry().key());
			if (older != null && isNewer(older, object.head(), base)) {
				return null;
			}
			this.index.put(object.entry(), draft.reservation().hand());
			return (older != null) ? List.of(older) : List.of();
		});
		if (!published) {
			putAside(draft);
			this.open.retire(object.entry());
		}
	}

	// Unless it is what was to be replaced: clocks may have been set back since.
	private boolean isNewer(Entry present, Head head, @Nullable StoredObject base) {
		if (base != null && base.entry() == present) {
			return false;
		}
		// Is read from memory as a rule: a copy that has just come is open.
		Head known = this.retrieval.describe(present);
		return known != null && known.receivedAt().isAfter(head.receivedAt());
	}

	/**
	 * Lets a copy serve those who have it already, and nobody else.
	 * @param draft the copy
	 */
	public void setAside(Draft draft) {
		ObjectFile file = draft.object().file();
		putAside(draft);
		file.retire();
		file.channel().release();
	}

	private void putAside(Draft draft) {
		Entry entry = draft.object().entry();
		this.index.putAside(entry, draft.reservation().hand());
		this.deletions.delete(() -> List.of(entry.file()));
	}

}
