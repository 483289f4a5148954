package cellar.catalog.layout;

import java.util.List;

/**
 * What is in the file of an image.
 *
 * @param format what it is beneath its compression
 * @param compression how its bytes are made fewer; gzip for a tarball
 * @param expandedSize bytes once it is unpacked; those of a tarball count its members
 * alone
 * @param diskSize bytes of the disk that a machine sees; 0 if the file does not tell
 * @param members what clients use of a tarball, in its order; empty otherwise
 * @param hypervisors those with a kernel of their own, in {@code HYPERVISOR-kernel/}
 * @param singleKernel whether there is a kernel, and one serves all hypervisors
 * @param hints whole sentences about what clients may stumble over
 */
public record Layout(FileFormat format, Compression compression, long expandedSize, long diskSize, List<Member> members,
		List<String> hypervisors, boolean singleKernel, List<String> hints) {

	@SuppressWarnings("NullAway") // A document may lack a list.
	public Layout {
		members = (members != null) ? List.copyOf(members) : List.of();
		hypervisors = (hypervisors != null) ? List.copyOf(hypervisors) : List.of();
		hints = (hints != null) ? List.copyOf(hints) : List.of();
	}

	/**
	 * Describes a file that is one disk and nothing else.
	 * @param format what it is beneath its compression
	 * @param compression how its bytes are made fewer
	 * @param expandedSize bytes without that
	 * @param diskSize bytes of the disk that a machine sees
	 * @return its layout
	 */
	public static Layout disk(FileFormat format, Compression compression, long expandedSize, long diskSize) {
		return new Layout(format, compression, expandedSize, diskSize, List.of(), List.of(), false, List.of());
	}

}
