package cellar.catalog.tarball;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cellar.catalog.layout.InspectionLimits;
import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;
import cellar.catalog.layout.Role;

/**
 * Reads a tarball once, from its first byte to its last, and keeps nothing but names.
 */
public class TarballReader {

	private final TarBlocks blocks;

	private final InspectionLimits limits;

	private final ImageCheck check;

	private final MemberTree tree = new MemberTree();

	private final Contents contents = new Contents();

	private LongNames names = new LongNames();

	private long expanded;

	/**
	 * Creates a reader.
	 * @param in the tarball, without its compression
	 * @param limits what it may ask for
	 * @param check looks at how machine images begin
	 */
	public TarballReader(InputStream in, InspectionLimits limits, ImageCheck check) {
		this.blocks = new TarBlocks(in);
		this.limits = limits;
		this.check = check;
	}

	/**
	 * Tells whether a file begins like a tarball.
	 * @param head its first bytes
	 * @return whether the first 512 are a header with the right checksum
	 */
	public static boolean isTarball(byte[] head) {
		return TarHeader.isHeader(head);
	}

	/**
	 * Reads the whole tarball.
	 * @return what is in it
	 * @throws RefusedException if it is not kept
	 * @throws IOException if its compression is damaged
	 */
	public Layout read() throws IOException {
		int count = 0;
		for (TarHeader header = next(); header != null; header = next()) {
			if (++count > this.limits.maxMembers()) {
				throw new RefusedException(Refusal.TOO_MANY_MEMBERS,
						"The tarball has more than %d members; pack the image, its kernels and ramdisks alone"
							.formatted(this.limits.maxMembers()));
			}
			read(header);
		}
		this.names.checkUsed();
		this.blocks.drain();
		return this.contents.layout(this.expanded);
	}

	private @Nullable TarHeader next() throws IOException {
		byte[] block = this.blocks.next();
		return (TarBlocks.isZero(block, block.length)) ? null : TarHeader.of(block);
	}

	private void read(TarHeader header) throws IOException {
		switch (header.type()) {
			case '0', '\0', '7', 'S' -> file(header);
			case '5' -> this.tree.add(path(header, 0), MemberTree.Kind.DIRECTORY);
			case '1' -> hardLink(header);
			case '2' -> symbolicLink(header);
			case 'L' -> this.names.name(TarHeader.text(meta(header), 0, (int) header.size()));
			case 'K' -> this.names.link(TarHeader.text(meta(header), 0, (int) header.size()));
			case 'x' -> this.names.records(PaxRecords.parse(meta(header)));
			case 'g' -> LongNames.checkGlobal(PaxRecords.parse(meta(header)));
			default -> throw new RefusedException(Refusal.SPECIAL_FILE,
					"'%s' is neither a file nor a directory nor a link; pack the image without it"
						.formatted(MemberPath.of(header.name())));
		}
	}

	private MemberPath path(TarHeader header, long size) {
		this.names.names(header).forEach(MemberPath::of);
		MemberPath path = MemberPath.of(this.names.nameOr(header.name()));
		// Programs differ in whether they skip such bytes.
		if (this.names.sizeOr(header.size()) != size) {
			throw new RefusedException(Refusal.CORRUPT, "'%s' is no file but has a size".formatted(path));
		}
		this.names = new LongNames();
		return path;
	}

	private void file(TarHeader header) throws IOException {
		long size = this.names.sizeOr(header.size());
		long real = this.names.realSizeOr((header.type() == 'S') ? header.realSize() : size);
		boolean sparse = header.type() == 'S' || this.names.isSparse();
		expand(Math.max(size, real));
		boolean directory = header.type() != 'S' && this.names.nameOr(header.name()).endsWith("/");
		MemberPath path = path(header, (directory) ? 0 : size);
		if (header.type() == 'S') {
			skipSparseMap(header);
		}
		this.tree.add(path, (directory) ? MemberTree.Kind.DIRECTORY : MemberTree.Kind.FILE);
		if (!directory) {
			this.contents.add(path, real);
		}
		if (sparse) {
			this.contents.hint("'%s' is packed with holes; clients need a tar that knows them.".formatted(path));
		}
		content(path, size, sparse);
	}

	private void content(MemberPath path, long size, boolean sparse) throws IOException {
		long left = size;
		if (!sparse && Contents.role(path).filter(Role.IMAGE::equals).isPresent()) {
			byte[] head = this.blocks.bytes((int) Math.min(size, this.check.headSize()));
			this.check.check(path.toString(), head).ifPresent(this.contents::hint);
			left -= head.length;
		}
		this.blocks.skip(left + TarBlocks.padding(size));
	}

	private void hardLink(TarHeader header) {
		this.names.links(header).forEach(MemberPath::of);
		MemberPath target = MemberPath.of(this.names.linkOr(header.link()));
		MemberPath path = path(header, 0);
		this.tree.checkHardLink(path, target);
		this.tree.add(path, MemberTree.Kind.LINK);
		this.contents.addLink(path);
	}

	private void symbolicLink(TarHeader header) {
		String target = this.names.linkOr(header.link());
		List<String> targets = this.names.links(header);
		MemberPath path = path(header, 0);
		path.checkSymbolicLink(target);
		targets.forEach(path::checkSymbolicLink);
		this.tree.add(path, MemberTree.Kind.LINK);
		this.contents.addLink(path);
	}

	private void expand(long size) {
		if (size > this.limits.maxExpandedSize() - this.expanded) {
			throw new RefusedException(Refusal.TOO_LARGE,
					"The tarball unpacks to more than %d bytes".formatted(this.limits.maxExpandedSize()));
		}
		this.expanded += size;
	}

	private void skipSparseMap(TarHeader header) throws IOException {
		int blocks = 0;
		boolean more = header.goesOn();
		while (more) {
			if (++blocks * TarHeader.BLOCK > this.limits.maxHeaderSize()) {
				throw new RefusedException(Refusal.TOO_LARGE, "A member has more holes than are allowed");
			}
			more = this.blocks.next()[504] != 0;
		}
	}

	private byte[] meta(TarHeader header) throws IOException {
		if (header.size() > this.limits.maxHeaderSize()) {
			throw new RefusedException(Refusal.TOO_LARGE,
					"A header has more than %d bytes".formatted(this.limits.maxHeaderSize()));
		}
		byte[] bytes = this.blocks.bytes((int) header.size());
		this.blocks.skip(TarBlocks.padding(header.size()));
		return bytes;
	}

}
