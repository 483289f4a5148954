package cellar.catalog.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TCP port, or all from one to another.
 *
 * @param first the lowest, from 1
 * @param last the highest, to 65535
 */
public record PortRange(int first, int last) {

	private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

	private static final int MAX_PORT = 65_535;

	public PortRange {
		if (first < 1 || last < first || last > MAX_PORT) {
			throw new IllegalArgumentException("'%d-%d' are no ports".formatted(first, last));
		}
	}

	/**
	 * Reads ports as they are written.
	 * @param text a port, or the first and the last with a {@code -} between them
	 * @return the ports
	 * @throws IllegalArgumentException if it is something else
	 */
	public static PortRange valueOf(String text) {
		Matcher matcher = FORM.matcher(text.strip());
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'%s' is neither a port nor a range such as 8000-8999".formatted(text));
		}
		int first = Integer.parseInt(matcher.group(1));
		return new PortRange(first, (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : first);
	}

	boolean contains(int port) {
		return this.first <= port && port <= this.last;
	}

	@Override
	public String toString() {
		return (this.first != this.last) ? this.first + "-" + this.last : String.valueOf(this.first);
	}

}
