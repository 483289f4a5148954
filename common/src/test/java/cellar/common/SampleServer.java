package cellar.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/**
 * Starts the sample application on a port, with a token for an operator: the name of the
 * role, whose hash stands below.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = { "management.server.port=0",
		"management.endpoints.web.exposure.include=health,loggers", "cellar.security.tokens[0].name=olga",
		"cellar.security.tokens[0].roles=operator",
		"cellar.security.tokens[0].hash={sha256}06e55b633481f7bb072957eabcf110c972e86691c3cfedabe088024bffe42f23" })
public @interface SampleServer {

}
