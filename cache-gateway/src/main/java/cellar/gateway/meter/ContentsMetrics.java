package cellar.gateway.meter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

import cellar.gateway.cache.Contents;

/**
 * Shows what is in the cache, as metrics.
 */
@Component
class ContentsMetrics implements MeterBinder {

	private final Contents contents;

	ContentsMetrics(Contents contents) {
		this.contents = contents;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("cellar.cache.objects", this.contents, (of) -> of.figures().objects())
			.description("Objects of which there is a copy, or a part of one")
			.register(registry);
		Gauge.builder("cellar.cache.size", this.contents, (of) -> of.figures().bytes())
			.description("Disk space that copies take up")
			.baseUnit("bytes")
			.register(registry);
		Gauge.builder("cellar.cache.reserved", this.contents, (of) -> of.figures().reservedBytes())
			.description("Disk space promised to fetches, or still taken up by copies that went")
			.baseUnit("bytes")
			.register(registry);
		Gauge.builder("cellar.cache.max.size", this.contents, (of) -> of.figures().maxSize())
			.description("Disk space that copies may take up")
			.baseUnit("bytes")
			.register(registry);
		Gauge.builder("cellar.cache.fills", this.contents, (of) -> of.figures().fills())
			.description("Copies that are being fetched")
			.register(registry);
		FunctionCounter.builder("cellar.cache.evictions", this.contents, (of) -> of.figures().evictions())
			.description("Copies that went to make room")
			.register(registry);
		FunctionCounter.builder("cellar.cache.spills", this.contents, (of) -> of.figures().spills())
			.description("Fetches that went on without the disk")
			.register(registry);
		FunctionCounter.builder("cellar.cache.scrubbed", this.contents, (of) -> of.figures().scrubbedBytes())
			.description("Bytes compared with their checksums beside the requests for them")
			.baseUnit("bytes")
			.register(registry);
		FunctionCounter.builder("cellar.cache.damaged.slices", this.contents, (of) -> of.figures().badSlices())
			.description("Slices, and files of no use at all, that were found not to be what was stored")
			.register(registry);
	}

}
