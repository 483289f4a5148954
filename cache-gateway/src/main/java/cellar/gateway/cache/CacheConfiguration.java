package cellar.gateway.cache;

import java.io.IOException;
import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

import cellar.gateway.disk.Storage;
import cellar.gateway.fetch.FillProperties;
import cellar.gateway.index.Pins;

/**
 * Puts the disk cache together.
 */
@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

	@Bean
	DirectoryLock cacheDirectoryLock(CacheProperties properties) throws IOException {
		return DirectoryLock.take(properties.directory());
	}

	@Bean
	@DependsOn("cacheDirectoryLock")
	DiskEngine diskEngine(CacheProperties properties, FillProperties fill, Pins pins, Clock clock) throws IOException {
		return DiskEngine.open(Storage.LOCAL, properties.directory(), properties.limits(pins), fill.limits(), clock);
	}

	@Bean(initMethod = "start")
	Scrubbing scrubbing(DiskEngine engine, CacheProperties properties) {
		return new Scrubbing(engine.shelf(), properties.scrubRate().toBytes(), properties.scrubInterval());
	}

	@Bean
	Cache cache(DiskEngine engine) {
		return engine.cache();
	}

	@Bean
	Contents contents(DiskEngine engine) {
		return engine.contents();
	}

}
