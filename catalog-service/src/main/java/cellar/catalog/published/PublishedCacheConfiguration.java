package cellar.catalog.published;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Page;

/**
 * Bounds what is kept of answers, in images: pages are as long as callers want them.
 */
@Configuration(proxyBeanMethods = false)
@EnableCaching
class PublishedCacheConfiguration {

	/** About 2 KB each. */
	private static final int MAX_IMAGES = 20_000;

	@Bean
	CacheManager cacheManager() {
		CaffeineCacheManager manager = new CaffeineCacheManager(PublishedAnswers.CACHE);
		manager.setCaffeine(Caffeine.newBuilder()
			.maximumWeight(MAX_IMAGES)
			.recordStats()
			.weigher((key, answer) -> 1 + ((answer instanceof Page<?> page) ? page.getNumberOfElements() : 0)));
		return manager;
	}

}
