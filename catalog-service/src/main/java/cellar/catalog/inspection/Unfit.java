package cellar.catalog.inspection;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * What to say of files that are no image by their first bytes.
 */
final class Unfit {

	private Unfit() {
	}

	static RefusedException of(Signature signature) {
		return switch (signature) {
			case EMPTY -> refuse(Refusal.EMPTY, "There are no bytes in it; send the file of the image");
			case MARKUP -> refuse(Refusal.ERROR_PAGE,
					"It is a page of HTML or XML, as servers send when they lack a file; check where it came from");
			case TEXT -> refuse(Refusal.TEXT, "It is text; send the file of the image");
			case KERNEL ->
				refuse(Refusal.UNSUPPORTED_FORMAT, "It is a kernel; pack it with its image into a tarball under gzip");
			case ARCHIVE ->
				refuse(Refusal.UNSUPPORTED_FORMAT, "It is a zip, 7z or rar archive; pack the image with 'tar -czf'");
			case FOREIGN_DISK -> refuse(Refusal.UNSUPPORTED_FORMAT,
					"It is a disk of VMware, Hyper-V or VirtualBox; convert it with 'qemu-img convert -O qcow2'");
			case UNKNOWN -> refuse(Refusal.UNRECOGNISED,
					"It is neither a tarball under gzip, nor qcow2, nor a disk with partitions or a known file system");
			case GZIP, BZIP2, XZ, ZSTD, TAR, QCOW2, DISK ->
				throw new IllegalArgumentException("'%s' may be fit".formatted(signature));
		};
	}

	private static RefusedException refuse(Refusal refusal, String sentence) {
		return new RefusedException(refusal, sentence);
	}

}
