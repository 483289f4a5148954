package cellar.catalog.tarball;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cellar.catalog.layout.Compression;
import cellar.catalog.layout.FileFormat;
import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Member;
import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;
import cellar.catalog.layout.Role;

/**
 * What a client of eustore finds in a tarball, by the rules of euca2ools 2.0 to 3.1.
 */
class Contents {

	private static final int MAX_MEMBERS = 64;

	private static final Pattern RAMDISK = Pattern.compile("initrd|initramfs|loader");

	private static final Pattern HYPERVISOR = Pattern.compile("([a-z][a-z0-9-]{0,15})-kernel");

	private final List<Member> members = new ArrayList<>();

	private final Set<String> tops = new LinkedHashSet<>();

	private final Set<String> hypervisors = new LinkedHashSet<>();

	private final Set<String> hints = new LinkedHashSet<>();

	private boolean commonKernel;

	static Optional<Role> role(MemberPath path) {
		String name = path.baseName();
		if (name.startsWith(".")) {
			return Optional.empty();
		}
		if (name.contains("vmlinu")) {
			return Optional.of(Role.KERNEL);
		}
		if (RAMDISK.matcher(name).find()) {
			return Optional.of(Role.RAMDISK);
		}
		return (name.endsWith(".img") || name.endsWith(".raw")) ? Optional.of(Role.IMAGE) : Optional.empty();
	}

	void add(MemberPath path, long size) {
		this.tops.add(path.segments().getFirst());
		role(path).ifPresent((role) -> add(path, role, size));
	}

	private void add(MemberPath path, Role role, long size) {
		if (this.members.size() == MAX_MEMBERS) {
			throw new RefusedException(Refusal.TOO_MANY_MEMBERS,
					"More than %d members look like images, kernels or ramdisks".formatted(MAX_MEMBERS));
		}
		this.members.add(new Member(path.toString(), role, size));
		Matcher directory = HYPERVISOR.matcher(path.parent().baseName());
		if (role == Role.KERNEL) {
			if (directory.matches()) {
				this.hypervisors.add(directory.group(1));
			}
			else {
				this.commonKernel = true;
			}
		}
	}

	void addLink(MemberPath path) {
		role(path)
			.ifPresent((role) -> hint("'%s' is a link, which clients may take for a file of its own.".formatted(path)));
	}

	void hint(String sentence) {
		if (this.hints.size() < MAX_MEMBERS) {
			this.hints.add(sentence);
		}
	}

	Layout layout(long expandedSize) {
		long images = count(Role.IMAGE);
		if (images == 0) {
			throw new RefusedException(Refusal.NO_IMAGE,
					"No member of the tarball ends with '.img' or '.raw'; put the machine image into it");
		}
		if (images > 1) {
			hint("There are %d images; clients before 3.0 register all, later ones the first.".formatted(images));
		}
		if (this.commonKernel && !this.hypervisors.isEmpty()) {
			hint("There are kernels for single hypervisors and one besides; clients differ in which they take.");
		}
		if (this.tops.size() > 1 && !this.hypervisors.isEmpty()) {
			hint("There is more than one directory at the top; clients find no kernel for single hypervisors then.");
		}
		if (this.members.stream().noneMatch(Contents::isImg)) {
			hint("The image does not end with '.img'; clients before 3.1 do not find it.");
		}
		return new Layout(FileFormat.TGZ, Compression.GZIP, expandedSize, 0, this.members,
				List.copyOf(this.hypervisors), this.commonKernel && this.hypervisors.isEmpty(),
				List.copyOf(this.hints));
	}

	private static boolean isImg(Member member) {
		return member.role() == Role.IMAGE && member.path().endsWith(".img");
	}

	private long count(Role role) {
		return this.members.stream().filter((member) -> member.role() == role).count();
	}

}
