package cellar.catalog.artifact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import cellar.catalog.Parts;

/**
 * Starts the service once for all tests of uploads. It has few places for them, and
 * sweeps often.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "cellar.catalog.artifact.max-size=20MB", "cellar.catalog.artifact.concurrent-uploads=2",
				"cellar.catalog.artifact.abandon-after=5m", "cellar.catalog.artifact.sweep-every=1s" })
@ContextConfiguration(initializers = Parts.Initializer.class)
@Import(Drafts.class)
@interface UploadServer {

}
