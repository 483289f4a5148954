package cellar.catalog.source;

import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which servers of others may be asked for catalogs and files.
 *
 * @param allowInternal addresses or CIDR blocks that may be asked although they are
 * loopback, link-local, private or otherwise no address of the internet; none by default
 * @param hosts the names that may be asked, such as {@code example.com} or
 * {@code *.example.com} for all below it; by default all
 * @param ports the ports that may be asked, such as {@code 8080} or {@code 8000-8999}; 80
 * and 443 by default
 */
@Validated
@ConfigurationProperties("cellar.catalog.intake")
record SourceProperties(@DefaultValue List<String> allowInternal, @DefaultValue List<String> hosts,
		@DefaultValue List<PortRange> ports) {

	private static final List<PortRange> USUAL_PORTS = List.of(new PortRange(80, 80), new PortRange(443, 443));

	private static final String HOST = "(\\*\\.)?[A-Za-z0-9:.\\[\\]-]+";

	SourceProperties {
		ports = ports.isEmpty() ? USUAL_PORTS : List.copyOf(ports);
	}

	@AssertTrue(message = "'hosts' must be names such as example.com or *.example.com")
	boolean isEveryHostAName() {
		return this.hosts.stream().allMatch((host) -> host.matches(HOST));
	}

}
